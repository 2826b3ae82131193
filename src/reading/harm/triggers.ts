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
      if (phrase !== null && phrase.to <= to && (verbs === undefined || phrase.to > at + 1)) {
        triggers.push({ from: at, to: phrase.to, verb: null, rules: phrase.value });
        at = phrase.to;
        continue;
      }
      for (const { form, rules } of verbs ?? []) triggers.push({ from: at, to: at + 1, verb: form, rules });
      if (verbs !== undefined && phrase !== null)
        triggers.push({ from: at, to: phrase.to, verb: null, rules: phrase.value });
      at++;
    }
    return triggers;
  }
}

function append<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, [value]);
  else values.push(value);
}
