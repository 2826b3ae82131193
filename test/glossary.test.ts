/** The glossary and the schema name the same labels: every field and every value of a union, each under its own heading. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as z from 'zod';
import { readingSchema } from '../src/model/reading.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly additionalProperties?: JsonSchema | boolean;
}

/** What a path of the schema is called in the glossary; a path that is not here goes by its last name. */
const HEADINGS: Readonly<Record<string, string>> = {
  '': 'reading',
  attributions: 'attribution',
  claims: 'claim',
  events: 'event',
  gaps: 'gap',
  problems: 'problem',
  'claims.count': 'count',
  'claims.relations': 'relation',
  'claims.perpetrators': 'party',
  'claims.perpetrators.kind': 'party kind',
  'claims.relations.kind': 'relation kind',
  'claims.stance': 'claim stance',
  'claims.evidence': 'span',
  'claims.period': 'date',
  'claims.period.precision': 'date precision',
  'claims.area': 'place',
  'claims.area.relation': 'place relation',
  'claims.area.precision': 'place precision',
  'claims.count.kind': 'count kind',
  'attributions.stance': 'attribution stance',
  'attributions.anonymous': 'attribution',
  'events.targets': 'target',
  'events.targets.kind': 'target kind',
  'events.weapons': 'weapon',
  'gaps.kind': 'gap kind',
};
/** Paths whose form is that of another one, told once. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:evidence|source|cue|content|span)$/, 'claims.evidence'],
  [/(?:^|\.)(?:date|saidOn|period)$/, 'claims.period'],
  [/(?:^|\.)(?:place|area)$/, 'claims.area'],
  [/(?:^|\.)(?:count|children|women|men|attackers)$/, 'claims.count'],
  [/\.(?:toll|civilianToll)\.\*$/, 'claims.count'],
  [/\.(?:tollFrom|civilianTollFrom)\.\*$/, 'events.tollFrom'],
  [/^events\.perpetrators$/, 'claims.perpetrators'],
];
/** Headings for what the schema leaves to words. */
const WITHOUT_SCHEMA = new Set(['words', 'views', 'type']);

const schema = z.toJSONSchema(readingSchema) as JsonSchema;
const wanted = new Map<string, Set<string>>();
collect(schema, '');

function collect(node: JsonSchema, path: string): void {
  const alike = ALIKE.find(([form]) => form.test(path))?.[1];
  if (alike !== undefined && alike !== path) path = alike;
  const labels = [
    ...Object.keys(node.properties ?? {}),
    ...(node.enum ?? []),
    ...(typeof node.const === 'string' ? [node.const] : []),
  ];
  if (labels.length > 0) {
    const heading = HEADINGS[path] ?? path.split('.').at(-1)!;
    const known = wanted.get(heading) ?? new Set();
    wanted.set(heading, known);
    for (const label of labels) known.add(label);
  }
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    collect(property, path === '' ? name : `${path}.${name}`);
  }
  if (node.items) collect(node.items, path);
  for (const option of node.anyOf ?? []) collect(option, path);
  if (typeof node.additionalProperties === 'object') collect(node.additionalProperties, `${path}.*`);
}

const glossary = new Map<string, Set<string>>();
let heading = '';
for (const line of readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8').split('\n')) {
  if (line.startsWith('## ')) glossary.set((heading = line.slice(3).trim()), new Set());
  const label = /^\| `?([^|`]+?)`? \|/.exec(line)?.[1];
  if (label && label !== 'label' && !/^-+$/.test(label)) glossary.get(heading)?.add(label);
}

for (const [name, labels] of wanted) {
  test(`glossary: ${name} has every label of the schema and no other`, () => {
    assert.deepEqual([...(glossary.get(name) ?? [])].sort(), [...labels].sort());
  });
}

test('glossary: every heading is of the schema', () => {
  const extra = [...glossary.keys()].filter(
    (name) => !wanted.has(name) && !WITHOUT_SCHEMA.has(name.toLowerCase()),
  );
  assert.deepEqual(extra, []);
});

test('glossary: every type of event that a rule gives is explained', async () => {
  const { ENGLISH_READING } = await import('../src/languages/en/reading.ts');
  const types = ENGLISH_READING.events.triggers.map(({ type }) => type);
  assert.deepEqual(
    types.filter((type) => !glossary.get('type')!.has(type)),
    [],
  );
});
