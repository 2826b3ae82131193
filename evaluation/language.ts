/**
 * How well the tagger, parser and recogniser do, by the measures of the CoNLL 2018 shared task: from raw text and on
 * gold tokens, in the corpus's own case and in capitals.
 *
 *   node evaluation/language.ts            # the development parts
 *   node evaluation/language.ts --test     # the test parts: for a report, never for a choice
 *   node evaluation/language.ts --weights FILE --treebank spanish-gsd/test   # another language's weights, on gold tokens
 *
 * A word counts where its characters are those of a gold word; a head where it is the same word; a relation without
 * its subtype. Entities count where their characters and type are right.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { TrainedModel } from '../src/language/analyse.ts';
import type { Doc } from '../src/language/doc.ts';
import { languageModel } from '../src/language/model.ts';
import { loadNetwork } from '../src/language/network.ts';
import { english } from '../src/languages/en/language.ts';
import { ENGLISH_TOKENIZER } from '../src/languages/en/tokenizer-exceptions.ts';
import { readMarked } from '../training/entities.ts';
import { layoutOf } from '../training/examples.ts';
import { corporaFolder } from './corpora.ts';
import { type GoldDocument, readTreebank } from './treebank.ts';

/** One word of either side: characters, columns, and the place of its head in its own list (-1: the root). */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  readonly deprel: string;
  readonly head: number;
  readonly isFused: boolean;
}

interface Side {
  readonly words: Word[];
  /** Characters of each sentence, as "start end". */
  readonly sentences: Set<string>;
}

export type Measure =
  | 'words'
  | 'sentences'
  | 'upos'
  | 'xpos'
  | 'lemmas'
  | 'uas'
  | 'las'
  | 'uasNoPunctuation'
  | 'lasNoPunctuation'; // prettier-ignore
export type Scores = Readonly<Record<Measure, number>>;

/** F1 in per cent, over documents. `tokens`: "raw" reads the text, "gold" takes the corpus's own words and sentences. */
export function scoreTreebank(
  documents: readonly GoldDocument[],
  model: TrainedModel,
  tokens: 'raw' | 'gold',
  upper = false,
): Scores {
  const right: Record<Measure, number> = {
    words: 0,
    sentences: 0,
    upos: 0,
    xpos: 0,
    lemmas: 0,
    uas: 0,
    las: 0,
    uasNoPunctuation: 0,
    lasNoPunctuation: 0,
  }; // prettier-ignore
  let [gold, found, goldSentences, foundSentences, goldPlain, foundPlain] = [0, 0, 0, 0, 0, 0];
  for (const document of documents) {
    const { side, doc } =
      tokens === 'raw' ? rawOf(document, model, upper) : goldTokensOf(document, model, upper);
    const ours = sideOf(doc);
    const pairs = align(side.words, ours.words);
    const partner = new Map(pairs);
    gold += side.words.length;
    found += ours.words.length;
    goldSentences += side.sentences.size;
    foundSentences += ours.sentences.size;
    goldPlain += side.words.filter((word) => word.upos !== 'PUNCT').length;
    foundPlain += ours.words.filter((word) => word.upos !== 'PUNCT').length;
    for (const sentence of ours.sentences) if (side.sentences.has(sentence)) right.sentences++;
    for (const [g, s] of pairs) {
      const [want, have] = [side.words[g]!, ours.words[s]!];
      right.words++;
      if (want.upos === have.upos) right.upos++;
      if (want.xpos === have.xpos) right.xpos++;
      if (want.lemma === '_' || want.lemma === have.lemma) right.lemmas++;
      const isHead = want.head < 0 ? have.head < 0 : have.head >= 0 && partner.get(want.head) === have.head;
      if (!isHead) continue;
      const isLabel = want.deprel.split(':')[0] === have.deprel.split(':')[0];
      right.uas++;
      if (isLabel) right.las++;
      if (want.upos === 'PUNCT') continue;
      right.uasNoPunctuation++;
      if (isLabel) right.lasNoPunctuation++;
    }
  }
  const f1 = (n: number, a: number, b: number): number => (a + b === 0 ? 0 : (200 * n) / (a + b));
  const word = (measure: Measure): number => f1(right[measure], gold, found);
  return {
    words: word('words'),
    sentences: f1(right.sentences, goldSentences, foundSentences),
    upos: word('upos'),
    xpos: word('xpos'),
    lemmas: word('lemmas'),
    uas: word('uas'),
    las: word('las'),
    uasNoPunctuation: f1(right.uasNoPunctuation, goldPlain, foundPlain),
    lasNoPunctuation: f1(right.lasNoPunctuation, goldPlain, foundPlain),
  };
}

