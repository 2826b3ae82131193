/**
 * Reports whose readings were coded by hand, a figure a line, so that accounts are tested without any reader:
 *
 *     # r1 · Orlu Post · 2025-03-09T18:00Z
 *     killed 12 | Velland's health ministry, government, for Velland | on 2025-03-09 | 3 children
 *     killed 2 | the report itself | title
 *     gap withheld identity | names of the dead
 *     copy of r0
 *
 * The lines are the text that the spans stand on; "updates 1" names the first figure of the report. `event e2` and
 * `event e2 2025-03-10 Orlu` open another event, for the figures after it.
 */

import type { IncidentGroup, Material } from '../../src/accounts/index.ts';
import type { Attribution, Claim, Count, Event, Gap, Reading } from '../../src/model/reading.ts';
import type { CopyRelation, KeptReport } from '../../src/model/record.ts';

/** "32", "32+" at least, "..30" up to, "12..15" between, "~40" about, "24v" vague, "2u" unstated. */
export function countOf(figure: string): Count {
  const n = Number(/\d+/.exec(figure)?.[0]);
  const approximate = figure.startsWith('~') || figure.endsWith('v');
  if (figure.startsWith('..')) return { min: 0, max: n, kind: 'up to', approximate };
  if (figure.includes('..'))
    return { min: n, max: Number(figure.split('..')[1]), kind: 'between', approximate };
  if (figure.endsWith('+')) return { min: n, max: null, kind: 'at least', approximate };
  if (figure.endsWith('v')) return { min: n, max: null, kind: 'vague', approximate };
  if (figure.endsWith('u')) return { min: n, max: null, kind: 'unstated', approximate };
  return { min: n, max: n, kind: figure.startsWith('~') ? 'about' : 'exact', approximate };
}

