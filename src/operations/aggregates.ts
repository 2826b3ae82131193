/**
 * Figures over more than one incident ("1,900 since 2015"), as series of their own: each source's over time, beside what
 * the incidents of the record come to for the same harm, time and area. The two are compared and never added (law 4).
 */
import * as z from 'zod';
import type { Series } from '../accounts/index.ts';
import { type Material, seriesOf } from '../accounts/index.ts';
import type { Gazetteer } from '../knowledge/gazetteer.ts';
import { claimWordsSchema, type IncidentRecord, reportCalledSchema } from '../model/incident.ts';
import { countSchema, harmSchema, type Place, placeSchema } from '../model/reading.ts';
import { foldName } from '../model/victims.ts';
import { loadKept } from '../store/derive.ts';
import { judgementsAbout, standingOf } from '../store/judgements.ts';
import { rowsOf } from '../store/pages.ts';
import type { RecordStore } from '../store/record.ts';
import type { Operation, Outcome } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import { Incidents } from './view.ts';
import { materialAsOf, type View, viewFields, viewIn } from './view-input.ts';
import { vocabularyOfContext } from './vocabulary.ts';
import { quoteOf } from './words.ts';

const aggregatesInputSchema = z.object({
  ...recordFields,
  harm: harmSchema.optional(),
  origin: z.string().optional().describe('Only of sources whose name has these words'),
  ...viewFields,
});

const sumSchema = z.object({
  from: z.string().nullable().describe('The first day; null: from the beginning'),
  to: z.string().nullable(),
  area: z.string().nullable(),
  incidents: z.int().describe('Incidents of the record on these days and there, with a toll of this harm'),
  elsewhere: z
    .int()
    .describe('Incidents of this harm that are left out: on other days, or not known to be there'),
  low: z.int(),
  high: z.int().nullable(),
});

const seriesSchema = z.object({
  origin: z.string(),
  harm: harmSchema,
  victims: z.string(),
  since: z.string().nullable(),
  area: placeSchema.nullable(),
  points: z.array(
    z.object({
      saidOn: z.string().nullable(),
      count: countSchema,
      claims: z.array(z.string()),
      reports: z.array(z.string()),
    }),
  ),
  record: sumSchema.describe(
    'What the incidents of this record come to, beside the last point; never added to it',
  ),
  compares: z
    .enum(['more than the record', 'within the record’s bounds', 'less than the record', 'not compared'])
    .describe('"not compared": the series is of a group of victims that the record has no toll of'),
  words: z.record(z.string(), claimWordsSchema),
  told: z.record(z.string(), reportCalledSchema),
});
export type SeriesOutput = z.infer<typeof seriesSchema>;

export const aggregatesOfRecord: Operation<z.infer<typeof aggregatesInputSchema>, SeriesOutput> = {
  name: 'record.aggregates',
  summary:
    'Show figures over many incidents as series of their own, beside what the record’s incidents come to.',
  input: aggregatesInputSchema,
  output: seriesSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record): AsyncGenerator<Outcome<SeriesOutput>> {
      const view = viewIn(input);
      if ('code' in view) {
        yield { ok: false, error: view };
        return;
      }
      const material = materialAsOf(view, await toldOver(record));
      const wanted = foldName(input.origin ?? '');
      const all = seriesOf(material, vocabularyOfContext(context)).filter(
        ({ harm, origin }) =>
          (input.harm === undefined || harm === input.harm) && ` ${foldName(origin)} `.includes(wanted),
      );
      if (all.length === 0) return;
      const incidents = await Incidents.of(record, view, context);
      const tolls = await tollsOf(record, view, incidents);
      const called = await incidents.called(material.reports);
      const { gazetteer } = context.knowledge();
      for (const series of all) {
        yield { ok: true, value: outputOf(series, { tolls, called, material, gazetteer }) };
      }
    }),
};

/** The reports that tell of more than one incident, with what people decided of them and of sources. */
async function toldOver({ db }: RecordStore): Promise<Material> {
  const rows = await db
    .selectFrom('claim')
    .select('report')
    .distinct()
    .where('scope', '=', 'aggregate')
    .orderBy('report')
    .execute();
  const ids = rows.map(({ report }) => report);
  const { general } = await standingOf(db);
  const judgements = [...general, ...(await judgementsAbout(db, ids))];
  return { reports: await loadKept(db, ids), copies: [], judgements };
}

type Toll = Pick<IncidentRecord, 'date' | 'place' | 'toll' | 'groups'>;

