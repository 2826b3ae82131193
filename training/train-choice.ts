/**
 * Learns which decisions of the rules on the main event's people to take otherwise (reading/choice): conditional logistic
 * regression over decisions, those right that lead to the coded toll. Writes the weights that are used, and, for the
 * evaluation, those of each fold, which have not seen its reports.
 *
 *   node training/train-choice.ts [--save] [--without CORPUS]
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { corporaFolder } from '../evaluation/corpora.ts';
import { FOLDS, type Foldable, foldOf } from '../evaluation/folds.ts';
import { jsonLines } from '../evaluation/grouped.ts';
import { TRAINED_ON } from '../evaluation/held-out.ts';
import { loadKnowledge } from '../src/knowledge/knowledge.ts';
import { english } from '../src/languages/en/language.ts';
import { ENGLISH_READING } from '../src/languages/en/reading.ts';
import type { Count, ReportInput } from '../src/model/reading.ts';
import type { Toll } from '../src/model/toll.ts';
import { unread } from '../src/reading/annotations.ts';
import { ANNOTATORS } from '../src/reading/annotators.ts';
import { type Binding, type Flip, linksOf, Material } from '../src/reading/choice/binding.ts';
import { keyOf, likeliestOf } from '../src/reading/choice/choose.ts';
import { Features } from '../src/reading/choice/features.ts';
import type { ChoiceHeader } from '../src/reading/choice/model.ts';
import { findDrafts } from '../src/reading/claims/claims.ts';
import { Rows } from '../src/reading/rows.ts';
import { Source } from '../src/reading/source.ts';

const QUICK = 1 << 13;
const FULL = 1 << 15;
/** Pulls weights towards 0. */
const RIDGE = { quick: 1, full: 12 };
const STEPS = 100;
const RATE = 0.1;
/** What a wrong toll is worth beside a right one: some wrong coding and some luck is in every corpus. */
const DOUBT = 0.02;
/** Reports with more decisions than this are lists; the first are enough to learn from. */
const MAX_FLIPS = 120;

interface Gold extends Foldable {
  readonly killed?: Bounds | null;
  readonly injured?: Bounds | null;
}
type Bounds = Pick<Count, 'min' | 'max'>;

type Part = (typeof TRAINED_ON)[number];

/** A decision: what the looks see, and how good the toll is that it leads to, 0..1. */
interface Candidate {
  readonly kind: Flip['kind'];
  readonly quick: Int32Array;
  readonly full: Int32Array;
  readonly key: string;
  readonly worth: number;
  readonly changes: boolean;
}

interface Example {
  readonly part: string;
  readonly fold: number;
  /** How good the rules' own toll is. */
  readonly worth: number;
  readonly key: string;
  readonly candidates: readonly Candidate[];
}

const language = { model: english(), pack: ENGLISH_READING };
const knowledge = loadKnowledge();

/** As the corpora's scorers have it: an open figure is right where the coded one is a single number. */
function isExact(gold: Bounds, found: Count | undefined): boolean {
  const { min, max } = found ?? { min: 0, max: 0 };
  return min === gold.min && (max === gold.max || (max === null && gold.min === gold.max));
}

function worthOf({ killed, injured }: Gold, toll: Toll['toll']): number {
  const judged = [killed && isExact(killed, toll.killed), injured && isExact(injured, toll.injured)];
  const given = judged.filter((one) => typeof one === 'boolean');
  const right = given.filter(Boolean).length;
  return right === given.length ? 1 : right / 4;
}