/** The material that a text of coded reports tells of. */
export function codedMaterial(text: string): Material {
  const blocks = text
    .split(/^# /m)
    .slice(1)
    .map((block) => block.split('\n').filter((line) => line.trim() && !line.startsWith('//')));
  const reports = blocks.map(codedReport);
  const copies = reports.flatMap((report, i) => copiesIn(report, blocks[i]!, reports));
  return { reports, copies, judgements: [] };
}

/** All events of the same id over all reports as one incident; "e1" is the main one. */
export function groupsOf({ reports }: Material): IncidentGroup[] {
  const ids = [...new Set(reports.flatMap(({ reading }) => reading.events.map(({ id }) => id)))].sort();
  return ids.map((event) => {
    const telling = reports.filter(({ reading }) => reading.events.some(({ id }) => id === event));
    const isMain = ({ reading }: KeptReport): boolean => reading.events[0]?.id === event;
    return {
      incident: event,
      mentions: telling.map(({ id }) => `${id}#${event}`),
      reports: telling.filter(isMain).map(({ id }) => id),
      alsoIn: telling.filter((report) => !isMain(report)).map(({ id }) => id),
    };
  });
}

const HARM = /^(killed or injured|killed|injured|missing|detained|abducted|displaced) (\S+)$/;
const STANCE = /^(asserted|acknowledged|estimated|alleged|unconfirmed|rumoured|denied)$/;
const STATUS = /^(civilian|combatant|mixed|contested)$/;
const RELATION = /^(part of|updates|corrects|repeats|confirms|contradicts) (\d+)$/;

function codedReport([head, ...lines]: readonly string[]): KeptReport {
  const [id, outlet, published] = head!.split('·').map((part) => part.trim());
  const text = lines.join('\n');
  const attributions: Attribution[] = [];
  const claims: Claim[] = [];
  const gaps: Gap[] = [];
  const events: Event[] = [];
  let offset = 0;
  let event = 'e1';
  for (const line of lines) {
    const span = { start: offset, end: offset + line.length, quote: line };
    offset += line.length + 1;
    const [first, ...rest] = line.split('|').map((part) => part.trim());
    const opened = /^event (e\d+)(?: (\d{4}-\d{2}-\d{2}))?(?: (.+))?$/.exec(first!);
    if (opened) {
      event = opened[1]!;
      events.push(eventOf(event, opened[2], opened[3], rest, span));
      continue;
    }
    const gap = /^gap (unknown|unconfirmed|withheld|no comment) ?(\w+)?$/.exec(first!);
    if (gap) {
      gaps.push({
        kind: gap[1] as Gap['kind'],
        about: rest[0] ?? '',
        event,
        ...(gap[2] ? { field: gap[2] as NonNullable<Gap['field']> } : {}),
        evidence: [span],
        attribution: [],
      });
      continue;
    }
    const figure = HARM.exec(first!);
    if (!figure) continue;
    if (!events.some((one) => one.id === event)) events.push(eventOf(event, undefined, undefined, [], span));
    const [source, ...options] = rest;
    const attribution = attributionOf(source ?? '', options, `a${attributions.length + 1}`, span);
    if (attribution) attributions.push(attribution);
    claims.push(claimOf(`c${claims.length + 1}`, figure, event, attribution, options, span));
  }
  const reading: Reading = {
    report: { id: id!, language: 'en', ...(published ? { published } : {}) },
    reader: { name: 'a person', version: '1' },
    attributions,
    claims,
    events,
    gaps,
    problems: [],
  };
  return {
    id: id!,
    text,
    ...(outlet ? { outlet } : {}),
    ...(published ? { published } : {}),
    recordedAt: new Date(Date.parse(published || '1970-01-01')).toISOString(),
    reading,
  };
}

type Span = Claim['evidence'][number];

function eventOf(
  id: string,
  day: string | undefined,
  place: string | undefined,
  options: readonly string[],
  span: Span,
): Event {
  return {
    id,
    type: 'unknown',
    ...(day ? { date: { start: day, end: day, precision: 'day', extent: 'within', evidence: [] } } : {}),
    ...(place ? { place: { name: place, precision: 'city', evidence: [] } } : {}),
    perpetrators: options.map((option) => {
      const [name, responsibility] = option.replace(/^by /, '').split(', ');
      return {
        name: name!,
        kind: 'military' as const,
        responsibility: (responsibility ?? 'stated') as Event['perpetrators'][number]['responsibility'],
        attribution: [],
        evidence: [],
      };
    }),
    targets: [],
    weapons: [],
    toll: {},
    civilianToll: {},
    tollFrom: {},
    civilianTollFrom: {},
    evidence: [span],
  };
}

/** "Velland's health ministry, government, for Velland, spoken by Irena Dovall"; nothing for the report's own voice. */
function attributionOf(
  source: string,
  options: readonly string[],
  id: string,
  span: Span,
): Attribution | null {
  const [name, ...details] = source.split(', ');
  if (!name || name === 'the report itself') return null;
  const after = (word: string): string | undefined =>
    details.find((detail) => detail.startsWith(`${word} `))?.slice(word.length + 1);
  const day = options.find((option) => option.startsWith('on '))?.slice(3);
  const kind = details.find((detail) => KINDS.has(detail)) ?? 'unknown';
  const behalf = after('for');
  const stance = options.includes('denied')
    ? 'denies'
    : options.includes('acknowledged')
      ? 'acknowledges'
      : 'asserts';
  return {
    id,
    source: [{ ...span, quote: after('as') ?? name }],
    cue: [],
    content: [span],
    speaker: name,
    speakerKind: kind as Attribution['speakerKind'],
    ...(details.includes('not named') ? { anonymous: {} } : {}),
    ...(behalf === undefined ? {} : { speaksFor: behalf }),
    ...(day ? { saidOn: { start: day, end: day, precision: 'day', extent: 'within', evidence: [] } } : {}),
    stance,
  };
}

const KINDS = new Set(
  'government military police medical eyewitness family media ngo intergovernmental expert other'
    .split(' ')
    .concat('armed group'),
);

function claimOf(
  id: string,
  [, harm, figure]: readonly string[],
  event: string,
  attribution: Attribution | null,
  options: readonly string[],
  span: Span,
): Claim {
  const find = (pattern: RegExp): RegExpExecArray | undefined =>
    options.map((option) => pattern.exec(option)).find((match) => match !== null) ?? undefined;
  const groups = Object.fromEntries(
    options.flatMap((option) => {
      const match = /^(\S+) (children|women|men|attackers)$/.exec(option);
      return match ? [[match[2]!, countOf(match[1]!)]] : [];
    }),
  );
  const text = find(/^of (.+)$/)?.[1];
  const side = find(/^side (.+)$/)?.[1];
  const names = find(/^named (.+)$/)?.[1]?.split('; ') ?? [];
  const scope = options.includes('aggregate') ? 'aggregate' : 'incident';
  const covers = find(/^covers (.+)$/)?.[1]?.split(' ');
  return {
    id,
    event: covers ? null : event,
    scope,
    ...(covers ? { covers } : {}),
    harm: harm as Claim['harm'],
    count: countOf(figure!),
    victims: {
      ...(text === undefined ? {} : { text }),
      civilianStatus: (find(STATUS)?.[1] ?? 'unknown') as Claim['victims']['civilianStatus'],
      ...(side === undefined ? {} : { affiliation: side }),
      ...groups,
      named: names.map((named) => {
        const [, name, age, doubt] = /^([^(?]+?)(?: \((\d+)\))?(\?)?$/.exec(named.trim())!;
        return {
          name: name!,
          ...(age ? { age: Number(age) } : {}),
          identity: doubt ? ('unconfirmed' as const) : ('stated' as const),
          evidence: [span],
        };
      }),
      evidence: [],
    },
    perpetrators: [],
    attribution: attribution ? [attribution.id] : [],
    stance: (find(STANCE)?.[1] ?? 'asserted') as Claim['stance'],
    relations: options.flatMap((option) => {
      const match = RELATION.exec(option);
      return match ? [{ to: `c${match[2]}`, kind: match[1] as Claim['relations'][number]['kind'] }] : [];
    }),
    evidence: [options.includes('title') ? { ...span, in: 'title' } : span],
    confidence: 1,
  };
}

/** "copy of r1": every line that stands in r1 letter by letter is a copied passage. */
function copiesIn(
  report: KeptReport,
  lines: readonly string[],
  reports: readonly KeptReport[],
): CopyRelation[] {
  return lines.flatMap((line): CopyRelation[] => {
    const id = /^copy of (\S+)/.exec(line)?.[1];
    const source = reports.find((other) => other.id === id);
    if (!source) return [];
    const passages = report.text.split('\n').flatMap((own) => {
      const start = report.text.indexOf(own);
      const sourceStart = source.text.indexOf(own);
      return own && sourceStart >= 0
        ? [{ start, end: start + own.length, sourceStart, sourceEnd: sourceStart + own.length }]
        : [];
    });
    return [{ report: report.id, source: source.id, kind: 'copy', share: 1, passages }];
  });
}
