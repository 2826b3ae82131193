/** Judgements change what is computed and nothing that was read; taken back, all is as it was (law 6). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountsOf, applyJudgements, redacted } from '../../src/accounts/index.ts';
import type { Judgement, JudgementKind } from '../../src/model/judgement.ts';
import { accountLine, contradictionsOf, recordOf, tollLines, VOCABULARY } from '../support/accounts.ts';
import { codedMaterial, groupsOf } from '../support/coded-reports.ts';

const TEXT = `
# r1 · Orlu Post · 2025-03-09
killed 12 | Velland's health ministry, government, for Velland
killed 9 | Sorrel police, police
# r2 · Seld Herald · 2025-03-10
killed 14 | MoH, government
`;
const MATERIAL = codedMaterial(TEXT);

let next = 0;
function judgement<K extends JudgementKind>(
  kind: K,
  fields: Omit<Extract<Judgement, { kind: K }>, 'kind' | 'id' | 'by' | 'role' | 'at'> & {
    role?: Judgement['role'];
  },
): Judgement {
  next++;
  return {
    kind,
    id: `j${next}`,
    by: 'p1',
    role: 'recorder',
    at: `2025-04-01T00:00:${String(next % 60).padStart(2, '0')}.000Z`,
    ...fields,
  } as unknown as Judgement;
}

function anchor(report: string, claim: string) {
  const found = MATERIAL.reports
    .find(({ id }) => id === report)!
    .reading.claims.find(({ id }) => id === claim)!;
  return { report, harm: found.harm, evidence: found.evidence };
}

test('a rejected claim counts nowhere', () => {
  const reject = judgement('reject', { claim: anchor('r1', 'c2') });
  assert.deepEqual(tollLines(recordOf(TEXT)), ['killed 9..14']);
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [reject] })), ['killed 12..14']);
  assert.deepEqual(applyJudgements({ ...MATERIAL, judgements: [reject] }).rejected, ['r1#c2']);
});

test('a corrected field has its old value beside the new', () => {
  const correct = judgement('correct', {
    claim: anchor('r1', 'c2'),
    field: 'count',
    old: { min: 9 },
    new: { min: 19, max: 19, kind: 'exact', approximate: false },
  });
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [correct] })), ['killed 12..19']);
  const { corrections } = applyJudgements({ ...MATERIAL, judgements: [correct] });
  assert.deepEqual(
    corrections.map(({ claim, field, old, new: now }) => [
      claim,
      field,
      (old as { min: number }).min,
      (now as { min: number }).min,
    ]),
    [['r1#c2', 'count', 9, 19]],
  );
});

test('a value that no claim can have is not taken, and is told of', () => {
  const wrong = judgement('correct', {
    claim: anchor('r1', 'c2'),
    field: 'count',
    old: null,
    new: 'nineteen',
  });
  const judged = applyJudgements({ ...MATERIAL, judgements: [wrong] });
  assert.deepEqual(judged.notFound, [wrong.id]);
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [wrong] })), tollLines(recordOf(TEXT)));
});

test('a claim added by hand counts as one that was read', () => {
  const read = MATERIAL.reports[0]!.reading.claims[0]!;
  const add = judgement('add', {
    report: 'r2',
    origin: 'Karsia Monitor',
    claim: { ...read, attribution: [], count: { min: 16, max: 16, kind: 'exact', approximate: false } },
  });
  const record = recordOf(TEXT, { judgements: [add] });
  assert.ok(record.accounts.map(accountLine).includes('Karsia Monitor: killed 16 current'));
});

test('two names of one source make one account, and a source can be told apart again', () => {
  const same = judgement('same-source', { a: "Velland's health ministry", b: 'MoH' });
  assert.ok(
    recordOf(TEXT, { judgements: [same] })
      .accounts.map(accountLine)
      .includes("Velland's health ministry: killed 12 superseded, 14 current"),
  );
  const text = `
# r1 · Orlu Post · 2025-03-09
killed 12 | Velland's health ministry, government, for Velland
# r2 · Orlu Post · 2025-03-09
killed 14 | the health ministry, government
`;
  assert.equal(recordOf(text).accounts.length, 1);
  const apart = judgement('different-source', { a: "Velland's health ministry", b: 'the health ministry' });
  assert.equal(recordOf(text, { judgements: [apart] }).accounts.length, 2);
});

test('the register names a source, folds its aliases, and lends its evaluation', () => {
  const register = judgement('register-source', {
    source: 'Ministry of Health of Velland',
    aliases: ['MoH', "Velland's health ministry"],
    sourceKind: 'government',
    evaluation: 'B2',
  });
  const [account] = recordOf(TEXT, { judgements: [register] }).accounts;
  const ministry = recordOf(TEXT, { judgements: [register] }).accounts.find(
    ({ evaluation }) => evaluation === 'B2',
  );
  assert.ok(account);
  assert.equal(ministry!.origin, 'Ministry of Health of Velland');
  assert.equal(ministry!.trajectory.length, 2);
});

test('a claim can go back to another source than its report tells', () => {
  const derives = judgement('derives-from', { claim: anchor('r2', 'c1'), origin: 'Sorrel police' });
  assert.ok(
    recordOf(TEXT, { judgements: [derives] })
      .accounts.map(accountLine)
      .includes('Sorrel police: killed 9 superseded, 14 current'),
  );
});

test('a person says what is a part, and then it bounds nothing', () => {
  const part = judgement('part-or-whole', { claim: anchor('r1', 'c2'), is: 'part' });
  const record = recordOf(TEXT, { judgements: [part] });
  assert.deepEqual(tollLines(record), ['killed 12..14']);
  assert.deepEqual(contradictionsOf(record), []);
});

test('the record’s own order of sources gives the best, an incident’s before the general one', () => {
  const general = judgement('source-order', { sources: ['Sorrel police', 'MoH'] });
  const own = judgement('source-order', { incident: 'e1', sources: ['MoH'] });
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [general] })), ['killed 9..14 best 9']);
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [general, own] })), ['killed 9..14 best 14']);
});

test('of two judgements the higher role’s holds, of equal ones the later', () => {
  const lead = judgement('accept', { claim: anchor('r1', 'c2'), role: 'lead' });
  const reject = judgement('reject', { claim: anchor('r1', 'c2') });
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [lead, reject] })), ['killed 9..14']);
  const accept = judgement('accept', { claim: anchor('r1', 'c2') });
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [reject, accept] })), ['killed 9..14']);
  assert.deepEqual(tollLines(recordOf(TEXT, { judgements: [accept, reject] })).length, 1);
});

test('a grade that a person gave is shown as decided', () => {
  const grade = judgement('grade', { incident: 'e1', grade: 'fair', why: 'read by two' });
  assert.deepEqual(recordOf(TEXT, { judgements: [grade] }).grade, {
    proposed: null,
    decided: 'fair',
    reason: 'read by two',
  });
});

test('a newer reading of the same words is judged; a judgement whose words are gone is listed', () => {
  const reject = judgement('reject', { claim: anchor('r1', 'c2') });
  const renamed = {
    ...MATERIAL,
    judgements: [reject],
    reports: MATERIAL.reports.map((report) => ({
      ...report,
      reading: {
        ...report.reading,
        claims: report.reading.claims.map((claim) => ({ ...claim, id: `new-${claim.id}` })),
      },
    })),
  };
  assert.deepEqual(applyJudgements(renamed).rejected, ['r1#new-c2']);
  const gone = {
    ...MATERIAL,
    judgements: [reject],
    reports: MATERIAL.reports.map((report) => ({ ...report, reading: { ...report.reading, claims: [] } })),
  };
  assert.deepEqual(applyJudgements(gone).notFound, [reject.id]);
});

test('how a disagreement was dealt with is shown, and a preferred source gives the best', () => {
  const resolve = judgement('resolve', {
    incident: 'e1',
    outcome: 'prefer a source',
    source: 'Sorrel police',
  });
  const record = recordOf(TEXT, { judgements: [resolve] });
  assert.deepEqual(tollLines(record), ['killed 9..14 best 9']);
  assert.deepEqual(record.resolutions, [
    { judgement: resolve.id, outcome: 'prefer a source', source: 'Sorrel police' },
  ]);
});

test('what is redacted is shown nowhere outside, and kept as it was', () => {
  const material = codedMaterial(
    '# r1 · Orlu Post · 2025-03-09\nkilled 2 | Sorrel police, police | named Tesh Amal\ngap unknown place | the house of Tesh Amal\n',
  );
  const { text } = material.reports[0]!;
  const hidden = [...text.matchAll(/Tesh Amal/g)].map(({ index }) => ({
    start: index,
    end: index + 9,
    quote: 'Tesh Amal',
  }));
  const redact = judgement('redact', { report: 'r1', spans: hidden });
  const shown = redacted({ ...material, judgements: [redact] });
  const records = accountsOf({ ...shown, judgements: [] }, groupsOf(shown), { vocabulary: VOCABULARY });
  assert.ok(!JSON.stringify([shown.reports, records]).includes('Tesh'));
  assert.deepEqual(records.map(tollLines), [['killed 2..2']]);
  assert.ok(JSON.stringify(material).includes('Tesh Amal'));
});

test('taking a judgement back restores the state exactly', () => {
  const before = accountsOf(MATERIAL, groupsOf(MATERIAL), { vocabulary: VOCABULARY });
  const some = [
    judgement('reject', { claim: anchor('r1', 'c1') }),
    judgement('same-source', { a: 'MoH', b: "Velland's health ministry" }),
    judgement('part-or-whole', { claim: anchor('r1', 'c2'), is: 'part' }),
    judgement('source-order', { sources: ['Sorrel police'] }),
    judgement('correct', { claim: anchor('r2', 'c1'), field: 'stance', old: 'asserted', new: 'rumoured' }),
  ];
  const judgedWith = (judgements: readonly Judgement[]) =>
    accountsOf({ ...MATERIAL, judgements }, groupsOf(MATERIAL), { vocabulary: VOCABULARY });
  assert.notDeepEqual(judgedWith(some), before);
  const back = some.map(({ id }) => judgement('take-back', { judgement: id }));
  assert.deepEqual(judgedWith([...some, ...back]), before);
  for (const [i, one] of some.entries()) {
    const others = some.filter((other) => other !== one);
    assert.deepEqual(judgedWith([...some, back[i]!]), judgedWith(others), one.kind);
  }
});
