/** Runs the rules of a trigger: each asks for people at its place; the first that finds them makes the mention. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { childrenOf, isRelation } from '../../language/tree.ts';
import { exactly, isOnePerson, unstated } from '../../model/count.ts';
import type { Count } from '../../model/reading.ts';
import type { HarmMention, PeopleMention } from '../annotations.ts';
import type { ReadingPack } from '../pack.ts';
import type { Chunk, Marks } from '../people/chunks.ts';
import type { PeopleRead, PeopleReader } from '../people/people.ts';
import type { Phrases } from '../people/phrases.ts';
import type { Source } from '../source.ts';
import { findAggregate } from './aggregate.ts';
import type { ArgumentFinder } from './arguments.ts';
import { isGeneric } from './generic.ts';
import { type Mood, moodOf } from './mood.ts';
import type { HarmRule } from './pack.ts';
import { particleAt, type Trigger } from './triggers.ts';
import { type VerbGroup, verbGroup } from './voice.ts';

/** What a rule found at its place. */
interface Found {
  readonly people: PeopleMention | null;
  /** Whether the tables know them to be people, or a name or bare number stands for them. */
  readonly sure?: boolean;
  readonly kinds?: readonly PeopleMention[];
  readonly count: Count;
  readonly agent?: TokenRange | null;
  readonly previous?: Count | null;
  readonly total?: boolean;
  readonly evidence?: readonly TokenRange[];
}

/** A smaller figure with a bare year, "in 2019 two guards were killed", is taken to be of one incident. */
const MIN_OF_YEAR = 20;

export class Matcher {
  readonly #doc: Doc;
  readonly #sentence: TokenRange;
  readonly #isInTitle: boolean;
  readonly #reader: PeopleReader;
  readonly #phrases: Phrases;
  readonly #finder: ArgumentFinder;
  readonly #pack: ReadingPack;
  readonly #marks: Marks;
  readonly #isTrigger: (token: TokenIndex) => boolean;

  constructor(
    source: Source,
    sentence: TokenRange,
    reader: PeopleReader,
    finder: ArgumentFinder,
    pack: ReadingPack,
    marks: Marks,
    isTrigger: (token: TokenIndex) => boolean,
  ) {
    this.#doc = source.doc;
    this.#sentence = sentence;
    this.#isInTitle = source.isInTitle(sentence.from);
    this.#reader = reader;
    this.#phrases = reader.phrases;
    this.#finder = finder;
    this.#pack = pack;
    this.#marks = marks;
    this.#isTrigger = isTrigger;
  }

