/**
 * What was attacked and with what. The tree says what an attack or a deed of damage was done to, and whether a weapon
 * was used or only found, seized or spoken of; people who came to harm are the claims' victims and stand there.
 */
import { type Doc, type Entity, NO_HEAD, type TokenIndex, type TokenRange } from '../../language/doc.ts';
import { childOf, childrenOf, isRelation } from '../../language/tree.ts';
import type { Event } from '../../model/reading.ts';
import type { Annotations } from '../annotations.ts';
import type { Incident } from '../claims/draft.ts';
import type { PeoplePack } from '../people/pack.ts';
import type { EventPack } from './pack.ts';
import { isUnreal } from './unreal.ts';

/** Weapons and targets beyond these are a list of their own, and no longer tell what happened. */
const MAX_WEAPONS = 6;
const MAX_TARGETS = 8;

/** The weapons that an incident was done with, in the order told, each name once. */
export function weaponsOf(incident: Incident, { source }: Annotations, pack: EventPack): Event['weapons'] {
  const { doc } = source;
  const found = new Map<string, Event['weapons'][number]>();
  for (const { from, to } of incident.clauses) {
    for (let i = from; i < to; i++) {
      if (!isWeapon(doc, i, pack) || !isUsed(doc, i, pack)) continue;
      const range = nounPhrase(i, from, doc, pack);
      const text = doc.slice(range);
      const key = text.toLowerCase();
      if (!found.has(key)) found.set(key, { text, evidence: [source.span(range)] });
    }
  }
  // "A car bomb … the bomb": the bare noun says no more than the fuller name.
  for (const [key, weapon] of found) {
    const isFuller = (other: string): boolean =>
      other !== key && ` ${singular(other)}`.endsWith(` ${singular(key)}`);
    const fuller = [...found.keys()].find(isFuller);
    if (fuller === undefined) continue;
    found.delete(key);
    found.get(fuller)!.evidence.push(...weapon.evidence);
  }
  return [...found.values()].slice(0, MAX_WEAPONS);
}

/** "bombs" and "bomb" are one weapon's name. */
function singular(name: string): string {
  return name.replace(/s$/, '');
}

/** Whether a token names a weapon: "bomb"; "charge" only where an explosive stands beside it. */
function isWeapon(doc: Doc, token: TokenIndex, pack: EventPack): boolean {
  const word = doc.lower(token);
  if (pack.weapons.has(word)) return true;
  return pack.weaponsBesideExplosives.has(word) && pack.explosives.has(doc.lower(token - 1));
}

/** Whether a weapon did something: not seized or found, not the beginning of another noun ("bomb squad"). */
export function isUsed(doc: Doc, token: TokenIndex, pack: EventPack): boolean {
  if (isUnreal(doc, token, pack)) return false;
  let at = token;
  for (let steps = 0; steps < 6; steps++) {
    const head = doc.head(at);
    if (head === NO_HEAD) return true;
    // Before another weapon it is part of that one's name; before any noun but of firing it is no weapon used.
    const isPart = isRelation(doc, at, 'compound');
    if (isPart && (isWeapon(doc, head, pack) || !pack.firing.has(doc.lower(head)))) return false;
    const isTaken = isRelation(doc, at, 'obj', 'nsubj:pass', 'obl') && pack.taking.has(doc.lower(head));
    if (isTaken) return false;
    if (
      !isRelation(doc, at, 'compound', 'conj', 'nmod', 'appos', 'obj', 'nsubj:pass', 'acl', 'nummod', 'amod')
    )
      return true;
    at = head;
  }
  return true;
}

/** "An attack on the market", "bombed two offices", "the blast damaged a school"; of people those whom no claim has harmed. */
export function targetsOf(
  incident: Incident,
  { source, harms }: Annotations,
  pack: EventPack,
  people: PeoplePack,
): Event['targets'] {
  const { doc } = source;
  const found = new Map<string, Event['targets'][number]>();
  const add = (head: TokenIndex, effect?: string): void => {
    const range = nounPhrase(head, doc.sentence(doc.sentenceOf(head)).from, doc, pack);
    const text = doc.slice(range);
    const key = text.toLowerCase();
    const before = found.get(key);
    if (before && (before.effect || !effect)) return;
    const evidence = [source.span(range)];
    found.set(key, { text, kind: 'infrastructure', ...(effect ? { effect } : {}), evidence });
  };
  const addPeople = (head: TokenIndex): void => {
    const isHarmed = harms.some((harm) => harm.people && harm.people.from <= head && head < harm.people.to);
    if (isHarmed || !isAimedAt(doc, head, pack)) return;
    const name = doc.entities(doc.sentenceOf(head)).find(isPersonAt(head));
    const noun = people.nouns.get(doc.lower(head));
    if (!name && (!noun || noun.general || noun.several || people.words.stops.has(doc.lower(head)))) return;
    const range = name ?? nounPhrase(head, doc.sentence(doc.sentenceOf(head)).from, doc, pack);
    // "The attack on the officer": told of before, by a fuller name or as one who came to harm.
    if (!name && people.words.definite.has(doc.lower(range.from - 1))) return;
    const text = doc.slice(range);
    if (!found.has(text.toLowerCase()))
      found.set(text.toLowerCase(), { text, kind: 'people', evidence: [source.span(range)] });
  };
  for (const { trigger, from, to, isUnreal: isSpokenOf } of incident.triggers) {
    if (!trigger.isAttack || isSpokenOf) continue;
    const word = doc.upos(from) === 'VERB' ? from : to - 1;
    for (const head of undergoersOf(doc, word, pack)) {
      if (pack.infrastructure.has(doc.lower(head))) add(head);
      else addPeople(head);
    }
  }
  for (const { from, to } of incident.clauses) {
    for (let i = from; i < to; i++) {
      const effect = pack.damaging.get(doc.lower(i));
      if (effect === undefined || isUnreal(doc, i, pack)) continue;
      for (const head of damagedBy(doc, i)) if (isThing(doc, head, pack)) add(head, effect);
    }
  }
  return [...found.values()].slice(0, MAX_TARGETS);
}

