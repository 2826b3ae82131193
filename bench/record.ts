/**
 * A record as it grows: what adding one report, an incident's page and a search take at each size, how large the database
 * is, and what recomputing everything takes. `node bench/record.ts [--reports 200000] [--postgres URL] [--recompute 12500,…]`.
 * Filling goes through the same journal and tables as adding, many reports at a time. With `--told` the rules are told which
 * incident each report is of and make little of it, so that what the store takes can be seen in records that are too large
 * to be read, compared and counted in an afternoon.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { refOf } from '../src/model/record.ts';
import { processContext } from '../src/operations/index.ts';
import { worldOf } from '../src/operations/record.ts';
import { showIncident } from '../src/operations/show.ts';
import type { CapturePayload } from '../src/store/apply.ts';
import type { Draft, JsonObject } from '../src/store/entry.ts';
import { RecordStore, whereOf } from '../src/store/record.ts';
import { contentOf } from '../src/store/rows.ts';
import type { Rules } from '../src/store/rules.ts';
import { searchClaims, searchIncidents, searchReports } from '../src/store/search.ts';
import { randomAt, syntheticReport, warOf } from './synthetic-reports.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '20000' },
    postgres: { type: 'string' },
    batch: { type: 'string', default: '1000' },
    recompute: { type: 'string', default: '' },
    steps: { type: 'string', default: '5' },
    folder: { type: 'string', default: tmpdir() },
    adds: { type: 'string', default: '200' },
    told: { type: 'boolean', default: false },
  },
});
const ADDS = Number(values.adds);
const reports = Number(values.reports);
const recomputed = values.recompute.split(',').map(Number);
const war = warOf(reports);
const folder = mkdtempSync(join(values.folder, 'recount-bench-'));
const where = values.postgres ? whereOf(values.postgres, join(folder, 'evidence')) : whereOf(folder);
const context = { ...processContext(), tell: console.error };
const world = worldOf(context);
const record = await RecordStore.create(
  where,
  values.told ? { ...world, rules: toldRules(world.rules) } : world,
);

function toldRules(rules: Rules): Rules {
  return {
    ...rules,
    mentionsOf: ({ id }) => [{ id: refOf(id, 'e1'), profile: { incident: war[Number(id.slice(1))]! } }],
    blockKeysOf: ({ profile }) => [`incident ${profile.incident}`],
    compare: () => ({ score: 5, verdict: 'same', connects: true }),
    isText: () => false,
    fold({ id, mentions, reports: own }) {
      const { events } = own[0]!.reading;
      const { date, place, toll, type } = events[0]!;
      const { min, max } = toll.killed!;
      return {
        ...{ incident: id, reports: own.map((report) => report.id), alsoIn: [], mentions: [...mentions] },
        ...{
          type,
          date: date!,
          place: place!,
          accounts: [],
          contradictions: [],
          gaps: [],
          aggregates: [],
          named: [],
        },
        ...{ toll: { killed: { low: min, high: max } }, findings: [] },
      };
    },
  };
}

function draftOf(n: number): { draft: Draft; taken: ReturnType<typeof syntheticReport> } {
  const taken = syntheticReport(n, war);
  const payload: CapturePayload = {
    report: taken.report.id,
    content: contentOf(taken.report),
    evidence: '0'.repeat(64),
    inside: taken.inside,
    options: { name: 'synthetic' },
    from: `synthetic:${n}`,
    tool: 'bench',
  };
  const at = new Date(Date.UTC(2031, 0, 1) + n * 1000).toISOString();
  return { draft: { kind: 'capture', at, by: 'bench', payload: payload as unknown as JsonObject }, taken };
}

async function add(from: number, to: number): Promise<void> {
  const made = Array.from({ length: to - from }, (_, i) => draftOf(from + i));
  await record.write((writing) =>
    writing.append(
      made.map(({ draft }) => draft),
      made.map(({ taken }) => taken),
    ),
  );
}

/** Milliseconds at the 50th and 95th percentile and at most; and what the processor took of one on average. */
async function times(count: number, run: (i: number) => Promise<unknown>): Promise<string> {
  const ms: number[] = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    await run(i);
    ms.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(cpu);
  ms.sort((a, b) => a - b);
  const at = (share: number) => ms[Math.floor(share * (ms.length - 1))]!;
  return [at(0.5), at(0.95), at(1), (user + system) / 1000 / count]
    .map((value) => (value < 100 ? value.toFixed(1) : value.toFixed(0)).padStart(6))
    .join(' ');
}

