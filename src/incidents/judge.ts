/**
 * What people decided of two mentions, same or different, put in force: the higher role's word before the lower's, of
 * equal ones the later. What contradicts a word already in force is overruled, and shown.
 */
import { type Judgement, ROLES, standing } from '../model/judgement.ts';
import type { JudgementId, KeptReport, MentionId } from '../model/record.ts';
import { refOf } from '../model/record.ts';
import type { Span } from '../text/span.ts';
import { NO_EVENT } from './mention.ts';

export interface Decision {
  readonly judgement: JudgementId;
  readonly a: MentionId;
  readonly b: MentionId;
  readonly is: 'same' | 'different';
}

export interface Decisions {
  readonly same: readonly Decision[];
  readonly different: readonly Decision[];
  /** Those that contradict stronger ones. */
  readonly overruled: readonly Decision[];
  /** Those whose words are in no report here. */
  readonly unfound: readonly JudgementId[];
}

type OfPair = Extract<Judgement, { kind: 'same-incident' | 'different-incident' }>;
/** An event as a judgement names it: by its words. */
export type Anchor = OfPair['a'];

/**
 * The judgements of the record that say same or different, as they stand; those taken back are left out. `find` gives the
 * mention that an anchor's words point to today (`findMention`).
 */
export function decide(
  judgements: readonly Judgement[],
  find: (anchor: Anchor) => MentionId | null,
): Decisions {
  const found: Decision[] = [];
  const unfound: JudgementId[] = [];
  for (const judgement of standing(judgements).filter(isOfPairs).sort(byStrength)) {
    const a = find(judgement.a);
    const b = find(judgement.b);
    const is = judgement.kind === 'same-incident' ? 'same' : 'different';
    if (a === null || b === null) unfound.push(judgement.id);
    else found.push({ judgement: judgement.id, a, b, is });
  }
  return { ...enforce(found), unfound };
}

const isOfPairs = (judgement: Judgement): judgement is OfPair =>
  judgement.kind === 'same-incident' || judgement.kind === 'different-incident';

function byStrength(a: Judgement, b: Judgement): number {
  const role = ROLES.indexOf(b.role) - ROLES.indexOf(a.role);
  if (role !== 0) return role;
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** Decisions strongest first, each put in force where it contradicts none that is. */
export function enforce(decisions: readonly Decision[]): Omit<Decisions, 'unfound'> {
  const sets = new Sets();
  const same: Decision[] = [];
  const different: Decision[] = [];
  const overruled: Decision[] = [];
  for (const decision of decisions) {
    const [a, b] = [sets.find(decision.a), sets.find(decision.b)];
    const isOne = a === b;
    if (decision.is === 'different') (isOne ? overruled : different).push(decision);
    else if (isOne) same.push(decision);
    else {
      const isBarred = different.some((bar) => {
        const ends = [sets.find(bar.a), sets.find(bar.b)];
        return ends.includes(a) && ends.includes(b);
      });
      if (!isBarred) sets.join(a, b);
      (isBarred ? overruled : same).push(decision);
    }
  }
  return { same, different, overruled };
}

/**
 * The mention that an anchor's words point to in the report's reading as it is now: the event whose evidence covers most
 * of them, of two the one that has kept its name. Null where no event has any; a report without events has one mention.
 */
export function findMention({ ref, evidence }: Anchor, report: KeptReport | undefined): MentionId | null {
  if (!report) return null;
  const { events } = report.reading;
  if (events.length === 0) return refOf(report.id, NO_EVENT);
  let best: { id: MentionId; overlap: number } | undefined;
  for (const event of events) {
    const id = refOf(report.id, event.id);
    const overlap = evidence.length === 0 && id === ref ? 1 : overlapOf(evidence, event.evidence);
    if (overlap > (best?.overlap ?? 0) || (overlap > 0 && overlap === best?.overlap && id === ref))
      best = { id, overlap };
  }
  return best?.id ?? null;
}

function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const one of a)
    for (const other of b)
      if (one.in === other.in)
        sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return sum;
}

/** Disjoint sets of mentions, each told by one of its members. */
export class Sets {
  readonly #parents = new Map<MentionId, MentionId>();

  find(id: MentionId): MentionId {
    let root = id;
    for (let up = this.#parents.get(root); up !== undefined; up = this.#parents.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = this.#parents.get(at)!;
      this.#parents.set(at, root);
      at = up;
    }
    return root;
  }

  /** The smaller name stands for both, whatever order they are joined in. */
  join(a: MentionId, b: MentionId): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.#parents.set(x < y ? y : x, x < y ? x : y);
  }
}
