/**
 * How well the fields of an attribution are read (speaker, for whom, through what, to whom, when, how), on invented reports
 * with gold written by hand before the code: `test/gold/attribution/`. One half was seen while the code was written, the
 * other was not.
 *
 *   node evaluation/attribution.ts [seen] [unseen] [--failures]
 *
 * A gold attribution is found where a predicted content holds its words. Each field is right where it says what the gold
 * says, or where both say nothing; of an attribution that is not found every field that the gold states is wrong.
 */
import { readFileSync } from 'node:fs';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { english } from '../src/languages/en/language.ts';
import { ENGLISH_READING } from '../src/languages/en/reading.ts';
import type { Attribution, ReportInput } from '../src/model/reading.ts';
import { unread } from '../src/reading/annotations.ts';
import { ANNOTATORS } from '../src/reading/annotators.ts';
import { Source } from '../src/reading/source.ts';

/** Text fields give alternatives divided by "|"; an empty one means that the field may be left out. `anonymous` "maybe": either. */
export interface GoldAttribution {
  readonly content: string;
  readonly speaker: string;
  readonly speakerKind: string;
  readonly stance: string;
  readonly speaksFor?: string;
  readonly medium?: string;
  readonly toldTo?: string;
  readonly saidOn?: string;
  readonly saidAt?: string;
  readonly anonymous?: boolean | 'maybe';
}

export interface GoldReport {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

export const FIELDS = [
  'speaker',
  'speakerKind',
  'speaksFor',
  'medium',
  'toldTo',
  'saidOn',
  'saidAt',
  'stance',
  'anonymous',
] as const;
export type Field = (typeof FIELDS)[number];

export interface FieldScore {
  /** Fields that are right, of all, stated and left out alike. */
  right: number;
  all: number;
  /** The same over the fields that gold or reading states. */
  statedRight: number;
  stated: number;
}

export interface Outcome {
  readonly attributions: number;
  readonly found: number;
  readonly fields: Record<Field, FieldScore>;
  readonly failures: readonly string[];
}

/** The attributions of a report, read with no more than attribution needs. */
export function attributionsOf(
  report: ReportInput,
): (Attribution & { by: readonly string[]; cites: number | null })[] {
  const source = new Source(report, english());
  const annotations = unread(source);
  for (const annotator of ANNOTATORS) {
    annotator.run(annotations, ENGLISH_READING, loadKnowledge());
    if (annotator.gives.includes('attributions')) break;
  }
  return annotations.attributions.map(({ source: speaker, cue, content, details, cites, by }, i) => ({
    id: `a${i + 1}`,
    source: speaker.map((range) => source.span(range)),
    cue: cue.map((range) => source.span(range)),
    content: content.map((range) => source.span(range)),
    ...details,
    cites: cites ?? null,
    by,
  }));
}

export function loadGold(half: string): GoldReport[] {
  return readFileSync(new URL(`../test/gold/attribution/${half}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldReport);
}

export function scoreFields(reports: readonly GoldReport[]): Outcome {
  const fields = Object.fromEntries(
    FIELDS.map((field) => [field, { right: 0, all: 0, statedRight: 0, stated: 0 }]),
  ) as Record<Field, FieldScore>;
  const failures: string[] = [];
  let count = 0;
  let found = 0;
  for (const { attributions: golds, ...report } of reports) {
    const attributions = attributionsOf(report);
    for (const gold of golds) {
      count++;
      const predicted = matching(attributions, gold);
      if (predicted) found++;
      else failures.push(`${report.id} “${gold.content}”: not found`);
      for (const field of FIELDS) {
        const want = gold[field];
        const got = predicted ? fieldOf(predicted, field) : null;
        const isRight = predicted ? agrees(field, want, got) : want === undefined;
        const isStated = (want !== undefined && want !== 'maybe') || got !== null;
        const score = fields[field];
        score.all++;
        if (isRight) score.right++;
        if (isStated) {
          score.stated++;
          if (isRight) score.statedRight++;
        }
        if (!isRight && predicted) failures.push(`${report.id} “${gold.content}” ${field}: ${want} ≠ ${got}`);
      }
    }
  }
  return { attributions: count, found, fields, failures };
}

/** The attribution whose content holds the words; of several the one with the shortest content. */
function matching(attributions: readonly Attribution[], { content }: GoldAttribution): Attribution | null {
  const holding = attributions
    .map((attribution) => ({ attribution, text: attribution.content.map(({ quote }) => quote).join(' ') }))
    .filter(({ text }) => plain(text).includes(plain(content)));
  // the body before the title, which says the same in other words
  const inTitle = ({ attribution }: (typeof holding)[number]): number =>
    attribution.content.every((span) => span.in === 'title') ? 1 : 0;
  holding.sort((a, b) => inTitle(a) - inTitle(b) || a.text.length - b.text.length);
  return holding[0]?.attribution ?? null;
}

function fieldOf(attribution: Attribution, field: Field): string | null {
  if (field === 'saidOn')
    return attribution.saidOn ? `${attribution.saidOn.start}..${attribution.saidOn.end}` : null;
  if (field === 'anonymous') return attribution.anonymous ? 'true' : null;
  return attribution[field] ?? null;
}

function agrees(field: Field, want: string | boolean | undefined, got: string | null): boolean {
  if (want === 'maybe') return true;
  if (want === undefined || want === false) return got === null;
  const choices = String(want).split('|');
  if (got === null) return choices.includes('');
  if (field === 'saidOn') {
    const [start, end] = got.split('..');
    return choices.some((day) => day !== '' && start! <= day && day <= end!);
  }
  if (field === 'speakerKind' || field === 'stance' || field === 'anonymous') return choices.includes(got);
  return choices.some((choice) => choice !== '' && isSameText(plain(choice), plain(got)));
}

/** Equal, or one within the other as whole words: "Petar Haan" and "Colonel Petar Haan". */
function isSameText(a: string, b: string): boolean {
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

/** In lower case, without articles and marks; an army is a military by the list of parties. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\b(?:the|a|an)\b|[.,“”"]/g, ' ')
    .replace(/\b(?:army|air force)\b/g, 'military')
    .replace(/\s+/g, ' ')
    .trim();
}

export function percent(right: number, all: number): string {
  return all === 0 ? '–' : ((100 * right) / all).toFixed(1);
}

if (import.meta.main) {
  const halves = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  for (const half of halves.length > 0 ? halves : ['seen']) {
    const { attributions, found, fields, failures } = scoreFields(loadGold(half));
    console.log(`${half}: ${found} of ${attributions} attributions found`);
    const sum = { right: 0, all: 0, statedRight: 0, stated: 0 };
    for (const field of FIELDS) {
      const score = fields[field];
      for (const key of Object.keys(sum) as (keyof FieldScore)[]) sum[key] += score[key];
      console.log(
        `  ${field.padEnd(12)} ${percent(score.right, score.all).padStart(6)} of all, ${percent(score.statedRight, score.stated).padStart(6)} of ${score.stated} stated`,
      );
    }
    console.log(
      `  all fields   ${percent(sum.right, sum.all).padStart(6)} of all, ${percent(sum.statedRight, sum.stated).padStart(6)} of ${sum.stated} stated`,
    );
    if (process.argv.includes('--failures')) for (const failure of failures) console.log(`  - ${failure}`);
  }
}
