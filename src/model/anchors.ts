/**
 * Finds again, in a reading of today, the claim or event that a judgement named by its words when it was made. The same
 * harm on the same stretch of text is the same claim, whatever number the reader gives it now.
 */
import type { Span } from '../text/span.ts';
import type { ClaimAnchor, Judgement, MentionAnchor } from './judgement.ts';
import type { Claim, Event, Reading } from './reading.ts';
import { partsOf, refOf } from './record.ts';

/** The part of all the words of two places that they must share, to be one. */
const MIN_SHARED = 0.5;

/** The claim that an anchor names; null where its words make no such claim any more. */
export function findClaim(reading: Reading, anchor: ClaimAnchor): Claim | null {
  return nearest(
    reading.claims.filter(({ harm }) => harm === anchor.harm),
    anchor,
  );
}

export function findMention(reading: Reading, anchor: MentionAnchor): Event | null {
  return nearest(reading.events, anchor);
}

/** How a claim is named so that newer readings find it. */
export function anchorOf(report: string, { id, harm, evidence }: Claim): ClaimAnchor {
  return { report, ref: refOf(report, id), harm, evidence };
}

function nearest<T extends Claim | Event>(
  candidates: readonly T[],
  { ref, evidence }: Pick<ClaimAnchor, 'ref' | 'evidence'>,
): T | null {
  const own = ref === undefined ? undefined : partsOf(ref).part;
  // by name alone only where nothing was quoted
  if (evidence.length === 0) return candidates.find(({ id }) => id === own) ?? null;
  let best: T | null = null;
  let most = MIN_SHARED;
  for (const candidate of candidates) {
    const share = shared(candidate.evidence, evidence);
    if (share > most || (share === most && (best === null || candidate.id === own))) {
      best = candidate;
      most = share;
    }
  }
  return best;
}

/** Of the words that either of two lists of spans covers, the part that both do; quotes count where offsets have moved. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  let both = 0;
  for (const x of a) {
    for (const y of b) {
      if (x.in !== y.in) continue;
      const overlap = Math.min(x.end, y.end) - Math.max(x.start, y.start);
      if (overlap > 0) both += overlap;
      else if (x.quote === y.quote) both += x.quote.length;
    }
  }
  const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const all = lengthOf(a) + lengthOf(b) - both;
  return all > 0 ? Math.min(1, both / all) : 0;
}

/** What a judgement names of reports, as it is called in their readings of today; `isLost` where something is not found. */
export function resolveAnchors(
  judgement: Judgement,
  readingOf: (report: string) => Reading | undefined,
): { judgement: Judgement; isLost: boolean } {
  let isLost = false;
  const claim = (anchor: ClaimAnchor): ClaimAnchor => {
    const found = orNull(readingOf(anchor.report), (reading) => findClaim(reading, anchor));
    if (!found) isLost = true;
    return found ? { ...anchor, ref: refOf(anchor.report, found.id) } : anchor;
  };
  const mention = (anchor: MentionAnchor): MentionAnchor => {
    const found = orNull(readingOf(anchor.report), (reading) => findMention(reading, anchor));
    // a report without an event is one mention all the same, which has no words
    const none = anchor.evidence.length === 0 && anchor.ref !== undefined;
    if (!found && !none) isLost = true;
    return found ? { ...anchor, ref: refOf(anchor.report, found.id) } : anchor;
  };
  switch (judgement.kind) {
    case 'accept':
    case 'reject':
    case 'correct':
    case 'derives-from':
    case 'part-or-whole':
      return { judgement: { ...judgement, claim: claim(judgement.claim) }, isLost };
    case 'add':
      if (!judgement.event) return { judgement, isLost };
      return { judgement: { ...judgement, event: mention(judgement.event) }, isLost };
    case 'same-incident':
    case 'different-incident':
      return { judgement: { ...judgement, a: mention(judgement.a), b: mention(judgement.b) }, isLost };
    case 'part-of': {
      const { part, whole } = judgement;
      return { judgement: { ...judgement, part: mention(part), whole: mention(whole) }, isLost };
    }
    default:
      return { judgement, isLost };
  }
}

function orNull<A, B>(value: A | undefined, use: (value: A) => B | null): B | null {
  return value === undefined ? null : use(value);
}

/** The reports, mentions and incidents that a judgement is about, by id. Empty: it is about sources, for the whole record. */
export function subjectsOf(judgement: Judgement): string[] {
  switch (judgement.kind) {
    case 'accept':
    case 'reject':
    case 'correct':
    case 'derives-from':
    case 'part-or-whole':
      return [judgement.claim.report];
    case 'add':
    case 'redact':
    case 'delete-report':
      return [judgement.report];
    case 'same-incident':
    case 'different-incident':
      return [judgement.a, judgement.b].flatMap(({ report, ref }) => (ref ? [report, ref] : [report]));
    case 'part-of':
      return [judgement.part, judgement.whole].flatMap(({ report, ref }) => (ref ? [report, ref] : [report]));
    case 'grade':
    case 'confirm-level':
    case 'victim':
    case 'describe':
    case 'resolve':
    case 'publish':
      return [judgement.incident];
    case 'source-order':
      return judgement.incident ? [judgement.incident] : [];
    case 'comment':
      return [judgement.on];
    case 'same-source':
    case 'different-source':
    case 'register-source':
    case 'erase':
    case 'take-back':
    case 'second':
      return [];
  }
}
