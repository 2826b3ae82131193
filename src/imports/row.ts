/**
 * One row of a project's table as a report with its reading: the cells are its text, a line each, so that every figure
 * stands on words like any other. The figures are the project's own word; nothing is concluded that the row does not say.
 */
import type { Claim, Count, Event, Harm, Reading, ReportInput } from '../model/reading.ts';
import { harmSchema } from '../model/reading.ts';
import { type Span, spanOf } from '../text/span.ts';
import type { Field, Mapping } from './mapping.ts';

export interface Imported {
  readonly report: ReportInput;
  readonly reading: Reading;
}

/** What is wrong with a row, for a person: "the date is no ISO day". */
export class BadRow extends Error {}

export const IMPORTER = { name: 'recount import', version: '1' } as const;

/** The report of some cells under their headings. Throws a BadRow. */
export function readRow(mapping: Mapping, headings: readonly string[], cells: readonly string[]): Imported {
  const row = new Row(mapping, headings, cells);
  const id = row.value('id');
  if (id === undefined)
    throw new BadRow(`it has no id: ${mapping.columns.id ?? 'no column of ids is named'}`);
  const event = eventOf(row);
  const claims = claimsOf(row, event !== null);
  const source = row.span('source');
  const project = spanOf(row.text, 0, mapping.project.length);
  const url = row.value('url');
  const published = row.value('published');
  const report: ReportInput = {
    id: `${mapping.project}:${id}`,
    text: row.text,
    title: `${mapping.project} ${id}`,
    ...(published === undefined ? {} : { published: dayOf(published, 'published') }),
    ...(url !== undefined && URL.canParse(url) ? { url } : {}),
  };
  const { text: _text, ...named } = report;
  const reading: Reading = {
    report: { ...named, language: 'und' },
    reader: { ...IMPORTER },
    attributions: [
      {
        id: 'a1',
        source: [project],
        cue: [],
        content: claims.flatMap(({ evidence }) => evidence),
        speaker: mapping.project,
        speakerKind: 'ngo',
        stance: 'asserts',
        ...(source ? { medium: source.quote } : {}),
      },
    ],
    claims,
    events: event ? [{ ...event, toll: tollOf(claims), tollFrom: tollFromOf(claims) }] : [],
    gaps: [],
    problems: [],
  };
  return { report, reading };
}

/** The project's name and the row's id, by which versions of one row are known; null for what is no imported row. */
export function rowNameOf({ reader, report }: Reading): { project: string; id: string } | null {
  if (reader.name !== IMPORTER.name || report.title === undefined) return null;
  const at = report.id.indexOf(':');
  return { project: report.id.slice(0, at), id: report.title };
}

/** A row's text with blanks for its headings, in which all rows are alike; as long as it was. */
export function withoutHeadings(text: string): string {
  return text.replaceAll(/^[^\n:]*:(?= )/gm, (heading) => ' '.repeat(heading.length));
}

class Row {
  readonly text: string;
  readonly mapping: Mapping;
  readonly #spans = new Map<string, Span>();

  constructor(mapping: Mapping, headings: readonly string[], cells: readonly string[]) {
    this.mapping = mapping;
    let text = `${mapping.project}\n`;
    const places: [heading: string, start: number, end: number][] = [];
    headings.forEach((heading, i) => {
      const cell = (cells[i] ?? '').trim();
      if (cell === '') return;
      const start = text.length + heading.length + 2;
      text += `${heading}: ${cell}\n`;
      places.push([heading, start, start + cell.length]);
    });
    this.text = text;
    for (const [heading, start, end] of places) this.#spans.set(heading, spanOf(text, start, end));
  }

  cell(heading: string | undefined): Span | undefined {
    return heading === undefined ? undefined : this.#spans.get(heading);
  }

  span(field: Field): Span | undefined {
    return this.cell(this.mapping.columns[field]);
  }

  value(field: Field): string | undefined {
    return this.span(field)?.quote;
  }
}

function eventOf(row: Row): Event | null {
  const date = row.span('date');
  const place = row.span('place');
  if (!date && !place) return null;
  const end = row.span('dateEnd');
  const days = date && {
    start: dayOf(date.quote, 'date'),
    end: end ? dayOf(end.quote, 'date') : dayOf(date.quote, 'date'),
  };
  const perpetrators = row.span('perpetrators');
  const [latitude, longitude] = [row.value('latitude'), row.value('longitude')];
  const country = row.value('country');
  return {
    id: 'e1',
    type: row.value('type')?.toLowerCase() ?? 'unknown',
    ...(days
      ? {
          date: {
            ...days,
            precision: days.start === days.end ? ('day' as const) : ('range' as const),
            extent: 'within' as const,
            evidence: end ? [date, end] : [date],
          },
        }
      : {}),
    ...(place
      ? {
          place: {
            name: place.quote,
            precision: 'unknown' as const,
            evidence: [place],
            ...(latitude && longitude
              ? { latitude: numberIn(latitude), longitude: numberIn(longitude) }
              : {}),
            ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
          },
        }
      : {}),
    perpetrators: perpetrators
      ? [
          {
            name: perpetrators.quote,
            kind: 'unknown',
            responsibility: 'stated',
            attribution: ['a1'],
            evidence: [perpetrators],
          },
        ]
      : [],
    targets: [],
    weapons: [],
    toll: {},
    civilianToll: {},
    tollFrom: {},
    civilianTollFrom: {},
    evidence: [date ?? place!],
  };
}

