/** Who did it, to what and with what, in whole readings of one sentence; and harm that is a habit. Names are invented. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { english } from '../../src/languages/en/language.ts';
import { ENGLISH_READING } from '../../src/languages/en/reading.ts';
import type { Event, Reading } from '../../src/model/reading.ts';
import { readReport } from '../../src/reading/read.ts';

const language = { model: english(), pack: ENGLISH_READING };
const knowledge = loadKnowledge();

function read(text: string): Reading {
  const report = { id: 'r', text, published: '2024-05-15', language: 'en' };
  return readReport(report, language, knowledge, { name: 'recount', version: 'test' }).reading;
}

const main = (text: string): Event | undefined => read(text).events[0];
const doers = (text: string) => main(text)?.perpetrators.map(({ name, kind }) => `${name}, ${kind}`) ?? [];
const targets = (text: string) =>
  main(text)?.targets.map(({ text: name, effect }) => (effect ? `${name} ${effect}` : name)) ?? [];
const weapons = (text: string) => main(text)?.weapons.map((weapon) => weapon.text) ?? [];

for (const [text, expected] of [
  ['He was murdered by four unidentified people on a football field.', ['people, individual']],
  ['The constable was shot by one of the demonstrators.', ['demonstrators, individual']],
  ['Two nurses were shot dead by Peter Arlen, 34, police said.', ['Peter Arlen, individual']],
  ['The peasants were killed by alleged rebels of the northern front.', ['Rebels, armed group']],
  ['Masked men wearing uniforms murdered the mayor of Tarsin.', ['Gunmen, unknown']],
  ['Police condemned the killing of protesters.', []],
  ['The murder of the Tarsin police chief was a shock.', []],
  ['Police found the house where the guard was killed after an attack.', []],
  ['Four soldiers are accused of the murder of six priests.', ['Military, military']],
  ['They hold Colonel Peter Arlen responsible for the attack on the market.', ['Peter Arlen, individual']],
  ['Peter Arlen, accused of fraud, was killed by masked men.', ['Gunmen, unknown']],
  ['A guard was killed in Tarsin. No group has claimed responsibility.', []],
  ['The flood destroyed four houses in Tarsin.', []],
  ['His family said relatives of the dead man were killed in the same raid.', []],
] as const) {
  test(`done by ${expected.join(' and ') || 'nobody named'}: ${text}`, () => {
    assert.deepEqual(doers(text), expected);
  });
}

for (const [text, expected] of [
  ['Rebels attacked the police station in Tarsin, killing two.', ['police station']],
  ['A bomb exploded in front of the embassy.', ['embassy']],
  ['The blast damaged a school and two pharmacies.', ['school damaged', 'pharmacies damaged']],
  ['Guerrillas blew up three power pylons.', ['power pylons destroyed']],
  ['Rebels ambushed an army convoy on the coastal road.', ['army convoy']],
  ['Guerrillas attacked a senator in Tarsin.', ['senator']],
  ['The attack of the rebels on a group of nurses failed.', []],
  ['A bomb killed a senator in Tarsin.', []],
] as const) {
  test(`what was attacked: ${text}`, () => assert.deepEqual(targets(text), expected));
}

for (const [text, expected] of [
  ['Gunmen killed the guard with a pistol.', ['pistol']],
  ['Troops killed two rebels and seized a rifle and six grenades.', []],
  ['A bomb squad was called after the attack, in which a guard died.', []],
  ['Two guards died when a dynamite charge went off.', ['dynamite charge']],
  ['A car bomb killed two guards. The bomb went off at noon.', ['car bomb']],
] as const) {
  test(`done with: ${text}`, () => assert.deepEqual(weapons(text), expected));
}

for (const [text, isHabit] of [
  ['The cartel is accused of ordering the murders of political leaders.', true],
  ['The rebels continue killing peasants.', true],
  ['Troops killed civilians in Orrin on Monday.', false],
  ['The murders of three union leaders shook Orrin.', false],
] as const) {
  test(`${isHabit ? 'a habit' : 'an incident'}: ${text}`, () => {
    const scopes = read(text).claims.map(({ scope }) => scope);
    assert.deepEqual([...new Set(scopes)], [isHabit ? 'aggregate' : 'incident']);
  });
}

test('what was only somebody’s mission did not happen', () => {
  assert.deepEqual(read('The spy had the mission of assassinating the president.').claims, []);
});