function rawOf(document: GoldDocument, model: TrainedModel, upper: boolean): { side: Side; doc: Doc } {
  const words: Word[] = [];
  const sentences = new Set<string>();
  for (const sentence of document.sentences) {
    const first = words.length;
    for (const word of sentence.words) {
      words.push({ ...word, head: word.head < 0 ? -1 : first + word.head, isFused: word.fused >= 0 });
    }
    sentences.add(`${sentence.words[0]!.start} ${sentence.words.at(-1)!.end}`);
  }
  const text = upper ? upperCased(document.text) : document.text;
  return { side: { words, sentences }, doc: model.analyse(text) };
}

/** Lays the gold words out as a text of their own, so that parts of a fused word have places too. */
function goldTokensOf(document: GoldDocument, model: TrainedModel, upper: boolean): { side: Side; doc: Doc } {
  const forms: string[] = [];
  const spaces: boolean[] = [];
  const firsts: number[] = [];
  for (const { words } of document.sentences) {
    firsts.push(forms.length);
    words.forEach((word, i) => {
      const next = words[i + 1];
      forms.push(upper ? upperCased(word.form) : word.form);
      spaces.push(
        next === undefined || (next.start > word.end && !(word.fused >= 0 && word.fused === next.fused)),
      );
    });
  }
  const { text, starts, ends } = layoutOf(forms, spaces);
  const doc = model.analyseTokens(text, starts, ends, Int32Array.from([...firsts, forms.length]));
  const words: Word[] = [];
  const sentences = new Set<string>();
  for (const sentence of document.sentences) {
    const first = words.length;
    for (const word of sentence.words) {
      const at = words.length;
      words.push({
        ...word,
        start: starts[at]!,
        end: ends[at]!,
        head: word.head < 0 ? -1 : first + word.head,
        isFused: false,
      });
    }
    sentences.add(`${starts[first]} ${ends[words.length - 1]}`);
  }
  return { side: { words, sentences }, doc };
}

function sideOf(doc: Doc): Side {
  const words: Word[] = [];
  for (let i = 0; i < doc.length; i++) {
    words.push({
      start: doc.start(i),
      end: doc.end(i),
      form: doc.form(i),
      upos: doc.upos(i),
      xpos: doc.xpos(i),
      lemma: doc.lemma(i),
      deprel: doc.deprel(i),
      head: doc.head(i),
      isFused: false,
    });
  }
  const sentences = new Set<string>();
  for (let s = 0; s < doc.sentenceCount; s++) {
    const { from, to } = doc.sentence(s);
    sentences.add(`${doc.start(from)} ${doc.end(to - 1)}`);
  }
  return { words, sentences };
}

/** In capitals, without changing how many code units there are. */
function upperCased(text: string): string {
  return [...text].map((c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)).join('');
}

/** Pairs of gold and found words, as the shared task pairs them: by characters, and within a fused word by the longest common run of forms. */
function align(gold: readonly Word[], found: readonly Word[]): [number, number][] {
  const pairs: [number, number][] = [];
  let g = 0;
  let s = 0;
  while (g < gold.length && s < found.length) {
    const [a, b] = [gold[g]!, found[s]!];
    if (a.isFused) {
      if (b.start < a.start) {
        s++;
        continue;
      }
      const { end } = a;
      const [firstGold, firstFound] = [g, s];
      while (g < gold.length && (gold[g]!.isFused ? gold[g]!.start < end : gold[g]!.end <= end)) g++;
      while (s < found.length && found[s]!.end <= end) s++;
      pairs.push(...commonForms(gold, firstGold, g, found, firstFound, s));
    } else if (a.start === b.start && a.end === b.end) pairs.push([g++, s++]);
    else if (a.start <= b.start) g++;
    else s++;
  }
  return pairs;
}

