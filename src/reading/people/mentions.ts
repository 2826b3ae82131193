/** Puts members together into the mention that others see: their sum, their words, the side they belong to, their kinds. */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { PeopleMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import type { Marks } from './chunks.ts';
import { addCounts } from './counts.ts';
import type { PeoplePack } from './pack.ts';
import type { Phrases } from './phrases.ts';
import { describeVictims, type Member } from './victims.ts';

export class MentionMaker {
  readonly #doc: Doc;
  readonly #source: Source;
  readonly #phrases: Phrases;
  readonly #pack: PeoplePack;
  readonly #marks: Marks;

  constructor(source: Source, phrases: Phrases, pack: PeoplePack, marks: Marks) {
    this.#doc = source.doc;
    this.#source = source;
    this.#phrases = phrases;
    this.#pack = pack;
    this.#marks = marks;
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
    return isBare && this.#pack.nouns.has(this.#doc.lower(party.from)) ? null : party.name;
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
    if (!this.#pack.words.from.has(this.#doc.lower(at))) return at;
    return this.#phrases.chunkStarting(at + 1)?.to ?? at;
  }

  kinds(people: PeopleMention, members: readonly Member[], parts: readonly Member[]): PeopleMention[] {
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
    return groups.map((group) => this.mention(group[0]!.from, group[group.length - 1]!.to, group, []));
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

  mention(
    from: TokenIndex,
    to: TokenIndex,
    members: readonly Member[],
    parts: readonly Member[],
  ): PeopleMention {
    const text = this.#doc.slice({ from, to });
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
      parts: parts.map((part) => this.mention(part.from, part.to, [part], [])),
      by: members.length > 1 ? `${this.#pack.language}/list` : members[0]!.by,
    };
  }
}
