/**
 * Reads a phrase of people from a chunk on: members joined ("two soldiers and a driver"), put beside one another
 * ("two brothers, Ali, 12, and Omar, 9,"), reached through "of" ("members of the family"), and parts taken out
 * ("including three children"). Members add; appositions and parts never do. Follows docs/annotation-guide.md#figures.
 */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import { exactly } from '../../model/count.ts';
import type { Count, Victims } from '../../model/reading.ts';
import type { PeopleMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import { breakDown } from './breakdown.ts';
import { type Chunk, findChunks, type Marks } from './chunks.ts';
import { addCounts } from './counts.ts';
import { DetailReader } from './details.ts';
import { MemberReader } from './members.ts';
import { MentionMaker } from './mentions.ts';
import { MAX_MEMBERS, NameReader } from './names.ts';
import type { PeoplePack } from './pack.ts';
import type { PhrasePlace, Phrases, Separator } from './phrases.ts';
import { type Member, namedVictim } from './victims.ts';

export interface PeopleRead {
  readonly people: PeopleMention;
  /** The same, taken apart where people of different kinds stand under one verb: "two soldiers and a driver". */
  readonly kinds: readonly PeopleMention[];
  readonly members: readonly Member[];
  /** One past the last token that still belongs to the phrase in a wide sense: "from the village", a closing comma. */
  readonly reach: TokenIndex;
}

export class PeopleReader {
  readonly phrases: Phrases;
  readonly #doc: Doc;
  readonly #source: Source;
  readonly #pack: PeoplePack;
  readonly #marks: Marks;
  readonly #members: MemberReader;
  readonly #nameReader: NameReader;
  readonly #mentions: MentionMaker;

  constructor(source: Source, phrases: Phrases, pack: PeoplePack, marks: Marks) {
    const details = new DetailReader(phrases, pack, marks);
    this.phrases = phrases;
    this.#doc = phrases.doc;
    this.#source = source;
    this.#pack = pack;
    this.#marks = marks;
    this.#nameReader = new NameReader(phrases, details, pack);
    this.#members = new MemberReader(phrases, details, this.#nameReader, pack);
    this.#mentions = new MentionMaker(source, phrases, pack, marks);
  }

  /** The nurse of "the nurse's body". */
  readOwner(chunk: Chunk): PeopleRead | null {
    const owner =
      chunk.owner === null ? undefined : findChunks(this.#doc, chunk.owner, this.#pack, this.#marks)[0];
    return owner === undefined || owner.from !== chunk.from ? null : this.readAlone(owner);
  }

  /** "his" of "his death": one person, or several. */
  readPossessive(chunk: Chunk): PeopleRead | null {
    const { possessive, pronouns, relativePossessive } = this.#pack.words;
    const lower = this.#doc.lower(chunk.from);
    if (!possessive.has(lower)) return null;
    const owner = relativePossessive.has(lower) ? this.#antecedentOf(chunk.from) : null;
    if (owner !== null) return this.readAlone(owner);
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

  /** The student of "a student, whose body was found". */
  #antecedentOf(relative: TokenIndex): Chunk | null {
    const before = this.#doc.form(relative - 1) === ',' ? relative - 2 : relative - 1;
    const chunk = this.phrases.chunkAt(before);
    return chunk !== null && (chunk.people === 'sure' || chunk.kind === 'name') ? chunk : null;
  }

  /** The same with names that stand after a colon: "The following guards died: Ali Tarn and Omar Oster." */
  withNames(read: PeopleRead, from: TokenIndex): PeopleRead {
    const [member, ...others] = read.members;
    if (member === undefined || others.length > 0 || member.names.length > 0 || member.chunk.kind === 'name')
      return read;
    const list = this.#nameReader.roll(from);
    if (list === null || (member.count.max !== null && list.names.length > member.count.max)) return read;
    const named = { ...member, names: list.names };
    const { victims } = this.#mentions.mention(read.people.from, read.people.to, [named], []);
    const people = { ...read.people, victims: { ...read.people.victims, named: victims.named } };
    return { ...read, people, kinds: [people], members: [named] };
  }

  /** Names in a row from a token on, with their ages and roles; null where none stands there. */
  names(from: TokenIndex): { names: Victims['named']; to: TokenIndex } | null {
    const list = this.#nameReader.roll(
      isQuote(this.phrases.form(from)) || this.phrases.form(from) === ':' ? from + 1 : from,
    );
    return list === null
      ? null
      : { names: list.names.map((name) => namedVictim(this.#source, name)), to: list.to };
  }

  /** The chunk by itself, whatever follows it. */
  readAlone(chunk: Chunk): PeopleRead | null {
    const member = this.#members.member(chunk);
    if (member === null) return null;
    const alone = { ...member, to: chunk.to };
    const people = this.#mentions.mention(chunk.from, chunk.to, [alone], []);
    return { people, kinds: [people], members: [alone], reach: chunk.to };
  }

  /** The four of "one of four people": whom a participle or "who were" after them tells of. */
  wholeOf(chunk: Chunk): PeopleRead | null {
    const { quantity } = chunk;
    return quantity?.whole == null
      ? this.read(chunk, 'subject')
      : this.readAlone({ ...chunk, quantity: { ...quantity, count: quantity.whole } });
  }

  /** Two phrases as one list: "Ivo Tarn, who cooked for them, and his wife". */
  join(a: PeopleRead, b: PeopleRead): PeopleRead {
    const members = [...a.members, ...b.members];
    const people = this.#mentions.mention(a.people.from, b.people.to, members, []);
    return { people, kinds: this.#mentions.kinds(people, members, []), members, reach: b.reach };
  }

  /** The same as one person, where no more than one is named: "Ivo Tarn, a trader and a former mayor, was killed". */
  asOne(read: PeopleRead): PeopleRead {
    const { members } = read;
    const [first] = members;
    if (members.length < 2 || read.people.parts.length > 0) return read;
    const isRole = ({ chunk, count, traits, names }: Member): boolean =>
      count.min === 1 && !traits.kin && chunk.age === null && names.every(({ age }) => age === null);
    const isNamedOnce = members.flatMap(({ names }) => names).length <= 1;
    if (!isNamedOnce || first!.count.min !== 1 || !members.slice(1).every(isRole)) return read;
    const people = { ...read.people, count: exactly(1, this.#doc.slice(first!)) };
    return { ...read, people, kinds: [people], members: [first!] };
  }

  /** The phrase of people that begins with the chunk; null where the chunk is surely no people. */
  read(first: Chunk, place: PhrasePlace): PeopleRead | null {
    const head = this.#members.member(first);
    if (head === null) return null;
    const members = [head];
    const separators: Separator[] = [];
    const parts: Member[] = [];
    let to = head.to;
    let reach = this.phrases.afterModifiers(head.to);
    while (members.length + parts.length < MAX_MEMBERS) {
      const part = this.#allOf(reach, members) ?? this.#parts(reach, place);
      if (part !== null) {
        parts.push(...part.members);
        to = part.to;
        reach = this.phrases.afterModifiers(to);
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
      reach = this.phrases.afterModifiers(to);
    }
    const { whole, details } = breakDown(this.#doc, this.#pack.words, members, separators);
    parts.unshift(...details);
    const people = this.#mentions.mention(first.from, to, whole, parts);
    return {
      people,
      kinds: this.#mentions.kinds(people, whole, parts),
      members: whole,
      reach: Math.max(to, reach),
    };
  }

  /** The same with parts that stand further on, past words that are not read: "51 people of both families, including …". */
  withParts(read: PeopleRead, from: TokenIndex, end: TokenIndex): PeopleRead {
    const { people } = read;
    if (people.parts.length > 0 || read.members.length > 1 || people.count.max === 1) return read;
    for (let at = from; at < end; at++) {
      if (this.phrases.runAt(at, this.#pack.words.including) === null) continue;
      const parts = this.#parts(at, 'subject');
      if (parts === null || parts.to > end || !isPartOf(parts.members, people.count)) return read;
      const whole = this.#mentions.mention(people.from, people.to, read.members, parts.members);
      return {
        ...read,
        people: whole,
        kinds: [whole],
        reach: Math.max(read.reach, at <= read.reach + 1 ? parts.to : read.reach),
      };
    }
    return read;
  }

  /** "All women and children" after a comma: what those before are. All of them, where it is one thing. */
  #allOf(from: TokenIndex, whole: readonly Member[]): { members: Member[]; to: TokenIndex } | null {
    const { all, ofThem } = this.#pack.words;
    const at = from + 1;
    if (this.phrases.form(from) !== ',' || whole.length !== 1 || !all.has(this.#doc.lower(at))) return null;
    const start = this.phrases.runAt(at + 1, ofThem) ?? at;
    const first = this.phrases.chunkStarting(start);
    const isKind =
      first?.kind === 'noun' && first.people === 'sure' && first.plural && first.quantity === null;
    const list = isKind ? this.#partList(start, 'subject') : null;
    if (list === null) return null;
    const [only, ...others] = list.members as [Member];
    return others.length > 0 ? list : { ...list, members: [{ ...only, count: whole[0]!.count }] };
  }

  /** "12 civilian deaths, including three women": a number of deaths is one of people. */
  readCounted(chunk: Chunk, count: Count): PeopleRead {
    const by = chunk.quantity?.by ?? `${this.#pack.language}/plural`;
    const { from, to, traits } = chunk;
    const member: Member = { chunk, kind: chunk, from, to, bareTo: to, count, traits, names: [], by };
    const people = this.#mentions.mention(from, to, [member], []);
    return { people, kinds: [people], members: [member], reach: to };
  }

  #parts(from: TokenIndex, place: PhrasePlace): { members: Member[]; to: TokenIndex } | null {
    const { words } = this.#pack;
    let at = from;
    if (/^[,(–—]$/.test(this.phrases.form(at))) at++;
    if (words.and.has(this.#doc.lower(at)) && this.phrases.chunkStarting(at + 1)?.kind === 'number') at++;
    const opened = this.phrases.runAt(at, words.including);
    if (opened !== null) return this.#partList(opened, place);
    const chunk = this.phrases.chunkStarting(at);
    if (chunk === null || chunk.kind !== 'number' || at === from) return null;
    const ofThem = this.phrases.runAt(chunk.to, words.ofThem);
    if (ofThem === null) return null;
    const kind = this.phrases.chunkStarting(ofThem);
    if (
      kind === null ||
      kind.people !== 'sure' ||
      kind.kind === 'pronoun' ||
      this.phrases.startsClause(kind.to)
    )
      return null;
    const count =
      chunk.quantity === null ? this.#members.count(chunk) : this.#members.quantityCount(chunk.quantity);
    const by = `${this.#pack.language}/of-them`;
    return {
      members: [
        { chunk, kind, from: at, to: kind.to, bareTo: kind.to, count, traits: kind.traits, names: [], by },
      ],
      to: kind.to,
    };
  }

  #partList(from: TokenIndex, place: PhrasePlace): { members: Member[]; to: TokenIndex } | null {
    const first =
      this.phrases.chunkStarting(from) ??
      (isQuote(this.phrases.form(from)) ? this.phrases.chunkStarting(from + 1) : null);
    const head = first === null ? null : this.#members.member(first);
    if (head === null) return null;
    const members = [head];
    let to = head.to;
    while (members.length < MAX_MEMBERS) {
      const next = this.#next(members, this.phrases.afterModifiers(to), to, place);
      if (next === null || next.member.chunk.quantity?.additional) break;
      if (next.kind === 'beside') members[members.length - 1] = next.member;
      else members.push(next.member);
      to = next.member.to;
    }
    if (this.phrases.form(to) === ')') to++;
    return { members, to };
  }

  /** The next member of a list, or the last one with what is put beside it; null where the phrase ends. */
  #next(
    members: readonly Member[],
    at: TokenIndex,
    near: TokenIndex,
    place: PhrasePlace,
  ): { kind: 'joined'; member: Member; separator: Separator } | { kind: 'beside'; member: Member } | null {
    const last = members[members.length - 1]!;
    const isList = members.length > 1;
    const named =
      this.#nameReader.namesBeside(last, near, isList) ??
      (at > near ? this.#nameReader.namesBeside(last, at, isList) : null);
    if (named !== null) return { kind: 'beside', member: named };
    const separator = this.phrases.separator(at);
    if (separator === null) return null;
    const chunk = this.phrases.chunkStarting(separator.to);
    if (chunk === null) return null;
    // A dash or colon after a name opens a text, not a list: "MARO — Six people".
    if (separator.kind === ':' && last.chunk.kind === 'name') return null;
    // "Six priests; Colonel Tarn and Major Brum were dismissed": what a semicolon cuts off goes on without it.
    const isCut = this.phrases.form(at) === ';';
    if (isCut && !isList && last.names.length === 0 && chunk.kind === 'name') return null;
    if (!isCut && this.#nameReader.isSamePerson(last, chunk, separator.kind, place)) {
      const same = this.#members.member(chunk);
      const member = this.#nameReader.withRole(last, chunk, same?.to ?? chunk.to);
      return { kind: 'beside', member: { ...member, names: [...member.names, ...(same?.names ?? [])] } };
    }
    if (chunk.people === 'no') return null;
    if (chunk.kind === 'pronoun' && !this.#pack.words.pronouns.get(this.#doc.lower(chunk.from))?.reflexive)
      return null;
    const read = this.#members.member(chunk);
    if (read === null) return null;
    const member = sharingDeterminer(last, read, separator.kind);
    // "Omar and Hanan's son": both are parents of the one told of.
    if (separator.kind === 'and' && last.chunk.kind === 'name' && this.#isOwnedByOther(chunk, last)) {
      return { kind: 'beside', member: { ...member, from: last.from } };
    }
    if (this.#isOneOf(last, member)) {
      return { kind: 'beside', member: { ...last, to: member.to, names: [...last.names, ...member.names] } };
    }
    if (!this.#joins(last, member, separator.kind, place)) return null;
    return { kind: 'joined', member, separator: separator.kind };
  }

  /** Whether a chunk is somebody's, and that is not the one before: never "Ada Brum and Ada's son". */
  #isOwnedByOther({ owner }: Chunk, { chunk, names }: Member): boolean {
    if (owner === null) return false;
    const name = this.#doc.lower(names[0]?.from ?? chunk.head);
    for (let at = owner.from; at < owner.to; at++) if (this.#doc.lower(at) === name) return false;
    return true;
  }

  /** "Two civilians, Ada Brum and her daughter Lena": once the counted are being named, those who follow are among them. */
  #isOneOf({ chunk, count, names }: Member, next: Member): boolean {
    const isTheirs = this.#pack.words.possessive.has(next.chunk.determiner) || next.chunk.owner !== null;
    return (
      chunk.kind !== 'name' &&
      chunk.quantity !== null &&
      (count.max !== null || count.kind === 'at least') &&
      names.length > 0 &&
      next.count.max !== null &&
      names.length + next.count.max <= (count.max ?? count.min) &&
      (next.names.length > 0 || isTheirs)
    );
  }

  /** "Ada Brum, two guards" is no list; "a man, two women and a child" is, and so is what is less than the one before. */
  #isListed(last: Member, next: Member, place: PhrasePlace): boolean {
    const isTheirs = this.#pack.words.possessive.has(next.chunk.determiner) || next.chunk.owner !== null;
    return (
      isTheirs ||
      last.count.min > next.count.min ||
      last.chunk.kind !== 'name' ||
      this.#nameReader.listGoesOn(next.chunk, place)
    );
  }

  /** Whether a member after a comma or "and" belongs to the same list. */
  #joins(last: Member, next: Member, separator: Separator, place: PhrasePlace): boolean {
    const { chunk } = next;
    if (place === 'object' && this.phrases.startsClause(this.phrases.afterModifiers(next.to))) return false;
    // "The commander and seven of his men".
    if (chunk.kind === 'number' && next.kind !== chunk && next.kind.people === 'sure')
      return separator === 'and';
    if (chunk.kind === 'number')
      return (
        separator === 'and' &&
        last.chunk.quantity !== null &&
        !/^[\d.,]+$/.test(this.#doc.form(last.chunk.head))
      );
    if (chunk.kind === 'name') {
      const follows =
        last.names.length > 0 || chunk.noun !== null || next.names.some((name) => name.age !== null);
      return follows || (separator === 'and' && last.traits.kin === true);
    }
    if (separator === ',' && !this.#isListed(last, next, place)) return false;
    if (chunk.people === 'maybe') return chunk.quantity !== null && chunk.plural;
    return true;
  }
}

/** "His wife and daughter": the second noun stands under the first one's determiner, so it is one person too. */
function sharingDeterminer(last: Member, member: Member, separator: Separator): Member {
  const isBare = member.count.kind === 'unstated' && member.count.min === 1;
  const isShared = last.chunk.determiner !== '' || last.count.kind === 'exact';
  return separator !== ':' && isBare && isShared && last.count.max === 1 && !last.chunk.plural
    ? { ...member, count: exactly(1, member.count.text) }
    : member;
}

function isQuote(form: string): boolean {
  return /^["'“”‘’]$/.test(form);
}

function isPartOf(parts: readonly Member[], { max }: Count): boolean {
  return max === null || addCounts(parts.map((part) => part.count)).min <= max;
}