/** The incidents whose numbers follow some drawn ones: each is as likely as any other. */
async function drawIncidents(count: number): Promise<string[]> {
  const { db } = record;
  const ids: string[] = [];
  for (let i = 0; ids.length < count; i++) {
    const row = await db
      .selectFrom('incident')
      .select('id')
      .where('founded', '>=', Math.floor(randomAt(i, 7) * done))
      .orderBy('founded')
      .limit(1)
      .executeTakeFirst();
    if (row) ids.push(row.id);
  }
  return ids;
}

/** All that a page of an incident shows: what follows for it, its reports with their readings, their claims, what was decided. */
async function page(id: string): Promise<void> {
  const { db } = record;
  const row = await db.selectFrom('incident').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const mentions = await db
    .selectFrom('mention')
    .select(['id', 'report'])
    .where('incident', '=', row.id)
    .execute();
  const ids = [...new Set(mentions.map(({ report }) => report))];
  await db
    .selectFrom('report')
    .innerJoin('reading', 'reading.report', 'report.id')
    .selectAll()
    .where('report.id', 'in', ids)
    .execute();
  await db.selectFrom('claim').selectAll().where('report', 'in', ids).execute();
  await db
    .selectFrom('judgement_on')
    .selectAll()
    .where('on', 'in', [...ids, ...mentions.map(({ id }) => id)])
    .execute();
  JSON.parse(row.body);
}

async function show(incident: string): Promise<void> {
  for await (const outcome of showIncident.run({ incident }, { ...context, record }))
    if (!outcome.ok) throw new Error(outcome.error.message);
}

const sample = (i: number) => syntheticReport(Math.floor(randomAt(i, 8) * done), war);
const firstEvent = (i: number) => sample(i).reading.events[0]!;
const limit = 20;
const QUESTIONS: Readonly<Record<string, (i: number) => Promise<unknown>>> = {
  'a word': (i) =>
    searchReports(record.engine, { words: sample(i).report.text.split(' ')[40 + (i % 80)]!, limit }),
  'a word that all have': () => searchReports(record.engine, { words: 'people', limit }),
  'words and a phrase': (i) => {
    const { place } = firstEvent(i);
    return searchReports(record.engine, { words: `"killed in ${place!.name}" market -drone`, limit });
  },
  'words in a month': (i) => {
    const month = sample(i).report.published!.slice(0, 7);
    return searchReports(record.engine, {
      words: 'killed market',
      from: `${month}-01`,
      to: `${month}-31`,
      limit,
    });
  },
  'an outlet': (i) => searchReports(record.engine, { outlet: sample(i).outlet, limit }),
  'a speaker': (i) =>
    searchClaims(record.engine, {
      speaker: sample(i).reading.attributions[0]!.speaker,
      harm: 'killed',
      limit,
    }),
  'a place, at least 3': (i) =>
    searchClaims(record.engine, { place: firstEvent(i).place!.name, atLeast: 3, limit }),
  'a place in a week': (i) => {
    const { date, place } = firstEvent(i);
    return searchClaims(record.engine, {
      place: place!.name,
      from: date!.start!,
      to: weekAfter(date!.start!),
      limit,
    });
  },
  'injured, at least 30': () => searchClaims(record.engine, { harm: 'injured', atLeast: 30, limit }),
  'claims of a week': (i) => {
    const { start } = firstEvent(i).date!;
    return searchClaims(record.engine, { from: start!, to: weekAfter(start!), limit });
  },
  'claims with a word': (i) =>
    searchClaims(record.engine, {
      words: sample(i).report.text.split(' ')[40 + (i % 80)]!,
      harm: 'killed',
      limit,
    }),
  'incidents of a day': (i) => {
    const { start } = firstEvent(i).date!;
    return searchIncidents(record.engine, { from: start!, to: start!, limit });
  },
  'incidents of a year': (i) => {
    const year = firstEvent(i).date!.start!.slice(0, 4);
    return searchIncidents(record.engine, { from: `${year}-01-01`, to: `${year}-12-31`, atLeast: 10, limit });
  },
  'incidents at a place': (i) => searchIncidents(record.engine, { place: firstEvent(i).place!.name, limit }),
};

