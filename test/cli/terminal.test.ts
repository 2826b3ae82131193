import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderReading } from '../../src/cli/terminal/reading.ts';
import { COLOURED, PLAIN } from '../../src/cli/terminal/style.ts';
import { harmless, widthOf, wrap } from '../../src/cli/terminal/width.ts';
import { viewOf } from '../../src/cli/view.ts';
import { READING, REPORT } from './port-adren.ts';

const VIEW = viewOf({ report: REPORT, reading: READING });

function lines(columns: number, style = PLAIN): string[] {
  return renderReading(VIEW, { style, columns }).split('\n');
}

test('width counts columns, not code units', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['Nine', 4],
    ['Déla', 4],
    ['De\u0301la', 4],
    ['死者9人', 7],
    ['👩‍🚒', 2],
    ['قتلى', 4],
    ['', 0],
  ];
  for (const [text, width] of rows) assert.equal(widthOf(text), width, text);
});

test('wrapping breaks at spaces, and words that are too long where it must', () => {
  assert.deepEqual(wrap('at least nine people', 8), ['at least', 'nine', 'people']);
  assert.deepEqual(wrap('Fuerteventurastrasse 9', 8), ['Fuerteve', 'nturastr', 'asse 9']);
  assert.deepEqual(wrap('死者九人と負傷者', 6), ['死者九', '人と負', '傷者']);
  assert.deepEqual(wrap('', 8), ['']);
});

test('no report can steer the terminal', () => {
  assert.equal(harmless('a\u001b[2Jb\u0007\u202ec'), 'a [2Jb  c');
  const title = 'Nine \u001b]0;owned\u0007 dead\u202e';
  const view = viewOf({
    report: { id: 'x', text: '', title },
    reading: { ...READING, claims: [], gaps: [] },
  });
  assert.doesNotMatch(renderReading(view, { style: PLAIN, columns: 80 }), /[\u001b\u0007\u202e]/);
});

test('no line is wider than it may be, from a table to a narrow list', () => {
  for (const columns of [160, 120, 100, 80, 64, 44]) {
    for (const line of lines(columns)) assert.ok(widthOf(line) <= columns, `${columns}: ${line}`);
  }
});

test('each account is a row with its words and its bounds', () => {
  const text = lines(140).join('\n');
  for (const row of [
    / 1 {2}the defence ministry of +Velland {2}Velland state television {2}9 March 2025 {2}killed +21 {2}“21 of its marines”/,
    / 3 {2}Ilmar Tosk +Karsia +told to reporters +killed +0 {2}“None of ours”/,
    / 6 {2}Doctors at St\. Alban's +injured +~40 /,
    / 7 {2}the report itself +killed +101\+ .*rumoured/,
  ]) {
    assert.match(text, row);
  }
  assert.match(
    text,
    /air\/drone strike \(jets\) · Port Adren · 8–9 March 2025\n {2}killed 21\+, injured 40 · by Karsia/,
  );
  assert.match(text, /withheld: the names and ranks of the marines \(the defence ministry of Velland\)/);
});

test('narrow terminals get the same accounts under each other', () => {
  const text = lines(50).join('\n');
  assert.doesNotMatch(text, /who says so/);
  assert.match(text, /1\. killed 21 · asserted\n {5}the defence ministry of Velland · for Velland/);
});

test('without colour a line under each line marks the words', () => {
  const all = lines(100);
  const at = all.findIndex((line) => line.includes('Many of theirs died'));
  const under = all[at + 1]!;
  assert.equal(all[at]!.slice(under.indexOf('^'), under.lastIndexOf('^') + 1), 'Many of theirs died');
  assert.equal(
    all[at]!.slice(under.indexOf('='), under.lastIndexOf('=') + 1),
    "Karsia's president, Ilmar Tosk",
  );
  assert.equal(all[at]!.slice(under.indexOf('~'), under.lastIndexOf('~') + 1), 'told reporters');
});

test('in colour the words are the same', () => {
  const plain = lines(100).filter((line) => !/^[ ^=~?]+$/.test(line) || line.trim() === '');
  const coloured = lines(100, COLOURED).map((line) => line.replace(/\u001b\[[\d;]+m/g, ''));
  const bare = (all: string[]): string[] => all.filter((line) => !line.includes('IN THESE WORDS'));
  assert.deepEqual(bare(coloured), bare(plain));
});

test('a claim that only repeats another is no row of its own', () => {
  assert.equal(VIEW.accounts.length, READING.claims.length - 1);
  assert.deepEqual(
    VIEW.accounts[0]!.repeats.map(({ id }) => id),
    ['c2'],
  );
});

test('claims that repeat each other in a ring are still shown', () => {
  for (const size of [1, 2, 3]) {
    const ring = READING.claims.slice(0, size).map((claim, i, all) => ({
      ...claim,
      relations: [{ to: all[(i + 1) % size]!.id, kind: 'repeats' as const }],
    }));
    const { accounts } = viewOf({ report: REPORT, reading: { ...READING, claims: ring } });
    assert.deepEqual([accounts.length, accounts[0]!.repeats.length], [1, size - 1]);
  }
});
