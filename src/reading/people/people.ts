/**
 * Reads a phrase of people from a chunk on: members joined ("two soldiers and a driver"), put beside one another
 * ("two brothers, Ali, 12, and Omar, 9,"), reached through "of" ("members of the family"), and parts taken out
 * ("including three children"). Members add; appositions and parts never do. Follows docs/annotation-guide.md#figures.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { exactly, unstated } from '../../model/count.ts';
import type { Count, Victims } from '../../model/reading.ts';
import type { PeopleMention, Quantity, RuleId } from '../annotations.ts';
import type { Source } from '../source.ts';
import { type Chunk, findChunks, type Marks } from './chunks.ts';
import { addCounts, isExact } from './counts.ts';
import type { PeoplePack } from './pack.ts';
import { describeVictims, type Member, type Name, namedVictim } from './victims.ts';

/** 'object': after a verb or "of", where a noun before the next verb begins a clause of its own. */
export type PhrasePlace = 'subject' | 'object';

export interface PeopleRead {
  readonly people: PeopleMention;
  /** The same, taken apart where people of different kinds stand under one verb: "two soldiers and a driver". */
  readonly kinds: readonly PeopleMention[];
  readonly members: readonly Member[];
  /** One past the last token that still belongs to the phrase in a wide sense: "from the village", a closing comma. */
  readonly reach: TokenIndex;
}

const MAX_AGE = 115;

/** Longest insertion in brackets that is read past: an age, an alias, a rank, where from. */
const MAX_PARENTHESIS = 12;

/** Longest list that is read; lists in news run to dozens of names. */
const MAX_MEMBERS = 120;

export class PeopleReader {
  readonly doc: Doc;
  readonly chunks: readonly Chunk[];
  readonly end: TokenIndex;
  readonly #source: Source;
  readonly #pack: PeoplePack;
  readonly #marks: Marks;
  readonly #byStart = new Map<TokenIndex, number>();
  readonly #isTrigger: (token: TokenIndex) => boolean;

  constructor(
    source: Source,
    chunks: readonly Chunk[],
    end: TokenIndex,
    pack: PeoplePack,
    marks: Marks,
    isTrigger: (token: TokenIndex) => boolean,
  ) {
    this.doc = source.doc;
    this.chunks = chunks;
    this.end = end;
    this.#source = source;
    this.#pack = pack;
    this.#marks = marks;
    this.#isTrigger = isTrigger;
    for (const [i, chunk] of chunks.entries()) this.#byStart.set(chunk.from, i);
  }

  chunkStarting(token: TokenIndex): Chunk | null {
    const index = this.#byStart.get(token);
    return index === undefined ? null : this.chunks[index]!;
  }

