/** Runs test/cases/tolls.txt: short reports, and what each of their harms comes to in the main event. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processContext } from '../../src/operations/index.ts';
import { readOne } from '../../src/operations/readings.ts';
import { casesOf } from '../support/cases.ts';
import { renderCount } from '../support/count.ts';

const context = processContext();

for (const { title, text, expected, line } of casesOf('tolls')) {
  test(`tolls: ${title}`, async () => {
    const [first, ...rest] = text.split('\n');
    const headline = first!.startsWith('title: ') ? first!.slice('title: '.length) : undefined;
    const body = headline === undefined ? text : rest.join('\n');
    const report = { id: `tolls:${line}`, text: body, published: '2024-03-06' };
    const { reading } = await readOne(headline ? { ...report, title: headline } : report, [], 'en', context);
    const [main] = reading.events;
    const harms = Object.entries(main?.toll ?? {}).map(([harm, count]) => `${harm} ${renderCount(count)}`);
    const names = reading.claims.flatMap(({ event, victims }) =>
      event === main?.id ? victims.named.map(({ name }) => name) : [],
    );
    const found = harms.join(', ') || 'nothing';
    assert.equal(found, expected[0], `line ${line}: ${text}`);
    for (const item of expected.slice(1)) {
      const list = item.replace(/^named /, '').split('; ');
      assert.deepEqual([...new Set(names)].toSorted(), list.toSorted(), `line ${line}: ${text}`);
    }
  });
}
