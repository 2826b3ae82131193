/**
 * Trains the attribution model on PolNeAR and writes it as one file of whole numbers. Takes about two minutes.
 *
 *   node training/attribution/train.ts FOLDER OUT
 *
 * FOLDER holds PolNeAR's train.input.jsonl.gz and train.gold.jsonl.gz; OUT is data/en/attribution.bin. The words are
 * our own tokens under our own tags: train again after the tokenizer or the tagger has changed.
 */
import { writeFileSync } from 'node:fs';
import { english } from '../../src/languages/en/language.ts';
import { Columns } from '../../src/reading/attribution/columns.ts';
import type { ModelHeader } from '../../src/reading/attribution/model.ts';
import { readArticles } from './corpus.ts';
import { trainCues } from './cues.ts';
import { cueExamples, cueFormsOf, roleExamples } from './examples.ts';
import type { Table } from './learner.ts';
import { trainRoles } from './roles.ts';

const SEED = 1;

const [folder, out] = process.argv.slice(2);
if (!folder || !out) throw new Error('train.ts FOLDER OUT');

const model = english();
const articles = readArticles(folder, 'train', (text) => model.analyse(text)).map((article) => ({
  article,
  columns: new Columns(article.doc),
}));
const forms = cueFormsOf(articles);
console.error(`${articles.length} articles; forms: ${forms.join(' ')}`);
const cues = trainCues(cueExamples(articles, new Set(forms)), {
  size: 1 << 18,
  epochs: 8,
  dropout: 0.6,
  rate: 0.02,
  seed: SEED,
});
const { emissions, transitions } = trainRoles(roleExamples(articles), {
  emissionSize: 1 << 18,
  transitionSize: 1 << 16,
  epochs: 5,
  dropout: 0.45,
  rate: 0.02,
  seed: SEED,
});

/** A table in whole numbers of a byte, and what one unit is worth. The largest weights are cut at `limit`. */
function rounded({ weights }: Table, limit: number): { bytes: Int8Array; unit: number } {
  const unit = limit / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))));
  return { bytes, unit };
}

const tables = [rounded(cues, 1.5), rounded(emissions, 1.5), rounded(transitions, 1.5)] as const;
const header: ModelHeader = {
  cues: cues.size,
  emissions: emissions.size,
  transitions: transitions.size,
  cueUnit: tables[0].unit,
  emissionUnit: tables[1].unit,
  transitionUnit: tables[2].unit,
  threshold: -0.85,
  sourceBonus: 2,
  contentBonus: 3,
  forms,
};
const head = Buffer.from(JSON.stringify(header));
const length = Buffer.alloc(4);
length.writeUInt32LE(head.length);
writeFileSync(out, Buffer.concat([length, head, ...tables.map(({ bytes }) => Buffer.from(bytes.buffer))]));
for (const [i, { weights }] of [cues, emissions, transitions].entries()) {
  let largest = 0;
  let cut = 0;
  for (const weight of weights) {
    largest = Math.max(largest, Math.abs(weight));
    if (Math.abs(weight) > 1.5) cut++;
  }
  console.error(`table ${i}: largest weight ${largest.toFixed(2)}, ${cut} cut`);
}
