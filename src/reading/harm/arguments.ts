/**
 * Who stands where about a trigger: subject, object, agent. The tree proposes; the flat phrases check it and stand in
 * where it gives nothing that can be people, as in headlines, capitals and long lists.
 */
import { type Doc, NO_HEAD, type TokenIndex, type TokenRange } from '../../language/doc.ts';
import { childOf, isRelation } from '../../language/tree.ts';
import type { Chunk } from '../people/chunks.ts';
import type { PeoplePack } from '../people/pack.ts';
import type { PeopleRead, PeopleReader } from '../people/people.ts';
import type { PhrasePlace, Phrases } from '../people/phrases.ts';
import type { HarmPack } from './pack.ts';

/** Longest "she said" between two halves of a quotation. */
const MAX_BETWEEN_QUOTES = 14;

/** How far after a verb those who came to harm too may be told of. */
const MAX_TO_COMPANIONS = 14;

/** How many verbs up a shared subject is looked for. */
const MAX_SHARED = 3;

export class ArgumentFinder {
  readonly #doc: Doc;
  readonly #from: TokenIndex;
  readonly #end: TokenIndex;
  readonly #reader: PeopleReader;
  readonly #phrases: Phrases;
  readonly #people: PeoplePack;
  readonly #harm: HarmPack;

  constructor(reader: PeopleReader, { from, to }: TokenRange, people: PeoplePack, harm: HarmPack) {
    this.#doc = reader.phrases.doc;
    this.#from = from;
    this.#end = to;
    this.#reader = reader;
    this.#phrases = reader.phrases;
    this.#people = people;
    this.#harm = harm;
  }

  /**
   * The phrase that ends, but for modifiers, before the verb group. `verb` is the token whose subject the tree is asked
   * for. "Was" wants one person and "were" several, where the phrase can be read either way.
   */
  subject(verb: TokenIndex, groupFrom: TokenIndex, isPassive = false): PeopleRead | null {
    const number = this.#numberOf(groupFrom, verb);
    const read = this.#subjectRead(verb, groupFrom, number, isPassive);
    if (read === null || number === null) return read;
    return number === 'one' ? this.#reader.asOne(read) : this.#asSeveral(read, groupFrom);
  }