function exampleOf(report: ReportInput, gold: Gold, { name, ofCivilians }: Part): Example | null {
  const annotations = unread(new Source(report, language.model));
  for (const annotator of ANNOTATORS) {
    if (annotator.name === 'claims') break;
    annotator.run(annotations, language.pack, knowledge);
  }
  const { drafts, incidents } = findDrafts(annotations, language.pack);
  const [main] = incidents;
  if (!main || main.drafts.length === 0) return null;
  const material = new Material(drafts, incidents, annotations.source);
  const features = new Features(annotations, material);
  const binding: Binding = { drafts: main.drafts, links: linksOf(main.drafts) };
  const worth = (at: Binding, { toll }: Toll): number =>
    worthOf(gold, ofCivilians ? { ...toll, ...material.toll(at, true).toll } : toll);
  const before = material.toll(binding);
  const own = worth(binding, before);
  const [quick, full] = [new Rows(QUICK), new Rows(FULL)];
  const candidates = material
    .flips(binding)
    .slice(0, MAX_FLIPS)
    .map((flip): Candidate => {
      const after = material.after(binding, flip);
      const toll = material.toll(after);
      const changes = after.drafts.length > 0 && keyOf(toll) !== keyOf(before);
      features.quick(quick, binding, flip);
      features.full(full, binding, flip, before, toll);
      return {
        kind: flip.kind,
        quick: quick.at.slice(0, quick.length),
        full: full.at.slice(0, full.length),
        key: keyOf(toll),
        worth: changes ? worth(after, toll) : 0,
        changes,
      };
    });
  return { part: name, fold: foldOf(gold), worth: own, key: keyOf(before), candidates };
}

/** Reports in which nobody was harmed are left out: what to leave unsaid is no question of who is who. */
function isHarmed({ killed, injured }: Gold): boolean {
  return Boolean(killed?.max || injured?.max);
}

function examplesOf(folder: string): Example[] {
  const seen = new Set<string>();
  return TRAINED_ON.flatMap((part) => {
    const gold = new Map(
      jsonLines<Gold>(join(folder, `${part.base}.gold.jsonl.gz`)).map((line) => [line.id, line]),
    );
    const found: Example[] = [];
    for (const report of jsonLines<ReportInput>(join(folder, `${part.base}.input.jsonl.gz`))) {
      const coded = gold.get(report.id)!;
      if (seen.has(report.text) || !isHarmed(coded)) continue;
      seen.add(report.text);
      const example = exampleOf(report, coded, part);
      if (example) found.push(example);
    }
    console.log(`${part.name}: ${found.length} reports, ${new Date().toTimeString().slice(0, 8)}`);
    return found;
  });
}

/** One question to a model: some answers, each a list of rows and a worth. */
type Question = readonly { readonly rows: Int32Array; readonly worth: number }[];

