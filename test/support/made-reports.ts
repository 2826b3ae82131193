/** Random reports with readings as a reader might give them, for laws of the store: what reads them is tested elsewhere. */
import { anchorOf } from '../../src/model/anchors.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { refOf } from '../../src/model/record.ts';
import type { CapturePayload } from '../../src/store/apply.ts';
import type { Draft, JsonObject } from '../../src/store/entry.ts';
import type { Writing } from '../../src/store/record.ts';
import { contentOf } from '../../src/store/rows.ts';
import type { TakenReport } from '../../src/store/rules.ts';
import { kept, type Told } from '../incidents/kept.ts';

type Random = () => number;

const TOWNS = ['Orlu', 'Dern', 'Hask'];
const NAMES = ['Tamo Brill', 'Ana Vesk', 'Ferro Lund', 'Ilse Korn', 'Petar Haan'];
const STREETS = ['Halm Street', 'Mill Lane'];
const WAYS = ['a shell hit the bakery', 'a bomb went off at the market', 'gunmen fired on a bus'];
const SPEAKERS = ['the health ministry', 'police', 'Orlu hospital', 'a relative'];
const OUTLETS = ['orlu-post.example', 'dern-radio.example', 'hask-courier.example'];

/** Few towns, people and days, so that many reports are alike and many are in doubt; some tell of two incidents, some are copies. */
export function madeReports(random: Random, count: number): TakenReport[] {
  const made: TakenReport[] = [];
  for (let i = 0; i < count; i++) {
    const source = random() < 0.2 ? made[Math.floor(random() * made.length)] : undefined;
    made.push(source ? copyOf(source, i, random) : reportOf(i, random));
  }
  return made;
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

/** No two come out at one moment: which of two copies the other is told by that. */
function publishedOf(i: number, random: Random): string {
  const day = String(13 + Math.floor(random() * 6)).padStart(2, '0');
  return `2031-05-${day}T10:${String(i).padStart(2, '0')}:00Z`;
}

function reportOf(i: number, random: Random): TakenReport {
  const sentences: string[] = [];
  const speakers: string[] = [];
  const told = Array.from({ length: random() < 0.3 ? 2 : 1 }, (): Told => {
    const [place, named, speaker] = [pick(TOWNS, random), pick(NAMES, random), pick(SPEAKERS, random)];
    const killed = 1 + Math.floor(random() * 4);
    const day = `2031-05-${10 + Math.floor(random() * 3)}`;
    const words = `${killed} people, ${named} among them, died when ${pick(WAYS, random)} on ${pick(STREETS, random)} in ${place}, ${speaker} said.`;
    sentences.push(words);
    speakers.push(speaker);
    return { words, day, place, killed, named: [named] };
  });
  const text = sentences.join(' ');
  const published = publishedOf(i, random);
  const { reading } = kept(`r${i}`, text, told, { published });
  const attributions = speakers.map((speaker, j) => {
    const start = text.indexOf(sentences[j]!) + sentences[j]!.lastIndexOf(speaker);
    const source = [{ start, end: start + speaker.length, quote: speaker }];
    const kind = { speakerKind: 'government', stance: 'asserts' } as const;
    return { id: `a${j + 1}`, source, cue: [], content: [], speaker, ...kind };
  });
  const claims = reading.claims.map((claim, j) => ({ ...claim, attribution: [`a${j + 1}`] }));
  return {
    inside: `:${i}`,
    report: { id: `r${i}`, text, published },
    outlet: pick(OUTLETS, random),
    reading: { ...reading, attributions, claims },
  };
}

function copyOf({ report, reading }: TakenReport, i: number, random: Random): TakenReport {
  const id = `r${i}`;
  const published = publishedOf(i, random);
  return {
    inside: `:${i}`,
    report: { ...report, id, published },
    outlet: pick(OUTLETS, random),
    reading: { ...reading, report: { ...reading.report, id, published } },
  };
}

/** Puts reports into a record, in the order given, in one stroke. */
export function capture(writing: Writing, taken: readonly TakenReport[], at: string) {
  return writing.append(
    taken.map((each) => captureOf(each, at)),
    taken,
  );
}

export function captureOf({ report, inside }: TakenReport, at: string): Draft {
  const payload: CapturePayload = {
    report: report.id!,
    content: contentOf(report),
    evidence: '0'.repeat(64),
    inside,
    options: { name: 'made' },
    from: `made${inside}`,
    tool: 'made',
  };
  return { kind: 'capture', at, by: 'vera', payload: payload as unknown as JsonObject };
}

/** The nth judgement on some of these reports: of two mentions, of a claim, of a source. */
export function madeJudgement(random: Random, taken: readonly TakenReport[], n: number): Judgement {
  const common = {
    id: `j${n}`,
    at: `2031-06-01T00:00:${String(n).padStart(2, '0')}.000Z`,
    by: 'vera',
    role: pick(['recorder', 'reviewer', 'lead'] as const, random),
  };
  const mention = () => {
    const { report, reading } = pick(taken, random);
    const event = pick(reading.events, random);
    return { report: report.id!, ref: refOf(report.id!, event.id), evidence: event.evidence };
  };
  const claim = () => {
    const { report, reading } = pick(taken, random);
    return anchorOf(report.id!, pick(reading.claims, random));
  };
  const [a, b] = [mention(), mention()];
  const isPair = a.report !== b.report;
  const which = random();
  if (isPair && which < 0.35) return { ...common, kind: 'same-incident', a, b };
  if (isPair && which < 0.6) return { ...common, kind: 'different-incident', a, b };
  if (which < 0.75) return { ...common, kind: 'reject', claim: claim() };
  if (which < 0.85)
    return { ...common, kind: 'derives-from', claim: claim(), origin: pick(SPEAKERS, random) };
  if (which < 0.92)
    return { ...common, kind: 'same-source', a: SPEAKERS[0]!, b: pick(SPEAKERS.slice(1), random) };
  return { ...common, kind: 'source-order', sources: [pick(SPEAKERS, random), pick(SPEAKERS, random)] };
}
