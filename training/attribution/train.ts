/**
 * Trains the attribution model on PolNeAR and on invented reports, and writes it as one file of whole numbers. Takes about
 * six minutes on one core; the same seed and the same tagger give the same file.
 *
 *   node training/attribution/train.ts FOLDER OUT
 *
 * FOLDER holds PolNeAR's train.input.jsonl.gz and train.gold.jsonl.gz; OUT is data/en/attribution.bin. The words are our own
 * tokens under our own tags: train again after the tokenizer or the tagger has changed.
 */
import { writeFileSync } from 'node:fs';
import { english } from '../../src/languages/en/language.ts';
import { Columns } from '../../src/reading/attribution/columns.ts';
import { AttributionModel, type ModelHeader } from '../../src/reading/attribution/model.ts';
import { type ProposedArticle, trainChoices } from './choices.ts';
import { readArticles } from './corpus.ts';
import { trainCues } from './cues.ts';
import { cueExamples, cueFormsOf, roleExamples, type TrainingArticle } from './examples.ts';
import { inventedArticles } from './invented.ts';
import { Table } from './learner.ts';
import { trainRoles } from './roles.ts';

const SEED = 1;
const FOLDS = 4;
const INVENTED = 150;
const CUES = { size: 1 << 18, epochs: 8, dropout: 0.6, rate: 0.02, seed: SEED };
const ROLES = {
  emissionSize: 1 << 18,
  transitionSize: 1 << 16,
  epochs: 6,
  dropout: 0.5,
  rate: 0.02,
  seed: SEED,
};
const CHOICES = { size: 1 << 17, epochs: 10, dropout: 0.6, rate: 0.02, seed: SEED };

/** Weights beyond this are cut; the largest seen is 1.3. */
const LARGEST = 1.5;

const [folder, out] = process.argv.slice(2);
if (!folder || !out) throw new Error('train.ts FOLDER OUT');

const language = english();
const analyse = (text: string) => language.analyse(text);
const articles: TrainingArticle[] = [
  ...readArticles(folder, 'train', analyse),
  ...inventedArticles(INVENTED, SEED, analyse),
].map((article) => ({ article, columns: new Columns(article.doc) }));
const forms = cueFormsOf(articles);
console.error(`${articles.length} articles; forms: ${forms.join(' ')}`);

/** A table in bytes. */
function bytesOf({ weights }: Table): Int8Array {
  const unit = LARGEST / 127;
  return Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit))));
}

function headerOf(): ModelHeader {
  const unit = LARGEST / 127;
  return {
    cues: CUES.size,
    emissions: ROLES.emissionSize,
    transitions: ROLES.transitionSize,
    choices: CHOICES.size,
    cueUnit: unit,
    emissionUnit: unit,
    transitionUnit: unit,
    choiceUnit: unit,
    proposeFrom: -1.6,
    chooseFrom: -0.25,
    sourceBonus: 2.5,
    contentBonus: 3,
    forms,
  };
}

type Stages = readonly [cues: Table, emissions: Table, transitions: Table];

function train(training: readonly TrainingArticle[], seed: number): Stages {
  const cues = trainCues(cueExamples(training, new Set(forms)), { ...CUES, seed });
  const { emissions, transitions } = trainRoles(roleExamples(training), { ...ROLES, seed });
  return [cues, emissions, transitions];
}

/** All tables one after another, as a file has them. */
function joined(tables: readonly Table[]): Int8Array {
  const bytes = tables.map(bytesOf);
  const all = new Int8Array(bytes.reduce((sum, table) => sum + table.length, 0));
  let at = 0;
  for (const table of bytes) {
    all.set(table, at);
    at += table.length;
  }
  return all;
}

/** The mean of several trainings, weight by weight: as good as asking them all, since every stage is a sum of weights. */
function meanOf(trainings: readonly Stages[]): Table[] {
  return [0, 1, 2].map((stage) => {
    const { size, width } = trainings[0]![stage]!;
    const mean = new Table(size, width, 0);
    for (const tables of trainings) {
      const { weights } = tables[stage]!;
      for (let i = 0; i < weights.length; i++)
        mean.weights[i] = mean.weights[i]! + weights[i]! / trainings.length;
    }
    return mean;
  });
}

const trainings: Stages[] = [];
const proposed: ProposedArticle[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  console.error(`fold ${fold + 1} of ${FOLDS}`);
  const stages = train(
    articles.filter((_, i) => i % FOLDS !== fold),
    SEED + fold,
  );
  trainings.push(stages);
  const model = new AttributionModel(headerOf(), joined([...stages, new Table(CHOICES.size, 1, 0)]));
  for (const { article, columns } of articles.filter((_, i) => i % FOLDS === fold)) {
    const heads = new Set(article.gold.map(({ head }) => head));
    proposed.push({ columns, proposals: model.proposals(columns), heads });
  }
}
const choices = trainChoices(proposed, CHOICES);
console.error('all articles');
trainings.push(train(articles, SEED + FOLDS));

const tables = joined([...meanOf(trainings), choices]);
const header = Buffer.from(JSON.stringify(headerOf()));
const length = Buffer.alloc(4);
length.writeUInt32LE(header.length);
writeFileSync(out, Buffer.concat([length, header, Buffer.from(tables.buffer)]));
