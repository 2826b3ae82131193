/** Treebanks in CoNLL-U, read from plain or gzipped files. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One syntactic word. `head` counts from 0 within the sentence; -1 is the root. `start` and `end` are offsets in the document. */
export interface GoldWord {
  form: string;
  lemma: string;
  upos: string;
  xpos: string;
  head: number;
  deprel: string;
  misc: string;
  /** Where the word, or the written word that it is part of, stands. */
  start: number;
  end: number;
  /** The number of the written word of several syntactic words, or -1. */
  fused: number;
}
export interface GoldSentence {
  words: GoldWord[];
}
/** One document: its raw text (paragraphs divided by an empty line) and its sentences. */
export interface GoldDocument {
  text: string;
  sentences: GoldSentence[];
}

export function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function readTreebank(path: string): GoldDocument[] {
  const documents: GoldDocument[] = [];
  let document: GoldDocument | undefined;
  let paragraph = true;
  let fusedCount = 0;
  for (const block of readText(path).split(/\n\n+/)) {
    if (block.trim() === '') continue;
    const lines = block.split('\n');
    if (document === undefined || lines.some((line) => line.startsWith('# newdoc'))) {
      document = { text: '', sentences: [] };
      documents.push(document);
      paragraph = false;
    }
    if (lines.some((line) => line.startsWith('# newpar'))) paragraph = true;
    if (document.text !== '') {
      if (paragraph) document.text = `${document.text.trimEnd()}\n\n`;
    }
    paragraph = false;
    const words: GoldWord[] = [];
    let fusedUntil = 0;
    let fusedWord: { start: number; end: number; space: string } | undefined;
    for (const line of lines) {
      if (line === '' || line.startsWith('#')) {
        continue;
      }
      const [id, form, lemma, upos, xpos, , head, deprel, , misc] = line.split('\t') as string[];
      if (id!.includes('.')) continue;
      const space = /(?:^|\|)SpaceAfter=No(?:\||$)/.test(misc!) ? '' : ' ';
      if (id!.includes('-')) {
        fusedUntil = Number(id!.split('-')[1]);
        fusedWord = { start: document.text.length, end: document.text.length + form!.length, space };
        fusedCount++;
        document.text += form! + space;
        continue;
      }
      const inside = Number(id) <= fusedUntil && fusedWord !== undefined;
      const start = inside ? fusedWord!.start : document.text.length;
      const end = inside ? fusedWord!.end : start + form!.length;
      if (!inside) document.text += form! + space;
      words.push({
        form: form!,
        lemma: lemma!,
        upos: upos!,
        xpos: xpos!,
        head: Number(head) - 1,
        deprel: deprel!,
        misc: misc!,
        start,
        end,
        fused: inside ? fusedCount : -1,
      });
    }
    document.sentences.push({ words });
    // paragraphs inside a sentence do not occur in these treebanks; a sentence without SpaceAfter=No ends in a blank
  }
  return documents;
}
