import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  agreement,
  checkWhole,
  explainFigure,
  judge,
  listJudgements,
  putPerson,
  rebuildRecord,
  setRule,
  showIncident,
} from '../../src/operations/records.ts';
import { dumpOf, failed, failures, recordOf, run, within } from '../support/record.ts';
import { type contextFor, folderPlace, type Place, testStores } from '../support/stores.ts';

/** Two reports of one strike that the machine leaves apart, and one of another. */
const REPORTS = {
  'reports.jsonl': [
    [
      'north',
      '2031-05-02',
      'Six people were killed on Thursday when a rocket hit the grain store of Tamrin, police said.',
    ],
    [
      'south',
      '2031-05-09',
      'A week ago four farmers died by the river, a relative of Oda Merrin, one of the dead, said.',
    ],
    [
      'other',
      '2031-08-20',
      'Nine miners were killed in a blast at the Corvo pit on Tuesday, the company said.',
    ],
  ]
    .map(([id, published, text]) => `${JSON.stringify({ id, published, text })}\n`)
    .join(''),
};

type Fields = Record<string, unknown>;

async function decide(place: Place, context: ReturnType<typeof contextFor>, ...judgements: Fields[]) {
  return run(judge, { judgements }, place, context);
}

const incidents = async (place: Place, context: ReturnType<typeof contextFor>): Promise<string[][]> => {
  const { mention } = await dumpOf(place, context);
  return [...Map.groupBy(mention, ({ incident }) => incident).values()].map((rows) =>
    rows.map(({ id }) => String(id)),
  );
};

testStores(
  'same and different incident hold, are taken back, and ids stay what they were',
  async (place, t) => {
    const context = await recordOf(place, t, REPORTS);
    const before = await dumpOf(place, context);
    assert.equal(before.incident.length, 3);
    const [same] = await decide(place, context, { kind: 'same-incident', a: 'north#e1', b: 'south#e1' });
    assert.deepEqual(same!.incidents, ['north#e1']);
    assert.deepEqual(same!.gone, ['south#e1']);
    assert.deepEqual(await incidents(place, context), [['north#e1', 'south#e1'], ['other#e1']]);
    // who knows the former id still finds the incident: by its founding mention
    await decide(place, context, { kind: 'grade', incident: 'south#e1', grade: 'fair' });
    const [graded] = await decide(place, context, { kind: 'comment', on: 'north#e1', text: 'One strike.' });
    assert.equal(graded!.state, 'stands');
    assert.deepEqual(await run(checkWhole, { quick: true }, place, context), []);
    await decide(place, context, { kind: 'take-back', judgement: same!.judgement });
    const { incident, mention } = await dumpOf(place, context);
    assert.deepEqual(
      mention.map(({ id, incident: of }) => [id, of]),
      before.mention.map(({ id, incident: of }) => [id, of]),
    );
    assert.deepEqual(
      incident.map(({ id }) => id),
      before.incident.map(({ id }) => id),
    );
    assert.deepEqual(await run(checkWhole, { quick: true }, place, context), []);
  },
);

testStores('what is taken back leaves no trace in what is computed', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  const before = await dumpOf(place, context);
  for (const fields of [
    { kind: 'reject', claim: 'north#c1' },
    { kind: 'correct', claim: 'other#c1', field: 'stance', old: 'asserted', new: 'alleged' },
    { kind: 'same-incident', a: 'north#e1', b: 'other#e1' },
    { kind: 'same-source', a: 'police', b: 'the company' },
  ]) {
    const [made] = await decide(place, context, fields);
    await decide(place, context, { kind: 'take-back', judgement: made!.judgement });
    const { judgement: _, judgement_on: __, ...after } = await dumpOf(place, context);
    const { judgement: ___, judgement_on: ____, ...was } = before;
    assert.deepEqual(after, was, fields.kind);
  }
});