function claimsOf(row: Row, hasEvent: boolean): Claim[] {
  const { of, figures } = row.mapping;
  if (of === 'victims') return [victimOf(row, hasEvent)];
  return figures.flatMap((figure, i) => {
    const [low, high] = [row.cell(figure.min), row.cell(figure.max)];
    const only = low ?? high;
    if (!only) return [];
    const count = countOf(low?.quote, high?.quote);
    if (count.max === 0 && figure.zero === 'not told') return [];
    const victims = row.span('victims');
    const harm = harmIn(row) ?? figure.harm;
    return [
      {
        ...claimOf(`c${i + 1}`, harm, count, high && low ? [low, high] : [only], hasEvent),
        victims: {
          civilianStatus: figure.status ?? 'unknown',
          named: [],
          evidence: victims ? [victims] : [],
          ...((victims?.quote ?? figure.victims) ? { text: victims?.quote ?? figure.victims! } : {}),
        },
      },
    ];
  });
}

function victimOf(row: Row, hasEvent: boolean): Claim {
  const name = row.span('name');
  if (!name) throw new BadRow('it names nobody');
  const age = row.value('age');
  const gender = /^(f|female|woman|girl)$/i.test(row.value('gender') ?? '')
    ? ('female' as const)
    : /^(m|male|man|boy)$/i.test(row.value('gender') ?? '')
      ? ('male' as const)
      : undefined;
  const victim = {
    name: name.quote,
    identity: 'stated' as const,
    evidence: [name],
    ...(age && /^\d{1,3}$/.test(age) ? { age: Number(age) } : {}),
    ...(gender ? { gender } : {}),
  };
  const count: Count = { min: 1, max: 1, kind: 'exact', approximate: false };
  return {
    ...claimOf('c1', harmIn(row) ?? 'killed', count, [name], hasEvent),
    victims: { civilianStatus: statusIn(row), named: [victim], evidence: [name] },
  };
}

function claimOf(
  id: string,
  harm: Harm,
  count: Count,
  evidence: Span[],
  hasEvent: boolean,
): Omit<Claim, 'victims'> {
  return {
    id,
    event: hasEvent ? 'e1' : null,
    scope: 'incident',
    harm,
    count,
    perpetrators: [],
    attribution: ['a1'],
    stance: 'asserted',
    relations: [],
    evidence,
    confidence: 1,
  };
}

function countOf(low: string | undefined, high: string | undefined): Count {
  const min = low === undefined ? 0 : wholeIn(low);
  const max = high === undefined ? min : wholeIn(high);
  if (max < min) throw new BadRow(`its highest figure, ${max}, is below its lowest, ${min}`);
  const kind = min === max ? 'exact' : low === undefined ? 'up to' : 'between';
  return { min, max, kind, approximate: false };
}

function harmIn(row: Row): Harm | null {
  const told = row.value('harm')?.toLowerCase();
  if (told === undefined) return null;
  const short: Readonly<Record<string, Harm>> = {
    k: 'killed',
    i: 'injured',
    dead: 'killed',
    wounded: 'injured',
  };
  const { success, data } = harmSchema.safeParse(short[told] ?? told);
  if (!success) throw new BadRow(`"${told}" is no harm; there are ${harmSchema.options.join(', ')}`);
  return data;
}

function statusIn(row: Row): Claim['victims']['civilianStatus'] {
  const told = row.value('status')?.toLowerCase();
  return told === 'civilian' || told === 'combatant' ? told : 'unknown';
}

/** ISO, at the start of what stands there; "2031-05-02 00:00:00.000" too. */
function dayOf(text: string, what: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day === undefined || Number.isNaN(Date.parse(day)))
    throw new BadRow(`its ${what}, "${text}", is no ISO day`);
  return day;
}

function wholeIn(text: string): number {
  const plain = text.replaceAll(/[,\s\u00a0]/g, '');
  if (!/^\d+(\.0+)?$/.test(plain)) throw new BadRow(`"${text}" is no whole number`);
  return Number(plain);
}

function numberIn(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new BadRow(`"${text}" is no number`);
  return value;
}

function tollOf(claims: readonly Claim[]): Event['toll'] {
  const whole = Map.groupBy(claims, ({ harm }) => harm);
  return Object.fromEntries(
    [...whole].filter(([, own]) => own.length === 1).map(([harm, [own]]) => [harm, own!.count]),
  );
}

function tollFromOf(claims: readonly Claim[]): Event['tollFrom'] {
  const whole = Map.groupBy(claims, ({ harm }) => harm);
  return Object.fromEntries(
    [...whole]
      .filter(([, own]) => own.length === 1)
      .map(([harm, [own]]) => [harm, { min: [own!.id], max: [own!.id] }]),
  );
}