  chunkAt(token: TokenIndex): Chunk | null {
    let low = 0;
    let high = this.chunks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const chunk = this.chunks[middle]!;
      if (token < chunk.from) high = middle - 1;
      else if (token >= chunk.to) low = middle + 1;
      else return chunk;
    }
    return null;
  }

  /** The nurse of "the nurse's body". */
  readOwner(chunk: Chunk): PeopleRead | null {
    const owner =
      chunk.owner === null ? undefined : findChunks(this.doc, chunk.owner, this.#pack, this.#marks)[0];
    return owner === undefined || owner.from !== chunk.from ? null : this.readAlone(owner);
  }

  /** "his" of "his death": one person, or several. */
  readPossessive(chunk: Chunk): PeopleRead | null {
    const { possessive, pronouns } = this.#pack.words;
    const lower = this.doc.lower(chunk.from);
    if (!possessive.has(lower)) return null;
    const pronoun = pronouns.get(lower);
    const several = pronoun?.several ?? this.#pack.words.severalPossessive.has(lower);
    const gender = pronoun?.gender ?? this.#pack.words.possessiveGender.get(lower);
    return this.readAlone({
      from: chunk.from,
      to: chunk.from + 1,
      kind: 'pronoun',
      head: chunk.from,
      noun: null,
      traits: gender === undefined ? {} : { gender },
      quantity: null,
      determiner: '',
      nameFrom: -1,
      age: null,
      plural: several,
      owner: null,
      people: 'sure',
    });
  }

  /** The same with names that stand after a colon: "The following guards died: Ali Tarn and Omar Oster." */
  withNames(read: PeopleRead, from: TokenIndex): PeopleRead {
    const [member, ...others] = read.members;
    if (member === undefined || others.length > 0 || member.names.length > 0 || member.chunk.kind === 'name')
      return read;
    const list = this.#nameList(from, MAX_MEMBERS);
    if (list === null || (member.count.max !== null && list.names.length > member.count.max)) return read;
    const named = { ...member, names: list.names };
    const { victims } = this.#mention(read.people.from, read.people.to, [named], []);
    const people = { ...read.people, victims: { ...read.people.victims, named: victims.named } };
    return { ...read, people, kinds: [people], members: [named] };
  }

  /** Names in a row from a token on, with their ages and roles; null where none stands there. */
  names(from: TokenIndex): { names: Victims['named']; to: TokenIndex } | null {
    const list = this.#nameList(
      isQuote(this.#form(from)) || this.#form(from) === ':' ? from + 1 : from,
      MAX_MEMBERS,
    );
    return list === null
      ? null
      : { names: list.names.map((name) => namedVictim(this.#source, name)), to: list.to };
  }

  /** The chunk by itself, whatever follows it. */
  readAlone(chunk: Chunk): PeopleRead | null {
    const member = this.#member(chunk);
    if (member === null) return null;
    const alone = { ...member, to: chunk.to };
    const people = this.#mention(chunk.from, chunk.to, [alone], []);
    return { people, kinds: [people], members: [alone], reach: chunk.to };
  }

  /** The phrase of people that begins with the chunk; null where the chunk is surely no people. */
  read(first: Chunk, place: PhrasePlace): PeopleRead | null {
    const head = this.#member(first);
    if (head === null) return null;
    const members = [head];
    const separators: ('and' | ',' | ':')[] = [];
    const parts: Member[] = [];
    let to = head.to;
    let reach = this.#afterModifiers(head.to);
    while (members.length + parts.length < MAX_MEMBERS) {
      const part = this.#parts(reach, place);
      if (part !== null) {
        parts.push(...part.members);
        to = part.to;
        reach = this.#afterModifiers(to);
        continue;
      }
      if (parts.length > 0) break;
      const next = this.#next(members, reach, to, place);
      if (next === null) break;
      if (next.kind === 'beside') members[members.length - 1] = next.member;
      else {
        members.push(next.member);
        separators.push(next.separator);
      }
      to = next.member.to;
      reach = this.#afterModifiers(to);
    }
    const { whole, details } = this.#breakDown(members, separators);
    parts.unshift(...details);
    const people = this.#mention(first.from, to, whole, parts);
    return { people, kinds: this.#kinds(people, whole, parts), members: whole, reach: Math.max(to, reach) };
  }

  /** The side that all of them belong to, as the phrase names it; null where it names none, or they are civilians. */
  #side(members: readonly Member[]): string | null {
    if (members.some(({ traits }) => traits.status === 'civilian')) return null;
    const [first, ...rest] = members.map(({ from, kind }) => this.#sideOf({ from, to: kind.to }));
    return rest.every((name) => name === first) ? first! : null;
  }

  #sideOf(range: TokenRange): string | null {
    const party = this.#marks.partyIn(range);
    if (party === null) return null;
    // "Soldiers" alone names no side; whose they are would be a guess.
    const isBare = party.to === party.from + 1 && (party.kind === 'military' || party.kind === 'police');
    return isBare && this.#pack.nouns.has(this.doc.lower(party.from)) ? null : party.name;
  }

  /** The words for the people without their number: "unarmed villagers from Maro"; null for a bare number. */
  #words(members: readonly Member[]): TokenRange | null {
    const [first] = members as [Member];
    const last = members[members.length - 1]!;
    if (members.length > 1) return { from: first.from, to: last.to };
    const { chunk, kind } = first;
    const isNumber = kind !== chunk && chunk.kind === 'number';
    // "Scores of people" are people; in "one of them" and "32 of its officers" the number belongs to the words.
    if (isNumber && kind.kind === 'noun' && kind.determiner === '' && kind.quantity === null) {
      return { from: kind.from, to: Math.max(first.bareTo, this.#origin(first.bareTo)) };
    }
    const from = chunk.quantity !== null && !isNumber ? chunk.quantity.to : chunk.from;
    if (from >= first.bareTo) return chunk.quantity?.count.max === 0 || chunk.kind === 'noun' ? chunk : null;
    return { from, to: Math.max(first.bareTo, this.#origin(first.bareTo)) };
  }

  /** Past "from Maro", which narrows whom the noun means. */
  #origin(at: TokenIndex): TokenIndex {
    if (!this.#pack.words.from.has(this.doc.lower(at))) return at;
    return this.chunkStarting(at + 1)?.to ?? at;
  }

  /** The same with parts that stand further on, past words that are not read: "51 people of both families, including …". */
  withParts(read: PeopleRead, from: TokenIndex, end: TokenIndex): PeopleRead {
    const { people } = read;
    if (people.parts.length > 0 || read.members.length > 1 || people.count.max === 1) return read;
    for (let at = from; at < end; at++) {
      if (this.#runAt(at, this.#pack.words.including) === null) continue;
      const parts = this.#parts(at, 'subject');
      if (parts === null || parts.to > end || !isPartOf(parts.members, people.count)) return read;
      const whole = this.#mention(people.from, people.to, read.members, parts.members);
      return {
        ...read,
        people: whole,
        kinds: [whole],
        reach: Math.max(read.reach, at <= read.reach + 1 ? parts.to : read.reach),
      };
    }
    return read;
  }

  /** Whether a chunk is a part of others: after "including", or further on in such a list. */
  isPart(chunk: Chunk): boolean {
    for (let at = chunk.from; at > 0; ) {
      if (
        this.#pack.words.including.some((run) =>
          run.every((word, i) => this.doc.lower(at - run.length + i) === word),
        )
      )
        return true;
      let before = at - 1;
      if (this.#pack.words.and.has(this.doc.lower(before))) before--;
      if (this.doc.form(before) === ',') before--;
      const previous = before < at - 1 ? this.chunkAt(before) : null;
      if (previous === null) return false;
      at = previous.from;
    }
    return false;
  }

  #kinds(people: PeopleMention, members: readonly Member[], parts: readonly Member[]): PeopleMention[] {
    if (members.length === 1 || parts.length > 0) return [people];
    const groups: Member[][] = [];
    let last = '';
    for (const member of members) {
      const kind = this.#kindOf(member, last);
      const group = groups[groups.length - 1];
      if (group !== undefined && kind === last) group.push(member);
      else groups.push([member]);
      last = kind;
    }
    if (groups.length === 1) return [people];
    return groups.map((group) => this.#mention(group[0]!.from, group[group.length - 1]!.to, group, []));
  }

  /** What sort of people a member is: by status and occupation; kin, names and plain men, women and children are one sort. */
  #kindOf({ kind, traits, chunk }: Member, before: string): string {
    const { noun } = kind;
    if (chunk.kind === 'pronoun') return 'pronoun';
    const isTheirs = this.#pack.words.possessive.has(chunk.determiner) || chunk.owner !== null;
    if (traits.kin && isTheirs && before !== '') return before;
    const isPlain = noun === null || noun.general || noun.kin || noun.child || noun.gender !== undefined;
    if (chunk.kind === 'name' || isPlain || noun === null) return `/${traits.status ?? ''}`;
    return `${noun.lemma}/${traits.status ?? ''}`;
  }

  #mention(
    from: TokenIndex,
    to: TokenIndex,
    members: readonly Member[],
    parts: readonly Member[],
  ): PeopleMention {
    const text = this.doc.slice({ from, to });
    const count =
      members.length === 1
        ? members[0]!.count
        : addCounts(
            members.map((m) => m.count),
            text,
          );
    return {
      from,
      to,
      head: members[0]!.chunk.head,
      count,
      victims: describeVictims(
        this.#source,
        { from, to },
        this.#words(members),
        members,
        parts,
        this.#side(members),
      ),
      parts: parts.map((part) => this.#mention(part.from, part.to, [part], [])),
      by: members.length > 1 ? `${this.#pack.language}/list` : members[0]!.by,
    };
  }

  /**
   * "Seven people, two women and five children", "their four children: Omar, 11, and …": groups that the members after
   * them make up. Those give their names to the group; of a group that says only "people" they are parts.
   */
  #breakDown(
    members: readonly Member[],
    separators: readonly string[],
  ): { whole: Member[]; details: Member[] } {
    const whole: Member[] = [];
    const details: Member[] = [];
    for (let i = 0; i < members.length; i++) {
      const group = members[i]!;
      const length = separators[i] === 'and' ? 0 : this.#breakdownLength(members, i, separators[i] === ':');
      const rest = members.slice(i + 1, i + 1 + length);
      whole.push(length === 0 ? group : this.#withDetails(group, rest));
      if (!group.traits.child && group.traits.gender === undefined) details.push(...rest);
      i += length;
    }
    return { whole, details };
  }

  #withDetails(group: Member, rest: readonly Member[]): Member {
    const to = rest[rest.length - 1]!.to;
    const text = this.doc.slice({ from: group.from, to });
    const isOpen = group.count.kind === 'unstated';
    const count = isOpen
      ? addCounts(
          rest.map((member) => member.count),
          text,
        )
      : group.count;
    const keeps = !group.traits.child && group.traits.gender === undefined;
    return {
      ...group,
      to,
      count,
      names: keeps ? group.names : [...group.names, ...rest.flatMap((member) => member.names)],
    };
  }

  /** How many members after the i-th make it up. */
  #breakdownLength(members: readonly Member[], i: number, isOpened: boolean): number {
    const group = members[i]!;
    if (group.names.length > 0 || group.chunk.kind === 'name' || i + 1 >= members.length) return 0;
    if (isExact(group.count) && group.count.min >= 2) {
      let sum = 0;
      for (let j = i + 1; j < members.length && isExact(members[j]!.count) && sum < group.count.min; j++) {
        sum += members[j]!.count.min;
        if (sum === group.count.min) return j - i;
      }
      const isGeneral = group.kind.noun?.general === true && group.traits.status === undefined;
      const rest = addCounts(members.slice(i + 1).map((member) => member.count));
      return (isGeneral || isOpened) && i === 0 && rest.min < group.count.min ? members.length - 1 : 0;
    }
    if (group.count.kind !== 'unstated' || !(group.traits.kin || group.traits.child)) return 0;
    let j = i + 1;
    while (j < members.length && this.#isOneOfKin(members[j]!)) j++;
    return j - i - 1;
  }

  /** "A daughter, Mona" after "his children": one of them, unless somebody's own. */
  #isOneOfKin({ chunk, traits }: Member): boolean {
    const isOwn = this.#pack.words.possessive.has(chunk.determiner) || chunk.owner !== null;
    return (traits.kin === true || traits.child === true) && !isOwn;
  }

  // --- one member ---

  #member(chunk: Chunk): Member | null {
    const through = this.#through(chunk);
    if ((chunk.people === 'no' && through === null) || this.#isBareAge(chunk)) return null;
    // "A number of injuries" counts no people.
    if (through === null && chunk.kind === 'number' && this.#isOfThings(chunk)) return null;
    const kind = through?.kind ?? chunk;
    const base = {
      chunk,
      kind,
      from: chunk.from,
      to: through?.to ?? chunk.to,
      bareTo: through?.to ?? chunk.to,
      count: through?.count ?? this.#count(chunk),
      traits: { ...kind.traits, ...chunk.traits },
      by: through?.by ?? this.#rule(chunk),
    };
    if (chunk.kind === 'name' && chunk.noun?.plural) return this.#namedGroup(base);
    const details = this.#details(base.to, chunk);
    return {
      ...base,
      to: details.to,
      names: chunk.kind === 'name' ? [this.#name(chunk, details)] : [],
      ...(details.age ? { age: details.age } : {}),
    };
  }

  #isOfThings(chunk: Chunk): boolean {
    if (!this.#pack.words.of.has(this.doc.lower(chunk.to))) return false;
    return this.chunkStarting(chunk.to + 1)?.people === 'no';
  }

  /** "Their daughters Shorouk (16), Hala (8) and Mona": as many as are named, unless a number says more. */
  #namedGroup(base: Omit<Member, 'names'>): Member | null {
    const { chunk } = base;
    const list = this.#nameList(chunk.from, MAX_MEMBERS, chunk);
    if (list === null) return null;
    const text = this.doc.slice({ from: chunk.from, to: list.to });
    const count = chunk.quantity === null ? exactly(list.names.length, text) : base.count;
    return { ...base, to: list.to, count, names: list.names };
  }

  #isBareAge(chunk: Chunk): boolean {
    return (
      chunk.age !== null && chunk.kind === 'number' && chunk.quantity === null && chunk.determiner === ''
    );
  }

  #rule(chunk: Chunk): RuleId {
    const { language } = this.#pack;
    if (chunk.quantity !== null) return chunk.quantity.by;
    if (chunk.kind === 'pronoun') return `${language}/pronoun`;
    if (chunk.kind === 'name') return `${language}/name`;
    return chunk.plural ? `${language}/plural` : `${language}/one-person`;
  }

  #count(chunk: Chunk): Count {
    const text = this.doc.slice(chunk);
    // Families and households are no count of people.
    if (chunk.quantity !== null && chunk.quantity.count.max !== 0 && chunk.noun?.uncounted)
      return unstated(2, text);
    if (chunk.quantity !== null) return this.#quantityCount(chunk.quantity);
    if (chunk.kind === 'name') return exactly(1, text);
    if (typeof chunk.noun?.several === 'number') return exactly(chunk.noun.several, text);
    if (this.#pack.words.indefinite.has(chunk.determiner) && chunk.noun?.several !== true)
      return exactly(1, text);
    if (chunk.plural)
      return this.#pack.words.both.has(chunk.determiner) ? exactly(2, text) : unstated(2, text);
    const isBare =
      chunk.kind === 'noun' &&
      chunk.determiner === '' &&
      chunk.age === null &&
      chunk.owner === null &&
      !this.#pack.words.indefinite.has(this.doc.lower(chunk.from - 1));
    return isBare ? unstated(1, text) : exactly(1, text);
  }

  #quantityCount(quantity: Quantity): Count {
    return quantity.count.text === undefined
      ? { ...quantity.count, text: this.doc.slice(quantity) }
      : quantity.count;
  }

  /** "members of the family", "two of the men", "a group of 12 people", "a family of five". */
  #through(chunk: Chunk): { kind: Chunk; to: TokenIndex; count: Count; by: RuleId } | null {
    const { words, language } = this.#pack;
    if (!words.of.has(this.doc.lower(chunk.to))) return null;
    if (chunk.kind !== 'number' && !words.through.has(this.doc.lower(chunk.head))) return null;
    const inner = this.chunkStarting(chunk.to + 1);
    if (inner === null || inner.people === 'no') return null;
    const deeper = this.#through(inner);
    const kind = deeper?.kind ?? inner;
    const to = deeper?.to ?? inner.to;
    const innerCount = deeper?.count ?? this.#count(inner);
    if (chunk.quantity !== null)
      return { kind, to, count: this.#quantityCount(chunk.quantity), by: chunk.quantity.by };
    const by = `${language}/through-of`;
    // "A member of the squad" is one, "a squad of soldiers" several.
    const isOne = chunk.noun !== null && chunk.noun.several === undefined && !chunk.plural;
    if (isOne) return { kind, to, count: this.#count(chunk), by };
    if (inner.quantity !== null || inner.kind === 'name') return { kind, to, count: innerCount, by };
    if (!chunk.plural && words.singular.has(chunk.determiner) && !inner.plural)
      return { kind, to, count: this.#count(chunk), by };
    if (!chunk.plural && innerCount.kind === 'exact' && inner.noun?.several === undefined)
      return { kind, to, count: innerCount, by };
    return { kind, to, count: unstated(2, this.doc.slice({ from: chunk.from, to })), by };
  }

  /** Age, alias and the like right after a member: ", 34,", "(54 years old)", `"Abu Zaki"`, "aged 12". */
  #details(from: TokenIndex, chunk: Chunk): Details {
    const details: Details = { to: from, age: chunk.age, aliases: [], evidence: [] };
    for (let at = from; at < this.end; ) {
      const next: TokenIndex | null =
        this.#parenthesis(at, details) ??
        this.#quotedAlias(at, chunk, details) ??
        this.#alias(at, chunk, details) ??
        this.#age(at, details, chunk);
      if (next === null) break;
      details.to = at = next;
    }
    return details;
  }

  #parenthesis(at: TokenIndex, details: Details): TokenIndex | null {
    const end = this.#parenthesisEnd(at);
    if (end === null) return null;
    const close = end - 1;
    let isName = true;
    for (let i = at + 1; i < close; i++) {
      const quantity = this.#marks.quantityAt(i);
      if (
        quantity !== undefined &&
        (quantity.measures === 'age' || isAge(quantity.count) || isAgeRange(quantity))
      ) {
        details.age ??= quantity;
        isName = false;
      }
      const form = this.doc.form(i);
      if (form[0] === form[0]!.toLowerCase() && !/^[-\p{P}]|^al$|^bin$|^abu$|^umm?$/iu.test(form))
        isName = false;
    }
    if (isName) details.aliases.push({ from: at + 1, to: close });
    return close + 1;
  }

  #quotedAlias(at: TokenIndex, chunk: Chunk, details: Details): TokenIndex | null {
    if (chunk.kind !== 'name' || !/^["“”‘«]$/.test(this.doc.form(at))) return null;
    for (let close = at + 2; close <= at + 5 && close < this.end; close++) {
      if (!/^["“”’»]$/.test(this.doc.form(close))) continue;
      details.aliases.push({ from: at + 1, to: close });
      return close + 1;
    }
    return null;
  }

  /** "alias Anil", "aka Biggs". */
  #alias(at: TokenIndex, chunk: Chunk, details: Details): TokenIndex | null {
    if (chunk.kind !== 'name' || !this.#pack.words.alias.has(this.doc.lower(at))) return null;
    const other = this.chunkStarting(at + 1);
    if (other === null || other.kind === 'number' || other.kind === 'pronoun') return null;
    details.aliases.push({ from: other.from, to: other.to });
    return other.to;
  }

  #age(at: TokenIndex, details: Details, chunk: Chunk): TokenIndex | null {
    if (details.age !== null && details.age !== undefined && chunk.age === null) return null;
    const { words } = this.#pack;
    const isComma = this.doc.form(at) === ',';
    let start = isComma ? at + 1 : at;
    const isAged = words.aged.has(this.doc.lower(start));
    if (isAged && this.#marks.quantityAt(start) === undefined) start++;
    const quantity = this.#marks.quantityAt(start);
    if (quantity === undefined) return null;
    if (quantity.measures === 'age') {
      const follows = this.chunkStarting(start);
      // "Ali, 34-year-old teacher" is another phrase.
      if (follows !== null && follows.kind !== 'number') return null;
      details.age = quantity;
      return quantity.to;
    }
    if (!isAge(quantity.count) || quantity.measures !== undefined) return null;
    const after = quantity.to >= this.end ? '' : this.doc.form(quantity.to);
    const closes =
      after === '' ||
      /^[,.;:)]$/.test(after) ||
      words.and.has(this.doc.lower(quantity.to)) ||
      words.of.has(this.doc.lower(quantity.to));
    const isOne = !chunk.plural && chunk.quantity === null;
    if (isAged || (isComma && closes && isOne && /^\d+$/.test(this.doc.form(quantity.head)))) {
      details.age = quantity;
      return quantity.to;
    }
    return null;
  }

  /** "Paramedic" in "Paramedic Marwan …"; null for kin, and for nouns that only say man, woman or child. */
  #title(chunk: Chunk): TokenRange | null {
    const { noun } = chunk;
    if (noun === null || noun.kin || noun.gender !== undefined || noun.child || noun.general) return null;
    let from = chunk.nameFrom - 1;
    while (from > chunk.from && this.#isTitlePart(from - 1, chunk)) from--;
    return from >= chunk.from ? { from, to: chunk.nameFrom } : null;
  }

  #isTitlePart(at: TokenIndex, chunk: Chunk): boolean {
    if (chunk.age !== null && at < chunk.age.to) return false;
    if (chunk.owner !== null && at <= chunk.owner.to) return false;
    const upos = this.doc.upos(at);
    return upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ';
  }

  #name(chunk: Chunk, details: Details): Name {
    const role = this.#title(chunk);
    return {
      from: chunk.nameFrom,
      to: chunk.to,
      aliases: details.aliases,
      age: details.age,
      role,
      traits: chunk.traits,
    };
  }

  // --- what follows a member ---

  /** Past "from the village of Oru", "in the car": modifiers after which a list may go on. */
  #afterModifiers(from: TokenIndex): TokenIndex {
    let at = from;
    for (let n = 0; n < 5 && at < this.end; n++) {
      const next = this.#prepositionEnd(at) ?? this.#parenthesisEnd(at);
      if (next === null) return at;
      at = next;
    }
    return at;
  }

  #prepositionEnd(at: TokenIndex): TokenIndex | null {
    if (!this.#pack.words.prepositions.has(this.doc.lower(at))) return null;
    return this.chunkStarting(at + 1)?.to ?? null;
  }

  #parenthesisEnd(at: TokenIndex): TokenIndex | null {
    if (this.doc.form(at) !== '(') return null;
    for (let close = at + 1; close < this.end && close <= at + MAX_PARENTHESIS; close++) {
      if (this.doc.form(close) === ')') return close + 1;
    }
    return null;
  }

  #runAt(at: TokenIndex, runs: readonly (readonly string[])[]): TokenIndex | null {
    let longest: TokenIndex | null = null;
    for (const run of runs) {
      if (at + run.length > this.end || (longest !== null && at + run.length <= longest)) continue;
      if (run.every((word, i) => this.doc.lower(at + i) === word)) longest = at + run.length;
    }
    return longest;
  }

  #parts(from: TokenIndex, place: PhrasePlace): { members: Member[]; to: TokenIndex } | null {
    const { words } = this.#pack;
    let at = from;
    if (/^[,(–—]$/.test(this.#form(at))) at++;
    if (words.and.has(this.doc.lower(at)) && this.chunkStarting(at + 1)?.kind === 'number') at++;
    const opened = this.#runAt(at, words.including);
    if (opened !== null) return this.#partList(opened, place);
    const chunk = this.chunkStarting(at);
    if (chunk === null || chunk.kind !== 'number' || at === from) return null;
    const ofThem = this.#runAt(chunk.to, words.ofThem);
    if (ofThem === null) return null;
    const kind = this.chunkStarting(ofThem);
    if (kind === null || kind.people !== 'sure' || kind.kind === 'pronoun' || this.#startsClause(kind.to))
      return null;
    const count = chunk.quantity === null ? this.#count(chunk) : this.#quantityCount(chunk.quantity);
    const by = `${this.#pack.language}/of-them`;
    return {
      members: [
        { chunk, kind, from: at, to: kind.to, bareTo: kind.to, count, traits: kind.traits, names: [], by },
      ],
      to: kind.to,
    };
  }

  #form(at: TokenIndex): string {
    return at < this.end ? this.doc.form(at) : '';
  }

  #partList(from: TokenIndex, place: PhrasePlace): { members: Member[]; to: TokenIndex } | null {
    const first =
      this.chunkStarting(from) ?? (isQuote(this.#form(from)) ? this.chunkStarting(from + 1) : null);
    const head = first === null ? null : this.#member(first);
    if (head === null) return null;
    const members = [head];
    let to = head.to;
    while (members.length < MAX_MEMBERS) {
      const next = this.#next(members, this.#afterModifiers(to), to, place);
      if (next === null || next.member.chunk.quantity?.additional) break;
      if (next.kind === 'beside') members[members.length - 1] = next.member;
      else members.push(next.member);
      to = next.member.to;
    }
    if (this.#form(to) === ')') to++;
    return { members, to };
  }

  /** The next member of a list, or the last one with what is put beside it; null where the phrase ends. */
  #next(
    members: readonly Member[],
    at: TokenIndex,
    near: TokenIndex,
    place: PhrasePlace,
  ):
    | { kind: 'joined'; member: Member; separator: 'and' | ',' | ':' }
    | { kind: 'beside'; member: Member }
    | null {
    const last = members[members.length - 1]!;
    const isList = members.length > 1;
    const named =
      this.#namesBeside(last, near, isList) ?? (at > near ? this.#namesBeside(last, at, isList) : null);
    if (named !== null) return { kind: 'beside', member: named };
    const separator = this.#separator(at);
    if (separator === null) return null;
    const chunk = this.chunkStarting(separator.to);
    if (chunk === null) return null;
    // A dash or colon after a name opens a text, not a list: "MARO — Six people".
    if (separator.kind === ':' && last.chunk.kind === 'name') return null;
    if (this.#isSamePerson(last, chunk, separator.kind)) {
      const same = this.#member(chunk);
      const member = this.#withRole(last, chunk, same?.to ?? chunk.to);
      return { kind: 'beside', member: { ...member, names: [...member.names, ...(same?.names ?? [])] } };
    }
    if (chunk.people === 'no') return null;
    if (chunk.kind === 'pronoun' && !this.#pack.words.pronouns.get(this.doc.lower(chunk.from))?.reflexive)
      return null;
    const member = this.#member(chunk);
    if (member === null) return null;
    // "Omar and Hanan's son": both are parents of the one told of.
    if (separator.kind === 'and' && last.chunk.kind === 'name' && chunk.owner !== null) {
      return { kind: 'beside', member: { ...member, from: last.from } };
    }
    if (!this.#joins(last, member, separator.kind, place)) return null;
    return { kind: 'joined', member, separator: separator.kind };
  }

  #afterArticle({ from, head }: Chunk): TokenIndex {
    return from < head && this.doc.upos(from) === 'DET' ? from + 1 : from;
  }

  /** An apposition after a comma, or "a contractor and president of …". */
  #isSamePerson(last: Member, chunk: Chunk, separator: 'and' | ',' | ':'): boolean {
    if (separator === ',') return this.#isBeside(last, chunk);
    if (separator !== 'and' || last.chunk.determiner === '' || last.count.max !== 1) return false;
    if (last.chunk.kind === 'name') return false;
    const isPlain =
      chunk.noun === null || chunk.noun.gender !== undefined || chunk.noun.child || chunk.noun.kin;
    const isBare = chunk.quantity === null && chunk.determiner === '' && chunk.age === null;
    const isTitled = chunk.kind === 'name' && chunk.noun !== null;
    return (chunk.kind === 'noun' || isTitled) && !chunk.plural && isBare && !isPlain;
  }

  #withRole(last: Member, role: Chunk, to: TokenIndex): Member {
    const names = last.names.map((name, i) =>
      i === last.names.length - 1 && name.role === null
        ? {
            ...name,
            role: { from: this.#afterArticle(role), to: Math.max(role.to, to) },
            traits: { ...role.traits, ...name.traits },
          }
        : name,
    );
    return { ...last, to, names, traits: { ...role.traits, ...last.traits } };
  }

  #separator(at: TokenIndex): { kind: 'and' | ',' | ':'; to: TokenIndex } | null {
    const { and, alongside } = this.#pack.words;
    const form = this.#form(at);
    const afterComma = form === ',' || form === ';' ? at + 1 : at;
    if (and.has(this.doc.lower(afterComma)) && afterComma < this.end)
      return { kind: 'and', to: afterComma + 1 };
    const run = this.#runAt(afterComma, alongside);
    if (run !== null) return { kind: 'and', to: run };
    if (afterComma > at) return { kind: ',', to: afterComma };
    if (form === ':' || form === '–' || form === '—') return { kind: ':', to: at + 1 };
    return null;
  }

  /** "a man, Ali Reza," and "two brothers, Ali, 12, and Omar, 9": names of those before. "identified as …" likewise. */
  #namesBeside(last: Member, at: TokenIndex, isList: boolean): Member | null {
    if (last.names.length > 0 || last.chunk.kind === 'name' || last.chunk.kind === 'pronoun') return null;
    const form = this.#form(at);
    const opens = /^[,:(–—]$/.test(form) ? at + 1 : at;
    const identified = this.#runAt(opens, this.#pack.words.identifiedAs);
    const from = identified ?? (opens > at ? opens : null);
    if (from === null) return null;
    const names = this.#nameList(
      from,
      last.count.max === 1 && !(identified !== null && isList) ? 1 : MAX_MEMBERS,
    );
    if (names === null) return null;
    // "Two brothers, Ali and Omar": what the noun says holds for each.
    const { gender } = last.traits;
    const named = names.names.map((name) =>
      gender ? { ...name, traits: { gender, ...name.traits } } : name,
    );
    return { ...last, to: names.to, names: named };
  }

  #namedMember(chunk: Chunk, opening: Chunk | undefined): Member {
    const details = this.#details(chunk.to, chunk);
    const name = this.#name(chunk, details);
    const traits = opening === undefined ? name.traits : { ...opening.traits, ...name.traits };
    const count = exactly(1, this.doc.slice(chunk));
    return {
      chunk,
      kind: chunk,
      from: chunk.from,
      to: details.to,
      bareTo: details.to,
      count,
      traits,
      names: [{ ...name, traits }],
      by: this.#rule(chunk),
    };
  }

  /** Names in a row, each with its age, alias and role. `opening` is a first chunk whose noun stands for all of them. */
  #nameList(from: TokenIndex, limit: number, opening?: Chunk): { names: Name[]; to: TokenIndex } | null {
    const names: Name[] = [];
    let to = from;
    for (let at = from; names.length < limit; ) {
      const chunk = this.chunkStarting(at);
      if (chunk === null || chunk.kind !== 'name' || chunk.people === 'no') break;
      // "…, and their sons Ali and Omar" is the next group.
      const isKin = chunk.noun?.kin && this.#pack.words.possessive.has(chunk.determiner);
      if (chunk !== opening && (chunk.noun?.plural || isKin || chunk.quantity !== null)) break;
      let member = this.#namedMember(chunk, opening);
      const separator = this.#separator(member.to);
      const role = separator?.kind === ',' ? this.chunkStarting(separator.to) : null;
      if (role !== null && this.#isBeside(member, role)) member = this.#withRole(member, role, role.to);
      names.push(...member.names);
      to = member.to;
      const next = this.#separator(this.#afterModifiers(to));
      if (next === null) break;
      at = next.to;
    }
    return names.length > 0 ? { names, to } : null;
  }

  /** Whether a chunk after a comma says more of the member before it, rather than naming another. */
  #isBeside(last: Member, chunk: Chunk): boolean {
    const { words } = this.#pack;
    const isKin = chunk.noun?.kin === true && words.possessive.has(chunk.determiner);
    if (last.names.length > 0) {
      if (chunk.kind !== 'noun' || chunk.plural || chunk.quantity !== null || isKin) return false;
      return !words.possessiveMark.has(chunk.determiner);
    }
    if (last.count.max !== 1 || chunk.kind !== 'noun' || chunk.plural || chunk.quantity !== null || isKin)
      return false;
    return !this.#listGoesOn(chunk);
  }

  /** Whether a comma list that has reached this chunk comes to an "and". */
  #listGoesOn(chunk: Chunk): boolean {
    let at = this.#afterModifiers(chunk.to);
    for (let n = 0; n < 20; n++) {
      const separator = this.#separator(at);
      if (separator === null) return false;
      const next = this.chunkStarting(separator.to);
      if (next === null || next.people === 'no' || next.kind === 'pronoun') return false;
      if (separator.kind === 'and') return !this.#startsClause(next.to);
      at = this.#afterModifiers(next.to);
    }
    return false;
  }

  #startsClause(at: TokenIndex): boolean {
    if (at >= this.end) return false;
    const upos = this.doc.upos(at);
    if (upos === 'AUX') return true;
    if (this.#isTrigger(at)) return true;
    return upos === 'VERB' && this.#pack.isFinite(this.doc, at);
  }

  /** Whether a member after a comma or "and" belongs to the same list. */
  #joins(last: Member, next: Member, separator: 'and' | ',' | ':', place: PhrasePlace): boolean {
    const { chunk } = next;
    if (place === 'object' && this.#startsClause(this.#afterModifiers(next.to))) return false;
    if (chunk.kind === 'number')
      return (
        separator === 'and' &&
        last.chunk.quantity !== null &&
        !/^[\d.,]+$/.test(this.doc.form(last.chunk.head))
      );
    if (chunk.kind === 'name') {
      const follows =
        last.names.length > 0 || chunk.noun !== null || next.names.some((name) => name.age !== null);
      return follows || (separator === 'and' && last.traits.kin === true);
    }
    if (chunk.people === 'maybe') return chunk.quantity !== null && chunk.plural;
    return true;
  }
}

interface Details {
  to: TokenIndex;
  age: Quantity | null;
  aliases: TokenRange[];
  evidence: TokenRange[];
}

function isQuote(form: string): boolean {
  return /^["'“”‘’]$/.test(form);
}

function isPartOf(parts: readonly Member[], { max }: Count): boolean {
  return max === null || addCounts(parts.map((part) => part.count)).min <= max;
}

/** "(16-19)": sources differ. */
function isAgeRange({ count, by }: Quantity): boolean {
  return by.endsWith('/range') && count.max !== null && count.max < MAX_AGE;
}

function isAge(count: Count): boolean {
  return isExact(count) && count.min > 0 && count.min < MAX_AGE;
}
