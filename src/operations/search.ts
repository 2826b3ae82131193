/** Searching a record: reports by words, claims by who says what of whom, incidents by place, day and toll. */
import * as z from 'zod';
import { POLICIES } from '../accounts/index.ts';
import { failureOf } from '../model/problems.ts';
import { judgementsOn } from '../store/judgements.ts';
import type { RecordStore } from '../store/record.ts';
import { searchClaims, searchIncidents, searchReports } from '../store/search.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import { Incidents } from './view.ts';

const querySchema = z.object({
  find: z.enum(['reports', 'claims', 'incidents']).optional().describe('What to find; by default reports'),
  words: z.string().optional().describe('Words of the report: "exact words", -without, this OR that'),
  from: z.string().optional().describe('The first day: of publication for reports, else of the harm'),
  to: z.string().optional().describe('The last day'),
  outlet: z.string().optional(),
  speaker: z.string().optional().describe('Whose word it is; the beginning of a name will do'),
  side: z.string().optional().describe('The side the victims belong to'),
  place: z.string().optional(),
  country: z.string().optional().describe('ISO 3166-1 alpha-2'),
  harm: z.string().optional(),
  stance: z.string().optional(),
  status: z.string().optional().describe('The civilian status as stated'),
  atLeast: z.coerce.number().int().optional().describe('The lowest number of people'),
  before: z.coerce.number().int().optional().describe('The `number` of the last result of the page before'),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('Results a page; by default 20'),
});

const searchInputSchema = querySchema.extend({
  ...recordFields,
  saved: z.string().optional().describe('The name of a saved query; what else is asked narrows it'),
  save: z.string().optional().describe('The name under which this query is saved'),
});
type SearchInput = z.infer<typeof searchInputSchema>;

const searchOutputSchema = z.object({
  kind: z.enum(['report', 'claim', 'incident']),
  id: z.string(),
  number: z
    .int()
    .describe('The place in the record of what was found; the next page begins before the last one'),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type SearchOutput = z.infer<typeof searchOutputSchema>;

export const search: Operation<SearchInput, SearchOutput> = {
  name: 'record.search',
  summary: 'Find reports by their words, claims by who says what of whom, incidents by place, day and toll.',
  input: searchInputSchema,
  output: searchOutputSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record): AsyncGenerator<Outcome<SearchOutput>> {
      const { record: _record, evidence: _evidence, saved, save, ...asked } = input;
      const known = saved === undefined ? {} : await savedQuery(saved, record);
      if (known === null) {
        const error = failureOf('search/not-saved', `There is no saved query "${saved}" in the record.`);
        yield { ok: false, error };
        return;
      }
      const query = meant({ ...known, ...asked });
      const odd = notAskedOf(query);
      if (odd !== undefined) {
        const told = `${query.find} are not found by ${odd}, but by ${ASKED_OF[query.find].join(', ')}.`;
        yield { ok: false, error: failureOf('search/not-asked', told) };
        return;
      }
      if (save !== undefined) {
        const payload = { key: `query:${save}`, value: JSON.parse(JSON.stringify(query)) };
        const draft = { kind: 'setting' as const, at: context.now(), by: context.by, payload };
        await record.write((writing) => writing.append([draft]));
      }
      for (const value of await found(record, query, context)) yield { ok: true, value };
    }),
};

type Query = z.infer<typeof querySchema>;
type Kind = NonNullable<Query['find']>;

/** What can be asked of each kind. */
const ASKED_OF: Readonly<Record<Kind, readonly (keyof Query)[]>> = {
  reports: ['words', 'from', 'to', 'outlet'],
  claims: [
    'words',
    'from',
    'to',
    'speaker',
    'side',
    'place',
    'country',
    'harm',
    'stance',
    'status',
    'atLeast',
  ],
  incidents: ['from', 'to', 'place', 'country', 'atLeast'],
};

/** Who asks for a harm or a speaker and says not of what means claims. */
function meant(query: Query): Query & { find: Kind } {
  const isOfClaims = ASKED_OF.claims.some(
    (field) => query[field] !== undefined && !ASKED_OF.reports.includes(field),
  );
  return { ...query, find: query.find ?? (isOfClaims ? 'claims' : 'reports') };
}

/** A question that would be passed over in silence. */
function notAskedOf(query: Query & { find: Kind }): string | undefined {
  const all = [...new Set(Object.values(ASKED_OF).flat())];
  return all.find((field) => query[field] !== undefined && !ASKED_OF[query.find].includes(field));
}

async function savedQuery(name: string, { db }: RecordStore): Promise<Query | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', `query:${name}`)
    .executeTakeFirst();
  return row ? querySchema.parse(JSON.parse(row.value)) : null;
}

async function found(
  record: RecordStore,
  { find, ...asked }: Query & { find: Kind },
  context: Context,
): Promise<SearchOutput[]> {
  const { engine } = record;
  const query = { ...asked, limit: asked.limit ?? 20 };
  if (find === 'claims') return foundClaims(await searchClaims(engine, query), record);
  if (find === 'incidents') return foundIncidents(await searchIncidents(engine, query), record, context);
  return (await searchReports(engine, query)).map(({ id, seq, ...fields }) => ({
    kind: 'report' as const,
    id,
    number: seq,
    fields,
  }));
}

/** As they were read, with what people decided of them: a rejected claim is found, and says that it counts nowhere. */
async function foundClaims(
  rows: Awaited<ReturnType<typeof searchClaims>>,
  { db }: RecordStore,
): Promise<SearchOutput[]> {
  const decided = await judgementsOn(
    db,
    rows.map(({ report }) => report),
  );
  return rows.map(({ ref, seq, ...fields }) => {
    const own = decided.filter(
      ({ judgement, state }) =>
        state !== 'taken back' &&
        'claim' in judgement &&
        'ref' in judgement.claim &&
        judgement.claim.ref === ref,
    );
    const judged = own.map(({ judgement, state }) => {
      const what = judgement.kind === 'correct' ? `${judgement.field} corrected` : JUDGED[judgement.kind];
      return `${what ?? judgement.kind}${state === 'waits' ? ', waits' : ''}`;
    });
    const unique = [...new Set(judged)].join('; ');
    return { kind: 'claim', id: ref, number: seq, fields: { ...fields, judged: unique || null } };
  });
}

const JUDGED: Readonly<Record<string, string>> = { accept: 'accepted', reject: 'rejected' };

/** With their figures as they are now: what has grown stale since is not counted, here as in `incidents.show`. */
async function foundIncidents(
  rows: Awaited<ReturnType<typeof searchIncidents>>,
  record: RecordStore,
  context: Context,
): Promise<SearchOutput[]> {
  const view = { until: undefined, clock: 'said', policy: POLICIES[0]! } as const;
  const incidents = await Incidents.of(record, view, context);
  const results: SearchOutput[] = [];
  for (const { id, founded, ...fields } of rows) {
    // only another account's figure makes one stale
    if (fields.accounts <= 1) {
      results.push({ kind: 'incident', id, number: founded, fields });
      continue;
    }
    const { toll } = (await incidents.standing(id)).incident;
    results.push({
      kind: 'incident',
      id,
      number: founded,
      fields: {
        ...fields,
        killed_low: toll.killed?.low ?? null,
        killed_high: toll.killed?.high ?? null,
        injured_low: toll.injured?.low ?? null,
        injured_high: toll.injured?.high ?? null,
      },
    });
  }
  return results;
}
