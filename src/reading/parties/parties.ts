/**
 * Who bears arms, and who governs? States, armies, police forces and armed groups, each under one name however the text
 * puts it: "the IDF", "Israeli warplanes" and "an Israeli strike" are one party. Who did what is decided elsewhere.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Party } from '../../model/reading.ts';
import type { PartyMention, PlaceMention } from '../annotations.ts';
import { foldedToken, isCapitalised } from '../folded.ts';
import { storyCountry } from '../places/choose.ts';
import type { Source } from '../source.ts';
import { type PartyLexicon, type PartyPhrase, partyLexicon } from './lexicon.ts';
import type { PartyNoun, PartyPack } from './pack.ts';

/** All parties of a report, in the order of the text, none overlapping. */
export function findParties(
  source: Source,
  pack: PartyPack,
  knowledge: Knowledge,
  places: readonly PlaceMention[],
): PartyMention[] {
  return new Finder(source.doc, pack, partyLexicon(pack, knowledge.parties), storyCountry(places)).find();
}

/**
 * Who the phrase of an agent names ("an air strike by the army", "gunmen"): the party on its tokens, the one that begins
 * last before the end of the phrase, since its head comes last. Null where it names no party.
 */
export function partyIn(parties: readonly PartyMention[], phrase: TokenRange): PartyMention | null {
  let best: PartyMention | null = null;
  for (const party of parties) {
    if (party.from >= phrase.to) break;
    if (party.to > phrase.from) best = best && best.kind !== 'state' && party.kind === 'state' ? best : party;
  }
  return best;
}

interface Hit {
  readonly phrase: PartyPhrase;
  readonly to: TokenIndex;
}

class Finder {
  readonly #doc: Doc;
  readonly #pack: PartyPack;
  readonly #lexicon: PartyLexicon;
  readonly #storyCountry: string | null;
  readonly #found: PartyMention[] = [];
  /** Acronyms that the text gives with a name: "Liberation Army of Maro [LAM]". */
  readonly #acronyms = new Map<string, PartyMention>();

  constructor(doc: Doc, pack: PartyPack, lexicon: PartyLexicon, country: string | null) {
    this.#doc = doc;
    this.#pack = pack;
    this.#lexicon = lexicon;
    this.#storyCountry = country;
  }

  find(): PartyMention[] {
    for (let i = 0; i < this.#doc.length; ) {
      const mention = this.#at(i);
      if (mention) {
        this.#found.push(mention);
        i = mention.to;
      } else i++;
    }
    return this.#found;
  }

