/**
 * Reading a corpus of which some reports trained the choice model (reading/choice): each is read with weights of a fold
 * that has not seen it, so that its score is that of a new report. All others are read as users read them.
 */
import { join, resolve } from 'node:path';
import { english } from '../src/languages/en/language.ts';
import { ENGLISH_READING } from '../src/languages/en/reading.ts';
import { loadChoiceModel } from '../src/reading/choice/model.ts';
import type { Language } from '../src/reading/read.ts';
import { FOLDS, type Foldable, foldOf } from './folds.ts';
import { jsonLines } from './grouped.ts';

/** Corpora whose coded tolls train the choice model: the start of their files' names. */
export const TRAINED_ON = [
  { name: 'us-shootings', base: 'counts/us-shootings-dev', ofCivilians: false },
  { name: 'india', base: 'counts/india-dev', ofCivilians: false },
  { name: 'incidents', base: 'incidents/dev', ofCivilians: false },
  { name: 'airwars', base: 'airwars/dev', ofCivilians: true },
] as const;

const WEIGHTS = resolve(import.meta.dirname, 'choice-folds.bin');

/** How to read each report of a corpus, by the report's id. `input` is relative to the corpora folder. */
export function languagesFor(folder: string, input: string): (id: string) => Language {
  const plain: Language = { model: english(), pack: ENGLISH_READING };
  const part = TRAINED_ON.find(({ base }) => input.startsWith(`${base}.`));
  if (!part) return () => plain;
  const gold = jsonLines<Foldable>(join(folder, `${part.base}.gold.jsonl.gz`));
  const fold = new Map(gold.map((line) => [line.id, foldOf(line)]));
  const languages = Array.from({ length: FOLDS }, (_, k): Language => {
    const model = loadChoiceModel(WEIGHTS, k);
    return { ...plain, pack: { ...ENGLISH_READING, choice: { language: 'en', loadModel: () => model } } };
  });
  return (id) => languages[fold.get(id)!] ?? plain;
}
