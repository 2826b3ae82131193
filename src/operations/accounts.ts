/** Accounts of incidents over a set of reports: who says what of each, how it moved, what a policy makes of it. */
import * as z from 'zod';
import {
  type AccountsOptions,
  accountsOf,
  asOf,
  type Material,
  POLICIES,
  policyOf,
} from '../accounts/index.ts';
import { reconcile } from '../incidents/index.ts';
import { type IncidentRecord, incidentSchema } from '../model/incident.ts';
import type { KeptReport } from '../model/record.ts';
import { reportsInputSchema } from './contract.ts';
import { rarityAmong } from './incidents.ts';
import { copiesAmong, keptReports } from './kept.ts';
import type { Operation, Outcome } from './operation.ts';
import { vocabularyOfContext } from './vocabulary.ts';

const accountsInputSchema = reportsInputSchema.extend({
  asOf: z
    .string()
    .optional()
    .describe('A moment: only what was known by then; an ISO day stands for its end'),
  clock: z
    .enum(['said', 'recorded'])
    .optional()
    .describe('By which clock; files have no captures, so the recorded clock takes the day of publication'),
  policy: z.string().optional().describe('The counting policy, by name'),
});
export type AccountsInput = z.infer<typeof accountsInputSchema>;

export const accountsOfReports: Operation<AccountsInput, IncidentRecord> = {
  name: 'accounts.find',
  summary: 'Put the accounts of each incident together: who said what, how it moved, where it conflicts.',
  input: accountsInputSchema,
  output: incidentSchema,
  writes: false,
  async *run(input, context) {
    const { asOf: moment, clock = 'said', policy: name = 'accounts', ...reading } = input;
    const policy = policyOf(name);
    if (!policy) {
      const known = POLICIES.map((one) => one.name).join(', ');
      yield refused(`There is no policy "${name}"; there are ${known}.`);
      return;
    }
    const reports: KeptReport[] = [];
    for await (const outcome of keptReports(reading, context)) {
      if (outcome.ok) reports.push(outcome.value);
      else yield outcome;
    }
    const material = knownBy(moment, clock, { reports, copies: copiesAmong(reports), judgements: [] });
    if (material === null) {
      yield refused(
        `"${moment}" is no moment: give an ISO day, 2025-03-10, or date-time, 2025-03-10T12:00Z.`,
      );
      return;
    }
    if (moment !== undefined && reports.length > 0 && material.reports.length === 0)
      context.tell(`Nothing was known by ${moment}: every report came out, or speaks of, later.`);
    const options: AccountsOptions = {
      vocabulary: vocabularyOfContext(context),
      policy,
      ...(moment === undefined ? {} : { now: moment }),
    };
    const groups = reconcile(material.reports, [], rarityAmong(material.reports, context)).incidents.map(
      ({ id, ...group }) => ({
        incident: id,
        ...group,
      }),
    );
    for (const value of accountsOf(material, groups, options)) yield { ok: true, value };
  },
};

/** The material as it was at a moment; null where that is no moment. */
function knownBy(
  moment: string | undefined,
  clock: 'said' | 'recorded',
  material: Material,
): Material | null {
  if (moment === undefined) return material;
  try {
    return asOf(material, { clock, moment });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function refused(message: string): Outcome<IncidentRecord> {
  return { ok: false, error: { code: 'accounts/not-understood', message } };
}
