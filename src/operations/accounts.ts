/** Accounts of incidents over a set of reports: who says what of each, how it moved, what a policy makes of it. */
import type * as z from 'zod';
import { type AccountsOptions, accountsOf, type IncidentGroup, type Material } from '../accounts/index.ts';
import { reconcile } from '../incidents/index.ts';
import { type IncidentRecord, incidentSchema } from '../model/incident.ts';
import type { KeptReport } from '../model/record.ts';
import { reportsInputSchema } from './contract.ts';
import { shortIdsAmong } from './ids.ts';
import { rarityAmong } from './incidents.ts';
import { copiesAmong, keptReports } from './kept.ts';
import type { Context, Failed, Operation } from './operation.ts';
import { withParents } from './parents.ts';
import { materialAsOf, type View, viewFields, viewIn } from './view-input.ts';
import { vocabularyOfContext } from './vocabulary.ts';
import { withWordsAmong } from './words.ts';

const accountsInputSchema = reportsInputSchema.extend(viewFields);
export type AccountsInput = z.infer<typeof accountsInputSchema>;

export const accountsOfReports: Operation<AccountsInput, IncidentRecord> = {
  name: 'accounts.find',
  summary: 'Put the accounts of each incident together: who said what, how it moved, where it conflicts.',
  input: accountsInputSchema,
  output: incidentSchema,
  writes: false,
  async *run(input, context) {
    const view = viewIn(input);
    if ('code' in view) {
      yield { ok: false, error: view };
      return;
    }
    const { material, groups } = yield* groupedReports(input, view, context);
    const byId = new Map(material.reports.map((report) => [report.id, report]));
    const short = shortIdsAmong(byId.keys());
    for (const incident of accountsOf(material, groups, optionsFor(view, context)))
      yield { ok: true, value: withWordsAmong(incident, material, byId, short) };
  },
};

/** Reports of files as a view has them, put together; what could not be read comes on the way. */
export async function* groupedReports(
  { asOf: moment, clock: _clock, policy: _policy, ...reading }: AccountsInput,
  view: View,
  context: Context,
): AsyncGenerator<Failed, { material: Material; groups: IncidentGroup[] }> {
  const reports: KeptReport[] = [];
  for await (const outcome of keptReports(reading, context)) {
    if (outcome.ok) reports.push(outcome.value);
    else yield outcome;
  }
  const material = materialAsOf(view, { reports, copies: copiesAmong(reports), judgements: [] });
  if (reports.length > 0 && material.reports.length === 0)
    context.tell(`Nothing was known by ${moment}: every report came out, or speaks of, later.`);
  const rarity = rarityAmong(material.reports, context);
  const groups = reconcile(material.reports, [], rarity).incidents.map(({ id, ...group }) => ({
    incident: id,
    ...group,
  }));
  return { material, groups: withParents(groups, material.reports) };
}

export function optionsFor({ until, policy }: View, context: Context): AccountsOptions {
  const vocabulary = vocabularyOfContext(context);
  return { vocabulary, policy, ...(until === undefined ? {} : { now: until }) };
}
