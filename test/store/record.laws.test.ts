/**
 * Laws of a record, on seeded random reports and judgements, in every form of it. `RECOUNT_SEEDS=1..200` tries that many;
 * by default a few.
 */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { IncidentRecord } from '../../src/model/incident.ts';
import type { Judgement } from '../../src/model/judgement.ts';
import { worldOf } from '../../src/operations/record.ts';
import { checkRecord } from '../../src/store/check.ts';
import type { Draft } from '../../src/store/entry.ts';
import { draftOf } from '../../src/store/judgements.ts';
import { rowsOf, type TableName } from '../../src/store/pages.ts';
import { RecordStore } from '../../src/store/record.ts';
import type { TakenReport } from '../../src/store/rules.ts';
import { TABLES } from '../../src/store/schema.ts';
import { captureOf, madeJudgement, madeReports } from '../support/made-reports.ts';
import { randomOf } from '../support/random.ts';
import { contextFor, type Form, STORES } from '../support/stores.ts';

const [FIRST_SEED, LAST_SEED] = (process.env.RECOUNT_SEEDS ?? '1..2').split('..').map(Number) as [
  number,
  number,
];

function law(title: string, holds: (seed: number, form: Form, t: TestContext) => Promise<void>): void {
  for (const form of STORES) {
    test(`${title} (${form.name})`, { skip: form.skip ?? false }, async (t) => {
      for (let seed = FIRST_SEED; seed <= LAST_SEED; seed++) await holds(seed, form, t);
    });
  }
}

async function madeRecord(form: Form, t: TestContext): Promise<RecordStore> {
  const record = await RecordStore.create((await form.place(t)).where, worldOf(contextFor()));
  t.after(() => record.close());
  return record;
}

type Step = { readonly report: TakenReport } | { readonly judgement: Judgement };

/** Takes steps one stroke after the other, some of them together. */
async function take(record: RecordStore, steps: readonly Step[], random: () => number): Promise<void> {
  for (let i = 0; i < steps.length; ) {
    const some = steps.slice(i, i + 1 + Math.floor(random() * 4));
    i += some.length;
    const drafts = some.map(
      (step): Draft =>
        'report' in step
          ? captureOf(step.report, `2031-06-02T00:${String(i).padStart(2, '0')}:00.000Z`)
          : draftOf(step.judgement),
    );
    await record.write((writing) =>
      writing.append(
        drafts,
        some.map((step) => ('report' in step ? step.report : undefined)),
      ),
    );
  }
}

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);

async function rows(record: RecordStore, table: TableName): Promise<Record<string, unknown>[]> {
  return (await Array.fromAsync(rowsOf(record.db, table))).flat().map((row) => ({ ...row }));
}

/** What follows from reports and judgements, without what only tells in which order they came. */
async function outcome(record: RecordStore): Promise<unknown[]> {
  const mentions = await rows(record, 'mention');
  const incidents = await rows(record, 'incident');
  return incidents
    .map(({ id, body }) => {
      const members = mentions.filter(({ incident }) => incident === id).map((mention) => String(mention.id));
      const name = members.toSorted()[0]!;
      const whole = JSON.parse(
        String(body).replaceAll(JSON.stringify(id).slice(1, -1), '«it»'),
      ) as IncidentRecord;
      const { reports, alsoIn, mentions: _, incident: __, ...rest } = whole;
      return {
        name,
        members: members.toSorted(),
        reports: reports.toSorted(),
        alsoIn: alsoIn.toSorted(),
        rest,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const DECIDED: readonly TableName[] = ['meta', 'judgement', 'judgement_on'];

async function derivedRows(record: RecordStore): Promise<Record<string, unknown>> {
  const tables = TABLES.filter((table) => !DECIDED.includes(table));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table, await rows(record, table)])),
  );
}

law('the same reports and judgements in any order give the same incidents', async (seed, form, t) => {
  const random = randomOf(seed);
  const reports = madeReports(random, 9);
  const judgements = Array.from({ length: 6 }, (_, n) => madeJudgement(random, reports, n));
  const steps: Step[] = [
    ...reports.map((report) => ({ report })),
    ...judgements.map((judgement) => ({ judgement })),
  ];
  const [one, other] = [await madeRecord(form, t), await madeRecord(form, t)];
  await take(one, steps, () => 0.9);
  await take(other, shuffled(steps, random), random);
  assert.deepEqual(await outcome(other), await outcome(one), `seed ${seed}`);
});

law('what is taken back leaves no trace', async (seed, form, t) => {
  const random = randomOf(1000 + seed);
  const reports = madeReports(random, 9);
  const record = await madeRecord(form, t);
  const standing = Array.from({ length: 3 }, (_, n) => madeJudgement(random, reports, n));
  await take(
    record,
    [...reports.map((report) => ({ report })), ...standing.map((judgement) => ({ judgement }))],
    random,
  );
  const before = await derivedRows(record);
  const more = Array.from({ length: 4 }, (_, n) => madeJudgement(random, reports, 10 + n));
  await take(
    record,
    more.map((judgement) => ({ judgement })),
    random,
  );
  const backs = shuffled(more, random).map(({ id, by, role }, n) => ({
    judgement: {
      kind: 'take-back',
      id: `b${n}`,
      by,
      role,
      at: `2031-07-01T00:00:0${n}.000Z`,
      judgement: id,
    } as Judgement,
  }));
  await take(record, backs, random);
  assert.deepEqual(await derivedRows(record), before, `seed ${seed}`);
});

law('what grew step by step is what is computed at once', async (seed, form, t) => {
  const random = randomOf(2000 + seed);
  const reports = madeReports(random, 14);
  const steps: Step[] = reports.map((report) => ({ report }));
  for (let n = 0; n < 8; n++)
    steps.splice(9 + n, 0, { judgement: madeJudgement(random, reports.slice(0, 8), n) });
  const at = '2031-07-01T00:00:00.000Z';
  const common = { by: 'vera', role: 'lead', at } as const;
  steps.splice(12, 0, {
    judgement: { ...common, kind: 'delete-report', id: 'd1', report: 'r2', why: 'a test' } as Judgement,
  });
  steps.push({ judgement: { ...common, kind: 'take-back', id: 'b1', judgement: 'j0' } });
  const record = await madeRecord(form, t);
  await take(record, steps, random);
  const before = await derivedRows(record);
  assert.deepEqual(await faultsOf(record), [], `seed ${seed}`);
  await record.applier().deriveAll();
  assert.deepEqual(await derivedRows(record), before, `seed ${seed}`);
});

/** Of the database; made reports have no bytes. */
async function faultsOf(record: RecordStore): Promise<string[]> {
  const faults = await Array.fromAsync(checkRecord(record, { isDeep: false }));
  return faults.filter((fault) => fault.in === 'database').map(({ message }) => message);
}
