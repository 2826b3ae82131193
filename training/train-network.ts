/**
 * Trains the tagger and parser of a language on treebanks.
 *
 *   node training/train-network.ts --out data/built/training/en.f32 --seed 1 --dev DEV.conllu --entities NER.jsonl.gz TRAIN.conllu…
 *
 * Goes on from the last whole epoch when started again. Prints a line every few seconds and scores on --dev after each epoch.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readTreebank } from '../evaluation/treebank.ts';
import { FEATURE_COUNT, FEATURES } from '../src/language/features.ts';
import { LexiconIndex, readLexicon } from '../src/language/lexicon.ts';
import { bestTree } from '../src/language/tree-decoder.ts';
import { ENGLISH_TOKENIZER } from '../src/languages/en/tokenizer-exceptions.ts';
import { Adam } from './adam.ts';
import { readArrays, writeArrays } from './arrays.ts';
import { DETAIL_MARKS, NAME_MARKS, namesInGum, readMarked } from './entities.ts';
import {
  exampleOf,
  FeatureRows,
  hashesOf,
  lowerCased,
  namesOf,
  sentencesOf,
  type TrainingSentence,
  titleCased,
  upperCased,
  withoutStop,
} from './examples.ts';
import { renamed } from './name-pools.ts';
import { type Example, Network, type Shape } from './network.ts';
import { quantified } from './quantities.ts';
import { randomFrom, shuffle } from './random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'data/built/training/en.f32' },
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '16' },
    rate: { type: 'string', default: '0.002' },
    width: { type: 'string', default: '128' },
    layers: { type: 'string', default: '3' },
    batch: { type: 'string', default: '600' },
    dev: { type: 'string' },
    entities: { type: 'string', multiple: true, default: [] },
    entityDev: { type: 'string', multiple: true, default: [] },
    lexicon: { type: 'string' },
    limit: { type: 'string' },
  },
});
const CASE_FEATURES = new Set([FEATURES.indexOf('shape'), FEATURES.indexOf('setting')]);
const epochs = Number(values.epochs);
const random = randomFrom(Number(values.seed));

let sentences = positionals.flatMap((path) => sentencesOf(readTreebank(path)));
if (values.limit !== undefined) sentences = sentences.slice(0, Number(values.limit));
const names = namesOf(sentences);
const marks = sentences.map((sentence) => ({
  names: namesInGum(sentence),
  details: null as Uint8Array | null,
}));
for (const marked of values.entities.flatMap((path) => readMarked(path, ENGLISH_TOKENIZER))) {
  sentences.push(marked.sentence);
  marks.push(marked);
}
const lexicon =
  values.lexicon === undefined ? null : new LexiconIndex(readLexicon(readFileSync(values.lexicon)));
const rows = FeatureRows.count(hashesToCount(), 2, lexicon);
const shape: Shape = {
  rows: rows.hashes.length,
  width: Number(values.width),
  layers: Number(values.layers),
  tagLayer: Number(values.layers) - 1,
  tagHidden: 128,
  arc: 96,
  label: 64,
  upos: 17,
  xpos: names.xpos.length,
  deprels: names.deprels.length,
  names: NAME_MARKS.length,
  details: DETAIL_MARKS.length,
  entityHidden: 64,
};
const network = new Network(shape, randomFrom(Number(values.seed) + 1000));
const adam = new Adam(network);
console.log(
  `${sentences.length} sentences, ${rows.hashes.length} rows, ${network.count} weights`,
  names.xpos.length,
  names.deprels.length,
);

const dev =
  values.dev === undefined ? [] : sentencesOf(readTreebank(values.dev)).map((s) => exampleOf(s, rows, names));
const examples = sentences.map((s, i) => exampleOf(s, rows, names, marks[i]));
const entityDev = values.entityDev.map((path) =>
  readMarked(path, ENGLISH_TOKENIZER).map((m) => exampleOf(m.sentence, rows, names, m)),
);

/** Running means of the weights, which are what is kept: they do better than the last ones. */
const meanDense = new Float32Array(network.count);
const meanTable = new Float32Array(network.table.length);
let meanWeight = 0;

