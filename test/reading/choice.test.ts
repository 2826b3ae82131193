/** Decisions on a main event's people, one at a time, and what a model may do with them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_READING } from '../../src/languages/en/reading.ts';
import type { Reading } from '../../src/model/reading.ts';
import { unread } from '../../src/reading/annotations.ts';
import { ANNOTATORS } from '../../src/reading/annotators.ts';
import { type Binding, type Flip, linksOf, Material } from '../../src/reading/choice/binding.ts';
import { Features } from '../../src/reading/choice/features.ts';
import { type ChoiceHeader, ChoiceModel } from '../../src/reading/choice/model.ts';
import { findDrafts } from '../../src/reading/claims/claims.ts';
import { readReport } from '../../src/reading/read.ts';
import { Source } from '../../src/reading/source.ts';
import { seeded } from '../stories/variants.ts';

const SIZE = 1 << 10;
const HEADER: ChoiceHeader = { quick: SIZE, full: SIZE, quickUnit: 0.1, fullUnit: 0.1, id: 'en/test-model' };
const knowledge = loadKnowledge();

/** A text up to the point at which decisions are taken. */
function prepare(text: string): { material: Material; binding: Binding; features: Features } {
  const annotations = unread(new Source({ id: 'r', text, published: '2031-05-16' }, english()));
  for (const annotator of ANNOTATORS.filter(({ name }) => name !== 'claims' && name !== 'gaps'))
    annotator.run(annotations, ENGLISH_READING, knowledge);
  const { drafts, incidents } = findDrafts(annotations, ENGLISH_READING);
  const material = new Material(drafts, incidents, annotations.source);
  const own = incidents[0]?.drafts ?? [];
  return {
    material,
    binding: { drafts: own, links: linksOf(own) },
    features: new Features(annotations, material),
  };
}

function tollsAfter(text: string, kind: Flip['kind']): string[] {
  const { material, binding } = prepare(text);
  const flips = material.flips(binding).filter((flip) => flip.kind === kind);
  return flips.map((flip) => shown(material.toll(material.after(binding, flip))));
}

function shown({ toll }: ReturnType<Material['toll']>): string {
  return Object.entries(toll)
    .map(([harm, { min, max }]) => `${harm} ${min}..${max ?? ''}`)
    .join(', ');
}

const TWO = 'Three guards were killed in Orlu on Monday. Four miners were killed at the quarry.';

test('without a decision the toll is the rules’ own', () => {
  const { material, binding } = prepare(TWO);
  assert.equal(shown(material.toll(binding)), 'killed 4..4');
});

test('a decision changes the toll as it says', () => {
  for (const [kind, toll] of [
    ['same', 'killed 3..3'],
    ['part', 'killed 4..4'],
    ['apart', 'killed 7..7'],
    ['out', 'killed 3..3'],
  ] as const)
    assert.ok(tollsAfter(TWO, kind).includes(toll), `${kind}: ${tollsAfter(TWO, kind)}`);
});

test('a decision leaves the binding that it was taken on as it was', () => {
  const { material, binding } = prepare(TWO);
  const before = shown(material.toll(binding));
  for (const flip of material.flips(binding)) material.toll(material.after(binding, flip));
  assert.equal(shown(material.toll(binding)), before);
});

test('what is told beside the main event can be of it, and figures over many incidents never', () => {
  const text = `${TWO} In March 2029 two divers were killed in Kessa. Since 2025, 90 people have been killed in the country.`;
  const { material, binding } = prepare(text);
  const inside = material.flips(binding).flatMap((flip) => (flip.kind === 'in-one' ? [flip.draft] : []));
  assert.ok(inside.some(({ mention }) => mention.count.min === 2));
  assert.ok(inside.every(({ mention }) => mention.aggregate === null));
});

test('features are of the decision: told again they are the same, and another decision has others', () => {
  const { material, binding, features } = prepare(TWO);
  const { fullRows, quickRows } = new ChoiceModel(HEADER, new Int8Array(2 * SIZE));
  const before = material.toll(binding);
  const rowsOf = (flip: Flip): string => {
    features.quick(quickRows, binding, flip);
    features.full(fullRows, binding, flip, before, material.toll(material.after(binding, flip)));
    return [quickRows, fullRows].map(({ at, length }) => at.slice(0, length).join()).join(' ');
  };
  const flips = material.flips(binding);
  assert.deepEqual(flips.map(rowsOf), flips.map(rowsOf));
  assert.equal(new Set(flips.map(rowsOf)).size, flips.length);
});

const STORY = `Five people were shot at a market in Orlu on Monday, police said. Two of them died.
A 30-year-old porter, Ivo Marek, was hit in the leg. Another man, 41, later died at a hospital.
In a separate attack on Sunday three guards were wounded in Kessa. Two divers were killed there in March 2029.
No soldier was hurt, the army said. Rebels denied killing six officers.`;

function readWith(model: ChoiceModel | null): {
  reading: Reading;
  reasons: ReadonlyMap<string, readonly string[]>;
} {
  const pack = { ...ENGLISH_READING, choice: { language: 'en', loadModel: () => model } };
  const report = { id: 'r', text: STORY, published: '2031-05-16' };
  return readReport(report, { model: english(), pack }, knowledge, { name: 'recount', version: 'test' });
}

test('weights of nothing change nothing', () => {
  assert.deepEqual(
    readWith(new ChoiceModel(HEADER, new Int8Array(2 * SIZE))).reading,
    readWith(null).reading,
  );
});

test('whatever the weights, no claim is lost, each event owns what its toll is made of, and each decision is told of', () => {
  const own = readWith(null).reading;
  let changed = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const random = seeded(seed);
    const model = new ChoiceModel(
      HEADER,
      Int8Array.from({ length: 2 * SIZE }, () => Math.round(20 * random() - 9)),
    );
    const { reading, reasons } = readWith(model);
    assert.deepEqual(
      reading.claims.map(({ id, harm, count }) => ({ id, harm, count })),
      own.claims.map(({ id, harm, count }) => ({ id, harm, count })),
    );
    const events = new Set(reading.events.map(({ id }) => id));
    for (const { event, scope, relations } of reading.claims) {
      assert.ok(scope === 'aggregate' || (event !== null && events.has(event)));
      for (const { to } of relations) assert.equal(reading.claims.find(({ id }) => id === to)?.event, event);
    }
    for (const { id, tollFrom } of reading.events)
      for (const bounds of Object.values(tollFrom))
        for (const claim of [...bounds.min, ...bounds.max])
          assert.equal(reading.claims.find((one) => one.id === claim)?.event, id);
    const isTold = [...reasons.values()].flat().some((by) => by.startsWith('en/test-model/'));
    const isSame = JSON.stringify(reading.events) === JSON.stringify(own.events);
    assert.ok(isSame || isTold);
    if (!isSame) changed++;
  }
  assert.ok(changed > 5, `only ${changed} of 30 changed anything`);
});

test('the same weights take the same decisions', () => {
  assert.deepEqual(
    readWith(ENGLISH_READING.choice.loadModel()),
    readWith(ENGLISH_READING.choice.loadModel()),
  );
});
