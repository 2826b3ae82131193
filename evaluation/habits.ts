/**
 * What the coders' habits of a corpus cost its score. A reader gives the words' own bounds ("dozens" 24 and more, a bare
 * plural 2 and more); a project's coders turn them into numbers by rules of their own. Those rules are a policy's
 * business, never the reader's: here they are applied to finished readings, and both scores are printed.
 *
 *   node evaluation/run.ts airwars && node evaluation/habits.ts
 *
 * Source of the rules: the README of the corpus ("How the researchers count").
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Claim, Count, Event, Reading } from '../src/model/reading.ts';
import { corporaFolder } from './corpora.ts';

const READINGS = resolve(import.meta.dirname, 'out/airwars-dev.jsonl');
const MEASURES = ['killed', 'injured', 'children', 'women', 'men'] as const;
/** How the reader and the researchers bound "dozens". */
const DOZENS = { read: 24, coded: { min: 12, max: 24 } };

/** A count as Airwars' researchers would code it: "dozens" 12 to 24, any other word without a number 2. */
export function asAirwarsCodes(count: Count): Count {
  if (count.kind === 'vague' && count.min === DOZENS.read) return { ...count, ...DOZENS.coded };
  const isWordless = count.kind === 'vague' || count.kind === 'unstated';
  return isWordless ? { ...count, max: count.min } : count;
}

function coded(reading: Reading): Reading {
  return { ...reading, events: reading.events.map(codedEvent), claims: reading.claims.map(codedClaim) };
}

function codedEvent(event: Event): Event {
  return { ...event, toll: codedCounts(event.toll), civilianToll: codedCounts(event.civilianToll) };
}

function codedClaim(claim: Claim): Claim {
  const { children, women, men } = claim.victims;
  const given = Object.entries({ children, women, men }).filter(([, count]) => count !== undefined);
  return { ...claim, victims: { ...claim.victims, ...codedCounts(Object.fromEntries(given)) } };
}

function codedCounts<Key extends string>(counts: Partial<Record<Key, Count>>): Partial<Record<Key, Count>> {
  const entries = Object.entries(counts) as [Key, Count][];
  return Object.fromEntries(entries.map(([key, count]) => [key, asAirwarsCodes(count)])) as typeof counts;
}

async function main(): Promise<void> {
  const folder = corporaFolder();
  if (!folder || !existsSync(READINGS)) {
    console.log(
      'Nothing to measure: this needs the corpora and the readings of "evaluation/run.ts airwars".',
    );
    return;
  }
  const { readJsonl, score } = await import(pathToFileURL(join(folder, 'airwars/score.mjs')).href);
  const gold = readJsonl(join(folder, 'airwars/dev.gold.jsonl.gz'));
  const readings: Reading[] = readJsonl(READINGS);
  for (const [name, list] of [
    ['as read', readings],
    ['as Airwars codes', readings.map(coded)],
  ] as const) {
    const { summary } = score(gold, list);
    const cells = MEASURES.map((measure) => `${measure} ${(100 * summary[measure].exactGiven).toFixed(1)}`);
    console.log(`${name.padEnd(18)} ${cells.join('  ')}`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
