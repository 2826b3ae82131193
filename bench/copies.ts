/**
 * Are reports added as fast at the end of a million as at the start, in bounded memory, and are their copies found?
 *
 *   node bench/copies.ts [REPORTS]          (100000 unless told)
 *
 * Reports of 4 KB, made from a seed: words as frequent as a language's, a frame that each of 300 outlets puts under its
 * stories; one report in ten is told from an earlier one with its sentences cut, changed, shuffled and put among others.
 * Time is the processor's, so that a busy machine does not count. A text that the index asks for is made again, outside
 * that time, so that neither a disk nor texts in memory are measured.
 */
import { CopyIndex } from '../src/copies/copy-index.ts';
import type { CopyReport } from '../src/copies/relation.ts';
import { randomOf } from '../test/support/random.ts';

const REPORTS = Number(process.argv[2] ?? 100_000);
const OUTLETS = 300;
const VOCABULARY = 30_000;
const SENTENCES = 30;
const STEP = Math.max(1, Math.floor(REPORTS / 10));

const words = Array.from({ length: VOCABULARY }, (_, rank) => {
  const random = randomOf(rank + 1);
  const length = 2 + Math.floor(random() * 4 + Math.log10(rank + 1));
  return Array.from({ length }, () => 'etaoinshrdlucmfwyp'[Math.floor(random() ** 1.5 * 18)]).join('');
});

/** By Zipf's law the word of rank n comes up about 1/n as often as the first: drawn from a table, for it is drawn often. */
const DRAWS = Array.from(
  { length: 1 << 16 },
  (_, at) => words[Math.floor(VOCABULARY ** (at / (1 << 16))) - 1]!,
);

const wordBy = (random: () => number): string => DRAWS[Math.floor(random() * DRAWS.length)]!;

function sentenceBy(random: () => number): string {
  let sentence = wordBy(random);
  sentence = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  for (let more = 11 + Math.floor(random() * 20); more > 0; more--) sentence += ` ${wordBy(random)}`;
  return `${sentence}.`;
}

const frames = Array.from({ length: OUTLETS }, (_, outlet) => {
  const random = randomOf(1_000_000_007 + outlet);
  return Array.from({ length: 3 }, () => sentenceBy(random));
});

interface Plan {
  readonly random: () => number;
  /** The position of the report it is told from. */
  readonly source?: number;
}

/** The same report always comes of the same number. */
function planOf(position: number): Plan {
  const random = randomOf(position * 2 + 1);
  const isCopy = random() < 0.1 && position > 10;
  return isCopy ? { random, source: Math.floor(random() * position) } : { random };
}

/** The sentences that are a report's own or its source's, without the frame. Of copies of copies there may be many. */
function storyOf(position: number): string[] {
  const { random, source } = planOf(position);
  if (source === undefined) return Array.from({ length: SENTENCES }, () => sentenceBy(random));
  const kept = storyOf(source)
    .filter(() => random() > 0.2)
    .map((sentence) => (random() < 0.3 ? edited(sentence, random) : sentence));
  const cut = Math.floor(random() * kept.length);
  const own = Array.from({ length: Math.floor(random() * 12) }, () => sentenceBy(random));
  return [...kept.slice(cut), ...own, ...kept.slice(0, cut)];
}

function edited(sentence: string, random: () => number): string {
  return sentence
    .split(' ')
    .map((word) => (random() < 0.08 ? wordBy(random) : word))
    .join(' ');
}

function reportAt(position: number): CopyReport {
  const outlet = position % OUTLETS;
  const text = [...storyOf(position), ...frames[outlet]!].join('\n\n');
  return { id: String(position), outlet: `outlet-${outlet}.example`, text };
}

let [copies, found, wrong, characters] = [0, 0, 0, 0];
/** Of the processor, all threads: a busy machine makes a report no slower. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
let addedMs = 0;
const index = new CopyIndex((position) => {
  const before = cpuMs();
  const report = reportAt(position);
  addedMs -= cpuMs() - before;
  return report;
});
console.log('reports    a second   keys MB   rss MB   copies found   of others');
for (let position = 0; position < REPORTS; position++) {
  const report = reportAt(position);
  const { source } = planOf(position);
  characters += report.text.length;
  const before = cpuMs();
  const relations = index.add(report);
  addedMs += cpuMs() - before;
  if (source === undefined) wrong += relations.length > 0 ? 1 : 0;
  else {
    copies++;
    if (relations.some((relation) => relation.source === String(source))) found++;
  }
  if ((position + 1) % STEP > 0) continue;
  const rate = Math.round((STEP * 1000) / addedMs);
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  console.log(
    `${String(position + 1).padEnd(10)} ${String(rate).padEnd(10)} ${megabytes(index.byteLength).padEnd(9)} ${megabytes(process.memoryUsage.rss()).padEnd(8)} ${((100 * found) / copies).toFixed(1).padEnd(14)} ${wrong}`,
  );
  addedMs = 0;
}
console.log(`${(characters / REPORTS).toFixed(0)} characters a report`);
