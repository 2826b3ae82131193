/**
 * A translation with its original beside it: `story.txt` and `story.ar.original.txt`, any ending for either. The
 * translation is read; the original is kept with it, in its language, and is no report of its own.
 */
import type { Arrival, TranslationOf } from './arrival.ts';

const ORIGINAL = /^(.+)\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\.original\.[a-z0-9]+(?:\.gz)?$/i;

interface Pair {
  readonly original: string;
  readonly language: string;
}

/** Translation → its original, among names that stand together. */
function pairsOf(names: readonly string[]): ReadonlyMap<string, Pair> {
  const byStem = new Map<string, Pair>();
  for (const name of names) {
    const [, stem, language] = ORIGINAL.exec(name) ?? [];
    if (stem) byStem.set(stem, { original: name, language: language! });
  }
  const pairs = new Map<string, Pair>();
  if (byStem.size === 0) return pairs;
  for (const name of names) {
    const pair = ORIGINAL.test(name)
      ? undefined
      : byStem.get(name.replace(/(?:\.gz)?$/i, '').replace(/\.[^./\\]+$/, ''));
    if (pair) pairs.set(name, pair);
  }
  return pairs;
}

/** A thing that is read, with the original that stands beside it. */
export interface Joined<Thing> {
  readonly thing: Thing;
  readonly original?: { readonly thing: Thing; readonly language: string };
}

/** Things in their order, originals beside their translations; `nameOf` is null for what is no file. */
export function joinOriginals<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string | null,
): Joined<Thing>[] {
  const byName = new Map(things.map((thing) => [nameOf(thing), thing]));
  const pairs = pairsOf([...byName.keys()].filter((name) => name !== null));
  const originals = new Set([...pairs.values()].map(({ original }) => original));
  return things.flatMap((thing) => {
    const name = nameOf(thing) ?? '';
    if (originals.has(name)) return [];
    const pair = pairs.get(name);
    if (!pair) return { thing };
    return { thing, original: { thing: byName.get(pair.original)!, language: pair.language } };
  });
}

/** The arrivals of things in their order; a translation carries its original, which does not arrive by itself. */
export async function* withOriginals<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string | null,
  open: (thing: Thing) => AsyncIterable<Arrival>,
): AsyncGenerator<Arrival> {
  for (const { thing, original } of joinOriginals(things, nameOf)) {
    const found = original && (await originalOf(open(original.thing), original.language));
    for await (const arrival of open(thing)) {
      const carries = found?.translationOf && arrival.ok;
      yield carries ? { ...arrival, translationOf: found.translationOf } : arrival;
    }
    if (found?.failure) yield found.failure;
  }
}

async function originalOf(
  arrivals: AsyncIterable<Arrival>,
  language: string,
): Promise<{ readonly translationOf?: TranslationOf; readonly failure?: Arrival }> {
  for await (const arrival of arrivals) {
    if (!arrival.ok) return { failure: arrival };
    const { report, original } = arrival;
    const { file, inside, sha256 } = original;
    const { text, title } = report;
    return { translationOf: { text, language, file: file + inside, sha256, ...(title ? { title } : {}) } };
  }
  return {};
}
