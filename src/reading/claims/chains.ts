/** Whose word a clause is: the attributions whose content it stands in, the origin first, then those who relay it. */
import type { TokenIndex } from '../../language/doc.ts';
import type { Offset } from '../../text/span.ts';
import type { Annotations, AttributionMention } from '../annotations.ts';

interface Content {
  readonly index: number;
  readonly from: TokenIndex;
  readonly to: TokenIndex;
  /** Tokens of all contents of the attribution: the smaller lies inside the larger. */
  readonly size: number;
}

export class Chains {
  readonly #source: Annotations['source'];
  readonly #attributions: readonly AttributionMention[];
  readonly #contents: readonly Content[];
  readonly #cues: readonly { from: TokenIndex; to: TokenIndex }[];
  readonly #daysOfSaying: ReadonlySet<Offset>;

  constructor({ source, attributions }: Pick<Annotations, 'source' | 'attributions'>) {
    this.#source = source;
    this.#attributions = attributions;
    this.#contents = attributions
      .flatMap(({ content }, index) => {
        const size = content.reduce((sum, range) => sum + range.to - range.from, 0);
        return content.map(({ from, to }) => ({ index, from, to, size }));
      })
      .sort((a, b) => a.from - b.from);
    this.#cues = attributions.flatMap(({ cue, source }) => [...cue, ...source]);
    // "On Monday two men were reportedly killed": without a source there is no saying that the day could be of.
    this.#daysOfSaying = new Set(
      attributions.flatMap(({ source: speakers, details }) =>
        speakers.length === 0
          ? []
          : (details.saidOn?.evidence ?? []).map((span) =>
              span.in === 'title' ? span.start : span.start + source.bodyOffset,
            ),
      ),
    );
  }

  /** Indexes into the attributions, origin first, then the relays outward. Empty: the report's own voice. */
  of(token: TokenIndex): number[] {
    return this.#outward(this.#around(token));
  }

  /** A chain for each of the equal sources at the origin ("police and the hospital said"); one where there are no others. */
  all(token: TokenIndex): number[][] {
    const around = this.#around(token);
    const chain = this.#outward(around);
    const relays = chain.slice(1);
    const equals = around.filter((index) => this.#attributions[index]!.sharesWith === chain[0]);
    return [chain, ...equals.map((index) => [index, ...relays.filter((relay) => relay !== index)])].map(
      ([origin, ...rest]) =>
        origin === undefined ? [] : [origin, ...rest.filter((relay) => !this.#shares(relay, origin))],
    );
  }

  #shares(a: number, b: number): boolean {
    const first = (index: number): number => this.#attributions[index]!.sharesWith ?? index;
    return a !== b && first(a) === first(b);
  }

  /** The attributions in whose content the token stands, the smallest content first. */
  #around(token: TokenIndex): number[] {
    const found: Content[] = [];
    for (const content of this.#contents) {
      if (content.from > token) break;
      if (
        token < content.to &&
        this.#isVoice(content.index) &&
        !found.some(({ index }) => index === content.index)
      )
        found.push(content);
    }
    return found.sort((a, b) => a.size - b.size).map(({ index }) => index);
  }

  /** Whoever is cited comes before those who cite; else the order stays. */
  #outward(around: readonly number[]): number[] {
    const chain: number[] = [];
    const add = (index: number): void => {
      if (chain.includes(index)) return;
      const { cites } = this.#attributions[index]!;
      if (cites !== undefined && around.includes(cites)) add(cites);
      chain.push(index);
    };
    for (const index of around) add(index);
    return chain;
  }

  /** "Feared", "believed" without anybody who fears is the report's own doubt; "reportedly" is a voice without a name. */
  #isVoice(index: number): boolean {
    const { source, details } = this.#attributions[index]!;
    return source.length > 0 || details.speaker !== undefined || details.stance === 'asserts';
  }

  /** A key for whose word it is: one speaker in many sentences is one origin. '' is the report's own voice. */
  originOf(chain: readonly number[]): string {
    const first = chain[0];
    if (first === undefined) return '';
    const { details, source } = this.#attributions[first]!;
    if (source.length === 0 && !details.speaker) return '';
    // "Velland said" in a recap is the word of the Velland government that the report quotes elsewhere.
    const { speaksFor } = details;
    if (speaksFor && this.#attributions.some((other) => other.details.speaker === speaksFor))
      return speaksFor.toLowerCase();
    return (details.speaker ?? this.#source.doc.slice(source[0]!)).toLowerCase();
  }

  /** Whether a date that begins at the token is the day on which something was said, not what was said of a day. */
  isDayOfSaying(token: TokenIndex): boolean {
    return this.#daysOfSaying.has(this.#source.doc.start(token)) && this.of(token).length === 0;
  }

  attribution(index: number): AttributionMention {
    return this.#attributions[index]!;
  }

  /** Whether a token belongs to who says something or to the saying, not to what is said. */
  isSaying(token: TokenIndex): boolean {
    return this.#cues.some(({ from, to }) => from <= token && token < to);
  }
}
