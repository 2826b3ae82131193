import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OffsetMap, OffsetMapBuilder } from '../../src/text/offset-map.ts';

const SOURCE = '<p>Nine <b>die</b> in Orl&eacute;um</p><p>Two hurt</p>';
const TEXT = 'Nine die in Orléum\n\nTwo hurt';

function mapOf(): OffsetMap {
  const builder = new OffsetMapBuilder();
  const add = (text: string, source = text): void => {
    const textStart = TEXT.indexOf(text);
    const sourceStart = SOURCE.indexOf(source);
    builder.add(textStart, textStart + text.length, sourceStart, sourceStart + source.length);
  };
  add('Nine ');
  add('die');
  add(' in Orl');
  add('é', '&eacute;');
  add('um');
  add('Two hurt');
  return builder.build();
}

test('a stretch of text is found in its page, tags between and references whole', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['Nine', 'Nine'],
    ['Nine die', 'Nine <b>die'],
    ['Orléum', 'Orl&eacute;um'],
    ['é', '&eacute;'],
    ['lé', 'l&eacute;'],
    ['Orléum\n\nTwo', 'Orl&eacute;um</p><p>Two'],
    ['hurt', 'hurt'],
  ];
  for (const [text, source] of rows) {
    const start = TEXT.indexOf(text);
    const range = mapOf().toSource(start, start + text.length);
    assert.equal(range && SOURCE.slice(range.start, range.end), source, text);
  }
});

test('what stands between two pieces has no source', () => {
  const gap = TEXT.indexOf('\n');
  assert.equal(mapOf().toSource(gap, gap + 2), null);
  assert.equal(mapOf().toSource(3, 3), null);
});

test('a text that is a stretch of its source is shifted', () => {
  assert.deepEqual(OffsetMap.shifted(16, 10).toSource(2, 5), { start: 18, end: 21 });
});