testStores('a rejected claim is in no toll, and says so in no other way', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  const tollOf = async () => {
    const { incident } = await dumpOf(place, context);
    return incident.find(({ id }) => id === 'other#e1')!.killed_low;
  };
  assert.equal(await tollOf(), 9);
  await decide(place, context, { kind: 'reject', claim: 'other#c1', why: 'a drill' });
  assert.equal(await tollOf(), null);
});

testStores('publishing takes two persons where the record asks for it', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  await run(setRule, { key: 'two-person', value: ['publish', 'same-incident'] }, place, context);
  const [merge] = await decide(place, context, { kind: 'same-incident', a: 'north#e1', b: 'south#e1' });
  assert.equal(merge!.state, 'waits');
  assert.equal((await incidents(place, context)).length, 3);
  const second = { judgements: [{ kind: 'second', judgement: merge!.judgement }] };
  const [own] = await failed(judge, second, place, context);
  assert.match(own!.message, /a second person has to agree/);
  assert.equal((await run(listJudgements, { waiting: true }, place, context)).length, 1);
  const other = { ...context, by: 'tam' };
  const [agreed] = await run(judge, second, place, other);
  assert.equal((await incidents(place, context)).length, 2);
  const [again] = await failed(judge, second, place, other);
  assert.match(again!.message, /waits for nobody: it stands/);
  await decide(place, context, { kind: 'take-back', judgement: agreed!.judgement });
  assert.equal((await incidents(place, context)).length, 3, 'who agreed may think again');
  const [published] = await decide(place, context, {
    kind: 'publish',
    incident: 'other#e1',
    projection: 'public',
  });
  assert.equal(published!.state, 'waits');
  const [graded] = await decide(place, context, { kind: 'grade', incident: 'other#e1', grade: 'fair' });
  assert.equal(graded!.state, 'stands', 'one person is enough for what the record does not ask two for');
  assert.deepEqual(await run(checkWhole, { quick: true }, place, context), []);
});

testStores('a person is erased: names go, the chain holds, the rest stays', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  await run(putPerson, { id: 'r7', name: 'Vera Orlan', role: 'lead' }, place, context);
  await decide(
    place,
    context,
    { kind: 'victim', incident: 'south#e1', name: 'Oda Merrin', is: 'victim' },
    { kind: 'reject', claim: 'other#c1', why: 'Oda Merrin says that there was no blast' },
    { kind: 'comment', on: 'north', text: 'Seen again.' },
  );
  await decide(place, context, { kind: 'erase', person: 'ODA MERRIN' });
  const { judgement, person } = await dumpOf(place, context);
  assert.deepEqual(judgement.map(({ kind }) => kind).sort(), ['comment', 'erase', 'reject']);
  assert.doesNotMatch(JSON.stringify(judgement), /merrin/i);
  assert.equal(person.length, 1);
  assert.deepEqual(await run(checkWhole, { quick: true }, place, context), []);
  await within(place, context, async (record) => {
    const entries = await Array.fromAsync(record.journal.read());
    const details = await Array.fromAsync(record.journal.allDetails());
    assert.doesNotMatch(JSON.stringify([entries, details]), /merrin/i);
  });
  const before = await dumpOf(place, context);
  await run(rebuildRecord, {}, place, context);
  assert.deepEqual(await dumpOf(place, context), before);
});

testStores(
  'a report leaves the record: its bytes go, the rest is as if it had never come',
  async (place, t) => {
    const context = await recordOf(place, t, {
      ...REPORTS,
      'alone.txt':
        'date 2031-05-02 Rocket\nSix people were killed on Thursday when a rocket hit the grain store of Tamrin.\n',
    });
    const { capture } = await dumpOf(place, context);
    const alone = capture.find(({ payload }) => String(payload).includes('alone.txt'))!;
    const [deleted] = await decide(place, context, { kind: 'delete-report', report: alone.report });
    assert.equal(deleted!.state, 'stands');
    await within(place, context, async ({ evidence }) =>
      assert.equal(evidence.has(String(alone.evidence)), false),
    );
    const { report, mention } = await dumpOf(place, context);
    assert.equal(report.length, 3);
    assert.ok(mention.every(({ incident }) => incident !== null));
    assert.deepEqual(await run(checkWhole, {}, place, context), []);
  },
);

