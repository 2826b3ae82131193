/** One incident of a record, as it is or as it was at a moment, by either clock and any policy. */
import * as z from 'zod';
import { accountsOf, asOf, POLICIES, policyOf, vocabularyOf } from '../accounts/index.ts';
import { type IncidentRecord, incidentSchema } from '../model/incident.ts';
import { failureOf } from '../model/problems.ts';
import { Deriver, MentionCache } from '../store/derive.ts';
import { standingAsOf, standingOf } from '../store/judgements.ts';
import type { RecordStore } from '../store/record.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import { groupOf } from './rules.ts';

const showInputSchema = z.object({
  ...recordFields,
  incident: z.string().describe('Its id, any former id of it, or a mention in it'),
  asOf: z
    .string()
    .optional()
    .describe('A moment: only what was known by then; an ISO day stands for its end'),
  clock: z.enum(['said', 'recorded']).optional().describe('By which clock; by default when it was said'),
  policy: z.string().optional().describe('The counting policy, by name'),
});
type ShowInput = z.infer<typeof showInputSchema>;

export const showIncident: Operation<ShowInput, IncidentRecord> = {
  name: 'incidents.show',
  summary: 'Show an incident of a record: its accounts, how they moved, what is not known; as of any moment.',
  input: showInputSchema,
  output: incidentSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record) {
      yield await shown(record, input, context);
    }),
};

async function shown(
  { db, world }: RecordStore,
  { incident, asOf: moment, clock = 'said', policy: name = 'accounts' }: ShowInput,
  { languages }: Context,
): Promise<Outcome<IncidentRecord>> {
  const policy = policyOf(name);
  if (!policy) {
    const known = POLICIES.map((one) => one.name).join(', ');
    return {
      ok: false,
      error: failureOf('accounts/not-understood', `There is no policy "${name}"; there are ${known}.`),
    };
  }
  const until = moment === undefined ? undefined : endOf(moment);
  if (until === null) {
    const message = `"${moment}" is no moment: give an ISO day, 2031-03-10, or date-time, 2031-03-10T12:00Z.`;
    return { ok: false, error: failureOf('accounts/not-understood', message) };
  }
  const isThen = until !== undefined && clock === 'recorded';
  const standing = isThen ? await standingAsOf(db, until) : await standingOf(db);
  const deriver = new Deriver(db, world.rules, standing, new MentionCache());
  const material = await deriver.materialOf(incident, isThen ? until : undefined);
  if (!material) {
    const when = moment === undefined ? '' : ` as of ${moment}`;
    return {
      ok: false,
      error: failureOf('record/no-incident', `There is no incident ${incident} in the record${when}.`),
    };
  }
  const known = until === undefined ? material : asOf(material, { clock, moment: until });
  const there = new Set(known.reports.map(({ id }) => id));
  const group = groupOf({ ...material, reports: material.reports.filter(({ id }) => there.has(id)) });
  const vocabulary = vocabularyOf(languages.map(({ sources }) => sources));
  const [value] = accountsOf(known, [group], {
    vocabulary,
    policy,
    ...(until === undefined ? {} : { now: until }),
  });
  return { ok: true, value: value! };
}

/** A day stands for its end; null for what is no moment. */
function endOf(moment: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(moment)) return null;
  const ms = Date.parse(moment.length === 10 ? `${moment}T23:59:59.999Z` : moment);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
