/**
 * The register of sources: what people here have said of organisations, persons and outlets. Their names and aliases,
 * kind, side, and the organisation's own evaluation; which names are one source's, and which are not.
 */
import type { Judgement } from '../model/judgement.ts';
import { foldName } from '../model/victims.ts';
import { keyOf, partsOfName } from './names.ts';
import type { Vocabulary } from './words.ts';

export interface RegisteredSource {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind?: string;
  readonly side?: string;
  readonly evaluation?: string;
}

export interface Register {
  /** The key that stands for all names of a source; the key itself where nobody said anything of it. */
  canonical(key: string): string;
  /** Whether a person said that the two are not one. */
  areApart(a: string, b: string): boolean;
  /** What is registered under a key; null where nothing is. */
  source(key: string): RegisteredSource | null;
  /** The key of a name as it is printed. */
  keyOfName(name: string): string;
}

/** The register that standing judgements make; of two on one source the later holds. */
export function registerOf(judgements: readonly Judgement[], vocabulary: Vocabulary): Register {
  const keyOfName = (name: string): string => nameKey(name, vocabulary);
  const leader = new Map<string, string>();
  const canonical = (key: string): string => {
    let at = key;
    for (let next = leader.get(at); next !== undefined; next = leader.get(at)) at = next;
    return at;
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [canonical(a), canonical(b)];
    if (first !== second) leader.set(second, first);
  };
  const sources = new Map<string, RegisteredSource>();
  const apart: [string, string][] = [];
  for (const judgement of judgements) {
    if (judgement.kind === 'register-source') {
      for (const alias of judgement.aliases) join(keyOfName(judgement.source), keyOfName(alias));
    } else if (judgement.kind === 'same-source')
      join(...ordered(keyOfName(judgement.a), keyOfName(judgement.b)));
    else if (judgement.kind === 'different-source')
      apart.push([keyOfName(judgement.a), keyOfName(judgement.b)]);
  }
  for (const judgement of judgements) {
    if (judgement.kind !== 'register-source') continue;
    const { source, aliases, sourceKind, side, evaluation } = judgement;
    sources.set(canonical(keyOfName(source)), {
      name: source,
      aliases,
      ...(sourceKind === undefined ? {} : { kind: sourceKind }),
      ...(side === undefined ? {} : { side }),
      ...(evaluation === undefined ? {} : { evaluation }),
    });
  }
  return {
    canonical,
    keyOfName,
    areApart: (a, b) => apart.some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
    source: (key) => sources.get(canonical(key)) ?? null,
  };
}

/** The words that tell a name from others; of a name without any, its letters. */
export function nameKey(name: string, vocabulary: Vocabulary): string {
  return keyOf(partsOfName(name, vocabulary)) || foldName(name);
}

function ordered(a: string, b: string): [string, string] {
  return a <= b ? [a, b] : [b, a];
}