testStores('many are recorded all or none; what is not there is said', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  const good = { kind: 'accept', claim: 'other#c1' };
  for (const [bad, code] of [
    [{ kind: 'accept', claim: 'other#c99' }, 'judgement/not-found'],
    [{ kind: 'grade', incident: 'nowhere#e1', grade: 'fair' }, 'judgement/not-found'],
    [{ kind: 'praise', claim: 'other#c1' }, 'judgement/invalid'],
    [{ kind: 'take-back', judgement: 'j99' }, 'judgement/not-found'],
  ] as const) {
    assert.deepEqual(await failures(judge, { judgements: [good, bad] }, place, context), [code]);
  }
  assert.equal((await dumpOf(place, context)).judgement.length, 0);
  const both = await decide(place, context, good, { kind: 'comment', on: 'other', text: 'Both.' });
  const listed = await run(listJudgements, {}, place, context);
  assert.equal(both.length, 2);
  assert.equal(new Set(listed.map(({ judgement }) => judgement.batch)).size, 1);
});

test('the words of a judgement are found again whatever the claim is called now', async (t) => {
  const place = folderPlace(t);
  const context = await recordOf(place, t, REPORTS);
  const [made] = await decide(place, context, { kind: 'reject', claim: 'other#c1' });
  const journal = readFileSync(join(place.name, 'journal.jsonl'), 'utf8');
  assert.match(journal, /Nine miners/);
  await within(place, context, async ({ engine }) => {
    const row = await engine.writer
      .selectFrom('judgement')
      .selectAll()
      .where('id', '=', made!.judgement)
      .executeTakeFirstOrThrow();
    assert.equal(JSON.parse(row.payload).claim.ref, 'other#c1');
  });
});

test('agreement is told of what several judged', async (t) => {
  const place = folderPlace(t);
  const context = await recordOf(place, t, REPORTS);
  const claims = ['north#c1', 'south#c1', 'other#c1'];
  for (const by of ['vera', 'tam']) {
    await run(
      judge,
      {
        judgements: claims.map((claim, i) => ({
          kind: i === 0 && by === 'tam' ? 'reject' : 'accept',
          claim,
        })),
      },
      place,
      { ...context, by },
    );
  }
  const [told] = await run(agreement, {}, place, context);
  assert.deepEqual(told!.people, ['tam', 'vera']);
  assert.equal(told!.units, 3);
  assert.deepEqual(
    told!.pairs.map(({ units, agree }) => [units, agree]),
    [[3, 2 / 3]],
  );
});

testStores(
  'grade, level, remarks and publication stand beside the incident, with who and why',
  async (place, t) => {
    const context = await recordOf(place, t, REPORTS);
    await decide(
      place,
      context,
      { kind: 'grade', incident: 'other#e1', grade: 'fair', why: 'the company and a union' },
      { kind: 'confirm-level', incident: 'other#e1', level: 'likely' },
      { kind: 'comment', on: 'other#e1', text: 'Call again in May.' },
      { kind: 'publish', incident: 'other#e1', projection: 'restricted' },
    );
    const [shown] = await run(showIncident, { incident: 'other#e1' }, place, context);
    assert.deepEqual([shown!.grade!.decided, shown!.grade!.reason], ['fair', 'the company and a union']);
    assert.deepEqual(
      shown!.judgements!.map(({ judgement: { kind, by, role, why }, state }) => [kind, by, role, why, state]),
      [
        ['grade', 'vera', 'recorder', 'the company and a union', 'stands'],
        ['confirm-level', 'vera', 'recorder', undefined, 'stands'],
        ['comment', 'vera', 'recorder', undefined, 'stands'],
        ['publish', 'vera', 'recorder', undefined, 'stands'],
      ],
    );
    await decide(place, context, { kind: 'grade', incident: 'other#e1', grade: 'weak' });
    await run(putPerson, { id: 'tam', role: 'lead' }, place, context);
    const lead = { ...context, by: 'tam' };
    await run(judge, { judgements: [{ kind: 'grade', incident: 'other#e1', grade: 'good' }] }, place, lead);
    await decide(place, context, { kind: 'grade', incident: 'other#e1', grade: 'none' });
    const [later] = await run(showIncident, { incident: 'other#e1' }, place, context);
    assert.equal(later!.grade!.decided, 'good', 'a lead’s word holds against a later one of a recorder');
  },
);