const batchesPerEpoch = Math.ceil(examples.reduce((sum, e) => sum + e.n, 0) / Number(values.batch));
const totalSteps = epochs * batchesPerEpoch;
const WARM = 200;
let firstEpoch = 0;
const checkpoint = `${values.out}.checkpoint`;
if (existsSync(checkpoint)) firstEpoch = loadCheckpoint();

for (let epoch = firstEpoch; epoch < epochs; epoch++) {
  const draw = randomFrom(Number(values.seed) * 7919 + epoch);
  const began = performance.now();
  const order = shuffle(
    examples.map((_, i) => i),
    draw,
  );
  let loss = 0;
  let tokens = 0;
  let batch: Example[] = [];
  let size = 0;
  let said = began;
  const flush = (): void => {
    if (batch.length === 0) return;
    loss += network.run(batch, random) * size;
    tokens += size;
    const progress = Math.min(1, adam.steps / totalSteps);
    const rate = Number(values.rate) * Math.min(1, (adam.steps + 1) / WARM) * Math.max(0.02, 1 - progress);
    adam.step(rate, 4);
    if (progress > 0.4 && adam.steps % 25 === 0) average();
    batch = [];
    size = 0;
    if (performance.now() - said > 15_000) {
      said = performance.now();
      console.log(
        `  epoch ${epoch + 1}/${epochs} ${tokens} tokens, loss ${(loss / tokens).toFixed(3)}, ${Math.round((said - began) / 1000)} s`,
      );
    }
  };
  for (const i of order) {
    const example = augmented(i, draw);
    if (size + example.n > Number(values.batch) && size > 0) flush();
    batch.push(example);
    size += example.n;
  }
  flush();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`epoch ${epoch + 1}/${epochs}: loss ${(loss / tokens).toFixed(3)}, ${seconds} s${score()}`);
  saveCheckpoint(epoch + 1);
}
if (meanWeight > 0) useMean();
console.log(`kept${score()}`);
save(values.out!, epochs);

/** One in eight sentences is seen in capitals, one in twelve as a headline, one in twenty in small letters. */
function augmented(i: number, draw: () => number): Example {
  if (examples[i]!.hasTree && draw() < 0.2) {
    const copy = quantified(sentences[i]!, draw);
    if (copy !== null) {
      const { names: known } = marks[i]!;
      const moved =
        known === null
          ? null
          : Uint8Array.from([
              ...known.subarray(0, copy.at),
              ...new Uint8Array(copy.count),
              ...known.subarray(copy.at),
            ]);
      const sentence = draw() < 0.15 ? upperCased(copy.sentence) : copy.sentence;
      return exampleOf(sentence, rows, names, { names: moved, details: null });
    }
  }
  const other = draw() < 0.3 ? renamed(sentences[i]!, marks[i]!.names, draw) : null;
  const sentence = other ?? sentences[i]!;
  const chance = draw();
  let copy: TrainingSentence | null = other;
  if (chance < 0.12) copy = upperCased(sentence);
  else if (chance < 0.17) copy = titleCased(withoutStop(sentence) ?? sentence);
  else if (chance < 0.2) copy = lowerCased(sentence);
  else if (chance < 0.24) copy = withoutStop(sentence);
  return copy === null ? examples[i]! : exampleOf(copy, rows, names, marks[i]);
}

/** The features of all sentences; and of some copies in other cases the two that depend on case. */
function* hashesToCount(): Generator<Int32Array> {
  for (const sentence of sentences) yield hashesOf(sentence.forms, sentence.spaces, lexicon);
  for (let i = 0; i < sentences.length; i += 6) {
    for (const copy of [upperCased(sentences[i]!), lowerCased(sentences[i]!), titleCased(sentences[i]!)]) {
      const hashes = hashesOf(copy.forms, copy.spaces, lexicon);
      yield hashes.map((hash, at) => (CASE_FEATURES.has(at % FEATURE_COUNT) ? hash : 0));
    }
  }
}

function average(): void {
  const decay = Math.min(0.92, meanWeight / (meanWeight + 1));
  meanWeight++;
  for (let i = 0; i < network.count; i++) meanDense[i] = decay * meanDense[i]! + (1 - decay) * network.f[i]!;
  const { table } = network;
  for (let i = 0; i < table.length; i++) meanTable[i] = decay * meanTable[i]! + (1 - decay) * table[i]!;
}

