/** Runs test/cases/harms.txt: sentences and every mention of harm in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HarmMention } from '../../src/reading/annotations.ts';
import type { Source } from '../../src/reading/source.ts';
import { casesOf } from '../support/cases.ts';
import { renderCount } from '../support/count.ts';
import { harmsIn } from '../support/harms.ts';

for (const { title, text, expected, line } of [...casesOf('harms'), ...casesOf('harms-miss')]) {
  test(`harms ${title}`, () => {
    const { harms, source } = harmsIn(text);
    const found = harms.map((mention) => renderHarm(mention, source));
    const trace = `line ${line}: ${text}\nfound:\n  ${found.join('\n  ') || 'nothing'}`;
    const items = expected.filter((item) => item !== 'nothing');
    const left = [...found];
    for (const item of items) {
      const index = left.findIndex((rendered) => isIn(item, rendered));
      assert.ok(index >= 0, `no ${item}\n${trace}`);
      left.splice(index, 1);
    }
    assert.deepEqual(left, [], trace);
  });
}

/** `killed 12 of "people"; children 5; agent "The blast"`: the figure, then whatever the words say. */
function renderHarm(mention: HarmMention, { doc }: Source): string {
  const { harm, count, people, certainty, agent, total, previous, aggregate } = mention;
  const parts = [
    people?.victims.text
      ? `${harm} ${renderCount(count)} of "${people.victims.text}"`
      : `${harm} ${renderCount(count)}`,
  ];
  if (people !== null) {
    const { civilianStatus, children, women, men, attackers, groups = [], named } = people.victims;
    if (civilianStatus !== 'unknown') parts.push(civilianStatus);
    for (const [name, value] of Object.entries({ children, women, men, attackers })) {
      if (value !== undefined) parts.push(`${name} ${renderCount(value)}`);
    }
    for (const { group, count: size } of groups) parts.push(`${group} ${renderCount(size)}`);
    for (const { name, age, gender, role, aliases = [] } of named) {
      parts.push(
        [
          `named "${name}"`,
          age,
          gender,
          role && `role "${role}"`,
          ...aliases.map((alias) => `alias "${alias}"`),
        ]
          .filter(Boolean)
          .join(' '),
      );
    }
  }
  if (certainty !== 'asserted') parts.push(certainty);
  if (total) parts.push('total');
  if (previous !== null) parts.push(`previous ${renderCount(previous)}`);
  if (aggregate !== null) parts.push(`aggregate "${doc.slice(aggregate)}"`);
  if (agent !== null) parts.push(`agent "${doc.slice(agent)}"`);
  return parts.join('; ');
}

/** Whether the item's figure is the mention's and each of its other clauses stands in it. */
function isIn(item: string, rendered: string): boolean {
  const [figure, ...clauses] = item.split('; ');
  const [foundFigure, ...found] = rendered.split('; ');
  return figure === foundFigure && clauses.every((clause) => found.includes(clause));
}
