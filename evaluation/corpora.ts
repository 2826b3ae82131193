/**
 * The corpora that the current build is measured on, with the scorer of each and the measures that are kept.
 * They are not part of this project: their folder stands beside the checkout, or where RECOUNT_CORPORA says.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A figure in 0..1 (shown as a percentage) or a count of things (shown as it is). */
export type Measures = Record<string, number>;

export interface Corpus {
  readonly name: string;
  /** Relative to the corpora folder. */
  readonly input: string;
  readonly gold: string;
  readonly scorer: string;
  readonly flags: readonly string[];
  /** The command whose lines are scored; without one the Readings are. */
  readonly command?: string;
  /** Scored are groups of reports, not readings: over all of gold, or over the half of it that no weight was fitted on. */
  readonly groups?: 'all' | 'held out';
  /** Takes the scorer's whole output. */
  measures(output: string): Measures;
}

/** The folder of corpora, or null where there is none. */
export function corporaFolder(): string | null {
  const folder = resolve(process.env.RECOUNT_CORPORA ?? resolve(import.meta.dirname, '../../shared/corpora'));
  return existsSync(folder) ? folder : null;
}

/** Reads "casualties.fills.exact.micro.f1" from a scorer's JSON. Throws where it is not there: a scorer has changed. */
function at(scores: unknown, path: string): number {
  const value = path
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], scores);
  if (typeof value !== 'number') throw new Error(`The scorer gives no number at ${path}.`);
  return value;
}

function pick(json: string, paths: Readonly<Record<string, string>>): Measures {
  const scores: unknown = JSON.parse(json);
  return Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, at(scores, path)]));
}

/** Scorers that print one JSON object on the first line and a table after it. */
const firstLine = (paths: Readonly<Record<string, string>>) => (output: string) =>
  pick(output.slice(0, output.indexOf('\n') === -1 ? undefined : output.indexOf('\n')), paths);

const whole = (paths: Readonly<Record<string, string>>) => (output: string) => pick(output, paths);

const COUNTS = {
  'killed and injured exact, where harmed': 'bothWhereHarmed.value',
  'killed exact': 'killed.exact.value',
  'injured exact': 'injured.exact.value',
};

const ATTRIBUTION = {
  'attribution F1': 'attribution.f1',
  'speech cues recall': 'byCue.speech.detectedRecall',
  'source unlinked exact F1': 'source.unlinkedExact.f1',
  'cue unlinked exact F1': 'cue.unlinkedExact.f1',
  'content unlinked exact F1': 'content.unlinkedExact.f1',
  'full exact F1': 'fullExact.f1',
};

const MUC4 = {
  'victim fills exact F1': 'casualties.fills.exact.micro.f1',
  'victim fills, victim matching F1': 'casualties.fills.victim.micro.f1',
  'totals exact F1': 'casualties.totals.exact.micro.f1',
  'roles F1 (document, lenient)': 'roles.document.lenient.micro.f1',
  'template found F1': 'template.found.f1',
  'date within F1': 'date.within.f1',
  'country F1': 'place.country.f1',
};

function counts(name: string, events: string): Corpus {
  return {
    name: events === 'first' ? name : `${name} (events summed)`,
    input: `counts/${name}.input.jsonl.gz`,
    gold: `counts/${name}.gold.jsonl.gz`,
    scorer: 'counts/score.mjs',
    flags: ['--json', '--events', events],
    measures: whole(COUNTS),
  };
}

function muc4(part: string): Corpus {
  return {
    name: `muc4 ${part}`,
    input: `muc4/${part}.input.jsonl.gz`,
    gold: `muc4/${part}.gold.jsonl.gz`,
    scorer: 'muc4/score.mjs',
    flags: ['--json'],
    measures: firstLine(MUC4),
  };
}

function attribution(name: string): Corpus {
  return {
    name,
    input: `${name}/dev.input.jsonl.gz`,
    gold: `${name}/dev.gold.jsonl.gz`,
    scorer: 'polnear/score.mjs',
    flags: ['--json'],
    measures: firstLine(ATTRIBUTION),
  };
}

function incidents(part: string, groups: 'all' | 'held out'): Corpus {
  const toll = {
    'toll exact (killed and injured)': 'toll.both',
    'toll exact, incidents with several reports': 'toll.bothWhereSeveralReports',
  };
  return {
    name: `incidents ${part}${groups === 'all' ? '' : ', held-out half'}`,
    input: `incidents/${part}.input.jsonl.gz`,
    gold: `incidents/${part}.gold.jsonl.gz`,
    scorer: 'incidents/score.mjs',
    flags: ['--json'],
    groups,
    measures: whole({
      'B³ F1': 'bcubed.f1',
      'pairwise F1': 'pairwise.f1',
      ...(part === 'dev' ? toll : {}),
    }),
  };
}

/** "claims  12/15" a line, "all 25/43 58.1%" last. */
function facts(output: string): Measures {
  const lines = [...output.matchAll(/^(\w+)\s+(\d+)\/(\d+)/gm)];
  return Object.fromEntries(lines.map(([, kind, passed, of]) => [`${kind} (of ${of})`, Number(passed)]));
}

export const CORPORA: readonly Corpus[] = [
  {
    name: 'facts',
    input: 'facts/dev.reports.jsonl',
    gold: 'facts/dev.checks.jsonl',
    scorer: 'facts/score.mjs',
    flags: [],
    measures: facts,
  },
  {
    name: 'airwars',
    input: 'airwars/dev.input.jsonl.gz',
    gold: 'airwars/dev.gold.jsonl.gz',
    scorer: 'airwars/score.mjs',
    flags: ['--json'],
    measures: firstLine({
      'killed exact, where given': 'killed.exactGiven',
      'injured exact, where given': 'injured.exactGiven',
      'children exact, where given': 'children.exactGiven',
      'women exact, where given': 'women.exactGiven',
      'men exact, where given': 'men.exactGiven',
      'named victims F1': 'victims.f1',
      'place within 5 km': 'place.within5km',
      'day exact': 'date.exact',
      'belligerents F1': 'belligerents.f1',
    }),
  },
  counts('us-shootings-dev', 'first'),
  counts('india-dev', 'first'),
  counts('india-dev', 'sum'),
  muc4('dev'),
  muc4('tst1'),
  muc4('tst2'),
  attribution('polnear'),
  attribution('attribution-gum'),
  {
    name: 'copies',
    input: 'copies/dev.input.jsonl.gz',
    gold: 'copies/dev.gold.jsonl.gz',
    scorer: 'copies/score.mjs',
    flags: ['--json'],
    command: 'copies',
    measures: whole({
      'copies F1': 'all.f1',
      'copies precision': 'all.precision',
      'copies recall': 'all.recall',
      'copies between sites F1': 'otherSite.f1',
      'frames called copies (of 23)': 'traps.called',
    }),
  },
  incidents('dev', 'all'),
  incidents('dev', 'held out'),
  incidents('ecb-dev', 'all'),
  incidents('ecb-dev', 'held out'),
];
