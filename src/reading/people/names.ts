/** Names in a row, and whose they are: those after a noun ("two brothers, Ali, 12, and Omar"), and roles after a name. */
import type { Doc, TokenIndex } from '../../language/doc.ts';
import { exactly } from '../../model/count.ts';
import type { Chunk } from './chunks.ts';
import type { DetailReader } from './details.ts';
import type { PeoplePack } from './pack.ts';
import type { PhrasePlace, Phrases, Separator } from './phrases.ts';
import type { Member, Name } from './victims.ts';

/** Longest list that is read; lists in news run to dozens of names. */
export const MAX_MEMBERS = 120;

export class NameReader {
  readonly #doc: Doc;
  readonly #phrases: Phrases;
  readonly #details: DetailReader;
  readonly #pack: PeoplePack;

  constructor(phrases: Phrases, details: DetailReader, pack: PeoplePack) {
    this.#doc = phrases.doc;
    this.#phrases = phrases;
    this.#details = details;
    this.#pack = pack;
  }

  #afterArticle({ from, head }: Chunk): TokenIndex {
    return from < head && this.#doc.upos(from) === 'DET' ? from + 1 : from;
  }

  /** An apposition after a comma, or "a contractor and president of …". */
  isSamePerson(last: Member, chunk: Chunk, separator: Separator, place: PhrasePlace): boolean {
    if (separator === ',' && (this.#isBeside(last, chunk, place) || this.#isGroupBeside(last, chunk, place)))
      return true;
    if (separator === ',' && this.#isSideBeside(chunk, place)) return true;
    return separator !== ':' && this.#isFurtherRole(last, chunk);
  }

  /** "At least ten people, members of one family," are ten; "at least one villager, a child," is one. */
  #isGroupBeside(last: Member, chunk: Chunk, place: PhrasePlace): boolean {
    const { quantity } = last.chunk;
    if (quantity === null || last.names.length > 0 || chunk.kind !== 'noun' || this.listGoesOn(chunk, place))
      return false;
    if (!last.chunk.plural)
      return (
        quantity.count.min === 1 &&
        quantity.count.kind === 'at least' &&
        !chunk.plural &&
        chunk.quantity === null
      );
    const isBare = chunk.quantity === null && chunk.determiner === '' && chunk.age === null;
    return chunk.plural && isBare && this.#pack.words.through.has(this.#doc.lower(chunk.head));
  }

  /** "Three cadres of the Front, a splinter group of the Army,": what the Front is. */
  #isSideBeside(chunk: Chunk, place: PhrasePlace): boolean {
    const isOneGroup = chunk.noun?.several === true && !chunk.noun.uncounted && !chunk.noun.plural;
    const isBare = chunk.quantity === null && this.#pack.words.indefinite.has(chunk.determiner);
    return isOneGroup && isBare && !this.listGoesOn(chunk, place);
  }

  /** "President" of "a contractor and president of …", "blogger" of "the actor, blogger and teacher Ali Reza". */
  #isFurtherRole(last: Member, chunk: Chunk): boolean {
    // "Ivo Tarn, a party leader and president of …".
    const hasRole = last.chunk.kind === 'name' && last.names[0]?.role != null && chunk.kind === 'noun';
    if (last.count.max !== 1 || (!hasRole && (last.chunk.determiner === '' || last.chunk.kind === 'name')))
      return false;
    const isPlain =
      chunk.noun === null || chunk.noun.gender !== undefined || chunk.noun.child || chunk.noun.kin;
    const isBare = chunk.quantity === null && chunk.determiner === '' && chunk.age === null;
    const isTitled = chunk.kind === 'name' && chunk.noun !== null;
    return (chunk.kind === 'noun' || isTitled) && !chunk.plural && isBare && !isPlain;
  }

  withRole(last: Member, role: Chunk, to: TokenIndex): Member {
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

  /** "a man, Ali Reza," and "two brothers, Ali, 12, and Omar, 9": names of those before. "identified as …" likewise. */
  namesBeside(last: Member, at: TokenIndex, isList: boolean): Member | null {
    if (last.names.length > 0 || last.chunk.kind === 'name' || last.chunk.kind === 'pronoun') return null;
    const form = this.#phrases.form(at);
    const opens = /^[,:(–—]$/.test(form) ? at + 1 : at;
    const identified = this.#phrases.runAt(opens, this.#pack.words.identifiedAs);
    // "His three sons 5-year-old Ali, …" needs no mark.
    const next = opens === at && last.chunk.plural ? this.#phrases.chunkStarting(at) : null;
    const isAged = next !== null && next.kind === 'name' && next.age !== null;
    const from = identified ?? (opens > at || isAged ? opens : null);
    if (from === null) return null;
    const names = this.nameList(
      from,
      last.count.max === 1 && !(identified !== null && isList) ? 1 : MAX_MEMBERS,
    );
    if (names === null) return null;
    // "Two brothers, Ali and Omar": what the noun says holds for each.
    const { gender } = last.traits;
    const named = names.names.map((name) =>
      gender ? { ...name, traits: { gender, ...name.traits } } : name,
    );
    // "Members of the family: Ali, Omar and Ada" tells how many they are.
    const { determiner } = last.chunk;
    const isTheirs = determiner === '' || this.#pack.words.possessive.has(determiner);
    const isTheirKin = last.traits.kin === true && isTheirs;
    const isListed = last.count.kind === 'unstated' && last.count.min > 1 && named.length > 1;
    const count =
      isListed && (form === ':' || identified !== null || isTheirKin)
        ? exactly(named.length, this.#doc.slice({ from: last.from, to: names.to }))
        : last.count;
    return { ...last, to: names.to, count, names: named };
  }

  #namedMember(chunk: Chunk, opening: Chunk | undefined): Member {
    const details = this.#details.details(chunk.to, chunk);
    const name = this.#details.name(chunk, details);
    const traits = opening === undefined ? name.traits : { ...opening.traits, ...name.traits };
    const count = exactly(1, this.#doc.slice(chunk));
    return {
      chunk,
      kind: chunk,
      from: chunk.from,
      to: details.to,
      bareTo: details.to,
      count,
      traits,
      names: [{ ...name, traits }],
      by: `${this.#pack.language}/name`,
    };
  }

  /** Names in a row, each with its age, alias and role. `opening` is a first chunk whose noun stands for all of them. */
  nameList(from: TokenIndex, limit: number, opening?: Chunk): { names: Name[]; to: TokenIndex } | null {
    const names: Name[] = [];
    let to = from;
    for (let at = from; names.length < limit; ) {
      const chunk = this.#phrases.chunkStarting(at);
      if (chunk === null || chunk.kind !== 'name' || chunk.people === 'no') break;
      // "A girl, the sheriff's Office said" names nobody.
      if (chunk.owner !== null && chunk.noun === null) break;
      // "…, and their sons Ali and Omar" is the next group.
      const isKin = chunk.noun?.kin && this.#pack.words.possessive.has(chunk.determiner);
      if (chunk !== opening && (chunk.noun?.plural || isKin || chunk.quantity !== null)) break;
      let member = this.#namedMember(chunk, opening);
      member = this.#withRoleAfter(member);
      names.push(...member.names);
      to = member.to;
      const next = this.#phrases.separator(this.#phrases.afterModifiers(to));
      if (next === null) break;
      at = next.to;
    }
    return names.length > 0 ? { names, to } : null;
  }

  /**
   * A roll of people, after a colon or "identified as": everybody in it is meant, kin told by whose they are as well.
   * "Ivo Tarn (50), his wife Ada, their children Omar (son, 14) and Lena". Null where no name stands in it.
   */
  roll(from: TokenIndex): { names: Name[]; to: TokenIndex } | null {
    const names: Name[] = [];
    let to = from;
    for (let at = from, n = 0; n < MAX_MEMBERS; n++) {
      const chunk = this.#phrases.chunkStarting(at);
      if (chunk === null || chunk.kind === 'pronoun') break;
      const isNamed = chunk.kind === 'name' && chunk.nameFrom >= 0;
      if (!isNamed && chunk.people !== 'sure') break;
      // "A boy (age unknown) Ivo Tarn".
      const beside = isNamed ? at : this.#phrases.parenthesisEnd(chunk.to);
      if (!isNamed && beside !== null && this.#phrases.chunkStarting(beside)?.kind === 'name') {
        at = beside;
        continue;
      }
      let member = this.#namedMember(chunk, undefined);
      // "Lina (16)" is no town.
      if (chunk.people === 'no' && member.names[0]?.age == null) break;
      if (isNamed) member = this.#withRoleAfter(member);
      const end = isNamed ? member.to : chunk.to;
      // "…, and Ada Brum said": the next clause.
      if (names.length > 0 && this.#phrases.startsClause(this.#phrases.afterModifiers(end))) break;
      if (isNamed) names.push(...member.names);
      to = end;
      const next = this.#phrases.separator(this.#phrases.afterModifiers(to));
      if (next === null) break;
      at = next.to;
    }
    return names.length > 0 ? { names, to } : null;
  }

  /** "Ivo Tarn, 34, a baker". */
  #withRoleAfter(member: Member): Member {
    const separator = this.#phrases.separator(member.to);
    const role = separator?.kind === ',' ? this.#phrases.chunkStarting(separator.to) : null;
    return role !== null && this.#isBeside(member, role, 'object')
      ? this.withRole(member, role, role.to)
      : member;
  }

  /** Whether a chunk after a comma says more of the member before it, rather than naming another. */
  #isBeside(last: Member, chunk: Chunk, place: PhrasePlace): boolean {
    const { words } = this.#pack;
    const isKin = chunk.noun?.kin === true && words.possessive.has(chunk.determiner);
    if (words.relativePossessive.has(chunk.determiner)) return false;
    if (chunk.people === 'no' && this.#pack.looksAbstract(this.#doc.lower(chunk.head))) return false;
    if (last.names.length > 0) {
      if (chunk.kind !== 'noun' || chunk.plural || chunk.quantity !== null || isKin) return false;
      return !words.possessiveMark.has(chunk.determiner);
    }
    if (last.count.max !== 1 || chunk.kind !== 'noun' || chunk.plural || chunk.quantity !== null || isKin)
      return false;
    return !this.listGoesOn(chunk, place);
  }

  /** Whether a comma list that has reached this chunk comes to an "and". */
  listGoesOn(chunk: Chunk, place: PhrasePlace): boolean {
    let at = this.#phrases.afterModifiers(chunk.to);
    for (let n = 0; n < 20; n++) {
      const separator = this.#phrases.separator(at);
      if (separator === null) return false;
      const next = this.#phrases.chunkStarting(separator.to);
      if (next === null || next.people === 'no' || next.kind === 'pronoun') return false;
      if (separator.kind === 'and') return place === 'subject' || !this.#phrases.startsClause(next.to);
      at = this.#phrases.afterModifiers(next.to);
    }
    return false;
  }
}