function weekAfter(day: string): string {
  return new Date(Date.parse(day) + 6 * 86_400_000).toISOString().slice(0, 10);
}

async function megabytes(): Promise<string> {
  if (!values.postgres) {
    await sql`pragma wal_checkpoint(truncate)`.execute(record.engine.writer);
    return (statSync(join(folder, 'record.sqlite')).size / 2 ** 20).toFixed(0);
  }
  const { rows } = await sql<{ size: number }>`
    select sum(pg_total_relation_size(oid)) as size from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace`.execute(record.db);
  return (rows[0]!.size / 2 ** 20).toFixed(0);
}

const countOf = async (table: 'incident' | 'claim' | 'comparison' | 'mention'): Promise<number> => {
  const row = await record.db
    .selectFrom(table)
    .select((of) => of.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

let done = 0;
console.log(
  'each in ms: p50, p95, most, and what the processor took of one, which a busy machine leaves alone',
);
try {
  const steps = Array.from({ length: Number(values.steps) }, (_, i) =>
    Math.round(reports / 2 ** i),
  ).reverse();
  for (const step of steps) {
    const started = performance.now();
    const cpu = process.cpuUsage();
    const first = done;
    while (done < step - ADDS) {
      const to = Math.min(step - ADDS, done + Number(values.batch));
      await add(done, to);
      done = to;
    }
    const { user, system } = process.cpuUsage(cpu);
    const rate = `${(((done - first) * 1000) / (performance.now() - started)).toFixed(0)}/s, processor ${((user + system) / 1000 / (done - first)).toFixed(1)} ms each`;
    await record.engine.analyze();
    const adding = await times(ADDS, () => add(done, ++done));
    console.log(
      `\n${done} reports, ${await countOf('incident')} incidents, ${await countOf('claim')} claims, ${await countOf('mention')} mentions, ${await countOf('comparison')} comparisons, ${await megabytes()} MB`,
    );
    console.log(`  filling                 ${rate}\n  adding one             ${adding}`);
    const drawn = await drawIncidents(500);
    console.log(`  an incident's page     ${await times(500, (i) => page(drawn[i]!))}`);
    if (!values.told) console.log(`  recount show           ${await times(60, (i) => show(drawn[i]!))}`);
    const largest = await record.db
      .selectFrom('incident')
      .select(['id', 'reports'])
      .orderBy('reports', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    console.log(
      `  the largest (${largest.reports} reports): page ${await times(10, () => page(largest.id))}`,
    );
    const kinds = Object.entries(QUESTIONS);
    console.log(`  searching, all kinds   ${await times(504, (i) => kinds[i % kinds.length]![1](i))}`);
    for (const [name, ask] of kinds) console.log(`    ${name.padEnd(20)} ${await times(30, ask)}`);
    if (!recomputed.includes(step)) continue;
    const from = performance.now();
    const used = process.cpuUsage();
    await record.applier().deriveAll();
    const spent = process.cpuUsage(used);
    console.log(
      `  recomputing everything: ${((performance.now() - from) / 1000).toFixed(0)} s, processor ${((spent.user + spent.system) / 1e6).toFixed(0)} s`,
    );
  }
  console.log(`memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`);
} finally {
  await record.close();
  rmSync(folder, { recursive: true });
}