function useMean(): void {
  network.f.set(meanDense);
  network.table.set(meanTable);
}

function score(): string {
  if (dev.length === 0) return '';
  const marksScore: string[] = [];
  let [total, upos, xpos, uas, las, words] = [0, 0, 0, 0, 0, 0];
  for (let from = 0; from < dev.length; from += 20) {
    const batch = dev.slice(from, from + 20);
    network.run(batch, null, (s, _first, tags, arcs, label) => {
      const gold = batch[s]!;
      const heads = new Int32Array(gold.n);
      bestTree(arcs, gold.n, heads);
      const labels = label(heads);
      for (let i = 0; i < gold.n; i++) {
        total++;
        if (best(tags, i * network.tags, 17) === gold.upos[i]) upos++;
        if (best(tags, i * network.tags + 17, shape.xpos) === gold.xpos[i]) xpos++;
        words++;
        if (heads[i] !== gold.heads[i]) continue;
        uas++;
        const deprel = best(labels, i * network.labels, shape.deprels);
        if (names.deprels[deprel]!.split(':')[0] === names.deprels[gold.deprels[i]!]!.split(':')[0]) las++;
      }
    });
  }
  const share = (n: number, of: number): string => ((100 * n) / of).toFixed(2);
  for (const part of entityDev) marksScore.push(entityScore(part));
  return ` | dev UPOS ${share(upos, total)} XPOS ${share(xpos, total)} UAS ${share(uas, words)} LAS ${share(las, words)}${marksScore.join('')}`;
}

/** F1 of exact spans, by the scheme that the corpus marks. */
function entityScore(part: readonly Example[]): string {
  let [gold, predicted, right] = [0, 0, 0];
  for (let from = 0; from < part.length; from += 20) {
    const batch = part.slice(from, from + 20);
    network.run(batch, null, (s, _first, _tags, _arcs, _label, scores) => {
      const example = batch[s]!;
      const [first, list, truth] =
        example.details === null
          ? [0, NAME_MARKS, example.names!]
          : [shape.names, DETAIL_MARKS, example.details];
      const found = spansOf(list, (i) => best(scores, i * network.entities + first, list.length), example.n);
      const wanted = spansOf(list, (i) => truth[i]!, example.n);
      gold += wanted.size;
      predicted += found.size;
      for (const span of found) if (wanted.has(span)) right++;
    });
  }
  return ` F1 ${((200 * right) / (gold + predicted)).toFixed(2)}`;
}

function spansOf(list: readonly string[], markAt: (i: number) => number, n: number): Set<string> {
  const spans = new Set<string>();
  let open = '';
  let from = 0;
  for (let i = 0; i <= n; i++) {
    const mark = i < n ? list[markAt(i)]! : 'O';
    const type = mark.slice(2);
    if (open !== '' && (mark[0] !== 'I' || type !== open)) {
      spans.add(`${from} ${i} ${open}`);
      open = '';
    }
    if (mark !== 'O' && open === '') {
      open = type;
      from = i;
    }
  }
  return spans;
}

function best(scores: Float32Array, at: number, size: number): number {
  let top = 0;
  for (let i = 1; i < size; i++) if (scores[at + i]! > scores[at + top]!) top = i;
  return top;
}

function save(path: string, done: number): void {
  const header = {
    shape,
    names,
    parameters: network.parameters,
    count: network.count,
    done,
    command: process.argv.slice(2),
  };
  writeArrays(path, header, [rows.hashes, network.f.slice(0, network.count), network.table]);
}

/** What a later start needs to go on. */
function state(): Float32Array[] {
  return [
    network.f.subarray(0, network.count),
    network.table,
    adam.m,
    adam.v,
    adam.tableM,
    adam.tableV,
    meanDense,
    meanTable,
  ]; // prettier-ignore
}

function saveCheckpoint(done: number): void {
  writeArrays(checkpoint, { done, steps: adam.steps, meanWeight }, state());
}

function loadCheckpoint(): number {
  const header = readArrays(checkpoint, state()) as { done: number; steps: number; meanWeight: number };
  adam.steps = header.steps;
  meanWeight = header.meanWeight;
  console.log(`going on after epoch ${header.done}`);
  return header.done;
}
