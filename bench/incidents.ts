/**
 * How comparing and adding go as a record grows: comparisons a second, and what adding one report takes at 1,000, 10,000
 * and 100,000 mentions, grouping included: `node bench/incidents.ts [most]`.
 *
 * The reports are invented, in the shape of a war as its news tells it: places, names and words by Zipf's law, so that most
 * keys are common; 25 reports a day on incidents with one to dozens of them, half of the reports days or weeks later. Rarity
 * is told from the news and from the first 2,000 of these reports, as a record has it that was last counted then.
 */
import { formsOfReport, IncidentIndex, profileOf, rarityFrom, scoreOf } from '../src/incidents/index.ts';
import { mentionsOf } from '../src/incidents/mention.ts';
import { loadWordCounts } from '../src/languages/en/word-counts.ts';
import { isoDay } from '../src/model/date-range.ts';
import type { Event, Reading } from '../src/model/reading.ts';
import type { KeptReport } from '../src/model/record.ts';
import { randomFrom } from '../training/random.ts';

const random = randomFrom(1);
const FIRST_DAY = 15_000;

/** A rank by Zipf's law: 0 is drawn most often. */
const zipf = (count: number): number => Math.floor(count ** random()) - 1;

/** A name that stands for a number: "Kamoru". */
function nameOf(kind: number, n: number): string {
  const syllables = ['ka', 'mo', 'ru', 'ti', 'bel', 'dar', 'os', 'li', 'ven', 'sha', 'gor', 'eth'];
  let name = syllables[kind % 12]!;
  for (let rest = n; ; rest = Math.floor(rest / 12) - 1) {
    name += syllables[rest % 12];
    if (rest < 12) return name[0]!.toUpperCase() + name.slice(1);
  }
}

/** Words of the news, most common first. */
const COMMON_WORDS = loadWordCounts()
  .split('\n')
  .slice(1)
  .map((row) => row.split('\t')[0]!);

interface Fact {
  readonly day: number;
  readonly place: number;
  readonly victims: readonly string[];
  readonly words: readonly string[];
  readonly killed: number;
}

function factOf(day: number): Fact {
  const victims = Array.from(
    { length: 1 + Math.floor(random() * 3) },
    () => `${nameOf(1, zipf(2000))} ${nameOf(2, zipf(20_000))}`,
  );
  const words = Array.from({ length: 12 }, () => nameOf(3, zipf(20_000)));
  return { day, place: zipf(500), victims, words, killed: 1 + zipf(40) };
}

function reportOf(n: number, { day, place, victims, words, killed }: Fact): KeptReport {
  const later = random() < 0.5 ? 0 : Math.floor(60 ** random());
  const told = words.filter(() => random() < 0.7);
  const filler = Array.from({ length: 150 }, () => COMMON_WORDS[zipf(COMMON_WORDS.length)]);
  const text = `${killed} people, ${victims.join(', ')} among them, died at ${nameOf(0, place)}. ${told.join('. It said ')}. ${filler.join(' ')}`;
  const evidence = [{ start: 0, end: 40, quote: text.slice(0, 40) }];
  const iso = isoDay(day);
  const event: Event = {
    id: 'e1',
    type: 'attack',
    date: { start: iso, end: iso, precision: 'day', extent: 'within', evidence },
    place: {
      name: nameOf(0, place),
      latitude: 30 + (place % 40) / 8,
      longitude: 40 + Math.floor(place / 40) / 4,
      precision: 'city',
      evidence,
    },
    perpetrators: [],
    targets: [],
    weapons: [],
    toll: { killed: { min: killed, max: killed, kind: 'exact', approximate: false } },
    civilianToll: {},
    tollFrom: {},
    civilianTollFrom: {},
    evidence,
  };
  const id = `r${String(n).padStart(7, '0')}`;
  const reading: Reading = {
    report: { id, language: 'en' },
    reader: { name: 'bench', version: '1' },
    attributions: [],
    claims: [],
    events: [event],
    gaps: [],
    problems: [],
  };
  return { id, text, published: isoDay(day + later), recordedAt: id, outlet: nameOf(5, zipf(60)), reading };
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)]!;
}

const most = Number(process.argv[2] ?? 100_000);
const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= most);

/** Reports as they come: of some sixty incidents in the news, old ones dropping out for new ones. */
function* reportsAsTheyCome(): Generator<KeptReport> {
  const news: Fact[] = [];
  for (let n = 0; ; n++) {
    const day = FIRST_DAY + Math.floor(n / 25);
    if (news.length < 40 || random() < 0.3) news.push(factOf(day));
    if (news.length > 60) news.splice(Math.floor(random() * 40), 1);
    yield reportOf(n, news[Math.floor(random() * news.length)]!);
  }
}

const counted = Iterator.from(reportsAsTheyCome()).take(2000).map(formsOfReport);
const rarity = rarityFrom([loadWordCounts()], counted);

const profiles = Iterator.from(reportsAsTheyCome())
  .take(400)
  .map((report) => profileOf(mentionsOf(report, rarity)[0]!, rarity))
  .toArray();
for (let pass = 0; pass < 2; pass++) {
  const startedMs = performance.now();
  for (const a of profiles) for (const b of profiles) scoreOf(a, b);
  const perSecond = (1000 * profiles.length ** 2) / (performance.now() - startedMs);
  if (pass === 1) console.log(`${Math.round(perSecond / 1000)} thousand comparisons a second`);
}

const index = new IncidentIndex(rarity);
let ms: number[] = [];
let comparisons: number[] = [];
let regrouped: number[] = [];
let n = -1;
for (const report of reportsAsTheyCome().take(sizes.at(-1)!)) {
  n++;
  const startedMs = performance.now();
  comparisons.push(index.add(report));
  regrouped.push(index.settle().reduce((sum, { mains, others }) => sum + mains.length + others.length, 0));
  ms.push(performance.now() - startedMs);
  if (!sizes.includes(n + 1)) continue;
  const last = (list: readonly number[]): number[] => list.slice(-1000);
  console.log(
    `at ${String(n + 1).padStart(7)} mentions, the last 1,000: ` +
      `median ${percentile(last(ms), 0.5).toFixed(2)} ms, p95 ${percentile(last(ms), 0.95).toFixed(2)} ms; ` +
      `${percentile(last(comparisons), 0.5)} comparisons (p95 ${percentile(last(comparisons), 0.95)}), ` +
      `${percentile(last(regrouped), 0.95)} mentions grouped anew (p95); ` +
      `${index.groups().length} incidents, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`,
  );
  ms = [];
  comparisons = [];
  regrouped = [];
}
