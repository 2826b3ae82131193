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
  assert.match(out, /told by post\n {2}told by radio/);
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
