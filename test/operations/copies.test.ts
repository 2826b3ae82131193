import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCopies, processContext } from '../../src/operations/index.ts';
import { Shelf } from '../../src/operations/shelf.ts';
import { OTHER, textOf, WIRE } from '../support/copies.ts';

const CORPUS = [
  { id: 'wire', published: '2025-03-10', source: 'nordpress.example', ...textOf(...WIRE) },
  { id: 'other', ...textOf(...OTHER) },
  { id: 'paper', published: '2025-03-11', source: 'morrow.example', ...textOf(OTHER[0]!, ...WIRE) },
  {
    id: 'later',
    published: '2025-03-12',
    source: 'www.morrow.example',
    ...textOf(OTHER[1]!, OTHER[0]!, ...WIRE),
  },
];

async function copiesOf(lines: readonly string[]) {
  const stdin = async function* () {
    yield Buffer.from(lines.join('\n'));
  };
  return Array.fromAsync(findCopies.run({ paths: ['-'], format: 'jsonl' }, { ...processContext(), stdin }));
}

test('copies and updates of one text are one group, with which is told from which', async () => {
  const [outcome, ...more] = await copiesOf(CORPUS.map((report) => JSON.stringify(report)));
  assert.deepEqual(more, []);
  assert.ok(outcome?.ok);
  const value = findCopies.output.parse(outcome.value);
  assert.deepEqual(value.reports, ['wire', 'paper', 'later']);
  assert.deepEqual(value.relations.map(({ report, source, kind }) => `${report} ${kind} ${source}`).sort(), [
    'later copy wire',
    'later update paper',
    'paper copy wire',
  ]);
  assert.deepEqual(value.names[0], { id: 'wire', published: '2025-03-10', source: 'nordpress.example' });
});

test('a line that is no report is told of, and the others are compared', async () => {
  const outcomes = await copiesOf([JSON.stringify(CORPUS[0]), '{', JSON.stringify(CORPUS[2])]);
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.ok ? outcome.value.reports : outcome.error.code)),
    ['ingest/line-not-json', ['wire', 'paper']],
  );
});

test('a shelf gives back what was put on it, in any order', () => {
  using shelf = new Shelf<{ text: string }>();
  const values = Array.from({ length: 3000 }, (_, at) => ({ text: 'é'.repeat(at % 7) + at }));
  for (const value of values) shelf.add(value);
  for (const at of [2999, 0, 1024, 1023]) assert.deepEqual(shelf.at(at), values[at]);
  assert.equal(shelf.at(3000), undefined);
});
