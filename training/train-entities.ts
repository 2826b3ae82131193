/**
 * Trains the network that marks entities, above a packed tagger that stays as it is.
 *
 *   node training/train-entities.ts --trunk data/en/network.bin --out data/built/training/entities.f32 --seed 1 \
 *     --marked NER.jsonl.gz… --treebank GUM.conllu.gz --silver corenlp.jsonl.gz --texts train.input.jsonl.gz --dev NER.jsonl.gz…
 *
 * A corpus named twice is seen twice an epoch. Goes on from the last whole epoch when started again; prints a line every
 * few seconds, and scores on --dev after each epoch.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readTreebank } from '../evaluation/treebank.ts';
import { bestMarks } from '../src/language/entities.ts';
import { MOST_TOKENS } from '../src/language/layers.ts';
import type { Chain } from '../src/language/mark-chain.ts';
import { loadNetwork } from '../src/language/network.ts';
import { ENGLISH_TOKENIZER } from '../src/languages/en/tokenizer-exceptions.ts';
import { Adam } from './adam.ts';
import { readArrays, writeArrays } from './arrays.ts';
import { DETAIL_MARKS, NAME_MARKS, namesInGum, readMarked, readSilver, spansOf } from './entities.ts';
import { type EntityExample, EntityNetwork, type EntityShape } from './entity-network.ts';
import {
  layoutOf,
  lowerCased,
  sentencesOf,
  type TrainingSentence,
  titleCased,
  upperCased,
  withoutStop,
} from './examples.ts';
import { renamed } from './name-pools.ts';
import { UNKNOWN } from './network.ts';
import { randomFrom, shuffle } from './random.ts';

const { values } = parseArgs({
  options: {
    trunk: { type: 'string', default: 'data/en/network.bin' },
    out: { type: 'string', default: 'data/built/training/entities.f32' },
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '5' },
    rate: { type: 'string', default: '0.002' },
    batch: { type: 'string', default: '400' },
    layers: { type: 'string', default: '2' },
    hidden: { type: 'string', default: '64' },
    marked: { type: 'string', multiple: true, default: [] },
    treebank: { type: 'string', multiple: true, default: [] },
    silver: { type: 'string' },
    texts: { type: 'string' },
    share: { type: 'string', default: '0.4' },
    dev: { type: 'string', multiple: true, default: [] },
    devTreebank: { type: 'string', multiple: true, default: [] },
  },
});
/**
 * What is marked, and by whom: names by hand (UNER, WikiGold), the broader mentions of re3d, names by CoreNLP, names in
 * GUM. Corpora differ in what a name is, so each kind has a head of its own above layers that all share.
 */
const SCHEMES = [NAME_MARKS, DETAIL_MARKS, NAME_MARKS, NAME_MARKS];
const HEADS = { names: 0, details: 1, silver: 2, treebank: 3 } as const;
/** Shares left out, those of the tagger. */
const RATES = { layer: 0.22, head: 0.28, hidden: 0.25 };
const epochs = Number(values.epochs);
const seed = Number(values.seed);

interface Item {
  readonly sentence: TrainingSentence;
  readonly marks: readonly (Uint8Array | null)[];
}
const gold: Item[] = values.marked.flatMap(marked);
const treebank: Item[] = values.treebank.flatMap(inTreebank);
const silver: Item[] =
  values.silver === undefined
    ? []
    : readSilver(values.silver, values.texts!, ENGLISH_TOKENIZER).map(({ sentence, names }) => ({
        sentence,
        marks: [null, null, names],
      }));

function inTreebank(path: string): Item[] {
  return sentencesOf(readTreebank(path)).flatMap((sentence) => {
    const names = namesInGum(sentence);
    return names === null ? [] : [{ sentence, marks: [null, null, null, names] }];
  });
}

/** The chain of names as it will be read: the mean of what hands and CoreNLP teach. */
function meanOfNames(chainOf: (scheme: number) => Chain): Chain {
  const [hands, silver] = [chainOf(HEADS.names), chainOf(HEADS.silver)];
  const { n, count, columns } = hands;
  const scores = new Float32Array(n * count);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < count; k++) {
      const row = i * columns + k;
      scores[i * count + k] = (hands.scores[row + hands.first]! + silver.scores[row + silver.first]!) / 2;
    }
  }
  const between = hands.between.map((value, k) => (value + silver.between[k]!) / 2);
  return { scores, columns: count, first: 0, n, count, between };
}

function marked(path: string): Item[] {
  return readMarked(path, ENGLISH_TOKENIZER).map(({ sentence, names, details }) => ({
    sentence,
    marks: [names, details],
  }));
}

const tagger = loadNetwork(values.trunk);
const shape: EntityShape = {
  width: tagger.header.width,
  layers: Number(values.layers),
  hidden: Number(values.hidden),
  schemes: SCHEMES.map((marks) => marks.length),
};
const network = new EntityNetwork(shape, RATES, randomFrom(seed + 1000));
const adam = new Adam(network);
console.log(`${gold.length} sentences marked, ${silver.length} silver, ${network.count} weights`);

const devs = [...values.dev.map(marked), ...values.devTreebank.map(inTreebank)].map((part) =>
  part.map(({ sentence, marks }) => exampleOf(sentence, marks)),
);

const mean = new Float32Array(network.count);
let meanWeight = 0;
const tokensOf = (items: readonly Item[]): number =>
  items.reduce((sum, { sentence }) => sum + sentence.forms.length, 0);