  /** Whether the verb group begins with "was" or with "were"; null where its form tells nothing. */
  #numberOf(groupFrom: TokenIndex, verb: TokenIndex): 'one' | 'several' | null {
    const { singularVerbs, pluralVerbs } = this.#harm.words;
    for (let at = groupFrom; at < verb; at++) {
      if (singularVerbs.has(this.#doc.lower(at))) return 'one';
      if (pluralVerbs.has(this.#doc.lower(at))) return 'several';
    }
    return null;
  }

  /** "Ivo Tarn, a cook who came from Velda, and his wife were killed": the wife right before the verb, and whom she is joined to. */
  #asSeveral(read: PeopleRead, groupFrom: TokenIndex): PeopleRead {
    const { count } = read.people;
    if (count.kind !== 'exact' || count.max !== 1) return read;
    const candidates = this.#candidates(groupFrom, false).filter(
      ({ people, kind }) => people === 'sure' || kind === 'name',
    );
    const [last] = candidates;
    const first = candidates[candidates.length - 1];
    if (!last || !first || first === last || first.kind === 'pronoun') return read;
    if (!this.#people.words.and.has(this.#doc.lower(last.from - 1))) return read;
    const [one, other] = [this.#reader.readAlone(first), this.#reader.readAlone(last)];
    return one && other ? this.#reader.join(one, other) : read;
  }

  #subjectRead(
    verb: TokenIndex,
    groupFrom: TokenIndex,
    number: 'one' | 'several' | null,
    isPassive: boolean,
  ): PeopleRead | null {
    let end = groupFrom;
    if (this.#harm.words.relatives.has(this.#doc.lower(end - 1)) && end - 1 > this.#from) {
      end--;
      if (this.#doc.form(end - 1) === ',') end--;
      const antecedent = this.#headOfPhrase(end - 1);
      // "The one who died".
      const isPointedAt = antecedent?.kind === 'number' && antecedent.determiner !== '';
      const isPerson = antecedent?.people === 'sure' || antecedent?.kind === 'name' || isPointedAt;
      if (antecedent?.quantity?.whole && number === 'several') return this.#reader.wholeOf(antecedent);
      if (antecedent !== null && isPerson && (isPointedAt || this.#isInside(antecedent))) {
        return this.#reader.read(antecedent, 'subject');
      }
    } else if (verb === groupFrom) {
      // "An autopsy of the woman killed": a bare participle says more of the noun right before it.
      const modified = this.#phrases.chunkAt(end - 1);
      const isModified = modified !== null && this.#doc.deprel(verb).startsWith('acl');
      if (
        isModified &&
        modified.people === 'sure' &&
        modified.plural === false &&
        this.#isInside(modified) &&
        !this.#isListEnd(modified)
      )
        return this.#reader.read(modified, 'subject');
      // "Relatives of those killed", "one of four people shot".
      const isPointing = modified !== null && this.#people.words.pointing.has(this.#doc.lower(modified.head));
      if (modified !== null && isPointing) return this.#reader.read(modified, 'subject');
      if (isPassive && modified?.quantity?.whole) return this.#reader.wholeOf(modified);
    }
    end = this.#beforeQuotation(end);
    const isOwnVerb = this.#doc.upos(verb) === 'VERB' && this.#people.isFinite(this.#doc, verb);
    const candidates = this.#candidates(end, verb === groupFrom && !isOwnVerb);
    const asked = this.#treeSubject(verb);
    // A participle alone takes no subject from beyond another verb: "named the three men shot dead".
    const isNear = verb !== groupFrom || candidates.length === 0;
    const isAskedSure =
      asked !== null &&
      isNear &&
      asked.from < end &&
      !this.#isInside(asked) &&
      (asked.people === 'sure' || asked.quantity !== null);
    for (let i = candidates.length - 1; i >= 0; i--) {
      if (isAskedSure && this.#disagrees(candidates[i]!, groupFrom) && !this.#disagrees(asked!, groupFrom))
        continue;
      // "Ivo, a member of Company No. 2, was killed."
      if (number === 'one' && isSeveralByNumber(candidates[i]!)) continue;
      const read = this.#reader.read(candidates[i]!, 'subject');
      // "With wounds" is itself what the phrase seems to reach over.
      const reach = read === null ? 0 : read.people.to <= end ? Math.min(read.reach, end) : read.reach;
      if (read === null || !this.#reaches(reach, end)) continue;
      // "Three fighters, said to be members of the Front, were killed": the tree knows which of the two it is.
      if (!isAskedSure || overlaps(read.people, asked!.head)) return read;
    }
    const nearest = this.#headOfList(
      candidates,
      candidates.find((chunk) => chunk.people === 'sure'),
    );
    const start = isAskedSure
      ? asked
      : (nearest ?? asked ?? this.#adjacent(end) ?? this.#sharedSubject(verb));
    if (start === null || start.from >= groupFrom) return null;
    const read = this.#reader.read(start, 'subject');
    return read !== null && !overlaps(read.people, verb)
      ? this.#reader.withParts(read, read.reach, end)
      : null;
  }

  /** The mayor of "the mayor of Maro": who holds an office, not what it is of. */
  #headOfPhrase(last: TokenIndex): Chunk | null {
    let chunk = this.#phrases.chunkAt(last);
    while (
      chunk !== null &&
      chunk.people !== 'sure' &&
      this.#people.words.of.has(this.#doc.lower(chunk.from - 1))
    ) {
      const before = this.#phrases.chunkAt(chunk.from - 2);
      if (!before?.noun?.title) break;
      chunk = before;
    }
    return chunk;
  }

  /** "One man" of "left three women and one man injured". */
  #isListEnd({ from }: Chunk): boolean {
    return this.#people.words.and.has(this.#doc.lower(from - 1)) && this.#phrases.chunkAt(from - 2) !== null;
  }

  /** "A man" of "found a man and woman dead with wounds": the candidate whose list holds the nearest one. */
  #headOfList(candidates: readonly Chunk[], nearest: Chunk | undefined): Chunk | undefined {
    if (nearest === undefined) return candidates[0];
    const head = candidates.findLast((chunk) => {
      const read = chunk.from < nearest.from ? this.#reader.read(chunk, 'subject') : null;
      return read !== null && read.members.length > 1 && overlaps(read.people, nearest.head);
    });
    return head ?? nearest;
  }

  /** "By rebels, was found": several have no verb of one. */
  #disagrees({ plural, quantity }: Chunk, verb: TokenIndex): boolean {
    return plural && quantity === null && this.#harm.words.singularVerbs.has(this.#doc.lower(verb));
  }

  /** "Resulted in five civilians killed": after a preposition, but right before the participle. */
  #adjacent(end: TokenIndex): Chunk | null {
    const chunk = this.#phrases.chunkAt(end - 1);
    return chunk !== null && chunk.quantity !== null && chunk.people !== 'no' ? chunk : null;
  }

  /** Past the words between two halves of a quotation: `"Two guards," she said, "were killed."` */
  #beforeQuotation(end: TokenIndex): TokenIndex {
    if (!isQuote(this.#doc.form(end - 1)) || end - 1 <= this.#from) return end;
    for (let at = end - 2; at > this.#from && at > end - MAX_BETWEEN_QUOTES; at--) {
      if (isQuote(this.#doc.form(at))) return at;
    }
    return end;
  }

  /** Chunks before `end` that could be its subject, nearest first: in the same clause, after no preposition. */
  #candidates(end: TokenIndex, isBare: boolean): Chunk[] {
    const found: Chunk[] = [];
    for (let at = end - 1; at >= this.#from; ) {
      const chunk = this.#phrases.chunkAt(at);
      if (chunk !== null) {
        // "Ada Brum (aged 28), from Maro, was killed."
        const isAge = chunk.age !== null && chunk.kind === 'number' && this.#doc.form(chunk.from - 1) === '(';
        if (
          !isAge &&
          !this.#isInside(chunk) &&
          chunk.people !== 'no' &&
          !(found.length > 0 && this.#isObject(chunk) && !(isBare && this.#isListed(chunk, found)))
        )
          found.push(chunk);
        at = chunk.from - 1;
        continue;
      }
      if (!this.#isInsidePhrase(at)) break;
      at--;
    }
    return found;
  }

  /** "A man" of "found a man, woman and child with wounds". */
  #isListed(chunk: Chunk, found: readonly Chunk[]): boolean {
    const next = found[found.length - 1]!;
    // "Two victims, one of whom died".
    if (this.#phrases.runAt(next.to, this.#people.words.ofThem) !== null) return false;
    return this.#phrases.separator(this.#phrases.afterModifiers(chunk.to))?.to === next.from;
  }

  /** "12 people" of "killed 12 people and another 30 were wounded", seen from "were"; not those of "said two men and a boy were". */
  #isObject({ from, head }: Chunk): boolean {
    if (from <= this.#from || this.#doc.upos(from - 1) !== 'VERB') return false;
    return !isRelation(this.#doc, head, 'nsubj', 'nsubj:pass');
  }

  /** Whether a chunk hangs on another: after a preposition, or taken out as a part. */
  #isInside(chunk: Chunk): boolean {
    if (chunk.from <= this.#from) return false;
    const { prepositions, clauseOpeners } = this.#people.words;
    const before = this.#doc.lower(chunk.from - 1);
    // "18, not 19, killed".
    if (chunk.kind === 'number' && this.#harm.words.not.has(before)) return true;
    // "Brought before a court": what opens a clause elsewhere is a preposition here.
    const isThing = chunk.people === 'maybe' && chunk.quantity === null && chunk.determiner !== '';
    const opensClause = clauseOpeners.has(before) && !isThing;
    const isAfter = prepositions.has(before) && !opensClause;
    return isAfter || this.#phrases.isPart(chunk) || this.#isCountOfThem(chunk);
  }

  /** "19 of them women" of "20 were killed, 19 of them women, and seven were hurt". */
  #isCountOfThem({ kind, to }: Chunk): boolean {
    const of = kind === 'number' ? this.#phrases.runAt(to, this.#people.words.ofThem) : null;
    return of !== null && this.#phrases.chunkStarting(of)?.people === 'sure';
  }

  #isInsidePhrase(at: TokenIndex): boolean {
    const doc = this.#doc;
    const lower = doc.lower(at);
    const { words } = this.#people;
    if (/^[,()"“”‘’'–—-]$/.test(lower) || words.all.has(lower)) return true;
    if (words.prepositions.has(lower) || words.and.has(lower) || words.aged.has(lower)) return true;
    const upos = doc.upos(at);
    if (upos === 'VERB' && this.#people.isFinite(doc, at)) return false;
    if (
      words.including.some((run) => run.includes(lower)) ||
      words.identifiedAs.some((run) => run.includes(lower))
    )
      return true;
    if (
      upos === 'ADV' ||
      upos === 'ADP' ||
      upos === 'ADJ' ||
      upos === 'NUM' ||
      upos === 'PART' ||
      upos === 'X'
    )
      return true;
    // "two people travelling in a car": a participle after a noun.
    const isAfterNoun = this.#phrases.chunkAt(at - 1) !== null || doc.form(at - 1) === ',';
    return upos === 'VERB' && !this.#people.isFinite(doc, at) && isAfterNoun;
  }

  /** Whether only closing marks, adverbs and modifiers stand between. */
  #reaches(reach: TokenIndex, end: TokenIndex): boolean {
    for (let at = reach; at < end; at++) {
      const form = this.#doc.form(at);
      if (!/^[,)"”’–—-]$/.test(form) && this.#doc.upos(at) !== 'ADV') return false;
    }
    return reach <= end;
  }

  /** The subject of the verb itself, or the noun that it modifies. */
  #treeSubject(verb: TokenIndex): Chunk | null {
    const subject = childOf(this.#doc, verb, 'nsubj');
    if (subject !== null) return this.#chunkOfPeople(subject);
    const relation = this.#doc.deprel(verb);
    if (relation === 'xcomp') {
      // "Found him dead": its subject is the object of "found".
      const object = childOf(this.#doc, this.#doc.head(verb), 'obj');
      return object === null ? this.#treeSubject(this.#doc.head(verb)) : this.#chunkOfPeople(object);
    }
    return relation.startsWith('acl') ? this.#chunkOfPeople(this.#doc.head(verb)) : null;
  }

  /** The subject that a verb shares with the one it is joined to. */
  #sharedSubject(verb: TokenIndex): Chunk | null {
    let token: TokenIndex = verb;
    for (let steps = 0; steps < 4; steps++) {
      if (this.#doc.deprel(token) !== 'conj') return null;
      token = this.#doc.head(token);
      const subject = this.#treeSubject(token);
      if (subject !== null) return subject;
    }
    return null;
  }

  /** The man of "a man walked into a clinic with a wound" and of "reports of a man with a wound", asked of the wound. */
  bearer(token: TokenIndex): PeopleRead | null {
    const head = this.#doc.head(token);
    if (head === NO_HEAD) return null;
    const relation = this.#doc.deprel(token);
    const chunk = relation === 'obl' ? this.#treeSubject(head) : this.#phrases.chunkAt(head);
    if (chunk === null || (chunk.people !== 'sure' && chunk.kind !== 'name')) return null;
    return this.#reader.read(chunk, 'subject');
  }

  /** The subject of the clause that another hangs on: the mother of "a mother shot two sons before killing herself". */
  subjectAbove(verb: TokenIndex): PeopleRead | null {
    if (this.#doc.deprel(verb) !== 'advcl') return null;
    let above = this.#doc.head(verb);
    for (let steps = 0; above !== NO_HEAD && steps < MAX_SHARED; steps++) {
      const chunk = this.#treeSubject(above) ?? this.#sharedSubject(above);
      if (chunk !== null) return this.#reader.read(chunk, 'subject');
      if (!isRelation(this.#doc, above, 'advcl', 'conj', 'xcomp')) return null;
      above = this.#doc.head(above);
    }
    return null;
  }

  #chunkOfPeople(token: TokenIndex): Chunk | null {
    const chunk = this.#phrases.chunkAt(token);
    return chunk === null || chunk.people === 'no' ? null : chunk;
  }

  /** The phrase right after a verb, past adverbs and a second verb joined to it ("killing and wounding dozens"). */
  object(after: TokenIndex, isTrigger: (token: TokenIndex) => boolean): PeopleRead | null {
    const chunk = this.objectChunk(after, isTrigger);
    if (chunk === null || chunk.people === 'no') return null;
    return this.#reader.read(chunk, 'object');
  }

  objectChunk(after: TokenIndex, isTrigger: (token: TokenIndex) => boolean): Chunk | null {
    const { and, or, fillers } = this.#harm.words;
    for (let at = after; at < this.#end && at < after + 6; ) {
      const chunk = this.#phrases.chunkStarting(at);
      if (chunk !== null) return chunk;
      const lower = this.#doc.lower(at);
      const isJoined = and.has(lower) || or.has(lower) || lower === ',';
      const isVerb = isTrigger(at) || (at > after && this.#doc.upos(at) === 'VERB');
      const isSkipped = fillers.has(lower) || isQuote(lower) || this.#doc.upos(at) === 'ADV';
      if ((!isJoined && !isVerb && !isSkipped) || this.#harm.words.clauseAdverbs.has(lower)) return null;
      // "Was murdered and nine others were hurt": what is joined is another verb, or nothing of this one.
      if ((isJoined && this.#opensClauseOfItsOwn(at + 1)) || (lower === ',' && !isTrigger(at + 1)))
        return null;
      at++;
    }
    return null;
  }

  /** A phrase right after "and" or "or" that the verb before it is not joined to. */
  #opensClauseOfItsOwn(at: TokenIndex): boolean {
    const chunk = this.#phrases.chunkStarting(at);
    return chunk !== null && chunk.quantity !== null;
  }

  /** The phrase that begins right at a token: after "of", after "among the dead were". */
  startingAt(at: TokenIndex, place: PhrasePlace = 'object'): PeopleRead | null {
    const chunk = this.#phrases.chunkStarting(at);
    return chunk === null || chunk.people === 'no' ? null : this.#reader.read(chunk, place);
  }

  /** The phrase with its parts told after the verb: "12 people were killed in the strike, including three children". */
  withPartsAfter(read: PeopleRead, from: TokenIndex, isTrigger: (token: TokenIndex) => boolean): PeopleRead {
    let end = from;
    while (end < this.#end && !isTrigger(end) && !/^[.;:]$/.test(this.#doc.form(end))) end++;
    const whole = this.#reader.withParts(read, from, end);
    return this.#doc.form(end) === ':' ? this.#reader.withNames(whole, end + 1) : whole;
  }

  /** Those who came to harm with the subject: "was killed in the raid along with his wife", "was killed with his son". */
  companions(from: TokenIndex, isTrigger: (token: TokenIndex) => boolean): PeopleRead | null {
    const { alongside, with: kinLink, possessive } = this.#people.words;
    for (let at = from; at < this.#end && at < from + MAX_TO_COMPANIONS && !isTrigger(at); at++) {
      // "In a clash between rebels and police along with guards": they are of the clash.
      if (/^[.;:]$/.test(this.#doc.form(at)) || this.#harm.words.between.has(this.#doc.lower(at)))
        return null;
      for (const run of [...alongside, ...this.#harm.words.asWere]) {
        if (!run.every((word, i) => this.#doc.lower(at + i) === word)) continue;
        const others = this.startingAt(at + run.length);
        // "Killed, as well as people injured": what befell those is told after them.
        return others !== null && isTrigger(others.people.to) ? null : others;
      }
      // Never "was killed with a knife".
      const chunk = kinLink.has(this.#doc.lower(at)) ? this.#phrases.chunkStarting(at + 1) : null;
      if (chunk === null) continue;
      const isTheirs = possessive.has(chunk.determiner) || chunk.owner !== null;
      const isCompany = chunk.noun?.kin
        ? isTheirs || chunk.determiner !== ''
        : isTheirs && chunk.people === 'sure';
      if (isCompany) return this.#reader.read(chunk, 'object');
    }
    return null;
  }

  /** The list after "those killed in the raid were", "include": names, figures or kin; never what somebody was. */
  listAfter(from: TokenIndex): PeopleRead | null {
    const { be, including } = this.#harm.words;
    const { possessive } = this.#people.words;
    let at = this.#phrases.afterModifiers(from);
    while (at < this.#end && this.#doc.upos(at) === 'ADV') at = this.#phrases.afterModifiers(at + 1);
    const isIncluding = including.has(this.#doc.lower(at));
    if (at >= this.#end || !(isIncluding || be.has(this.#doc.lower(at)))) return null;
    const read = this.startingAt(this.#doc.form(at + 1) === ':' ? at + 2 : at + 1);
    if (read === null) return null;
    const { chunk, kind, names } = read.members[0]!;
    if (kind.people !== 'sure' && chunk.kind !== 'name') return null;
    const isTheirs = possessive.has(chunk.determiner) || chunk.owner !== null;
    return isIncluding || names.length > 0 || chunk.quantity !== null || isTheirs ? read : null;
  }

  /** Where the people stand after "among the dead": past "of the attack" and "was also"; null where no such verb follows. */
  afterBe(from: TokenIndex): TokenIndex | null {
    const { be } = this.#harm.words;
    for (let at = from; at < this.#end && at < from + MAX_TO_COMPANIONS; at++) {
      if (be.has(this.#doc.lower(at))) {
        let start = at + 1;
        while (start < this.#end && this.#doc.upos(start) === 'ADV') start++;
        return start;
      }
      if (this.#doc.upos(at) === 'VERB' || /^[,.;:]$/.test(this.#doc.form(at))) return null;
    }
    return null;
  }

  /** "by gunmen" after a passive. */
  agentAfter(from: TokenIndex): TokenRange | null {
    const { by } = this.#harm.words;
    for (let at = from; at < this.#end && at < from + 14; at++) {
      if (/^[.;:]$/.test(this.#doc.form(at))) return null;
      if (!by.has(this.#doc.lower(at))) continue;
      // "By alleged members of the Front": what the tagger takes for a verb may open the phrase.
      const chunk = this.#phrases.chunkStarting(at + 1) ?? this.#phrases.chunkStarting(at + 2);
      const agent = chunk === null ? null : this.#wholeAgent(chunk);
      if (agent) return agent;
    }
    return null;
  }

  /** "A column of Front fighters", "one of the demonstrators": up to the last noun that "of" adds. Null for a bare number. */
  #wholeAgent(chunk: Chunk): TokenRange | null {
    let last = chunk;
    while (this.#people.words.of.has(this.#doc.lower(last.to))) {
      const next = this.#phrases.chunkStarting(last.to + 1);
      if (next === null || next.to > this.#end) break;
      last = next;
    }
    return last.kind === 'number' ? null : { from: chunk.from, to: last.to };
  }

  /** The subject of an active verb, whatever it is: "a roadside bomb". */
  agentBefore(verb: TokenIndex, groupFrom: TokenIndex): TokenRange | null {
    const asked = childOf(this.#doc, verb, 'nsubj') ?? this.#headSubject(verb);
    const chunk = asked === null ? this.#phrases.chunkAt(groupFrom - 1) : this.#phrases.chunkAt(asked);
    return chunk === null || chunk.from >= groupFrom ? null : this.#wholeAgent(chunk);
  }

  /** The subject that a verb shares with those above it: "arrived and shot", "men wearing masks murdered". */
  #headSubject(verb: TokenIndex): TokenIndex | null {
    let at = verb;
    for (let steps = 0; steps < MAX_SHARED; steps++) {
      const head = this.#doc.head(at);
      if (head === NO_HEAD) return null;
      const relation = this.#doc.deprel(at);
      if (relation === 'acl' && steps > 0) return head;
      if (relation !== 'conj' && relation !== 'advcl' && relation !== 'xcomp') return null;
      const subject = childOf(this.#doc, head, 'nsubj');
      if (subject !== null) return subject;
      at = head;
    }
    return null;
  }
}

function isSeveralByNumber({ kind, quantity }: Chunk): boolean {
  return kind === 'number' && quantity !== null && quantity.count.min > 1;
}

function isQuote(form: string): boolean {
  return /^["'“”‘’]$/.test(form);
}

function overlaps({ from, to }: TokenRange, token: TokenIndex): boolean {
  return token >= from && token < to;
}