  match(trigger: Trigger): HarmMention[] {
    if (this.#isOfName(trigger)) return [];
    const group = verbGroup(this.#doc, trigger, this.#sentence.from, this.#pack.harm, this.#isTrigger);
    const mood = moodOf(this.#doc, trigger, group, this.#sentence.from, this.#pack.harm);
    if (mood === null) return [];
    for (const rule of trigger.rules) {
      const words = this.#words(trigger, rule);
      if (words === null) continue;
      const found = this.#listed(this.#find(rule, trigger, words, group), words, group);
      if (found === null || (rule.sureOnly && found.sure === false) || this.#pointsOnly(found)) continue;
      if (rule.harm === 'killed' && this.#isSpeaker(found)) return [];
      if (rule.notAfter && found.people && rule.notAfter.includes(this.#doc.lower(found.people.from - 1)))
        return [];
      if (rule.atLeast !== undefined && found.count.min < rule.atLeast) continue;
      const mentions = [
        ...this.#mentions(rule, words, found, mood),
        ...this.#companions(rule, words, mood, found),
        ...this.#furtherOf(rule, words, found, mood),
      ];
      return mentions.map((mention) => this.#asHabit(mention, trigger, group));
    }
    return [];
  }

  /** "The murders of activists" are more than one incident, and no incident's figure. A headline's present is no habit. */
  #asHabit(mention: HarmMention, trigger: Trigger, group: VerbGroup): HarmMention {
    if (this.#isInTitle || mention.aggregate !== null) return mention;
    return isGeneric(this.#doc, trigger, group, mention.people, this.#pack.harm)
      ? { ...mention, aggregate: mention.trigger }
      : mention;
  }

  /** "Lynch" of "Marsha Lynch": in the text a capital that opens no sentence and ends a name is a name's. */
  #isOfName({ from, verb }: Trigger): boolean {
    if (verb === null || !verb.base || verb.past || this.#isInTitle || from === this.#sentence.from)
      return false;
    const form = this.#doc.form(from);
    return form !== form.toLowerCase() && form !== form.toUpperCase() && this.#doc.upos(from) === 'PROPN';
  }

  /** "Don't let me die": who speaks has not died. */
  #isSpeaker({ people }: Found): boolean {
    return people !== null && this.#pack.people.words.speaker.has(this.#doc.lower(people.head));
  }

  /**
   * "Those killed in the raid include a nurse and two cooks", "the next family killed were Ivo Tarn and his wife": who they
   * are stands after the verb. A number before it stays, and only names are taken over.
   */
  #listed(found: Found | null, words: TokenRange, group: VerbGroup): Found | null {
    const people = found?.people ?? null;
    const isBare = group.voice !== 'passive' && !group.perfect && group.modal === null;
    if (people === null || !isBare || people.from >= words.from) return found;
    const list = this.#finder.listAfter(words.to);
    if (list === null) return found;
    const isOpen = people.count.kind === 'unstated' && people.count.min > 1;
    if (isOpen || this.#pointsOnly(found!)) return { ...found!, ...foundOf(list) };
    const named = this.#reader.names(list.people.from)?.names ?? [];
    if (
      people.victims.named.length > 0 ||
      named.length === 0 ||
      named.length > (people.count.max ?? named.length)
    )
      return found;
    const whole = { ...people, victims: { ...people.victims, named } };
    return { ...found!, people: whole, kinds: [whole], evidence: [list.people] };
  }

  /** "Those killed" tells of nobody who is not told of elsewhere. */
  #pointsOnly({ people }: Found): boolean {
    return people !== null && this.#pack.people.words.pointing.has(this.#doc.lower(people.head));
  }

  /** The trigger with its particle or adverb; null where the rule asks for one that is not there. */
  #words(trigger: Trigger, rule: HarmRule): TokenRange | null {
    const doc = this.#doc;
    if (rule.adverbs !== undefined) return { from: trigger.from - 1, to: trigger.to };
    if (rule.objects !== undefined) return this.#withObject(trigger, rule.objects);
    if (rule.particles === undefined) return trigger;
    const near = particleAt(doc, trigger.to, rule.particles);
    if (near !== null) return { from: trigger.from, to: near };
    if (rule.victims !== 'obj') return null;
    const object = this.#finder.object(trigger.to, this.#isTrigger);
    if (object === null) return null;
    const far = particleAt(doc, object.people.to, rule.particles);
    return far === null ? null : trigger;
  }

  #withObject(trigger: Trigger, objects: readonly string[]): TokenRange | null {
    const chunk = this.#finder.objectChunk(trigger.to, this.#isTrigger);
    if (chunk === null || !objects.includes(this.#doc.lower(chunk.head)) || chunk.quantity?.count.max === 0)
      return null;
    return { from: trigger.from, to: chunk.head + 1 };
  }

  #find(rule: HarmRule, trigger: Trigger, words: TokenRange, group: VerbGroup): Found | null {
    switch (rule.victims) {
      case 'nsubj:pass':
        return this.#passive(trigger, words, group);
      case 'obj':
        return this.#active(trigger, words, group);
      case 'nsubj':
        return this.#subject(trigger, group);
      case 'acl':
        return this.#predicate(trigger, group);
      case 'amod':
        return this.#prenominal(trigger, words);
      case 'nummod':
        return this.#counted(trigger);
      case 'bare':
        return this.#bare(trigger);
      case 'nmod:of':
        return this.#ofNoun(trigger);
      case 'after':
        return found(this.#withParts(this.#finder.startingAt(words.to)));
      case 'among':
        return this.#among(trigger, words, group);
      case 'alone':
        return { people: null, count: this.#ofWords(words, rule.counts) };
      case 'nominal':
        return this.#nominal(trigger);
      case 'toll':
        return this.#toll(words);
    }
  }

  #withParts(read: PeopleRead | null): PeopleRead | null {
    return read === null ? null : this.#finder.withPartsAfter(read, read.people.to, this.#isTrigger);
  }

  #passive(trigger: Trigger, words: TokenRange, group: VerbGroup): Found | null {
    if (group.from === trigger.from && this.#hasSubjectAndObject(trigger, words)) return null;
    const isBare =
      group.voice === 'active' && trigger.verb?.participle === true && group.from === trigger.from;
    // "Three killed in Oru": without an object a verb that needs one is a participle.
    const isHeadline =
      isBare && this.#finder.objectChunk(words.to, this.#isTrigger) === null && !this.#isOfDoer(trigger.from);
    if (group.voice !== 'passive' && group.voice !== 'participle' && !isHeadline) return null;
    if (this.#isPrenominal(trigger) || this.#isAimed(words.to, group)) return null;
    const subject =
      this.#inverted(trigger, group) ??
      this.#countedBefore(trigger, group) ??
      this.#finder.subject(trigger.from, group.from, true);
    if (subject === null) return null;
    if (isHeadline && this.#aims(subject, words.to)) return null;
    return this.#withTotals(subject, trigger, {
      ...found(this.#finder.withPartsAfter(subject, words.to, this.#isTrigger))!,
      agent: this.#finder.agentAfter(words.to),
    });
  }

  /** "He drew a pistol and shot through the door", "the man stabbed and ran over his wife": past tenses, of who did it. */
  #isOfDoer(verb: TokenIndex): boolean {
    const doc = this.#doc;
    if (this.#isInTitle) return false;
    const isShared =
      (doc.xpos(verb) === 'VBD' || doc.xpos(verb) === 'NN') &&
      isRelation(doc, verb, 'conj') &&
      doc.upos(verb - 1) === 'CCONJ' &&
      childrenOf(doc, doc.head(verb), 'nsubj').some((child) => doc.deprel(child) === 'nsubj');
    const isSharing =
      doc.upos(verb + 1) === 'CCONJ' &&
      childrenOf(doc, verb, 'conj').some(
        (other) => doc.xpos(other) === 'VBD' && childrenOf(doc, other, 'obj').length > 0,
      );
    return isShared || isSharing;
  }

  /** "Dozens of wounded": the figure before "of", and no one else. */
  #countedBefore(trigger: Trigger, group: VerbGroup): PeopleRead | null {
    if (group.from !== trigger.from || !this.#pack.people.words.of.has(this.#doc.lower(trigger.from - 1)))
      return null;
    const chunk = this.#phrases.chunkAt(trigger.from - 2);
    return chunk === null || chunk.quantity === null ? null : this.#reader.readAlone(chunk);
  }

  /** "Also killed were two guards": the subject after the verb. */
  #inverted(trigger: Trigger, group: VerbGroup): PeopleRead | null {
    if (group.from !== trigger.from || this.#phrases.chunkAt(trigger.from - 1) !== null) return null;
    // "Also killed in the raid were …".
    const verb = this.#isAlso(trigger.from - 1) ? this.#phrases.afterModifiers(trigger.to) : trigger.to;
    return this.#pack.harm.words.be.has(this.#doc.lower(verb)) ? this.#finder.startingAt(verb + 1) : null;
  }

  #isAlso(token: TokenIndex): boolean {
    return token === this.#sentence.from && this.#doc.upos(token) === 'ADV';
  }

  /** "Shot at police", "was shot at by rebels": who was aimed at may have been missed. "Shot at a party" is no aim. */
  #isAimed(after: TokenIndex, group: VerbGroup): boolean {
    const { at, by } = this.#pack.harm.words;
    // "Shot repeatedly at".
    if (this.#doc.upos(after) === 'ADV' && after + 1 < this.#sentence.to) after++;
    if (!at.has(this.#doc.lower(after))) return false;
    if (by.has(this.#doc.lower(after + 1)) || after + 2 >= this.#sentence.to) return true;
    return group.voice === 'active' && this.#phrases.chunkStarting(after + 1)?.people === 'sure';
  }

  /** "Suspected rebels shot at a former member …": fighters who fire, at whomever. */
  #aims({ members }: PeopleRead, after: TokenIndex): boolean {
    const { status, attacker } = members[0]!.traits;
    if (this.#doc.upos(after) === 'ADV') after++;
    return (
      this.#pack.harm.words.at.has(this.#doc.lower(after)) && (status === 'combatant' || attacker === true)
    );
  }

  /** A tagger's participle with an object and no auxiliary is a past tense, joined to one or after a subject. */
  #isActiveAllTheSame(trigger: Trigger, words: TokenRange): boolean {
    if (trigger.from === this.#sentence.from || this.#hasSubjectAndObject(trigger, words)) return true;
    const before = this.#doc.upos(trigger.from - 1);
    return (
      before === 'CCONJ' ||
      before === 'ADV' ||
      before === 'PUNCT' ||
      this.#phrases.chunkAt(trigger.from - 1) !== null
    );
  }

  /** "The blast injured 40 people" is active whatever the tagger says of "injured"; "3 killed 12 injured" is not. */
  #hasSubjectAndObject(trigger: Trigger, words: TokenRange): boolean {
    const object = this.#finder.objectChunk(words.to, this.#isTrigger);
    if (object === null || object.people === 'no' || trigger.from === this.#sentence.from) return false;
    // "The guard [word indistinct] murdered the mayor".
    const isInsertion = this.#doc.form(trigger.from - 1) === ']';
    const isClause = isInsertion || this.#doc.upos(trigger.from - 1) !== 'PUNCT';
    return isClause && !this.#isTrigger(object.to);
  }

  #isPrenominal(trigger: Trigger): boolean {
    const chunk = this.#phrases.chunkAt(trigger.from);
    return chunk !== null && chunk.head >= trigger.to;
  }

  #active(trigger: Trigger, words: TokenRange, group: VerbGroup): Found | null {
    if (group.voice === 'passive' || trigger.verb === null) return null;
    // "Party Shooting Kills 2": a noun only to the tagger.
    const isHeadline = trigger.verb.s && this.#phrases.chunkStarting(words.to) !== null;
    if (group.voice === 'noun' && !(isHeadline && this.#hasSubjectAndObject(trigger, words))) return null;
    // "In that shooting a boy got hold of the gun."
    if (group.voice === 'gerund' && this.#doc.upos(trigger.from - 1) === 'DET') return null;
    if (group.voice === 'participle' && !this.#isActiveAllTheSame(trigger, words)) return null;
    if (this.#isPrenominal(trigger)) return null;
    const object = this.#finder.object(words.to, this.#isTrigger);
    if (object === null) return null;
    const whole = this.#finder.withPartsAfter(object, object.people.to, this.#isTrigger);
    const agent = this.#finder.agentBefore(trigger.from, group.from);
    return { ...this.#withSelf(found(whole)!, agent), agent };
  }

  /** "Killed nine worshippers and himself": who killed is told of in other words, and is one of the dead. */
  #withSelf(found: Found, agent: TokenRange | null): Found {
    const { pronouns } = this.#pack.people.words;
    const chunk = agent === null ? null : this.#phrases.chunkAt(agent.from);
    if (chunk === null || chunk.people !== 'sure' || found.kinds === undefined) return found;
    const isSelf = ({ head }: PeopleMention) => pronouns.get(this.#doc.lower(head))?.reflexive === true;
    if (!found.kinds.some(isSelf)) return found;
    const self = this.#reader.readAlone(chunk)?.people;
    if (self === undefined) return found;
    const kinds = found.kinds.map((people) => (isSelf(people) ? self : people));
    return { ...found, kinds, people: kinds[0]!, count: kinds[0]!.count };
  }

  #subject(trigger: Trigger, group: VerbGroup): Found | null {
    if (group.voice === 'passive' && trigger.verb !== null) return null;
    if (this.#isPrenominal(trigger)) return null;
    return this.#withSubject(trigger, group);
  }

  #withSubject(trigger: Trigger, group: VerbGroup): Found | null {
    const { pronouns, prepositions } = this.#pack.people.words;
    const isAdjunct = prepositions.has(this.#doc.lower(trigger.from));
    const isWords = trigger.verb === null;
    const isOfSelf = isWords && pronouns.get(this.#doc.lower(trigger.to - 1))?.reflexive === true;
    const subject =
      (isOfSelf ? this.#finder.subjectAbove(trigger.from) : null) ??
      this.#finder.subject(trigger.from, group.from) ??
      (isWords && isAdjunct ? this.#finder.bearer(trigger.to - 1) : null);
    if (subject === null) return null;
    // "Detectives think that he turned the gun on himself": none of the detectives did.
    if (isOfSelf && subject.people.count.min > 1 && !this.#isSeveral(trigger.to - 1)) return null;
    const whole = this.#finder.withPartsAfter(subject, trigger.to, this.#isTrigger);
    return this.#withTotals(subject, trigger, found(whole)!);
  }

  #isSeveral(pronoun: TokenIndex): boolean {
    return this.#pack.people.words.pronouns.get(this.#doc.lower(pronoun))?.several === true;
  }

  #predicate(trigger: Trigger, group: VerbGroup): Found | null {
    const chunk = this.#phrases.chunkAt(trigger.from);
    if (chunk !== null && chunk.head !== trigger.from && chunk.head > trigger.from) return null;
    if (chunk !== null && chunk.head === trigger.from && chunk.from < trigger.from) return null;
    const from = group.from;
    if (this.#isAdverbOfNext(trigger)) return null;
    if (group.voice === 'passive') return this.#withSubject(trigger, group);
    const before = this.#phrases.chunkAt(from - 1);
    if (before === null && this.#doc.form(from - 1) !== ',' && this.#doc.form(from - 1) !== ')') return null;
    return this.#withSubject(trigger, group);
  }

  /** "Fatally ill": says how, not that somebody died. */
  #isAdverbOfNext({ from, to }: Trigger): boolean {
    const next = to < this.#sentence.to ? this.#doc.upos(to) : 'PUNCT';
    return this.#doc.upos(from) === 'ADV' && (next === 'ADJ' || next === 'VERB');
  }

  /** "28 injured civilians": the noun phrase that the participle stands inside. */
  #prenominal(trigger: Trigger, words: TokenRange): Found | null {
    // "Martyrs Hospital" bears a noun, not a participle.
    if (trigger.verb?.s) return null;
    const inside = this.#phrases.chunkAt(trigger.from);
    const chunk = inside !== null && inside.head > trigger.from ? inside : null;
    // "The slain Ivo Tarn".
    const isNamed = chunk?.kind === 'name' && chunk.determiner !== '' && chunk.people !== 'no';
    if (chunk === null || (chunk.people !== 'sure' && !isNamed) || words.to > chunk.head) return null;
    return found(this.#reader.read(this.#numberBefore(chunk) ?? chunk, 'object'));
  }

  /** "One" of "one of the wounded men". */
  #numberBefore(chunk: Chunk): Chunk | null {
    if (!this.#pack.people.words.of.has(this.#doc.lower(chunk.from - 1))) return null;
    const number = this.#phrases.chunkAt(chunk.from - 2);
    return number?.kind === 'number' && number.people !== 'no' ? number : null;
  }

  /** "12 deaths", "no casualties": the figure right before the noun, which names nobody. */
  #counted(trigger: Trigger): Found | null {
    const chunk = this.#phrases.chunkAt(trigger.from);
    if (chunk === null || chunk.head !== trigger.to - 1) return null;
    const quantity = chunk.quantity ?? this.#numberBefore(chunk)?.quantity ?? null;
    if (quantity === null) return null;
    const count = { ...quantity.count, text: this.#doc.slice(quantity) };
    return { people: this.#ofDeaths(chunk, count), count, evidence: [quantity] };
  }

  /** Who the deaths are of, where the phrase says anything of them: "civilian deaths", "12 deaths, including three women". */
  #ofDeaths(chunk: Chunk, count: Count): PeopleMention | null {
    const read = this.#reader.readCounted(chunk, count);
    const { people } = this.#finder.withPartsAfter(read, chunk.to, this.#isTrigger);
    if (chunk.traits.status === undefined && people.parts.length === 0) return null;
    const { text: _deaths, ...victims } = people.victims;
    return { ...people, victims };
  }

  /** "Casualties were reported": a plural without determiner or figure. */
  #bare(trigger: Trigger): Found | null {
    const chunk = this.#phrases.chunkAt(trigger.from);
    if (chunk === null || chunk.head !== trigger.from || chunk.quantity !== null || chunk.determiner !== '')
      return null;
    const count = unstated(2, this.#doc.slice(chunk));
    return { people: this.#ofDeaths(chunk, count), count, evidence: [chunk] };
  }

  #ofWords(words: TokenRange, counts: number | undefined): Count {
    const text = this.#doc.slice(words);
    return counts === undefined ? unstated(1, text) : exactly(counts, text);
  }

  /** "At least 22 martyrs": the noun itself stands for those harmed. */
  #nominal(trigger: Trigger): Found | null {
    const chunk = this.#phrases.chunkAt(trigger.from);
    if (chunk === null || chunk.head !== trigger.to - 1 || chunk.quantity === null) return null;
    return found(this.#reader.readAlone(chunk));
  }

  /** The "of" after a noun of harm, or after two: "the death and injury of". */
  #ofAfter(at: TokenIndex): TokenIndex | null {
    const { of, and, into } = this.#pack.people.words;
    if (of.has(this.#doc.lower(at))) return at;
    if (and.has(this.#doc.lower(at)) && of.has(this.#doc.lower(at + 2))) return at + 2;
    // "The assassination in Maro of the mayor".
    const place = into.has(this.#doc.lower(at)) ? this.#phrases.chunkStarting(at + 1) : null;
    if (place !== null && of.has(this.#doc.lower(place.to))) return place.to;
    // "The murder on Friday of the mayor".
    let end = this.#marks.isDate(at) ? at : at + 1;
    while (this.#marks.isDate(end)) end++;
    return end > at + 1 && of.has(this.#doc.lower(end)) ? end : null;
  }

  /** "Among the dead were two nurses", "two nurses were among the dead". */
  #among(trigger: Trigger, words: TokenRange, group: VerbGroup): Found | null {
    const start = group.voice === 'passive' ? null : this.#finder.afterBe(words.to);
    return start === null ? this.#withSubject(trigger, group) : found(this.#finder.startingAt(start));
  }

  #ofNoun(trigger: Trigger): Found | null {
    const { possessive } = this.#pack.people.words;
    const link = this.#ofAfter(trigger.to);
    if (link !== null) {
      const isSubject =
        /^nsubj/.test(this.#doc.deprel(trigger.to - 1)) && this.#doc.head(trigger.to - 1) > link;
      const read = this.#finder.startingAt(link + 1, isSubject ? 'subject' : 'object');
      return read === null || !isLikelyPeople(read) ? null : this.#withOwnNumber(found(read)!, trigger);
    }
    const chunk = this.#phrases.chunkAt(trigger.from);
    if (chunk === null || chunk.head !== trigger.to - 1) return null;
    if (chunk.owner !== null) return found(this.#reader.readOwner(chunk));
    return possessive.has(chunk.determiner) ? found(this.#reader.readPossessive(chunk)) : null;
  }

  /** "107 bodies of the victims": as many as there were bodies. */
  #withOwnNumber(whole: Found, trigger: Trigger): Found {
    const chunk = this.#phrases.chunkAt(trigger.from);
    const quantity = chunk !== null && chunk.head === trigger.to - 1 ? chunk.quantity : null;
    if (quantity === null || whole.count.kind !== 'unstated' || !whole.people) return whole;
    const count = { ...quantity.count, text: this.#doc.slice(quantity) };
    const people = { ...whole.people, count };
    return { ...whole, people, kinds: [people], count, evidence: [quantity] };
  }

  /** "rose to 27 from 21": the figure that a word like "to" leads in, in the same clause. */
  #toll(words: TokenRange): Found | null {
    const { beforeToll, beforePrevious } = this.#pack.harm.words;
    let count: Count | null = null;
    let previous: Count | null = null;
    let people: PeopleMention | null = null;
    const evidence: TokenRange[] = [];
    const end = Math.min(this.#sentence.to, words.to + 24);
    for (let at = words.to; at < end; at++) {
      if (/^[;.]$/.test(this.#doc.form(at))) break;
      const quantity = this.#marks.quantityAt(at);
      if (quantity === undefined || quantity.measures !== undefined || this.#marks.isDate(at)) continue;
      const before = this.#doc.lower(at - 1);
      if (quantity.by.endsWith('article')) continue;
      if (beforePrevious.has(before) && previous === null) previous = quantity.count;
      else if (beforeToll.has(before) && count === null) {
        count = { ...quantity.count, text: this.#doc.slice(quantity) };
        const read = this.#finder.startingAt(at);
        if (read !== null && read.members[0]!.chunk.kind !== 'number') people = read.people;
      } else continue;
      evidence.push(quantity);
      at = quantity.to - 1;
    }
    return count === null ? null : { people, count, previous, total: true, evidence };
  }

  /** "The number of people killed rose to 12": the figure is further on. */
  #withTotals(read: PeopleRead, trigger: Trigger, plain: Found): Found {
    const head = read.members[0]!.chunk;
    if (!this.#pack.harm.words.numberNouns.has(this.#doc.lower(head.head)) || head.quantity !== null)
      return plain;
    const toll = this.#toll(trigger);
    return toll === null ? plain : { ...toll, people: toll.people, agent: plain.agent ?? null };
  }

  /** "Was killed alongside his wife": a mention of its own. */
  #companions(rule: HarmRule, words: TokenRange, mood: Mood, { people }: Found): HarmMention[] {
    if (rule.victims !== 'nsubj:pass' && rule.victims !== 'nsubj' && rule.victims !== 'acl') return [];
    const from = people !== null && people.from >= words.to ? people.to : words.to;
    const others = found(this.#finder.companions(from, this.#isTrigger));
    return others === null ? [] : this.#mentions(rule, words, others, mood);
  }

  /** "The murder of the rector and of five other priests". */
  #furtherOf(rule: HarmRule, words: TokenRange, first: Found, mood: Mood): HarmMention[] {
    const { and, of } = this.#pack.people.words;
    if (rule.victims !== 'nmod:of' || !first.people) return [];
    let at = this.#phrases.afterModifiers(first.people.to);
    if (this.#phrases.form(at) === ',') at++;
    if (!and.has(this.#doc.lower(at)) || !of.has(this.#doc.lower(at + 1))) return [];
    const read = this.#finder.startingAt(at + 2);
    return read === null || !isLikelyPeople(read) ? [] : this.#mentions(rule, words, found(read)!, mood);
  }

  /** One mention, or one for each kind of people under the verb. */
  #mentions(rule: HarmRule, words: TokenRange, found: Found, mood: Mood): HarmMention[] {
    if (found.kinds === undefined || found.kinds.length < 2) return [this.#mention(rule, words, found, mood)];
    return found.kinds.map((people) =>
      this.#mention(rule, words, { ...found, people, count: people.count }, mood),
    );
  }

  #mention(
    rule: HarmRule,
    words: TokenRange,
    { people, count, agent, previous, total, evidence }: Found,
    mood: Mood,
  ): HarmMention {
    const ranges: TokenRange[] = [words, ...(people ? [people] : []), ...(evidence ?? [])];
    const isIncident = agent != null || count.min < MIN_OF_YEAR;
    // One person came to harm once.
    const aggregate = isOnePerson(count)
      ? null
      : findAggregate(this.#doc, this.#sentence, this.#pack.harm, this.#marks, isIncident);
    const isZero = count.max === 0;
    return {
      trigger: { from: words.from, to: words.to },
      harm: rule.harm,
      people,
      count,
      certainty: isZero
        ? 'asserted'
        : mood.certainty === 'asserted'
          ? (rule.certainty ?? 'asserted')
          : mood.certainty,
      agent: agent ?? null,
      total: (total ?? false) || rule.total === true || rule.counts !== undefined,
      ...(rule.partial === true ? { partial: true } : {}),
      previous: previous ?? null,
      aggregate,
      evidence: merge(ranges),
      by: [rule.id, ...(people ? [people.by] : [])],
    };
  }
}

function found(read: PeopleRead | null): Found | null {
  return read === null ? null : foundOf(read);
}

function foundOf(read: PeopleRead): Found {
  return { people: read.people, kinds: read.kinds, sure: isSurelyPeople(read), count: read.people.count };
}

function isSurelyPeople({ members }: PeopleRead): boolean {
  const { chunk, kind } = members[0]!;
  return kind.people === 'sure' || chunk.kind === 'name' || kind.kind === 'number';
}

function isLikelyPeople({ members }: PeopleRead): boolean {
  const { chunk, kind } = members[0]!;
  return kind.people === 'sure' || chunk.kind === 'name' || chunk.quantity !== null;
}

/** Ranges in order, those that touch or overlap put together. */
export function merge(ranges: readonly TokenRange[]): TokenRange[] {
  const merged: { from: TokenIndex; to: TokenIndex }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