/**
 * The nouns that an attack is directed at: its objects; without one, what comes after "on", "against", "in front of".
 * Where the tree gives neither, the first such phrase right behind the word.
 */
function undergoersOf(doc: Doc, word: TokenIndex, pack: EventPack): TokenIndex[] {
  const objects = childrenOf(doc, word, 'obj', 'nsubj:pass');
  if (objects.length > 0) return withConjuncts(doc, objects);
  const directed = directedAt(doc, word, pack);
  if (directed.length > 0) return withConjuncts(doc, directed);
  // "Launched an attack on the post": what it is directed at may hang on the verb.
  const head = isRelation(doc, word, 'obj', 'nsubj', 'nsubj:pass', 'obl') ? doc.head(word) : NO_HEAD;
  const beside = head === NO_HEAD ? [] : directedAt(doc, head, pack).filter((at) => at > word);
  return beside.length > 0 ? withConjuncts(doc, beside) : directedBehind(doc, word, pack);
}

/** How far behind a word of attack its target is looked for without a tree. */
const MAX_BEHIND = 7;

function directedBehind(doc: Doc, word: TokenIndex, pack: EventPack): TokenIndex[] {
  const { to } = doc.sentence(doc.sentenceOf(word));
  let isDirected = false;
  for (let i = word + 1; i < Math.min(to, word + MAX_BEHIND); i++) {
    if (/^[,;:.()]$/.test(doc.form(i))) return [];
    if (pack.towards.has(doc.lower(i))) isDirected = true;
    else if (
      isDirected &&
      pack.infrastructure.has(doc.lower(i)) &&
      !pack.infrastructure.has(doc.lower(i + 1))
    )
      return [i];
  }
  return [];
}

/** Whether people are what an attack goes for: its object, or after "on", "against"; in "the attack of the rebels" they are not. */
function isAimedAt(doc: Doc, token: TokenIndex, pack: EventPack): boolean {
  if (isRelation(doc, token, 'conj')) return isAimedAt(doc, doc.head(token), pack);
  if (isRelation(doc, token, 'obj', 'nsubj:pass')) return true;
  return childrenOf(doc, token, 'case').some((mark) => pack.aiming.has(doc.lower(mark)));
}

function isPersonAt(token: TokenIndex): (entity: Entity) => boolean {
  return ({ from, to, type }) => type === 'PER' && from <= token && token < to;
}

function directedAt(doc: Doc, word: TokenIndex, pack: EventPack): TokenIndex[] {
  return childrenOf(doc, word, 'obl', 'nmod').flatMap((child) => {
    if (!childrenOf(doc, child, 'case').some((mark) => pack.towards.has(doc.lower(mark)))) return [];
    // "In front of the embassy": the embassy, not its front.
    if (!pack.sides.has(doc.lower(child))) return [child];
    const of = childOf(doc, child, 'nmod');
    return of === null ? [] : [of];
  });
}

/** What a verb or participle of damage was done to. */
function damagedBy(doc: Doc, word: TokenIndex): TokenIndex[] {
  if (doc.upos(word) !== 'VERB') return [];
  const objects = childrenOf(doc, word, 'obj', 'nsubj:pass');
  const noun = objects.length === 0 && isRelation(doc, word, 'acl', 'amod') ? doc.head(word) : NO_HEAD;
  return withConjuncts(doc, noun === NO_HEAD ? objects : [noun]);
}

function withConjuncts(doc: Doc, tokens: readonly TokenIndex[]): TokenIndex[] {
  return tokens.flatMap((token) => [token, ...childrenOf(doc, token, 'conj')]);
}

function isThing(doc: Doc, token: TokenIndex, pack: EventPack): boolean {
  return pack.infrastructure.has(doc.lower(token)) || pack.damageable.has(doc.lower(token));
}

/** The noun with the nouns, names and adjectives right before it. */
function nounPhrase(head: TokenIndex, least: TokenIndex, doc: Doc, pack: EventPack): TokenRange {
  let from = head;
  while (from > least && from > head - 5) {
    const upos = doc.upos(from - 1);
    if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ') break;
    if (pack.beforeAttackers.has(doc.lower(from - 1))) break;
    from--;
  }
  return { from, to: head + 1 };
}