/** Of every incident when, where, how many: as they stand in the database where they are asked for as they are. */
async function tollsOf({ db }: RecordStore, { until, policy }: View, incidents: Incidents): Promise<Toll[]> {
  const tolls: Toll[] = [];
  const keep = ({ date, place, toll, groups }: Toll) =>
    void tolls.push({ toll, ...(date && { date }), ...(place && { place }), ...(groups && { groups }) });
  if (until === undefined && policy.name === 'accounts') {
    for await (const rows of rowsOf(db, 'incident'))
      for (const { body } of rows) keep(JSON.parse(String(body)) as IncidentRecord);
  } else for await (const { incident } of incidents.all()) keep(incident);
  return tolls;
}

interface Beside {
  readonly tolls: readonly Toll[];
  readonly called: SeriesOutput['told'];
  readonly material: Material;
  readonly gazetteer: Gazetteer;
}

function outputOf(series: Series, { tolls, called, material, gazetteer }: Beside): SeriesOutput {
  const { origin, harm, victims, since, area, points } = series;
  const reports = new Map(material.reports.map((report) => [report.id, report]));
  const claims = points.flatMap((point) => point.claims);
  const last = points.at(-1)!;
  const to = series.until ?? last.saidOn?.slice(0, 10) ?? null;
  const own = tolls.flatMap((each) => {
    const range = (victims === 'all' ? each.toll : each.groups?.[victims])?.[harm];
    return range ? [{ ...each, range }] : [];
  });
  const there = own.filter(
    ({ date, place }) => isWithin(date, since, to) && (area === null || isIn(place, area, gazetteer)),
  );
  const high = there.some(({ range }) => range.high === null)
    ? null
    : there.reduce((sum, { range }) => sum + range.high!, 0);
  const record = {
    from: since,
    to,
    area: area?.name ?? null,
    incidents: there.length,
    elsewhere: own.length - there.length,
    low: there.reduce((sum, { range }) => sum + range.low, 0),
    high,
  };
  return {
    origin,
    harm,
    victims,
    since,
    area,
    points: points.map((point) => ({
      saidOn: point.saidOn,
      count: point.count,
      claims: [...point.claims],
      reports: [...new Set(point.claims.map((ref) => ref.slice(0, ref.lastIndexOf('#'))))],
    })),
    record,
    compares: compared(last.count, record, victims === 'all' || own.length > 0),
    words: Object.fromEntries(
      claims.flatMap((ref) => {
        const at = ref.lastIndexOf('#');
        const report = reports.get(ref.slice(0, at));
        const claim = report?.reading.claims.find(({ id }) => id === ref.slice(at + 1));
        return report && claim
          ? [[ref, { quote: quoteOf(report, claim.evidence), evidence: claim.evidence }]]
          : [];
      }),
    ),
    told: Object.fromEntries(
      [...new Set(claims.map((ref) => ref.slice(0, ref.lastIndexOf('#'))))].flatMap((id) =>
        called[id] ? [[id, called[id]]] : [],
      ),
    ),
  };
}

function compared(
  { min, max }: { readonly min: number; readonly max: number | null },
  { low, high }: { readonly low: number; readonly high: number | null },
  isComparable: boolean,
): SeriesOutput['compares'] {
  if (!isComparable) return 'not compared';
  if (high !== null && min > high) return 'more than the record';
  if (max !== null && max < low) return 'less than the record';
  return 'within the record’s bounds';
}

/** Whether all its days lie in the time; what nobody can date lies in none but the whole. */
function isWithin(date: Toll['date'], from: string | null, to: string | null): boolean {
  const start = date?.start ?? date?.end;
  const end = date?.end ?? date?.start;
  if (!start || !end) return from === null && to === null;
  return (from === null || from <= start) && (to === null || end <= to);
}

/** A country by its code; a province or district by what the gazetteer knows to lie in it; else by its name alone. */
function isIn(place: Place | undefined, area: Place, gazetteer: Gazetteer): boolean {
  if (!place) return false;
  if (area.precision === 'country' && area.country !== undefined) return place.country === area.country;
  if (foldName(place.name) === foldName(area.name)) return true;
  const parents = new Set(gazetteer.find(area.name).map(({ index }) => index));
  return gazetteer.find(place.name).some(({ index }) => {
    const { province, district, country } = gazetteer.place(index);
    const isOne = place.country === undefined || place.country === country;
    return isOne && [province, district].some((parent) => parent !== null && parents.has(parent));
  });
}
