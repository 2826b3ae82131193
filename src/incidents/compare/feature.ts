/** What two mentions are compared by: a feature measures a pair in a few numbers, and says in words what it found. */
import { type Mention, weightOf } from '../mention.ts';
import type { Rarity } from '../words.ts';

/** A mention made ready to be compared with many others. */
export interface Profile {
  readonly mention: Mention;
  /** Of length 1, as the next two: the rarer a word and the more often it is told, the longer its side. */
  readonly words: ReadonlyMap<string, number>;
  readonly title: ReadonlyMap<string, number>;
  readonly names: Told;
  readonly numbers: Told;
  readonly runs: ReadonlySet<number>;
  readonly rarityOf: (form: string) => number;
}

/** Some words of a mention, and what they say all together, in nats. */
export interface Told {
  readonly forms: ReadonlySet<string>;
  readonly weight: number;
}

export interface Feature {
  /** Kebab-case, as it is printed: "event-days". */
  readonly id: string;
  /** What its numbers are called in the weights; each is about 0..1, 0 where the reports do not say. */
  readonly measures: readonly string[];
  measure(a: Profile, b: Profile): readonly number[];
  /** For a person: "both on 2024-03-05". Empty where there is nothing to say. */
  reason(a: Profile, b: Profile): string;
}

export function profileOf(mention: Mention, rarity: Rarity): Profile {
  const rarities = new Map<string, number>();
  const rarityOf = (form: string): number => {
    let value = rarities.get(form);
    if (value === undefined) rarities.set(form, (value = rarity.of(form)));
    return value;
  };
  const told = (forms: readonly string[]): Told => ({
    forms: new Set(forms),
    weight: forms.reduce((sum, form) => sum + rarityOf(form), 0),
  });
  return {
    mention,
    words: direction(mention.words, rarityOf),
    title: direction(
      [...new Set(mention.title)].map((form) => [form, 1]),
      rarityOf,
    ),
    names: told(mention.names),
    numbers: told(mention.numbers),
    runs: new Set(mention.runs),
    rarityOf,
  };
}

function direction(
  counts: readonly (readonly [form: string, count: number])[],
  rarityOf: (form: string) => number,
): Map<string, number> {
  const vector = new Map<string, number>();
  let square = 0;
  for (const [form, count] of counts) {
    const side = weightOf(count, rarityOf(form));
    if (side <= 0) continue;
    vector.set(form, side);
    square += side * side;
  }
  const length = Math.sqrt(square) || 1;
  for (const [form, side] of vector) vector.set(form, side / length);
  return vector;
}

/** The cosine of two directions: 0..1. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [form, side] of small) sum += side * (large.get(form) ?? 0);
  return sum;
}

export function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): T[] {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return [...small].filter((item) => large.has(item));
}

/** What words that two mentions share say, in nats, and of what all of the one with less to say: 0..1. */
export function weighShared(
  a: Told,
  b: Told,
  rarityOf: (form: string) => number,
): [amount: number, share: number] {
  let amount = 0;
  const [small, large] = a.forms.size <= b.forms.size ? [a.forms, b.forms] : [b.forms, a.forms];
  for (const form of small) if (large.has(form)) amount += rarityOf(form);
  const least = Math.min(a.weight, b.weight);
  return [amount, least > 0 ? amount / least : 0];
}

/** The rarest of some words, for a reason. */
export function rarest(forms: readonly string[], { rarityOf }: Profile, most = 5): string[] {
  return forms.toSorted((a, b) => rarityOf(b) - rarityOf(a) || (a < b ? -1 : 1)).slice(0, most);
}
