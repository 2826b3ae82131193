/** From treebanks to examples: sentences laid out as text, copies in other cases, features as rows, names as numbers. */
import type { GoldDocument, GoldSentence } from '../evaluation/treebank.ts';
import { UPOS } from '../src/language/doc.ts';
import { FEATURE_COUNT, sentenceFeatures } from '../src/language/features.ts';
import type { LexiconIndex } from '../src/language/lexicon.ts';
import type { MarkedSentence } from './entities.ts';
import type { Example } from './network.ts';

/** A sentence laid out as it stands in print, one entry a word. */
export interface Layout {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface TrainingSentence {
  readonly forms: readonly string[];
  /** Whether white space follows. */
  readonly spaces: readonly boolean[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly lemmas: readonly string[];
  readonly miscs: readonly string[];
}

export function sentencesOf(documents: readonly GoldDocument[]): TrainingSentence[] {
  return documents.flatMap((document) => document.sentences.map(sentenceOf));
}

function sentenceOf({ words }: GoldSentence): TrainingSentence {
  return {
    forms: words.map((word) => word.form),
    spaces: words.map((word, i) => {
      const next = words[i + 1];
      if (next === undefined) return true;
      return word.fused >= 0 && word.fused === next.fused ? false : next.start > word.end;
    }),
    upos: words.map((word) => word.upos),
    xpos: words.map((word) => word.xpos),
    heads: words.map((word) => word.head),
    deprels: words.map((word) => word.deprel),
    lemmas: words.map((word) => word.lemma),
    miscs: words.map((word) => word.misc),
  };
}

export function layoutOf(forms: readonly string[], spaces: readonly boolean[]): Layout {
  let text = '';
  const starts = new Int32Array(forms.length);
  const ends = new Int32Array(forms.length);
  for (let i = 0; i < forms.length; i++) {
    starts[i] = text.length;
    text += forms[i];
    ends[i] = text.length;
    if (spaces[i]) text += ' ';
  }
  return { text, starts, ends };
}

/** The feature hashes of a sentence, FEATURE_COUNT for each word. */
export function hashesOf(
  forms: readonly string[],
  spaces: readonly boolean[],
  lexicon: LexiconIndex | null,
): Int32Array {
  const { text, starts, ends } = layoutOf(forms, spaces);
  const out = new Int32Array(forms.length * FEATURE_COUNT);
  sentenceFeatures({ text, starts, ends }, 0, forms.length, out, lexicon);
  return out;
}

/** Which features get a row: those seen often enough. Rows go by hash, so the table is the same on every run. */
export class FeatureRows {
  readonly hashes: Int32Array;
  readonly lexicon: LexiconIndex | null;
  readonly #rows = new Map<number, number>();
  constructor(hashes: Int32Array, lexicon: LexiconIndex | null) {
    this.hashes = hashes;
    this.lexicon = lexicon;
    hashes.forEach((hash, row) => {
      this.#rows.set(hash, row);
    });
  }
  static count(all: Iterable<Int32Array>, least: number, lexicon: LexiconIndex | null): FeatureRows {
    const counts = new Map<number, number>();
    for (const hashes of all)
      for (const hash of hashes) if (hash !== 0) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    const kept = [...counts].filter(([, count]) => count >= least).map(([hash]) => hash);
    return new FeatureRows(Int32Array.from(kept.sort((a, b) => a - b)), lexicon);
  }
  rowsOf(hashes: Int32Array): Int32Array {
    return hashes.map((hash) => (hash === 0 ? -1 : (this.#rows.get(hash) ?? -1)));
  }
}

export interface Names {
  readonly xpos: readonly string[];
  readonly deprels: readonly string[];
}

export function namesOf(sentences: readonly TrainingSentence[]): Names {
  const collect = (
    of: (sentence: TrainingSentence) => readonly string[],
    first: readonly string[],
  ): string[] => {
    const seen = new Set<string>();
    for (const sentence of sentences) for (const name of of(sentence)) seen.add(name);
    for (const name of first) seen.delete(name);
    return [...first, ...[...seen].sort()];
  };
  return { xpos: collect((s) => s.xpos, ['FW']), deprels: collect((s) => s.deprels, ['root', 'dep']) };
}

export function exampleOf(
  sentence: TrainingSentence,
  rows: FeatureRows,
  names: Names,
  marks: Pick<MarkedSentence, 'names' | 'details'> = { names: null, details: null },
): Example {
  return {
    hasTree: sentence.upos[0] !== '_',
    names: marks.names?.subarray(0, sentence.forms.length) ?? null,
    details: marks.details?.subarray(0, sentence.forms.length) ?? null,
    n: sentence.forms.length,
    rows: rows.rowsOf(hashesOf(sentence.forms, sentence.spaces, rows.lexicon)),
    upos: Uint8Array.from(
      sentence.upos.map((upos) => Math.max(0, (UPOS as readonly string[]).indexOf(upos))),
    ),
    xpos: Uint8Array.from(sentence.xpos.map((xpos) => Math.max(0, names.xpos.indexOf(xpos)))),
    heads: Int32Array.from(sentence.heads),
    deprels: Uint8Array.from(sentence.deprels.map((deprel) => Math.max(0, names.deprels.indexOf(deprel)))),
  };
}

/** A copy in capitals, as wire copy of 1990 was sent. */
export function upperCased(sentence: TrainingSentence): TrainingSentence {
  return { ...sentence, forms: sentence.forms.map((form) => form.toUpperCase()) };
}
export function lowerCased(sentence: TrainingSentence): TrainingSentence {
  return { ...sentence, forms: sentence.forms.map((form) => form.toLowerCase()) };
}
/** A copy with Capitals on Longer Words, as headlines are printed. */
export function titleCased(sentence: TrainingSentence): TrainingSentence {
  return {
    ...sentence,
    forms: sentence.forms.map((form, i) =>
      i === 0 || form.length > 3 || sentence.upos[i] === 'VERB'
        ? form.slice(0, 1).toUpperCase() + form.slice(1)
        : form,
    ),
  };
}
/** A copy without its final stop, or null where there is none to drop. */
export function withoutStop(sentence: TrainingSentence): TrainingSentence | null {
  const last = sentence.forms.length - 1;
  if (last < 2 || sentence.forms[last] !== '.' || sentence.heads.includes(last)) return null;
  const cut = <T>(list: readonly T[]): T[] => list.slice(0, last);
  return {
    forms: cut(sentence.forms),
    spaces: cut(sentence.spaces),
    upos: cut(sentence.upos),
    xpos: cut(sentence.xpos),
    heads: cut(sentence.heads),
    deprels: cut(sentence.deprels),
    lemmas: cut(sentence.lemmas),
    miscs: cut(sentence.miscs),
  };
}
