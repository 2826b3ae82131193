/**
 * The claims of one incident with all that accounts need to know of each: whose word it is, of whom it speaks, when it
 * was said, what copies it, and whether it only says again what its report gives to somebody.
 */
import type { Attribution, Claim } from '../model/reading.ts';
import {
  type ClaimRef,
  type KeptReport,
  type Moment,
  partsOf,
  type ReportId,
  refOf,
} from '../model/record.ts';
import { foldName } from '../model/victims.ts';
import { type Copies, copiesOf } from './copies.ts';
import { isPartOfFigure, meant, repeated, sourcedTwin, type Told, withOwnSide } from './in-report.ts';
import type { Material } from './material.ts';
import { earlier, momentOf, publicationOf } from './moments.ts';
import { partsOfName, placesByAdjective } from './names.ts';
import { type Origin, type RootUse, resolveOrigins } from './origins.ts';
import type { Register } from './register.ts';
import { outletRoot, type Root, rootOf, rootOfAttribution } from './roots.ts';
import { groupOf, type VictimGroup } from './victims.ts';
import type { Vocabulary } from './words.ts';

export interface Telling {
  readonly ref: ClaimRef;
  readonly report: KeptReport;
  readonly claim: Claim;
  readonly origin: Origin;
  /** Who spoke for the origin, where a person is named. */
  readonly speaker?: string;
  readonly group: VictimGroup;
  /** The earlier of the end of the day it was said on and the publication of the first report that carries it. */
  readonly moment: Moment | null;
  readonly saidOn: Moment | null;
  /** The id of the claim of its report that it only says again, on the same origin's word. */
  readonly repeats: string | null;
  readonly copies: readonly { readonly ref: ClaimRef; readonly report: ReportId }[];
  readonly isPartial: boolean;
}

/** What people decided of single claims. */
export interface ClaimDecisions {
  /** The name of the source whose word it is. */
  readonly origin: ReadonlyMap<ClaimRef, string>;
  readonly saidOn: ReadonlyMap<ClaimRef, string>;
  readonly vantage: ReadonlyMap<ClaimRef, 'part' | 'whole'>;
}

export interface Context {
  readonly vocabulary: Vocabulary;
  readonly register: Register;
  readonly decisions: ClaimDecisions;
  readonly copies: Copies;
  readonly reports: ReadonlyMap<ReportId, KeptReport>;
}

export function contextOf(
  { reports, copies }: Material,
  vocabulary: Vocabulary,
  register: Register,
  decisions: ClaimDecisions,
): Context {
  return {
    vocabulary,
    register,
    decisions,
    copies: copiesOf(reports, copies),
    reports: new Map(reports.map((report) => [report.id, report])),
  };
}

/** The tellings of the mentions of one incident; claims over several incidents are left out. */
export function tellingsOf(mentions: readonly string[], context: Context): Telling[] {
  const told = claimsOf(mentions, context).filter(({ claim }) => claim.scope === 'incident');
  const originals = new Map(told.map((one) => [one.ref, originalOf(one, context)]));
  const present = new Set(told.map(({ ref }) => ref));
  const own = told.filter(({ ref }) => originals.get(ref) === ref || !present.has(originals.get(ref)!));
  const isOwn = new Set(own);
  const copies = Map.groupBy(
    told.filter((one) => !isOwn.has(one)),
    ({ ref }) => originals.get(ref)!,
  );
  const { origins, roots } = originsOf(own, context);
  const places = placesOf(own, context.vocabulary);
  const byReport = Map.groupBy(own, ({ report }) => report.id);
  return own.map((read): Telling => {
    const siblings = byReport.get(read.report.id)!;
    const attributed = sourcedTwin(read, siblings);
    const origin = origins.get(attributed ?? read)!;
    const one = withOwnSide(read, siblings, origins);
    const itsCopies = (copies.get(one.ref) ?? []).map(({ ref, report }) => ({ ref, report: report.id }));
    const repeats =
      attributed?.claim.id ?? repeated(read, siblings, origins) ?? meant(read, siblings, origins);
    const times = timesOf(read, siblings, itsCopies, context);
    const { speaker } = roots.get(read)!;
    return {
      ...one,
      origin,
      ...(speaker === undefined ? {} : { speaker }),
      group: groupOf(one.claim, isPartOfFigure(read, siblings), context.vocabulary, places),
      ...times,
      repeats,
      copies: itsCopies,
      isPartial: isPartial(read, origin, siblings, context),
    };
  });
}

/** The claims of the events that are named; in the order of the mentions, so that one order gives one result. */
export function claimsOf(mentions: readonly string[], { reports }: Context): Told[] {
  return [...mentions].sort().flatMap((mention) => {
    const { report: id, part } = partsOf(mention);
    const report = reports.get(id);
    if (!report) return [];
    return report.reading.claims
      .filter(({ event }) => event === part)
      .map((claim) => ({ ref: refOf(id, claim.id), report, claim }));
  });
}