testStores('who is erased is in no view of what people decided', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  await decide(
    place,
    context,
    { kind: 'comment', on: 'other#e1', text: 'Lio Tarn called twice.' },
    { kind: 'grade', incident: 'other#e1', grade: 'fair', why: 'Lio Tarn saw it' },
  );
  await decide(place, context, { kind: 'erase', person: 'lio tarn' });
  const [shown] = await run(showIncident, { incident: 'other#e1' }, place, context);
  assert.doesNotMatch(JSON.stringify(shown), /Tarn/);
  assert.equal(shown!.grade!.decided, 'fair', 'the decision stays, without the words');
  const [told] = await run(explainFigure, { id: 'other#e1', figure: 'grade' }, place, context);
  assert.doesNotMatch(JSON.stringify(told), /Tarn/);
});

testStores('a correction is recorded as it will be used, with what was read before', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  for (const [value, low] of [
    [8, 8],
    ['7+', 7],
    [{ min: 5, max: 6 }, 5],
  ] as const) {
    await decide(place, context, { kind: 'correct', claim: 'other#c1', field: 'count', new: value });
    const { incident } = await dumpOf(place, context);
    assert.equal(incident.find(({ id }) => id === 'other#e1')!.killed_low, low);
  }
  const [first] = await run(listJudgements, {}, place, context);
  assert.ok(first!.judgement.kind === 'correct');
  assert.equal((first!.judgement.old as { min: number }).min, 9);
});

testStores('what would change nothing is refused, and says why', async (place, t) => {
  const context = await recordOf(place, t, REPORTS);
  for (const [fields, told] of [
    [{ kind: 'correct', claim: 'other#c1', field: 'count', new: 'eight' }, /count cannot be "eight"/],
    [{ kind: 'correct', claim: 'other#c1', field: 'stance', new: 'sure' }, /stance cannot be "sure"/],
    [{ kind: 'correct', claim: 'other#c1', field: 'event', new: 'e9' }, /the report’s events are e1/],
    [{ kind: 'correct', claim: 'other#c1', field: 'saidOn', new: 'Tuesday' }, /an ISO day/],
    [{ kind: 'correct', claim: 'other#c1', field: 'colour', new: 'red' }, /field: Invalid option/],
    [{ kind: 'register-source', source: 'police', aliases: [], sort: 'state' }, /no field "sort"/],
    [{ kind: 'comment', on: 'nowhere', text: 'Look again.' }, /nowhere in the record/],
  ] as const) {
    const [error] = await failed(judge, { judgements: [fields] }, place, context);
    assert.match(error!.message, told);
  }
  assert.deepEqual(await run(listJudgements, {}, place, context), []);
});

testStores(
  'the same decided twice by one person is refused, unless something was decided between',
  async (place, t) => {
    const context = await recordOf(place, t, REPORTS);
    const decide = (fields: Fields) =>
      failed(
        judge,
        { by: 'vera', ...fields, judgements: [{ kind: 'reject', claim: 'other#c1', ...fields }] },
        place,
        context,
      );
    assert.deepEqual(await decide({}), []);
    const [again] = await decide({});
    assert.match(
      again!.message,
      /vera decided the same on 2031-05-02 \(j\d+\), and nothing was decided of it since/,
    );
    assert.deepEqual(await decide({ why: 'a drill' }), []);
    assert.deepEqual(await decide({ by: 'orla', why: 'a drill' }), []);
    assert.deepEqual(await decide({ kind: 'accept' }), []);
    assert.deepEqual(await decide({ why: 'a drill' }), []);
    assert.equal((await run(listJudgements, {}, place, context)).length, 5);
  },
);
