/**
 * Whose word a claim is, as its own report tells it: the organisation that is heard, a person who speaks for nobody,
 * somebody unnamed, or the outlet itself. `origins.ts` then finds out which roots of several reports are one origin.
 */
import type { Attribution, Claim } from '../model/reading.ts';
import type { KeptReport } from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import { isBareState, joinParts, type NameParts, partsOfName } from './names.ts';
import type { Vocabulary } from './words.ts';

export interface Root {
  readonly as: 'organisation' | 'person' | 'unnamed' | 'outlet';
  /** As printed, without the names of those who speak for it. */
  readonly name: string;
  readonly parts: NameParts;
  readonly kind: Attribution['speakerKind'] | 'outlet';
  /** Who spoke, where the organisation is heard through a person. */
  readonly speaker?: string;
}

const NO_PARTS: NameParts = { words: [], bodies: [], isState: false, isOffice: false };

/** Kinds of people who are heard as the body that they are named with. */
export const IN_OFFICE: ReadonlySet<Root['kind']> = new Set([
  'government',
  'military',
  'police',
  'medical',
  'ngo',
  'intergovernmental',
  'armed group',
]);

/** The root of a claim's chain: its first attribution, else the outlet's own voice. */
export function rootOf(claim: Claim, report: KeptReport, vocabulary: Vocabulary): Root {
  const id = claim.attribution[0];
  const attribution = report.reading.attributions.find((candidate) => candidate.id === id);
  return attribution ? rootOfAttribution(attribution, report, vocabulary) : outletRoot(report, vocabulary);
}

/** The voice of a report: the agency that it credits, else who published it. */
export function outletRoot(report: KeptReport, vocabulary: Vocabulary): Root {
  const { wire, outlet, url, source, id } = report;
  const name = wire ?? outlet ?? hostOf(url) ?? source ?? id;
  return { as: 'outlet', name, parts: partsOfName(name, vocabulary), kind: 'outlet' };
}

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url ?? '')?.[1];
}

export function rootOfAttribution(
  attribution: Attribution,
  report: KeptReport,
  vocabulary: Vocabulary,
): Root {
  const { speaker, source, speakerKind: kind, anonymous, speaksFor } = attribution;
  const words = speaker ?? source[0]?.quote ?? '';
  if (words === '') return outletRoot(report, vocabulary);
  const parts = partsOfName(words, vocabulary);
  if (kind === 'media') return { as: 'outlet', name: words, parts, kind: 'outlet' };
  if (anonymous) return isNamedVantage(parts, vocabulary) ? named(words, parts) : unnamed(words);
  const behalf = speaksFor === undefined ? NO_PARTS : partsOfName(speaksFor, vocabulary);
  if (parts.bodies.length > 0 || parts.isState) return named(words, withOwner(parts, behalf));
  const office = IN_OFFICE.has(kind) ? officeOf(attribution, vocabulary) : null;
  if (office) {
    const name = isBareState(office.parts) ? (speaksFor ?? office.owner) : office.name;
    return {
      ...named(name, withOwner(office.parts, behalf)),
      speaker: words,
    };
  }
  if (speaksFor !== undefined && behalf.words.length > 0) {
    const isOneself =
      foldName(speaksFor) === foldName(words) || parts.words.every((word) => behalf.words.includes(word));
    return isOneself ? named(words, behalf) : { ...named(speaksFor, behalf), speaker: words };
  }
  if (!/\p{Lu}/u.test(words)) return unnamed(words);
  const isBody =
    isBareState(parts) || kind === 'armed group' || kind === 'ngo' || kind === 'intergovernmental';
  return isBody ? named(words, parts) : { as: 'person', name: words, parts, kind };

  function named(name: string, itsParts: NameParts): Root {
    return { as: 'organisation', name: name.trim(), parts: itsParts, kind };
  }
  function unnamed(name: string): Root {
    return { as: 'unnamed', name, parts: NO_PARTS, kind };
  }
}

/** "A doctor at St Alban's hospital" has no name, and the hospital has: what was seen is what the hospital saw. */
function isNamedVantage({ words, bodies }: NameParts, { vantage }: Vocabulary): boolean {
  return bodies.some((body) => vantage.has(body)) && words.length > bodies.length;
}

/** An organ of a state bears its name, where the report tells whose it is. */
function withOwner(parts: NameParts, behalf: NameParts): NameParts {
  return isBareState(behalf) || (behalf.bodies.length === 0 && behalf.words.length === 1)
    ? joinParts(parts, { ...behalf, isState: parts.isState, isOffice: parts.isOffice })
    : parts;
}

/**
 * What the words beside a person's name say of the body that is heard, and whose it is ("Norland" of "Norland's president");
 * null where they name no office.
 */
function officeOf(
  { source, speaker = '' }: Attribution,
  vocabulary: Vocabulary,
): { name: string; owner: string; parts: NameParts } | null {
  const own = new Set(foldName(speaker).split(' '));
  for (const { quote } of source) {
    const name = quote
      .split(/\s+/)
      .filter((word) => !own.has(foldName(word.replace(/['’]s?$/u, ''))))
      .join(' ')
      .replace(/[\s,;:]+$/u, '');
    const parts = partsOfName(name, vocabulary);
    if (parts.isOffice && (parts.bodies.length > 0 || (parts.isState && parts.words.length > 0)))
      return { name, owner: ownerIn(name, vocabulary) || name, parts: { ...parts, isOffice: false } };
  }
  return null;
}

/** The words of a name that tell no office, state or relation. */
function ownerIn(name: string, { office, state, small }: Vocabulary): string {
  return name
    .split(/\s+/)
    .map((word) => word.replace(/['’]s?$/u, ''))
    .filter((word) => ![office, state, small].some((table) => table.has(foldName(word))))
    .join(' ');
}
