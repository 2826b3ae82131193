import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CopyReport, relate } from '../../src/copies/relation.ts';
import { copiedFrom } from '../../src/model/record.ts';
import { OTHER, textOf, WIRE } from '../support/copies.ts';

const report = (id: string, text: { text: string }, more: Partial<CopyReport> = {}): CopyReport => ({
  id,
  outlet: `${id}.example`,
  ...text,
  ...more,
});
const wire = report('wire', textOf(...WIRE), { published: '2025-03-10' });

/** Whether the words of `text` are told from a copy of the wire story. */
function copiedIn(text: string, words: string, source: CopyReport = wire): boolean {
  const relation = relate(source, report('paper', { text }, { published: '2025-03-11' }));
  const start = text.indexOf(words);
  assert.notEqual(start, -1, words);
  const from = copiedFrom(relation?.passages ?? [], { start, end: start + words.length });
  if (from) assert.equal(folded(source.text.slice(from.start, from.end)), folded(words));
  return from !== null;
}

const folded = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

test('the kind is told by the share and the outlet', () => {
  const paper = (...sentences: string[]) => report('paper', textOf(...sentences));
  const own = (...sentences: string[]) =>
    report('later', textOf(...sentences), { outlet: 'www.WIRE.example' });
  const rows = [
    [paper(...WIRE), 'copy'],
    [paper(WIRE[0]!, WIRE[1]!, OTHER[0]!), 'copy'],
    [paper(WIRE[2]!, OTHER[0]!, WIRE[3]!, OTHER[1]!, OTHER[2]!), 'partial copy'],
    [own(...WIRE, OTHER[0]!), 'update'],
    [own(...WIRE), 'copy'],
    [paper(...OTHER), undefined],
  ] as const;
  for (const [later, kind] of rows) assert.equal(relate(wire, later)?.kind, kind, later.text);
});

test('the source is the one published first; else the one that came first', () => {
  const sides = (later: Partial<CopyReport>) => {
    const { report: copy, source } = relate(wire, report('paper', textOf(...WIRE), later))!;
    return [source, copy];
  };
  assert.deepEqual(sides({ published: '2025-03-11' }), ['wire', 'paper']);
  assert.deepEqual(sides({ published: '2025-03-09' }), ['paper', 'wire']);
  assert.deepEqual(sides({ published: '2025-03-10T09:00:00Z' }), ['wire', 'paper']);
  assert.deepEqual(sides({}), ['wire', 'paper']);
});

test('evidence is copied where its own words are, not where they were changed or are the paper’s own', () => {
  const { text } = textOf(
    WIRE[0]!.replace('32', '35').replace('SELD (Nordpress) — ', ''),
    WIRE[2]!,
    'The hospital of St. Alban took in 14 wounded overnight, its director told this paper.',
  );
  assert.equal(copiedIn(text, 'At least 35 people were killed'), false);
  assert.equal(copiedIn(text, 'people were killed'), true);
  assert.equal(copiedIn(text, 'Nine of the dead'), true);
  assert.equal(copiedIn(text, '14 wounded'), false);
});

test('a place at the source is found whatever was reset on the way', () => {
  const text = WIRE.join(' ')
    .replaceAll(', ', ' –  ')
    .replace('the quay', '‘the old quay’')
    .replace('on Monday ', '');
  assert.equal(copiedIn(text, 'by boat'), true);
  assert.equal(copiedIn(text, 'Nine of the dead'), true);
  assert.equal(copiedIn(text, 'smoke could be seen'), true);
  assert.equal(copiedIn(text, 'killed when'), false);
});

test('a word left out is a change: "were not killed" is no copy of "were killed"', () => {
  const source = report('wire', textOf(WIRE[1]!, WIRE[2]!.replace('who had', 'who had not')));
  const { text } = textOf(WIRE[1]!, WIRE[2]!);
  assert.equal(copiedIn(text, 'who had gone back', source), false);
  assert.equal(copiedIn(text, 'Nine of the dead', source), true);
});

test('a closing that a site puts under all its stories makes no partial copy of them', () => {
  const closing =
    'Anyone with information is asked to call the police of Seld at any hour. To get alerts for breaking news, sign up for the newsletter of this paper, which is free and comes each morning.';
  const a = report('a', textOf(...WIRE, closing));
  const b = report('b', textOf(...OTHER, WIRE[0]!.toUpperCase().split(' ').reverse().join(' '), closing));
  assert.equal(relate(a, b), null);
  // the same words amid the stories are a passage like any other
  const amid = report('b', textOf(OTHER[0]!, closing, OTHER[1]!, OTHER[2]!));
  assert.equal(relate(report('a', textOf(WIRE[0]!, closing, ...WIRE.slice(1))), amid)?.kind, 'partial copy');
});
