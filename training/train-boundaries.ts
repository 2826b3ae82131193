/**
 * Learns where sentences end within a line, from treebanks' raw text: an averaged perceptron with a margin.
 *
 *   node training/train-boundaries.ts --out data/en/boundaries.bin --dev DEV.conllu TRAIN.conllu…
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type GoldDocument, readTreebank } from '../evaluation/treebank.ts';
import { BOUNDARY_FEATURES, BoundaryReader } from '../src/language/boundaries.ts';
import { tokenize } from '../src/language/tokenize.ts';
import { ENGLISH_SEGMENTER, ENGLISH_TOKENIZER } from '../src/languages/en/tokenizer-exceptions.ts';
import { randomFrom, shuffle } from './random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'data/en/boundaries.bin' },
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '8' },
    dev: { type: 'string', multiple: true, default: [] },
  },
});
const SIZE = 1 << 17;
const MARGIN = 3;

interface Gaps {
  readonly features: Int32Array;
  readonly ends: Uint8Array;
}

/** The gaps of a document that the model is asked about. Line breaks end sentences by rule and are no question. */
function gapsOf(document: GoldDocument): Gaps {
  const { text, sentences } = document;
  const tokens = tokenize(text, ENGLISH_TOKENIZER);
  const firsts = new Set(sentences.map(({ words }) => words[0]!.start));
  const reader = new BoundaryReader(text, tokens, ENGLISH_SEGMENTER, SIZE);
  const features: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i + 1 < tokens.count; i++) {
    const isEnd = firsts.has(tokens.starts[i + 1]!);
    const isBreak = text.slice(tokens.ends[i]!, tokens.starts[i + 1]!).includes('\n');
    if (!isBreak && reader.isCandidate(i)) {
      reader.read(i);
      features.push(...reader.features);
      ends.push(isEnd ? 1 : 0);
    }
    if (isEnd || isBreak) reader.begin(i + 1);
  }
  return { features: Int32Array.from(features), ends: Uint8Array.from(ends) };
}

function upperCased(document: GoldDocument): GoldDocument | null {
  const text = document.text.toUpperCase();
  return text.length === document.text.length ? { text, sentences: document.sentences } : null;
}

/** A copy as a page of headlines: Capitals on Longer Words, a line for each sentence, so that no sentence ends within a line. */
function headlines(document: GoldDocument): GoldDocument {
  const letters = [
    ...document.text
      .replace(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{3})/gu, (c) =>
        c.toUpperCase().length === 1 ? c.toUpperCase() : c,
      )
      .split(''),
  ];
  for (const { words } of document.sentences) {
    const end = words.at(-1)!.end;
    if (letters[end] === ' ') letters[end] = '\n';
  }
  return { text: letters.join(''), sentences: document.sentences };
}

const train: Gaps[] = [];
const random = randomFrom(Number(values.seed));
for (const document of positionals.flatMap((path) => readTreebank(path))) {
  train.push(gapsOf(document));
  const copy = random() < 0.25 ? upperCased(document) : null;
  if (copy !== null) train.push(gapsOf(copy));
  if (random() < 0.15) train.push(gapsOf(headlines(document)));
}
const dev = values.dev.map((path) => readTreebank(path).map(gapsOf));

const weights = new Float64Array(SIZE);
const sums = new Float64Array(SIZE);
let step = 1;
for (let epoch = 0; epoch < Number(values.epochs); epoch++) {
  let errors = 0;
  for (const { features, ends } of shuffle(train, random)) {
    for (let g = 0; g < ends.length; g++, step++) {
      let score = 0;
      for (let k = 0; k < BOUNDARY_FEATURES; k++) score += weights[features[g * BOUNDARY_FEATURES + k]!]!;
      const wanted = ends[g] === 1 ? 1 : -1;
      if (score * wanted <= 0) errors++;
      if (score * wanted > MARGIN) continue;
      for (let k = 0; k < BOUNDARY_FEATURES; k++) {
        const f = features[g * BOUNDARY_FEATURES + k]!;
        weights[f]! += wanted;
        sums[f]! += wanted * step;
      }
    }
  }
  console.log(`epoch ${epoch + 1}: ${errors} errors${dev.map((gaps) => `, dev ${report(gaps)}`).join('')}`);
}
const mean = weights.map((w, f) => w - sums[f]! / step);
const largest = mean.reduce((max, w) => Math.max(max, Math.abs(w)), 1);
writeFileSync(
  values.out!,
  Buffer.from(Int16Array.from(mean, (w) => Math.round((w / largest) * 32_000)).buffer),
);

function report(documents: readonly Gaps[]): string {
  let [right, found, gold] = [0, 0, 0];
  for (const { features, ends } of documents) {
    for (let g = 0; g < ends.length; g++) {
      let score = 0;
      for (let k = 0; k < BOUNDARY_FEATURES; k++) {
        const f = features[g * BOUNDARY_FEATURES + k]!;
        score += weights[f]! - sums[f]! / step;
      }
      if (score > 0) found++;
      if (ends[g] === 1) gold++;
      if (score > 0 && ends[g] === 1) right++;
    }
  }
  return `${((200 * right) / (found + gold)).toFixed(2)} (${gold} ends)`;
}
