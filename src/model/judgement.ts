/**
 * What a person decided: appended, never changed, taken back by another judgement. Incidents are computed from readings
 * and judgements (law 6: nothing that a person decided is lost; nothing that a machine guessed is shown as decided).
 */
import * as z from 'zod';
import {
  claimSchema,
  countSchema,
  harmSchema,
  partySchema,
  placeSchema,
  spanSchema,
  victimsSchema,
} from './reading.ts';

const maybe = z.exactOptional;

/**
 * A claim as a judgement names it: by its words, not by its number in one reading, so that a newer reading of the same
 * report is still judged by it. `ref` is the name it had when it was judged.
 */
export const claimAnchorSchema = z.object({
  report: z.string(),
  ref: maybe(z.string()),
  harm: harmSchema,
  evidence: z.array(spanSchema),
});

/** An event of a report, named likewise by its words. */
export const mentionAnchorSchema = z.object({
  report: z.string(),
  ref: maybe(z.string()),
  evidence: z.array(spanSchema),
});

/** Roles, lowest first: of two judgements that conflict the higher role's holds, of equal ones the later. */
export const ROLES = ['recorder', 'reviewer', 'lead'] as const;

const common = {
  id: z.string(),
  /** A pseudonymous id: names of the people who work here stand beside the journal. */
  by: z.string(),
  role: z.enum(ROLES),
  at: z.string().describe('When it was recorded: an ISO date-time in UTC'),
  why: maybe(z.string()),
  /** The bulk action or import that it came with. */
  batch: maybe(z.string()),
};

const variant = <K extends string, F extends z.core.$ZodLooseShape>(kind: K, fields: F) =>
  z.object({ kind: z.literal(kind), ...common, ...fields });

export const judgementSchema = z.discriminatedUnion('kind', [
  /** The claim is right as read. */
  variant('accept', { claim: claimAnchorSchema }),
  /** The claim is none: it counts nowhere, and stays to be seen. */
  variant('reject', { claim: claimAnchorSchema }),
  /** One field of a claim was read wrong: the old value is kept beside the new. */
  variant('correct', {
    claim: claimAnchorSchema,
    field: z.enum([
      'count',
      'harm',
      'victims',
      'perpetrators',
      'stance',
      'origin',
      'saidOn',
      'scope',
      'event',
    ]),
    old: z.json(),
    new: z.json(),
  }),
  /** A claim that the reader missed, with its words. */
  variant('add', {
    report: z.string(),
    claim: claimSchema,
    event: maybe(mentionAnchorSchema),
    origin: maybe(z.string()),
  }),
  variant('same-incident', { a: mentionAnchorSchema, b: mentionAnchorSchema }),
  variant('different-incident', { a: mentionAnchorSchema, b: mentionAnchorSchema }),
  /** An incident is a part of another: of an operation, a campaign, a battle. The part adds nothing to the whole. */
  variant('part-of', { part: mentionAnchorSchema, whole: mentionAnchorSchema }),
  /** Two names of one source. */
  variant('same-source', { a: z.string(), b: z.string() }),
  variant('different-source', { a: z.string(), b: z.string() }),
  /** A claim goes back to another source's word than its report tells. */
  variant('derives-from', { claim: claimAnchorSchema, origin: z.string() }),
  /** An account speaks of a part only, or of the whole. */
  variant('part-or-whole', { claim: claimAnchorSchema, is: z.enum(['part', 'whole']) }),
  variant('grade', { incident: z.string(), grade: z.string() }),
  variant('confirm-level', { incident: z.string(), level: z.string() }),
  /** What the record's own ranking of sources is: first is best. Without an incident, for all. */
  variant('source-order', { incident: maybe(z.string()), sources: z.array(z.string()) }),
  /** A source of the register: its names, kind, side and the organisation's own evaluation. */
  variant('register-source', {
    source: z.string(),
    aliases: z.array(z.string()),
    sourceKind: maybe(z.string()),
    side: maybe(z.string()),
    evaluation: maybe(z.string()),
    note: maybe(z.string()),
  }),
  /** What is decided of a named victim. */
  variant('victim', {
    incident: z.string(),
    name: z.string(),
    is: z.enum(['victim', 'not a victim', 'unconfirmed', 'same as']),
    sameAs: maybe(z.string()),
    aliases: maybe(z.array(z.string())),
  }),
  /** The facts of an incident as a person fixed them. */
  variant('describe', {
    incident: z.string(),
    place: maybe(placeSchema),
    date: maybe(z.object({ start: z.string(), end: z.string() })),
    type: maybe(z.string()),
    perpetrators: maybe(z.array(partySchema)),
    victims: maybe(victimsSchema),
  }),
  /** How a disagreement was dealt with: one of the five ways of the Standards for Casualty Recording (p. 25). */
  variant('resolve', {
    incident: z.string(),
    outcome: z.enum(['prefer a source', 'report a range', 'unconfirmed', 'pending', 'ask the sources']),
    source: maybe(z.string()),
    harm: maybe(harmSchema),
    count: maybe(countSchema),
  }),
  /** Words or a field that are shown to nobody outside. */
  variant('redact', { report: z.string(), spans: z.array(spanSchema), fields: maybe(z.array(z.string())) }),
  variant('publish', { incident: z.string(), projection: z.enum(['internal', 'restricted', 'public']) }),
  variant('comment', { on: z.string(), text: z.string() }),
  /** A report leaves the record: its bytes go, its hash and this reason stay. */
  variant('delete-report', { report: z.string() }),
  /** A person is erased: what was kept of them beside the journal is destroyed. */
  variant('erase', {
    person: z.string().describe("'erased' once it is recorded: a name would stay in the chain for ever"),
    entries: maybe(z.array(z.int())).describe('The journal’s entries whose details were destroyed'),
  }),
  variant('take-back', { judgement: z.string() }),
  /** A second person agrees: for what the record asks two people to decide. */
  variant('second', { judgement: z.string() }),
]);

export type Judgement = z.infer<typeof judgementSchema>;
export type JudgementKind = Judgement['kind'];
export type ClaimAnchor = z.infer<typeof claimAnchorSchema>;
export type MentionAnchor = z.infer<typeof mentionAnchorSchema>;

/** The judgements that stand: those that nobody took back. A judgement that takes back can itself be taken back. */
export function standing(judgements: readonly Judgement[]): Judgement[] {
  const gone = new Set<string>();
  for (const judgement of [...judgements].reverse()) {
    if (judgement.kind === 'take-back' && !gone.has(judgement.id)) gone.add(judgement.judgement);
  }
  return judgements.filter(({ id, kind }) => kind !== 'take-back' && !gone.has(id));
}
