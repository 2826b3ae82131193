/**
 * The origins of an incident: which roots of its reports are one organisation, person or outlet. A short name goes to
 * the one fuller name that it can be short for, in its own report first; a bare state name goes to that report's organ;
 * unnamed speakers stay apart, one origin for each independent report (DESIGN, "Who is the origin").
 */
import type { Attribution, Count } from '../model/reading.ts';
import type { ReportId } from '../model/record.ts';
import { isBareState, isShorter, keyOf, type NameParts, placesByAdjective, sharesBodies } from './names.ts';
import { nameKey, type Register } from './register.ts';
import type { Root } from './roots.ts';
import type { Vocabulary } from './words.ts';

export interface Origin {
  /** The same for every claim that goes back to it, within one incident. */
  readonly key: string;
  readonly name: string;
  readonly kind: Attribution['speakerKind'] | 'outlet';
  readonly isUnnamed: boolean;
  /** An outlet's own voice: unsourced, and no corroboration. */
  readonly isOutlet: boolean;
  /** A body that sees only those who were brought to it. */
  readonly isVantage: boolean;
  readonly side?: string;
  readonly evaluation?: string;
}

/** A root where it stands: in one report, with the figure that it is given there, if any. */
export interface RootUse {
  readonly root: Root;
  readonly report: ReportId;
  /** Of a copy the report that was copied: an unnamed source is counted once for all of them. */
  readonly independentReport: ReportId;
  readonly count?: Count;
}

interface Name {
  key: string;
  parts: NameParts;
}

/** The origin of every use, given all uses of the incident; their order tells nothing. */
export function resolveOrigins(
  uses: readonly RootUse[],
  register: Register,
  vocabulary: Vocabulary,
): Map<RootUse, Origin> {
  const places = placesByAdjective(
    uses.flatMap(({ root }) => root.parts.words),
    vocabulary,
  );
  const names = new Map<RootUse, Name>();
  for (const use of uses) {
    const parts = withPlaces(use.root.parts, places);
    names.set(use, { key: register.canonical(keyOf(parts) || nameKey(use.root.name, vocabulary)), parts });
  }
  foldHolders(uses, names);
  for (const own of Map.groupBy(uses, ({ report }) => report).values()) foldInReport(own, names, register);
  foldShort([...uses], names, register);
  const origins = new Map<string, Origin>();
  const byKey = Map.groupBy(uses, (use) => originKey(use, names.get(use)!, register));
  for (const [key, members] of byKey) origins.set(key, originOf(key, members, names, register, vocabulary));
  return new Map(uses.map((use) => [use, origins.get(originKey(use, names.get(use)!, register))!]));
}

function withPlaces(parts: NameParts, places: ReadonlyMap<string, string>): NameParts {
  if (!parts.words.some((word) => places.has(word))) return parts;
  return { ...parts, words: [...new Set(parts.words.map((word) => places.get(word) ?? word))].sort() };
}

function originKey({ root, independentReport }: RootUse, { key }: Name, register: Register): string {
  if (root.as === 'unnamed') return `unnamed ${independentReport}`;
  return register.canonical(key);
}

/** A person whom one report names in an office speaks for the body in all of them. */
function foldHolders(uses: readonly RootUse[], names: Map<RootUse, Name>): void {
  const bodies = new Map<string, Map<string, NameParts>>();
  for (const use of uses) {
    const { root } = use;
    if (root.as !== 'organisation' || !root.speaker) continue;
    const { key, parts } = names.get(use)!;
    const person = root.speaker.toLowerCase();
    const known = bodies.get(person) ?? new Map<string, NameParts>();
    bodies.set(person, known.set(key, parts));
  }
  for (const use of uses) {
    if (use.root.as !== 'person') continue;
    const known = bodies.get(use.root.name.toLowerCase());
    if (known?.size !== 1) continue;
    const [[key, parts]] = [...known] as [[string, NameParts]];
    names.set(use, { key, parts });
  }
}

/** Within one report: short names to the fuller one, then bare state names to the organ that gave the figure. */
function foldInReport(uses: readonly RootUse[], names: Map<RootUse, Name>, register: Register): void {
  foldShort(uses, names, register);
  const organs = uses.filter(
    (use) => use.root.as === 'organisation' && names.get(use)!.parts.bodies.length > 0,
  );
  for (const use of uses) {
    const name = names.get(use)!;
    if (!speaksAsState(use, name, organs, names)) continue;
    const own = organs.filter((organ) => {
      const { parts } = names.get(organ)!;
      const hasOwner = parts.words.some((word) => word.startsWith('@'));
      return (
        name.parts.words.every((word) => parts.words.includes(word)) ||
        (!hasOwner && isSameFigure(organ, use))
      );
    });
    const alike = own.filter((organ) => isSameFigure(organ, use));
    const keys = new Set((alike.length > 0 ? alike : own).map((organ) => names.get(organ)!.key));
    const [key] = keys;
    if (keys.size === 1)
      names.set(use, {
        key: key!,
        parts: names.get(own.find((organ) => names.get(organ)!.key === key)!)!.parts,
      });
  }
}

