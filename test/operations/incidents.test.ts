import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recount } from '../cli/console.ts';

const REPORTS = [
  {
    id: 'post',
    published: '2031-05-12',
    title: 'Shell kills two bakers in Orlu',
    text: 'Two bakers, Tamo Brill and Ana Vesk, were killed when a shell hit the Halm Street bakery in Orlu on Monday, police said.',
  },
  {
    id: 'radio',
    published: '2031-05-13',
    title: 'Orlu mourns bakers killed by shell',
    text: 'A shell that struck the bakery on Halm Street in Orlu on Monday killed two bakers, Tamo Brill and Ana Vesk, relatives said.',
  },
  {
    id: 'courier',
    published: '2031-05-14',
    title: 'Guard hurt in Hask bank robbery',
    text: 'A guard was injured in a robbery at the savings bank in Lower Hask on Wednesday.',
  },
];
const CORPUS = REPORTS.map((report) => `${JSON.stringify(report)}\n`).join('');

test('incidents --json prints one incident a line, each report in exactly one', async () => {
  const { code, out } = await recount(['incidents', '--json', '--format', 'jsonl', '-'], { stdin: CORPUS });
  assert.equal(code, 0);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ incident, reports, alsoIn, toll }) => [incident, reports, alsoIn, toll.killed?.min]),
    [
      ['courier#e1', ['courier'], [], undefined],
      ['post#e1', ['post', 'radio'], [], 2],
    ],
  );
});

test('--explain says in words why a report is in its incident', async () => {
  const { out } = await recount(['incidents', '--explain', '-f', 'jsonl', '-'], { stdin: CORPUS });
  assert.match(out, /told by 2031-05-12 {2}post\n.*\n {2}told by 2031-05-13 {2}radio/);
  assert.match(out, /post#e1 and radio#e1: one incident, \+\d/);
  assert.match(out, /names: both name .*halm/);
});

test('a line that is no report is told of, the others are put together', async () => {
  const { code, out, err } = await recount(['incidents', '--json', '-f', 'jsonl', '-'], {
    stdin: `${CORPUS}{"id":"lost"}\n`,
  });
  assert.equal(code, 1);
  assert.equal(out.trimEnd().split('\n').length, 2);
  assert.equal(JSON.parse(err).report.id, 'lost');
});

test('incidents for people name each report; what was not read is told of', async () => {
  const unread = {
    id: 'diario',
    text: 'Dos panaderos murieron el lunes cuando un proyectil alcanzó la panadería.',
  };
  const stdin = `${CORPUS}${JSON.stringify(unread)}\n`;
  const { code, out, err } = await recount(['incidents', '--format', 'jsonl', '-'], { stdin });
  assert.equal(code, 0);
  assert.match(out, /told by 2031-05-12 {2}post\n {6}Shell kills two bakers in Orlu/);
  assert.match(err, /diario: .*reading\/language-not-read/);
});

for (const command of ['incidents', 'accounts']) {
  test(`${command}: of two texts under one id the second is refused, and the same again is no second`, async () => {
    const again = JSON.stringify(REPORTS[0]);
    const other = JSON.stringify({ ...REPORTS[2], id: 'post' });
    const stdin = `${again}\n${again}\n${other}\n`;
    const { code, out, err } = await recount([command, '--json', '--format', 'jsonl', '-'], { stdin });
    assert.equal(code, 1);
    assert.equal(out.trimEnd().split('\n').length, 1);
    assert.match(err, /"ingest\/id-taken"/);
    assert.equal(err.trimEnd().split('\n').length, 1);
  });
}

test('accounts says so where nothing was known at a moment', async () => {
  const { out, err } = await recount(['accounts', '--as-of', '1999-01-01', '--format', 'jsonl', '-'], {
    stdin: CORPUS,
  });
  assert.equal(out, '');
  assert.match(err, /Nothing was known by 1999-01-01/);
});
