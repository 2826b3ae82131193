/** All incidents of a record: their accounts, or which reports tell of which; in the forms that the same commands give for files. */
import * as z from 'zod';
import { type Comparison, type IncidentRecord, incidentSchema } from '../model/incident.ts';
import { mentionOf } from '../store/derive.ts';
import type { Database } from '../store/engine.ts';
import { inChunks } from '../store/queries.ts';
import type { RecordStore } from '../store/record.ts';
import { countsOf, type IncidentOutput, incidentOutputSchema, nameOf } from './incidents.ts';
import type { Operation } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import { Incidents } from './view.ts';
import { viewFields, viewIn } from './view-input.ts';

const accountsInputSchema = z.object({ ...recordFields, ...viewFields });

export const accountsOfRecord: Operation<z.infer<typeof accountsInputSchema>, IncidentRecord> = {
  name: 'record.accounts',
  summary: 'Show every incident of a record with its accounts, as of any moment.',
  input: accountsInputSchema,
  output: incidentSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record) {
      const view = viewIn(input);
      if ('code' in view) {
        yield { ok: false, error: view };
        return;
      }
      const incidents = await Incidents.of(record, view, context);
      for await (const seen of incidents.all()) {
        yield { ok: true, value: await incidents.shown(seen) };
      }
    }),
};

const incidentsInputSchema = accountsInputSchema.extend({
  explain: z
    .boolean()
    .optional()
    .describe('Add why each mention is in its incident, and which pairs are in doubt'),
});

export const incidentsOfRecord: Operation<z.infer<typeof incidentsInputSchema>, IncidentOutput> = {
  name: 'record.incidents',
  summary: 'List the incidents of a record: which reports tell of each, and what it comes to.',
  input: incidentsInputSchema,
  output: incidentOutputSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record) {
      const view = viewIn(input);
      if ('code' in view) {
        yield { ok: false, error: view };
        return;
      }
      const incidents = await Incidents.of(record, view, context);
      for await (const { incident, material } of incidents.all()) {
        const { incident: id, reports, alsoIn, toll, partOf } = incident;
        const byId = new Map(material.reports.map((report) => [report.id, report]));
        const names = [...reports, ...alsoIn].map((report) => nameOf(byId.get(report)!));
        const why = input.explain ? await reasonsOf(incident.mentions ?? [], record) : {};
        const whole = partOf === undefined ? {} : { partOf };
        yield {
          ok: true,
          value: { incident: id, names, reports, alsoIn, ...whole, toll: countsOf(toll), ...why },
        };
      }
    }),
};

/** Of each mention what it is most like in its incident, and its doubtful pairs with mentions of others. */
async function reasonsOf(
  mentions: readonly string[],
  { db, world }: RecordStore,
): Promise<{ joins: Comparison[]; doubts: Comparison[] }> {
  const own = new Set(mentions);
  const pairs = await comparisonsOf(db, mentions);
  const best = new Map<string, Pair>();
  for (const pair of pairs.filter(({ a, b }) => own.has(a) && own.has(b))) {
    for (const end of [pair.a, pair.b])
      if (pair.score > (best.get(end)?.score ?? Number.NEGATIVE_INFINITY)) best.set(end, pair);
  }
  const doubtful = pairs.filter(({ a, b, verdict }) => verdict === 'doubtful' && own.has(a) !== own.has(b));
  const joins = [...new Set(best.values())];
  const kept = await keptMentions(
    db,
    [...joins, ...doubtful].flatMap(({ a, b }) => [a, b]),
  );
  const explained = ({ a, b }: Pair): Comparison => world.rules.explain(kept.get(a)!, kept.get(b)!);
  return { joins: joins.map(explained), doubts: doubtful.map(explained) };
}

type Pair = Awaited<ReturnType<typeof comparisonsOf>>[number];

async function comparisonsOf(db: Database, mentions: readonly string[]) {
  const rows = await inChunks(mentions, (some) =>
    db
      .selectFrom('comparison')
      .selectAll()
      .where((where) => where.or([where('a', 'in', some), where('b', 'in', some)]))
      .execute(),
  );
  const pairs = new Map(rows.map((row) => [`${row.a} ${row.b}`, row]));
  return [...pairs.values()].sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1));
}

async function keptMentions(db: Database, ids: readonly string[]) {
  const rows = await inChunks([...new Set(ids)], (some) =>
    db.selectFrom('mention').selectAll().where('id', 'in', some).execute(),
  );
  return new Map(rows.map((row) => [row.id, mentionOf(row)]));
}