const perEpoch = tokensOf(gold) + Number(values.share) * tokensOf([...treebank, ...silver]);
const totalSteps = (epochs * perEpoch) / (0.97 * Number(values.batch));
const WARM = 100;

const checkpoint = `${values.out}.checkpoint`;
let firstEpoch = 0;
const state = (): Float32Array[] => [network.f.subarray(0, network.count), adam.m, adam.v, mean];
if (existsSync(checkpoint)) {
  const header = readArrays(checkpoint, state()) as { done: number; steps: number; meanWeight: number };
  firstEpoch = header.done;
  adam.steps = header.steps;
  meanWeight = header.meanWeight;
  console.log(`going on after epoch ${firstEpoch}`);
}

for (let epoch = firstEpoch; epoch < epochs; epoch++) {
  const draw = randomFrom(seed * 7919 + epoch);
  const began = performance.now();
  const others = [...treebank, ...silver].filter(() => draw() < Number(values.share));
  const items = shuffle([...gold, ...others], draw);
  let [loss, tokens, size, said] = [0, 0, 0, began];
  let batch: EntityExample[] = [];
  const flush = (): void => {
    if (batch.length === 0) return;
    loss += network.run(batch, draw) * size;
    tokens += size;
    const progress = Math.min(1, adam.steps / totalSteps);
    adam.step(Number(values.rate) * Math.min(1, (adam.steps + 1) / WARM) * Math.max(0.02, 1 - progress), 4);
    if (progress > 0.4 && adam.steps % 25 === 0) average();
    batch = [];
    size = 0;
    if (performance.now() - said > 15_000) {
      said = performance.now();
      console.log(
        `  epoch ${epoch + 1}/${epochs} ${tokens} tokens, loss ${(loss / tokens).toFixed(4)}, ${Math.round((said - began) / 1000)} s`,
      );
    }
  };
  for (const item of items) {
    const example = augmented(item, draw);
    if (size + example.n > Number(values.batch)) flush();
    batch.push(example);
    size += example.n;
  }
  flush();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`epoch ${epoch + 1}/${epochs}: loss ${(loss / tokens).toFixed(4)}, ${seconds} s${score()}`);
  writeArrays(checkpoint, { done: epoch + 1, steps: adam.steps, meanWeight }, state());
}
if (meanWeight > 0) network.f.set(mean);
console.log(`kept${score()}`);
writeArrays(
  values.out,
  { shape, parameters: network.parameters, count: network.count, command: process.argv.slice(2) },
  [network.f.subarray(0, network.count)],
);

/** One in eight sentences is seen in capitals, some as headlines, in small letters or without their stop; names are changed for others. */
function augmented({ sentence, marks }: Item, draw: () => number): EntityExample {
  const names = marks[HEADS.names] ?? marks[HEADS.silver] ?? marks[HEADS.treebank] ?? null;
  let copy = (draw() < 0.3 ? renamed(sentence, names, draw) : null) ?? sentence;
  const chance = draw();
  if (chance < 0.1) copy = upperCased(copy);
  else if (chance < 0.15) copy = titleCased(withoutStop(copy) ?? copy);
  else if (chance < 0.2) copy = lowerCased(copy);
  else if (chance < 0.24) copy = withoutStop(copy) ?? copy;
  return exampleOf(copy, marks);
}

/** A sentence as the tagger reads it. Of one that is longer than it reads at once, the beginning. */
function exampleOf(
  { forms, spaces }: TrainingSentence,
  marks: readonly (Uint8Array | null)[],
): EntityExample {
  const layout = layoutOf(forms, spaces);
  const n = Math.min(forms.length, MOST_TOKENS);
  return { n, words: Float32Array.from(tagger.words(layout, 0, n)), marks };
}

function average(): void {
  const decay = Math.min(0.92, meanWeight / (meanWeight + 1));
  meanWeight++;
  for (let i = 0; i < network.count; i++) mean[i] = decay * mean[i]! + (1 - decay) * network.f[i]!;
}

/** F1 of exact spans in each part, all and without those under 0.3. What a corpus does not tell is left out. */
function score(): string {
  return devs.map((part) => ` | ${scored(part)}`).join('');
}
function scored(part: readonly EntityExample[]): string {
  let [gold, found, right, sureFound, sureRight] = [0, 0, 0, 0, 0];
  for (let from = 0; from < part.length; from += 20) {
    const batch = part.slice(from, from + 20);
    network.run(batch, null, (s, chainOf) => {
      const example = batch[s]!;
      const scheme = example.marks.findIndex((marks) => marks != null);
      const truth = example.marks[scheme]!;
      const { marks, sure } = bestMarks(scheme === HEADS.names ? meanOfNames(chainOf) : chainOf(scheme));
      const wanted = new Set(spansOf(truth).map(({ from, to, type }) => `${from} ${to} ${type}`));
      gold += wanted.size;
      for (const { from, to, type } of spansOf(marks)) {
        if (truth.subarray(from, to).includes(UNKNOWN)) continue;
        const isRight = wanted.has(`${from} ${to} ${type}`) ? 1 : 0;
        const isSure = Math.min(...sure.subarray(from, to)) >= 0.3 ? 1 : 0;
        found++;
        right += isRight;
        sureFound += isSure;
        sureRight += isSure * isRight;
      }
    });
  }
  const f1 = (n: number, of: number): string => ((200 * n) / (gold + of)).toFixed(1);
  return `F1 ${f1(right, found)} sure ${f1(sureRight, sureFound)} (P ${((100 * sureRight) / sureFound).toFixed(0)})`;
}
