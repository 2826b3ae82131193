/** The counting policies: what there are, by which rules, and what one makes of the same accounts where another makes something else. */
import * as z from 'zod';
import { accountsOf, POLICIES, type Policy, tollDifferences } from '../accounts/index.ts';
import { type IncidentRecord, rangeSchema } from '../model/incident.ts';
import { dateRangeSchema, harmSchema, placeSchema } from '../model/reading.ts';
import { groupedReports, optionsFor } from './accounts.ts';
import { reportsInputSchema } from './contract.ts';
import type { Operation, Outcome } from './operation.ts';
import { policyIn, viewFields, viewIn } from './view-input.ts';

const policySchema = z.object({
  name: z.string(),
  version: z.string(),
  summary: z.string(),
  staleAfterHours: z.int(),
  rules: z
    .array(z.object({ id: z.string(), says: z.string(), mark: z.enum(['V', 'S', 'M']), source: z.string() }))
    .describe('mark: V read in the source, S told by another, M from memory'),
});
export type PolicyOutput = z.infer<typeof policySchema>;

const listInputSchema = z.object({
  policies: z.array(z.string()).optional().describe('Which; by default all'),
});

export const listPolicies: Operation<z.infer<typeof listInputSchema>, PolicyOutput> = {
  name: 'policies.find',
  summary:
    'List the counting policies with their rules, or show what one makes of incidents that another counts otherwise.',
  input: listInputSchema,
  output: policySchema,
  writes: false,
  async *run({ policies }): AsyncGenerator<Outcome<PolicyOutput>> {
    for (const name of policies ?? POLICIES.map((policy) => policy.name)) {
      const policy = policyIn(name);
      if ('code' in policy) yield { ok: false, error: policy };
      else {
        const { version, summary, staleAfterHours, rules } = policy;
        const told = rules.map(({ id, says, mark, source }) => ({ id, says, mark, source }));
        yield { ok: true, value: { name: policy.name, version, summary, staleAfterHours, rules: told } };
      }
    }
  },
};

const named = z.object({ name: z.string(), version: z.string() });
export const policyChangeSchema = z.object({
  incident: z.string(),
  type: z.string().optional(),
  date: dateRangeSchema.optional(),
  place: placeSchema.optional(),
  before: named,
  after: named,
  differences: z
    .array(
      z.object({
        harm: harmSchema,
        group: z.string().describe('"all", or the group of victims'),
        before: rangeSchema.nullable().describe('null: no toll'),
        after: rangeSchema.nullable(),
      }),
    )
    .describe('Empty: both make the same of it'),
});
export type PolicyChange = z.infer<typeof policyChangeSchema>;

export const comparisonFields = {
  before: z.string().describe('The policy that counted until now'),
  after: z.string().describe('The one that would count'),
  asOf: viewFields.asOf,
  clock: viewFields.clock,
};
const compareInputSchema = reportsInputSchema.extend(comparisonFields);

export const comparePolicies: Operation<z.infer<typeof compareInputSchema>, PolicyChange> = {
  name: 'policies.compare',
  summary: 'Show what one policy makes of the incidents of reports that another counts otherwise.',
  input: compareInputSchema,
  output: policyChangeSchema,
  writes: false,
  async *run({ before, after, ...input }, context) {
    const view = viewIn({ ...input, policy: before });
    const other = policyIn(after);
    if ('code' in view || 'code' in other) {
      yield { ok: false, error: 'code' in view ? view : (other as never) };
      return;
    }
    const { material, groups } = yield* groupedReports(input, view, context);
    const old = accountsOf(material, groups, optionsFor(view, context));
    const young = accountsOf(material, groups, optionsFor({ ...view, policy: other }, context));
    for (const [i, record] of old.entries())
      yield { ok: true, value: policyChange(record, young[i]!, view.policy, other) };
  },
};

export function policyChange(
  old: IncidentRecord,
  young: IncidentRecord,
  before: Policy,
  after: Policy,
): PolicyChange {
  const { incident, type, date, place } = old;
  return {
    incident,
    ...(type === undefined ? {} : { type }),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    before: { name: before.name, version: before.version },
    after: { name: after.name, version: after.version },
    differences: tollDifferences([old], [young]).map(({ incident: _incident, ...difference }) => difference),
  };
}
