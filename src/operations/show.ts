/** One incident of a record, as it is or as it was at a moment, by either clock and any policy. */
import * as z from 'zod';
import { type IncidentRecord, incidentSchema } from '../model/incident.ts';
import { failureOf } from '../model/problems.ts';
import type { RecordStore } from '../store/record.ts';
import { fullId } from './ids.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import { Incidents } from './view.ts';
import { viewFields, viewIn } from './view-input.ts';

const showInputSchema = z.object({
  ...recordFields,
  incident: z.string().describe('Its id, any former id of it, or a mention in it'),
  ...viewFields,
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
  record: RecordStore,
  input: ShowInput,
  context: Context,
): Promise<Outcome<IncidentRecord>> {
  const view = viewIn(input);
  if ('code' in view) return { ok: false, error: view };
  const id = await fullId(record.db, input.incident);
  if (typeof id === 'object') return { ok: false, error: id };
  const incidents = await Incidents.of(record, view, context);
  const seen = await incidents.one(id);
  if (seen) return { ok: true, value: await incidents.shown(seen) };
  const when = input.asOf === undefined ? '' : ` as of ${input.asOf}`;
  const message = `There is no incident ${input.incident} in the record${when}.`;
  return { ok: false, error: failureOf('record/no-incident', message) };
}