function commonForms(
  gold: readonly Word[],
  g0: number,
  g1: number,
  found: readonly Word[],
  s0: number,
  s1: number,
): [number, number][] {
  const [rows, columns] = [g1 - g0, s1 - s0];
  const longest = Array.from({ length: rows + 1 }, () => new Int32Array(columns + 1));
  const same = (i: number, j: number): boolean =>
    gold[g0 + i]!.form.toLowerCase() === found[s0 + j]!.form.toLowerCase();
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i]![j] = same(i, j)
        ? 1 + longest[i + 1]![j + 1]!
        : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j)) pairs.push([g0 + i++, s0 + j++]);
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/** F1 of entities, exact characters and type. Names are UNER's and WikiGold's; mentions re3d's. */
export function scoreEntities(path: string, model: TrainedModel): number {
  let [gold, found, right] = [0, 0, 0];
  for (const { sentence, names, details } of readMarked(path, ENGLISH_TOKENIZER)) {
    const { text, starts, ends } = layoutOf(sentence.forms, sentence.spaces);
    const doc = model.analyseTokens(text, starts, ends, Int32Array.of(0, starts.length));
    const marks = names ?? details!;
    const types = names !== null ? ['PER', 'ORG', 'LOC'] : DETAIL_TYPES;
    const want = new Set<string>();
    for (let i = 0; i < marks.length; i++) {
      if (marks[i]! % 2 !== 1) continue;
      let end = i + 1;
      while (end < marks.length && marks[end] === marks[i]! + 1) end++;
      want.add(`${i} ${end} ${types[(marks[i]! - 1) >> 1]}`);
    }
    const have = (names !== null ? doc.entities(0) : doc.mentions(0)).filter((entity) =>
      types.includes(entity.type),
    );
    gold += want.size;
    found += have.length;
    for (const { from, to, type } of have) if (want.has(`${from} ${to} ${type}`)) right++;
  }
  return (200 * right) / (gold + found);
}
const DETAIL_TYPES = [
  'Organisation',
  'Location',
  'Person',
  'Quantity',
  'Temporal',
  'Weapon',
  'MilitaryPlatform',
  'DocumentReference',
  'Nationality',
  'Money',
]; // prettier-ignore

const TREEBANKS = {
  dev: ['english-ewt/dev', 'english-gum/dev'],
  test: ['english-ewt/test', 'english-gum/test', 'english-pud/test'],
};
const ENTITIES = { dev: [] as string[], test: ['uner-ewt-test', 'uner-pud', 're3d-test'] };

/** A language that has weights and no tables yet: enough to be scored on gold tokens. */
function bareModel(weights: string): TrainedModel {
  const none = new Set<string>();
  return languageModel({
    language: 'und',
    tokenizer: {
      abbreviations: none,
      beforeFigures: none,
      capitalized: none,
      partingAtEnd: none,
      clitics: [],
      proclitics: [],
      fused: new Map(),
      whole: none,
      hyphenPrefixes: none,
      units: none,
    },
    boundaryWords: { titles: none, abbreviations: none, starters: none },
    detailTypes: {},
    loadBoundaries: () => null,
    loadNetwork: () => loadNetwork(weights),
    loadEntities: () => null,
    loadLemmas: () => ({ irregular: {}, endings: {}, names: [] }),
  });
}

function main(): void {
  const { values } = parseArgs({
    options: {
      test: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      weights: { type: 'string' },
      treebank: { type: 'string', multiple: true, default: [] },
    },
  });
  const folder = corporaFolder();
  if (folder === null) {
    console.log('The corpora are not here (set RECOUNT_CORPORA to their folder), so nothing was measured.');
    return;
  }
  if (values.weights !== undefined) {
    const model = bareModel(values.weights);
    for (const name of values.treebank) {
      const documents = readTreebank(resolve(folder, 'ud', `${name}.conllu.gz`));
      const { upos, uas, las } = scoreTreebank(documents, model, 'gold');
      console.log(
        `${name}, gold tokens: UPOS ${upos.toFixed(2)}, UAS ${uas.toFixed(2)}, LAS ${las.toFixed(2)}`,
      );
    }
    return;
  }
  const part = values.test ? 'test' : 'dev';
  const model = english();
  const rows: Record<string, Scores> = {};
  for (const name of TREEBANKS[part]) {
    const documents = readTreebank(resolve(folder, 'ud', `${name}.conllu.gz`));
    rows[`${name}, raw text`] = scoreTreebank(documents, model, 'raw');
    rows[`${name}, gold tokens`] = scoreTreebank(documents, model, 'gold');
    rows[`${name}, gold tokens, capitals`] = scoreTreebank(documents, model, 'gold', true);
  }
  const entities = Object.fromEntries(
    ENTITIES[part].map((name) => [name, scoreEntities(resolve(folder, 'ner', `${name}.jsonl.gz`), model)]),
  );
  if (values.json) {
    console.log(JSON.stringify({ rows, entities }, null, 2));
    return;
  }
  const columns: Measure[] = [
    'words',
    'sentences',
    'upos',
    'xpos',
    'lemmas',
    'uas',
    'las',
    'uasNoPunctuation',
    'lasNoPunctuation',
  ];
  console.log(['', ...columns.map((c) => c.replace('NoPunctuation', ' no punct.'))].join(' | '));
  for (const [name, scores] of Object.entries(rows))
    console.log([name, ...columns.map((c) => scores[c].toFixed(2))].join(' | '));
  for (const [name, f1] of Object.entries(entities)) console.log(`entities ${name}: F1 ${f1.toFixed(2)}`);
}

if (process.argv[1] === import.meta.filename) main();