/**
 * Whether a name is that of a state and no more. One that no table has is known by an organ that bears it. A person who
 * speaks in an office of the state is no recap, and stays the state's.
 */
function speaksAsState(
  { root }: RootUse,
  { parts }: Name,
  organs: readonly RootUse[],
  names: ReadonlyMap<RootUse, Name>,
): boolean {
  if (root.as === 'unnamed' || root.as === 'outlet' || root.speaker || parts.bodies.length > 0) return false;
  if (isBareState(parts)) return true;
  return parts.words.length === 1 && organs.some((organ) => isShorter(parts, names.get(organ)!.parts));
}

function isSameFigure({ count: a }: RootUse, { count: b }: RootUse): boolean {
  return a !== undefined && b !== undefined && a.min === b.min && a.max === b.max;
}

/** Gives each short name the key of the one longest name that it can be short for; where there are two it stays. */
function foldShort(uses: readonly RootUse[], names: Map<RootUse, Name>, register: Register): void {
  const known = new Map<string, { parts: NameParts; as: Root['as'] }>();
  for (const use of uses) {
    const { key, parts } = names.get(use)!;
    const { as } = use.root;
    // A person who was found to speak for a body bears the body's name by now.
    if (as === 'organisation' || (as === 'person' && parts.bodies.length > 0))
      known.set(key, { parts, as: 'organisation' });
    else if (as === 'person') known.set(key, { parts, as });
  }
  const fuller = new Map<string, string>();
  for (const [key, { parts, as }] of known) {
    const longer = [...known].filter(
      ([other, candidate]) =>
        other !== key &&
        candidate.as === as &&
        isShorter(parts, candidate.parts) &&
        (as === 'person' || sharesBodies(parts, candidate.parts)) &&
        !register.areApart(key, other),
    );
    const longest = longer.filter(
      ([, candidate]) => !longer.some(([, other]) => isShorter(candidate.parts, other.parts)),
    );
    if (longest.length === 1) fuller.set(key, longest[0]![0]);
  }
  for (const use of uses) {
    const to = fuller.get(names.get(use)!.key);
    if (to !== undefined) names.set(use, { key: to, parts: known.get(to)!.parts });
  }
}

/** What an origin is called: as registered, else by the fullest name that is a body's own, else by the fullest. */
function originOf(
  key: string,
  uses: readonly RootUse[],
  names: ReadonlyMap<RootUse, Name>,
  register: Register,
  vocabulary: Vocabulary,
): Origin {
  const registered = register.source(key);
  const best = uses.map(({ root }) => root).reduce((a, b) => (isBetterName(b, a, uses) ? b : a));
  const isOutlet = uses.every(({ root }) => root.as === 'outlet');
  const kind = registered?.kind ?? kindOf(uses);
  const bodies = names.get(uses[0]!)!.parts.bodies;
  return {
    key,
    name: registered?.name ?? best.name,
    kind: kind as Origin['kind'],
    isUnnamed: best.as === 'unnamed',
    isOutlet,
    isVantage: !isOutlet && bodies.some((body) => vocabulary.vantage.has(body)),
    ...(registered?.side === undefined ? {} : { side: registered.side }),
    ...(registered?.evaluation === undefined ? {} : { evaluation: registered.evaluation }),
  };
}

function isBetterName(a: Root, b: Root, uses: readonly RootUse[]): boolean {
  const rank = (root: Root): readonly number[] => [
    root.as === 'organisation' ? 1 : 0,
    root.parts.words.length,
    root.speaker ? 0 : 1,
    root.parts.isState ? 1 : 0,
    uses.filter((use) => use.root.name === root.name).length,
    -root.name.length,
  ];
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((value, i) => value !== right[i]);
  return at < 0 ? a.name < b.name : left[at]! > right[at]!;
}

/** The kind most of its sayings are read with; a kind that says something before one that does not. */
function kindOf(uses: readonly RootUse[]): Root['kind'] {
  const counts = new Map<Root['kind'], number>();
  for (const { root } of uses) counts.set(root.kind, (counts.get(root.kind) ?? 0) + 1);
  const vague = (kind: Root['kind']): number => (kind === 'unknown' || kind === 'other' ? 1 : 0);
  return [...counts].sort(([a, n], [b, m]) => vague(a) - vague(b) || m - n || (a < b ? -1 : 1))[0]![0];
}
