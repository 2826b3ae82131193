/** PolNeAR on our own tokens: articles with their gold attributions as runs of tokens. Read from outside the project. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Doc, TokenIndex, TokenRange } from '../../src/language/doc.ts';

/** An attribution as spans of the text. */
export interface GoldSpans {
  readonly source: readonly [number, number][];
  readonly cue: readonly [number, number][];
  readonly content: readonly [number, number][];
  readonly cueHead?: readonly [number, number];
}

interface GoldLine {
  readonly id: string;
  readonly attributions: readonly GoldSpans[];
}

export interface GoldAttribution {
  readonly head: TokenIndex;
  readonly cue: TokenRange;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

export interface Article {
  readonly id: string;
  readonly doc: Doc;
  readonly gold: readonly GoldAttribution[];
}

export function readLines<T>(path: string): T[] {
  const text = gunzipSync(readFileSync(path)).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** The articles of one part, "train" or "dev", analysed by `analyse`. */
export function readArticles(
  folder: string,
  part: string,
  analyse: (text: string, id: string) => Doc,
): Article[] {
  const gold = new Map(readLines<GoldLine>(`${folder}/${part}.gold.jsonl.gz`).map((line) => [line.id, line]));
  return readLines<{ id: string; text: string }>(`${folder}/${part}.input.jsonl.gz`).map(({ id, text }) => {
    const doc = analyse(text, id);
    return { id, doc, gold: goldOn(doc, gold.get(id)?.attributions ?? []) };
  });
}

/** The attributions on the tokens of a Doc; one without a cue or content on any token is left out. */
export function goldOn(doc: Doc, attributions: readonly GoldSpans[]): GoldAttribution[] {
  return attributions.flatMap((line) => {
    const cue = rangesOf(doc, line.cue)[0];
    const content = rangesOf(doc, line.content);
    if (!cue || content.length === 0) return [];
    const head = line.cueHead ? doc.tokenAt(line.cueHead[0]) : headOf(doc, cue);
    return [{ head, cue, content, source: rangesOf(doc, line.source) }];
  });
}

/** Runs of tokens that the stretches touch; runs that meet are one. */
function rangesOf(doc: Doc, spans: readonly [number, number][]): TokenRange[] {
  const ranges: { from: TokenIndex; to: TokenIndex }[] = [];
  for (const [start, end] of spans) {
    const from = doc.tokenAt(start);
    let to = from;
    while (to < doc.length && doc.start(to) < end) to++;
    if (to === from) continue;
    const last = ranges.at(-1);
    if (last && last.to >= from) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  return ranges;
}

/** Where the corpus names no head: the last verb of the cue, else its last word. */
function headOf(doc: Doc, { from, to }: TokenRange): TokenIndex {
  for (let i = to - 1; i >= from; i--) if (doc.upos(i) === 'VERB') return i;
  for (let i = to - 1; i >= from; i--) if (/\p{L}/u.test(doc.form(i))) return i;
  return from;
}
