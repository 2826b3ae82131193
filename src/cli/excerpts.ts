/** The sentences of a report that a row stands on, with the places of its marks in them. */
import type { ReportInput } from '../model/reading.ts';
import type { Mark, MarkKind } from './view.ts';

/** Whole sentences of the text or of the title; marks are offsets in `text`, in order, never overlapping. */
export interface Excerpt {
  readonly in: 'title' | 'text';
  readonly start: number;
  /** Of a document that has several. */
  readonly page?: number;
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly kind: MarkKind }[];
}

/** Sentences that hold marks, in reading order, neighbours joined. Sentence ends serve display only and are found by Unicode's rules. */
export function excerptsOf(
  { text, title = '' }: ReportInput,
  marks: readonly Mark[],
  pages: readonly number[] = [],
): Excerpt[] {
  return (['title', 'text'] as const).flatMap((part) => {
    const whole = part === 'title' ? title : text;
    const inPart = marks.filter(({ span }) => (span.in === 'title') === (part === 'title'));
    return joined(inPart.map(({ span }) => sentenceAround(whole, span.start, span.end))).map(
      ({ start, end }): Excerpt => ({
        in: part,
        start,
        text: whole.slice(start, end),
        marks: flattened(inPart, start, end),
        ...(part === 'text' && pages.length > 0 ? { page: pageAt(start, pages) } : {}),
      }),
    );
  });
}

/** The page on which a place of the text stands, from 1. */
function pageAt(offset: number, starts: readonly number[]): number {
  return Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Longest stretch of a line that is looked at for sentence ends: some reports are one endless line. */
const REACH = 2000;

function sentenceAround(text: string, start: number, end: number): Stretch {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - REACH, 0);
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + REACH);
  let from = lineStart;
  let to = lineEnd;
  for (const sentence of sentencesOf(text.slice(lineStart, lineEnd))) {
    const sentenceStart = lineStart + sentence.start;
    if (sentenceStart <= start) from = sentenceStart;
    if (lineStart + sentence.end >= end) {
      to = lineStart + sentence.end;
      break;
    }
  }
  return { start: from, end: Math.max(to, end) };
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A short word with a capital and a stop ends no sentence: "St.", "Gen.", "J.". Joining too much only shows a little more. */
const ABBREVIATION = /(?:^|[\s.(])\p{Lu}\p{L}{0,3}\.\s*$/u;

function* sentencesOf(line: string): Generator<Stretch> {
  let start = 0;
  for (const { index, segment } of SENTENCES.segment(line)) {
    const end = index + segment.length;
    if (end < line.length && ABBREVIATION.test(segment)) continue;
    yield { start, end: start + line.slice(start, end).trimEnd().length };
    start = end;
  }
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && stretch.start <= last.end + 1) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    } else merged.push(stretch);
  }
  return merged;
}

const STRENGTH: Readonly<Record<MarkKind, number>> = { figure: 3, gap: 2, cue: 1, source: 0 };

/** Marks as runs that do not overlap: where two meet, the stronger keeps the place. */
function flattened(marks: readonly Mark[], start: number, end: number): Excerpt['marks'] {
  const kinds: (MarkKind | undefined)[] = new Array(end - start);
  for (const { kind, span } of [...marks].sort((a, b) => STRENGTH[a.kind] - STRENGTH[b.kind])) {
    for (let at = Math.max(span.start, start); at < Math.min(span.end, end); at++) kinds[at - start] = kind;
  }
  const runs: { start: number; end: number; kind: MarkKind }[] = [];
  kinds.forEach((kind, at) => {
    const last = runs.at(-1);
    if (kind && last?.kind === kind && last.end === at) last.end = at + 1;
    else if (kind) runs.push({ start: at, end: at + 1, kind });
  });
  return runs;
}
