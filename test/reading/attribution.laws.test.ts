import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { attributionsOf, loadGold } from '../../evaluation/attribution.ts';
import { ENGLISH_ATTRIBUTION } from '../../src/languages/en/attribution/pack.ts';
import { english } from '../../src/languages/en/language.ts';
import { Columns } from '../../src/reading/attribution/columns.ts';
import { randomOf } from '../support/random.ts';

const PIECES = [
  'said',
  ' ',
  ' ',
  ' ',
  '“',
  '”',
  '"',
  "'",
  '’s',
  '\n',
  '\n\n',
  ',',
  '.',
  ':',
  '—',
  'the army',
  'He',
  'told',
  'reporters',
  'according to',
  'Ana Dolen',
  'on Monday',
  '12',
  'were killed',
  'that',
  'who',
  '(',
  ')',
  '\u{1f600}',
  '\u0000',
  'é',
  'citing',
  'its',
  'statement',
  '-',
  'believed to',
  'X.',
];

function randomText(random: () => number): string {
  const length = Math.floor(random() * 60);
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]).join(
    random() < 0.5 ? ' ' : '',
  );
}

describe('any text', () => {
  test('is read without a throw, and every span quotes it', () => {
    const random = randomOf(7);
    for (let k = 0; k < 200; k++) {
      const text = randomText(random);
      const title = random() < 0.3 ? randomText(random) : '';
      for (const attribution of attributionsOf({ id: 'x', text, title, published: '2024-03-06' })) {
        assert.notEqual(attribution.cue.length, 0);
        assert.notEqual(attribution.content.length, 0);
        for (const span of [...attribution.source, ...attribution.cue, ...attribution.content]) {
          const whole = span.in === 'title' ? title : text;
          assert.equal(whole.slice(span.start, span.end), span.quote);
          assert.notEqual(span.quote, '');
        }
      }
    }
  });

  test('gives the same attributions every time', () => {
    const [report] = loadGold('seen');
    assert.deepEqual(attributionsOf(report!), attributionsOf(report!));
  });
});

describe('a text of one endless paragraph', () => {
  const sentence =
    '“We saw it,” Ana Dolen told reporters on Monday, and the army said that 12 had died, he added, ';
  const timeOf = (copies: number): number => {
    const doc = english().analyse(sentence.repeat(copies));
    for (let i = 0; i < doc.length; i++) doc.lemma(i);
    const before = process.cpuUsage();
    ENGLISH_ATTRIBUTION.loadModel().proposals(new Columns(doc));
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };

  test('takes time that grows with its length, not with its square', () => {
    timeOf(10);
    const short = timeOf(40);
    const long = timeOf(160);
    assert.ok(long < 10 * short + 50_000, `${short} µs for 40 sentences, ${long} µs for 160`);
  });
});
