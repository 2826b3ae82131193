/** Finds the words that may report harm, by table look-ups alone: no tags, no tree. Most sentences end here. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { PhraseTable } from '../phrases.ts';
import type { HarmPack, HarmRule } from './pack.ts';

/** What a form may be of its verb. "hurt" may be all but -ing. */
export interface VerbForm {
  readonly lemma: string;
  readonly base: boolean;
  readonly s: boolean;
  readonly ing: boolean;
  readonly past: boolean;
  readonly participle: boolean;
}

/** Words that may report harm, with the rules to try in order. */
export interface Trigger extends TokenRange {
  /** Null for fixed words. */
  readonly verb: VerbForm | null;
  readonly rules: readonly HarmRule[];
}

export class TriggerTable {
  readonly #forms = new Map<string, { form: VerbForm; rules: HarmRule[] }[]>();
  readonly #phrases: PhraseTable<HarmRule[]>;
  readonly #notHarm: PhraseTable<true>;

  constructor({ rules, verbs, notHarm }: HarmPack) {
    const phrases = new Map<string, HarmRule[]>();
    const byLemma = new Map<string, HarmRule[]>();
    for (const rule of rules) {
      for (const lemma of rule.verbs ?? []) append(byLemma, lemma, rule);
      for (const phrase of rule.words?.split('|') ?? []) append(phrases, phrase, rule);
    }
    for (const [lemma, lemmaRules] of byLemma) {
      const [base, s, ing, past, participle] = verbs.get(lemma) ?? [lemma, lemma, lemma, lemma, lemma];
      for (const word of new Set([base, s, ing, past, participle])) {
        const form = {
          lemma,
          base: word === base,
          s: word === s,
          ing: word === ing,
          past: word === past,
          participle: word === participle,
        };
        append(this.#forms, word, { form, rules: lemmaRules });
      }
    }
    this.#phrases = new PhraseTable(phrases);
    this.#notHarm = new PhraseTable(notHarm.map((phrase): [string, true] => [phrase, true]));
  }

  /** Whether a word can begin a trigger. */
  begins(word: string): boolean {
    return this.#forms.has(word) || this.#phrases.begins(word);
  }

  /** The triggers of a run of tokens, in order. Fixed phrases win over the verbs in them. */
  find(doc: Doc, { from, to }: TokenRange): Trigger[] {
    const triggers: Trigger[] = [];
    for (let at = from; at < to; ) {
      const word = doc.lower(at);
      const notHarm = this.#notHarm.at(doc, at);
      if (notHarm !== null && notHarm.to <= to) {
        at = notHarm.to;
        continue;
      }
      const phrase = this.#phrases.at(doc, at);
      const verbs = this.#forms.get(word);
      if (phrase !== null && phrase.to <= to) {
        const rules = phrase.value.filter((rule) => isPossible(doc, rule, at, { from, to }));
        if (rules.length > 0) triggers.push({ from: at, to: phrase.to, verb: null, rules });
      }
      for (const { form, rules } of verbs ?? []) {
        const possible = rules.filter((rule) => isPossible(doc, rule, at, { from, to }));
        if (possible.length > 0) triggers.push({ from: at, to: at + 1, verb: form, rules: possible });
      }
      at++;
    }
    return triggers;
  }
}

/** Whether the words that a rule asks for beside its trigger stand in the sentence. */
function isPossible(doc: Doc, rule: HarmRule, at: TokenIndex, { from, to }: TokenRange): boolean {
  if (rule.adverbs !== undefined && !rule.adverbs.includes(doc.lower(at - 1))) return false;
  if (rule.needs !== undefined && !hasWord(doc, { from, to }, (lower) => rule.needs!.includes(lower)))
    return false;
  if (
    rule.objects !== undefined &&
    !hasWord(doc, { from: at + 1, to: Math.min(to, at + 12) }, (lower) => rule.objects!.includes(lower))
  )
    return false;
  return rule.particles === undefined || particleEnd(doc, rule.particles, { from: at + 1, to }) !== null;
}

function hasWord(doc: Doc, { from, to }: TokenRange, test: (lower: string) => boolean): boolean {
  for (let at = from; at < to; at++) if (test(doc.lower(at))) return true;
  return false;
}

/** How far after a verb a particle may stand: "shot the two men and a woman dead". */
const PARTICLE_REACH = 30;

function particleEnd(doc: Doc, particles: readonly string[], { from, to }: TokenRange): TokenIndex | null {
  for (let at = from; at < to && at < from + PARTICLE_REACH; at++) {
    const end = particleAt(doc, at, particles);
    if (end !== null) return end;
  }
  return null;
}

/** One past the particle that stands at a token; null where none does. */
export function particleAt(doc: Doc, at: TokenIndex, particles: readonly string[]): TokenIndex | null {
  for (const particle of particles) {
    const words = wordsOf(particle);
    if (words.every((word, i) => doc.lower(at + i) === word)) return at + words.length;
  }
  return null;
}

function append<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}

const split = new Map<string, readonly string[]>();

/** A particle as words, split once. */
function wordsOf(particle: string): readonly string[] {
  let words = split.get(particle);
  if (words === undefined) split.set(particle, (words = particle.split(' ')));
  return words;
}