function originalOf({ report, claim }: Told, { copies }: Context): ClaimRef {
  return copies.originalOf(report.id, claim);
}

function originsOf(own: readonly Told[], { vocabulary, register, decisions, copies, reports }: Context) {
  const uses = new Map<Told, RootUse>();
  const roots = new Map<Told, Root>();
  for (const one of own) {
    const { ref, report, claim } = one;
    const writer = reports.get(copies.writerOf(report.id, claim)) ?? report;
    const decided = decisions.origin.get(ref);
    const read =
      claim.attribution.length > 0 ? rootOf(claim, report, vocabulary) : outletRoot(writer, vocabulary);
    const root: Root = decided === undefined ? read : decidedRoot(decided, read, vocabulary);
    roots.set(one, root);
    uses.set(one, { root, report: report.id, independentReport: writer.id, count: claim.count });
  }
  // Whoever else these reports quote helps to tell what a short name is short for.
  const bystanders = [...new Set(own.map(({ report }) => report))].flatMap((report) =>
    report.reading.attributions.map((attribution): RootUse => {
      const root = rootOfAttribution(attribution, report, vocabulary);
      return { root, report: report.id, independentReport: report.id };
    }),
  );
  const resolved = resolveOrigins([...uses.values(), ...bystanders], register, vocabulary);
  const origins = new Map([...uses].map(([one, use]) => [one, resolved.get(use)!]));
  return { origins, roots };
}

function decidedRoot(name: string, read: Root, vocabulary: Vocabulary): Root {
  const kind = read.kind === 'outlet' ? 'unknown' : read.kind;
  return { as: 'organisation', name, parts: partsOfName(name, vocabulary), kind };
}

function placesOf(own: readonly Told[], vocabulary: Vocabulary): Map<string, string> {
  const sides = own.flatMap(({ claim }) => claim.victims.affiliation ?? []);
  return placesByAdjective(
    sides.flatMap((side) => partsOfName(side, vocabulary).words),
    vocabulary,
  );
}

function timesOf(
  { ref, report, claim }: Told,
  siblings: readonly Told[],
  copies: readonly { readonly report: ReportId }[],
  { decisions, reports }: Context,
): Pick<Telling, 'moment' | 'saidOn'> {
  const published = [report, ...copies.map((copy) => reports.get(copy.report)!)]
    .map(publicationOf)
    .reduce(earlier, null);
  const decided = decisions.saidOn.get(ref);
  const saidOn = decided ? momentOf(decided) : isToldAsPast(claim, siblings) ? null : saidDay(claim, report);
  return { moment: earlier(saidOn, published), saidOn };
}

/** An older figure told in the newer one's saying ("rose from 12 to 14, she said on Monday") was not said on that day. */
function isToldAsPast({ id, attribution }: Claim, siblings: readonly Told[]): boolean {
  return siblings.some(
    ({ claim }) =>
      claim.id !== id &&
      claim.attribution[0] === attribution[0] &&
      claim.relations.some(({ to, kind }) => to === id && (kind === 'updates' || kind === 'corrects')),
  );
}

function saidDay({ attribution, asOf }: Claim, { reading }: KeptReport): Moment | null {
  const said = reading.attributions.find(({ id }) => id === attribution[0])?.saidOn;
  return momentOf(said?.end ?? said?.start) ?? momentOf(asOf);
}

/**
 * Whether it speaks of those alone whom one place saw: a hospital's bodies, or as a person decided. Names in an outlet's
 * own voice are never the whole either.
 */
function isPartial(
  { ref, report, claim }: Told,
  origin: Origin,
  siblings: readonly Told[],
  context: Context,
): boolean {
  const decided = context.decisions.vantage.get(ref);
  if (decided) return decided === 'part';
  if (origin.isOutlet && claim.victims.named.length > 0 && claim.victims.named.length >= claim.count.min)
    return true;
  if (!origin.isVantage) return false;
  const isPart = siblings.some(
    (other) =>
      other.claim.harm === claim.harm &&
      claim.relations.some(({ to, kind }) => kind === 'part of' && to === other.claim.id),
  );
  return isPart || hasVantageSign(claim, report.reading.attributions, context.vocabulary);
}

function hasVantageSign(
  { attribution, evidence }: Claim,
  attributions: readonly Attribution[],
  { vantageSigns }: Vocabulary,
): boolean {
  const content = attributions.find(({ id }) => id === attribution[0])?.content ?? [];
  return [...content, ...evidence].some(({ quote }) =>
    foldName(quote)
      .split(' ')
      .some((word) => vantageSigns.has(word)),
  );
}