/** Weights that make the answers likely in proportion to their worth: Adam, over all questions at once. */
function fit(questions: readonly Question[], size: number, ridge: number): Float64Array {
  const weights = new Float64Array(size);
  const [mean, spread, slope] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let step = 1; step <= STEPS; step++) {
    for (let i = 0; i < size; i++) slope[i] = ridge * weights[i]!;
    for (const question of questions) {
      const odds = question.map(({ rows }) => Math.exp(sum(weights, rows)));
      const all = odds.reduce((a, b) => a + b, 0);
      const good = odds.reduce((total, one, k) => total + one * (DOUBT + question[k]!.worth), 0);
      question.forEach(({ rows, worth }, k) => {
        const error = odds[k]! * (1 / all - (DOUBT + worth) / good);
        if (Math.abs(error) > 1e-6) for (const row of rows) slope[row]! += error;
      });
    }
    const rate = RATE * (1 - step / (STEPS + 1));
    for (let i = 0; i < size; i++) {
      mean[i] = 0.9 * mean[i]! + 0.1 * slope[i]!;
      spread[i] = 0.99 * spread[i]! + 0.01 * slope[i]! ** 2;
      weights[i]! -=
        (rate * (mean[i]! / (1 - 0.9 ** step))) / (Math.sqrt(spread[i]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return weights;
}

function sum(weights: Float64Array, rows: Int32Array): number {
  let total = 0;
  for (const row of rows) total += weights[row]!;
  return total;
}

interface Weights {
  readonly quick: Float64Array;
  readonly full: Float64Array;
}

const NOTHING = new Int32Array(0);

function train(examples: readonly Example[]): Weights {
  // the quick look learns from reports that some decision mends
  const mended = examples.filter(({ worth, candidates }) => candidates.some((one) => one.worth > worth));
  const quick = fit(
    mended.map(({ worth, candidates }) =>
      candidates.map((one) => ({ rows: one.quick, worth: one.worth > worth ? 1 : 0 })),
    ),
    QUICK,
    RIDGE.quick,
  );
  const full = fit(
    examples.map((example) => [
      { rows: NOTHING, worth: example.worth },
      ...tried(example, quick).map(({ full: rows, worth }) => ({ rows, worth })),
    ]),
    FULL,
    RIDGE.full,
  );
  return { quick, full };
}

function tried({ candidates }: Example, quick: Float64Array): Candidate[] {
  const scored = candidates.map((one) => ({ one, score: sum(quick, one.quick) }));
  return likeliestOf(scored, ({ one }) => one.kind).flatMap(({ one }) => (one.changes ? [one] : []));
}

/** The toll that the weights would take: what it is worth, by margin. */
function chosen(
  example: Example,
  { quick, full }: Weights,
  margin: number,
): { worth: number; isOwn: boolean } {
  const outcomes = new Map<string, { odds: number; worth: number }>();
  for (const { key, full: rows, worth } of tried(example, quick)) {
    const odds = Math.exp(sum(full, rows));
    const outcome = outcomes.get(key);
    if (outcome) outcome.odds += odds;
    else outcomes.set(key, { odds, worth });
  }
  const [best] = [...outcomes.values()].sort((a, b) => b.odds - a.odds);
  return best && best.odds > margin
    ? { worth: best.worth, isOwn: false }
    : { worth: example.worth, isOwn: true };
}

const percent = (part: number, all: number): string => ((100 * part) / all).toFixed(1).padStart(6);

function tell(title: string, judged: readonly { example: Example; weights: Weights }[]): void {
  console.log(title);
  for (const [name, ofPart = []] of Object.entries(Object.groupBy(judged, ({ example }) => example.part))) {
    const right = (list: readonly { worth: number }[]): string =>
      percent(list.filter(({ worth }) => worth === 1).length, ofPart.length);
    const rules = right(ofPart.map(({ example }) => example));
    const cells = [1, 1.3, 2].map((margin) => {
      const list = ofPart.map(({ example, weights }) => chosen(example, weights, margin));
      return `${right(list)} (${percent(list.filter(({ isOwn }) => !isOwn).length, list.length).trim()} taken)`;
    });
    const best = (pick: (example: Example, weights: Weights) => readonly Candidate[]): string =>
      right(
        ofPart.map(({ example, weights }) => ({
          worth: Math.max(example.worth, ...pick(example, weights).map(({ worth }) => worth)),
        })),
      );
    console.log(
      `  ${name.padEnd(14)} rules${rules}  margin 1, 1.3, 2:${cells.join(' ')}  best of those tried${best((e, w) => tried(e, w.quick))}, of all${best((e) => e.candidates)}`,
    );
  }
}

/** A model as `loadChoiceModel` reads it. */
function bytesOf({ quick, full }: Weights): Buffer {
  const unit = (weights: Float64Array): number =>
    weights.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9) / 127;
  const header: ChoiceHeader = {
    quick: QUICK,
    full: FULL,
    quickUnit: unit(quick),
    fullUnit: unit(full),
    id: 'en/choice-model',
  };
  const whole = (weights: Float64Array, by: number): Int8Array =>
    Int8Array.from(weights, (weight) => Math.round(weight / by));
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const tables = [whole(quick, header.quickUnit), whole(full, header.fullUnit)];
  return Buffer.concat([length, text, ...tables.map((table) => Buffer.from(table.buffer))]);
}

const folder = corporaFolder();
if (!folder) throw new Error('The corpora are not here (set RECOUNT_CORPORA to their folder).');
const examples = examplesOf(folder);
const folds = Array.from({ length: FOLDS }, (_, fold) => train(examples.filter((one) => one.fold !== fold)));
tell(
  'held out by fold',
  examples.map((example) => ({ example, weights: folds[example.fold]! })),
);
if (process.argv.includes('--apart'))
  for (const { name } of TRAINED_ON) {
    const related = name === 'incidents' ? 'us-shootings' : name === 'us-shootings' ? 'incidents' : name;
    const weights = train(examples.filter(({ part }) => part !== name && part !== related));
    tell(
      `trained without ${name}`,
      examples.filter(({ part }) => part === name).map((example) => ({ example, weights })),
    );
  }
if (process.argv.includes('--save')) {
  writeFileSync(resolve(import.meta.dirname, '../data/en/choice.bin'), bytesOf(train(examples)));
  writeFileSync(
    resolve(import.meta.dirname, '../evaluation/choice-folds.bin'),
    Buffer.concat(folds.map(bytesOf)),
  );
  console.log('Saved data/en/choice.bin and evaluation/choice-folds.bin.');
}