  #at(i: TokenIndex): PartyMention | null {
    const hits = this.#hits(i);
    const named = hits.find((hit) => hit.phrase.is === 'named');
    if (named) return this.#named(i, named);
    const country = hits.find((hit) => hit.phrase.is === 'country');
    if (country) return this.#ofCountry(i, country);
    const acronym = this.#acronyms.get(this.#doc.form(i));
    if (acronym)
      return this.#mention(
        { from: i, to: this.#withMembers(i + 1) },
        acronym.name,
        acronym.kind,
        acronym.country,
        'acronym',
      );
    const group = hits.length === 0 ? this.#group(i) : null;
    if (group) return group;
    const force = hits.find((hit) => hit.phrase.is === 'force');
    if (force) return this.#force(i, force);
    const arm = hits.find((hit) => hit.phrase.is === 'arm');
    if (arm) return this.#again({ from: i, to: arm.to }, this.#pack.actor);
    const fighter = hits.find((hit) => hit.phrase.is === 'fighter');
    if (fighter?.phrase.is === 'fighter') {
      const { name, kind } = fighter.phrase.noun;
      return this.#mention({ from: i, to: fighter.to }, name, kind, undefined, 'fighters');
    }
    return null;
  }

  /** "Hamas", "ISIS fighters", "cadres of the CPI-Maoist". */
  #named(i: TokenIndex, { phrase, to }: Hit): PartyMention | null {
    if (phrase.is !== 'named') return null;
    const { from } = this.#membersBefore(i);
    return this.#mention(
      { from, to: this.#withMembers(to) },
      phrase.name,
      phrase.kind,
      phrase.country,
      'armed-groups',
    );
  }

  /** A country with its force, its fighters, its government or what its forces do; else the state itself. */
  #ofCountry(i: TokenIndex, { phrase, to }: Hit): PartyMention | null {
    if (phrase.is !== 'country') return null;
    const { code, isAdjective } = phrase;
    const adjective = this.#lexicon.adjectives.get(code) ?? this.#lexicon.names.get(code)!;
    let at = this.#pack.ownerMarks.has(this.#doc.lower(to)) ? to + 1 : to;
    const isPossessive = at > to;
    for (let skipped = 0; skipped < 3; skipped++, at++) {
      const hits = this.#hits(at);
      const force = hits.find((hit) => hit.phrase.is === 'force' || hit.phrase.is === 'fighter');
      if (force && (force.phrase.is === 'force' || force.phrase.is === 'fighter')) {
        const { name, kind } = force.phrase.noun;
        return this.#mention({ from: i, to: force.to }, `${adjective} ${name}`, kind, code, 'country-force');
      }
      const action = hits.find((hit) => hit.phrase.is === 'action' || hit.phrase.is === 'arm');
      if (action && !isPossessive) {
        const { name, kind } = this.#pack.actor;
        return this.#mention(
          { from: i, to: action.to },
          `${adjective} ${name}`,
          kind,
          code,
          'country-action',
        );
      }
      const government = hits.find((hit) => hit.phrase.is === 'government');
      if (government) return this.#state({ from: i, to: government.to }, code);
      if (!this.#lexicon.between.has(this.#doc.lower(at))) break;
    }
    return isAdjective ? null : this.#state({ from: i, to }, code);
  }

  #state(range: TokenRange, code: string): PartyMention {
    return this.#mention(range, this.#lexicon.names.get(code)!, 'state', code, 'country-name');
  }

  /** "the army", "police": of the force that the text named before, else of the country that the story is in. */
  #force(i: TokenIndex, { phrase, to }: Hit): PartyMention | null {
    if (phrase.is !== 'force') return null;
    const { name, kind } = phrase.noun;
    const range = { from: this.#ownerBefore(i), to };
    if (kind === 'police') {
      const owner = this.#doc.slice({ from: range.from, to: i }).trim();
      const code = this.#storyCountry ?? undefined;
      return this.#mention(range, owner ? `${owner} ${name}` : name, kind, code, 'police');
    }
    const earlier = this.#again({ from: i, to }, phrase.noun);
    if (earlier) return earlier;
    const code = this.#storyCountry;
    const adjective = code === null ? undefined : this.#lexicon.adjectives.get(code);
    if (!code || !adjective || this.#pack.stateless.includes(code)) {
      return this.#mention({ from: i, to }, name, kind, undefined, 'force');
    }
    return this.#mention({ from: i, to }, `${adjective} ${name}`, kind, code, 'force-of-story');
  }

  /** A force without its country is the one of its kind that the text named last. */
  #again(range: TokenRange, { name, kind }: PartyNoun): PartyMention | null {
    const earlier = this.#found.findLast(
      (mention) => mention.kind === kind && mention.name.endsWith(name) && mention.country,
    );
    return earlier ? this.#mention(range, earlier.name, kind, earlier.country, 'force-again') : null;
  }

  /** "Arle police", "West Arle Metropolitan Police": the capitals before, whose police it is. */
  #ownerBefore(i: TokenIndex): TokenIndex {
    const { from: sentenceStart } = this.#doc.sentence(this.#doc.sentenceOf(i));
    let from = i;
    while (
      from > sentenceStart &&
      i - from < 4 &&
      this.#isCapital(from - 1) &&
      this.#isOwner(from - 1, sentenceStart)
    )
      from--;
    return from;
  }

  #isOwner(token: TokenIndex, sentenceStart: TokenIndex): boolean {
    const doc = this.#doc;
    return (
      doc.upos(token) === 'PROPN' &&
      !(token === sentenceStart && this.#lexicon.particles.has(doc.lower(token)))
    );
  }

  /** A name that ends in a word for armed groups, or a unit of an army; its acronym in brackets is remembered. */
  #group(i: TokenIndex): PartyMention | null {
    const doc = this.#doc;
    if (!this.#isCapital(i) || this.#lexicon.particles.has(doc.lower(i))) return null;
    const sentenceEnd = doc.sentenceStarts[doc.sentenceOf(i) + 1]!;
    if (!this.#hasGroupHead(i, sentenceEnd) || !/^(PROPN|ADJ|NOUN)$/.test(doc.upos(i))) return null;
    let end = -1;
    let kind: Party['kind'] = 'armed group';
    for (let j = i; j < sentenceEnd && j < i + 9; j++) {
      const word = doc.lower(j);
      if (!/^(PROPN|NOUN|ADJ|NUM|PUNCT)$/.test(doc.upos(j)) && !this.#lexicon.particles.has(word)) break;
      // "Commander of the Armed Forces" is no force: what stands before "of" is the head.
      if (end < 0 && this.#pack.ofWords.has(word)) break;
      if (this.#isCapital(j) && !this.#lexicon.particles.has(word)) {
        const head = this.#pack.groupHeads[word];
        if (head !== undefined && Object.hasOwn(this.#pack.groupHeads, word) && j > i)
          [end, kind] = [j + 1, head];
        else if (this.#lexicon.unitHeads.has(word) && j > i) [end, kind] = [j + 1, 'military'];
      } else if (!(this.#lexicon.particles.has(word) || word === '-')) break;
    }
    if (end < 0) return null;
    let to = this.#nameEnd(end, sentenceEnd);
    const name = doc.slice({ from: i, to });
    const bracket =
      /^[[(]$/.test(doc.form(to)) &&
      /^[A-Z][A-Z0-9-]{1,7}$/.test(doc.form(to + 1)) &&
      /^[\])]$/.test(doc.form(to + 2));
    const acronym = bracket ? doc.form(to + 1) : null;
    if (bracket) to += 3;
    const mention = this.#mention(
      { from: this.#membersBefore(i).from, to: this.#withMembers(to) },
      tidyName(name),
      kind,
      kind === 'armed group' ? undefined : (this.#storyCountry ?? undefined),
      'group-name',
    );
    if (acronym) this.#acronyms.set(acronym, mention);
    return mention;
  }

  /** Whether the run of capitals and small words from here on has a word for groups or units in it. */
  #hasGroupHead(i: TokenIndex, sentenceEnd: TokenIndex): boolean {
    for (let j = i + 1; j < sentenceEnd && j < i + 9; j++) {
      const word = this.#doc.lower(j);
      if (this.#isCapital(j)) {
        if (Object.hasOwn(this.#pack.groupHeads, word) || this.#lexicon.unitHeads.has(word)) return true;
      } else if (!(this.#lexicon.particles.has(word) || word === '-')) return false;
    }
    return false;
  }

  /** "the Liberation Army of Maro" goes on after its head. */
  #nameEnd(end: TokenIndex, sentenceEnd: TokenIndex): TokenIndex {
    let to = end;
    let at = end;
    while (at < sentenceEnd && this.#lexicon.particles.has(this.#doc.lower(at)) && at < end + 2) at++;
    while (at > end && at < sentenceEnd && this.#isCapital(at) && at < end + 5) to = ++at;
    return to;
  }

  /** "fighters" after a name belongs to it. */
  #withMembers(to: TokenIndex): TokenIndex {
    for (const hit of this.#hits(to)) if (hit.phrase.is === 'member') return hit.to;
    return to;
  }

  /** "members of the" before a name belongs to it. */
  #membersBefore(i: TokenIndex): TokenRange {
    const doc = this.#doc;
    let at = i - 1;
    while (at > i - 4 && this.#lexicon.particles.has(doc.lower(at))) at--;
    const isMember =
      at < i - 1 && this.#hits(at).some((hit) => hit.phrase.is === 'member' && hit.to === at + 1);
    const isTaken = (this.#found.at(-1)?.to ?? 0) > at;
    if (isMember && isTaken) this.#found.pop();
    return { from: isMember ? at : i, to: i };
  }

  /** The phrases of the table that begin here, the longest first. */
  #hits(i: TokenIndex): Hit[] {
    const list = this.#lexicon.phrases.get(this.#fold(i));
    if (!list) return [];
    const hits: Hit[] = [];
    for (const phrase of list) {
      const to = this.#match(phrase.words, i);
      if (to !== null && this.#isWritten(phrase, i, to)) hits.push({ phrase, to });
    }
    return hits;
  }

  /** Where the words of a phrase end that begins here; hyphens and brackets inside it count for nothing. */
  #match(words: readonly string[], from: TokenIndex): TokenIndex | null {
    const doc = this.#doc;
    let at = from;
    for (let k = 0; k < words.length; k++) {
      while (k > 0 && at < doc.length && /^[-()'’[\]]$/.test(doc.form(at))) at++;
      if (at >= doc.length) return null;
      let word = this.#fold(at);
      // One token may hold two words of the name ("CPI-Maoist").
      while (word.includes(' ') && k < words.length - 1 && word.startsWith(`${words[k]} `)) {
        word = word.slice(words[k]!.length + 1);
        k++;
      }
      if (word !== words[k]) return null;
      at++;
    }
    if (/^[\])]$/.test(doc.form(at)) && /[[(]/.test(doc.slice({ from, to: at }))) at++;
    return doc.sentenceOf(at - 1) === doc.sentenceOf(from) ? at : null;
  }

  /** Names are capitals, short ones as printed. */
  #isWritten(phrase: PartyPhrase, from: TokenIndex, to: TokenIndex): boolean {
    if (phrase.is === 'named') {
      if (phrase.isAcronym)
        return this.#doc.slice({ from, to }) === this.#doc.slice({ from, to }).toUpperCase();
      return this.#isCapital(from) || this.#pack.smallStarts.has(this.#doc.form(from));
    }
    if (phrase.is !== 'country') return true;
    if (!this.#isCapital(from)) return false;
    // "CAR BOMB", "THEY SHOT AT US": in a text of capitals the tagger tells.
    const isPlainShort =
      to - from === 1 && phrase.words[0]!.length <= 3 && !this.#doc.form(from).includes('.');
    if (isPlainShort && this.#doc.upos(from) !== 'PROPN') return false;
    const isShort = phrase.words.length === 1 && phrase.words[0]!.length <= 3;
    return !isShort || this.#doc.slice({ from, to }) === this.#doc.slice({ from, to }).toUpperCase();
  }

  #isCapital(token: TokenIndex): boolean {
    return token >= 0 && token < this.#doc.length && isCapitalised(this.#doc, token);
  }

  #fold(token: TokenIndex): string {
    return foldedToken(this.#doc, token);
  }

  #mention(
    range: TokenRange,
    name: string,
    kind: Party['kind'],
    country: string | undefined,
    rule: string,
  ): PartyMention {
    return {
      ...range,
      name,
      kind,
      ...(country ? { country } : {}),
      by: `${this.#pack.language}/party-${rule}`,
    };
  }
}

/** A name printed in capitals alone is given as a name: "ARCE BATTALION" → "Arce Battalion". */
function tidyName(name: string): string {
  if (name !== name.toUpperCase() || !name.includes(' ')) return name;
  return name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (first) => first.toUpperCase());
}
