/** What `recount judge` takes after each kind, in order, and what the kind says. "…" takes all that is left, […] may be left out. */
export interface JudgementKindRecord {
  readonly kind: string;
  readonly values: readonly string[];
  readonly means: string;
}

export const JUDGEMENT_KINDS: readonly JudgementKindRecord[] = [
  { kind: 'accept', values: ['claim'], means: 'it is right as read' },
  { kind: 'reject', values: ['claim'], means: 'it is none: it counts nowhere, and stays to be seen' },
  {
    kind: 'correct',
    values: ['claim', 'field', '[old]', 'new'],
    means:
      'one field was read wrong: count, harm, victims, perpetrators, stance, origin, saidOn, scope or event',
  },
  {
    kind: 'add',
    values: ['report'],
    means: "one that the reader missed, with its words: --set claim='{…}', as in a Reading",
  },
  { kind: 'same-incident', values: ['a', 'b'], means: 'two incidents, or mentions of them, are one' },
  { kind: 'different-incident', values: ['a', 'b'], means: 'they are two' },
  {
    kind: 'part-of',
    values: ['part', 'whole'],
    means: 'one incident is a part of another: of an operation, a campaign, a battle',
  },
  { kind: 'same-source', values: ['a', 'b'], means: 'two names are one source’s' },
  { kind: 'different-source', values: ['a', 'b'], means: 'they are two sources’' },
  {
    kind: 'derives-from',
    values: ['claim', 'origin'],
    means: 'it goes back to another source than the report tells',
  },
  {
    kind: 'part-or-whole',
    values: ['claim', 'is'],
    means: 'its source saw a part only, or the whole: part, whole',
  },
  { kind: 'grade', values: ['incident', 'grade'], means: 'how well it is established, in your words' },
  { kind: 'confirm-level', values: ['incident', 'level'], means: 'how far it is confirmed, in your words' },
  {
    kind: 'source-order',
    values: ['sources…'],
    means: 'whose figure is best, the first before the others; of one incident with --set incident=ID',
  },
  {
    kind: 'register-source',
    values: ['source', '[aliases…]'],
    means: 'its other names; --set sourceKind=… side=… evaluation=… note=…',
  },
  {
    kind: 'victim',
    values: ['incident', 'name', 'is'],
    means: 'a named person: victim, "not a victim", unconfirmed, "same as" (--set sameAs=…)',
  },
  {
    kind: 'describe',
    values: ['incident'],
    means: 'its facts, fixed: --set place=… date=… type=… perpetrators=… victims=…',
  },
  {
    kind: 'resolve',
    values: ['incident', 'outcome'],
    means:
      'a disagreement: "prefer a source" (--set source=…), "report a range", unconfirmed, pending, "ask the sources"',
  },
  {
    kind: 'redact',
    values: ['report'],
    means: 'words shown to nobody outside: --set spans=\'[{"start", "end", "quote"}]\'',
  },
  {
    kind: 'publish',
    values: ['incident', 'projection'],
    means: 'who may see it: internal, restricted, public',
  },
  {
    kind: 'comment',
    values: ['on', 'text'],
    means: 'a remark on a report, a claim, an incident or a judgement',
  },
  { kind: 'delete-report', values: ['report'], means: 'it leaves the record; its hash and the reason stay' },
  { kind: 'erase', values: ['person'], means: 'what is kept of a person beside the journal is destroyed' },
  { kind: 'take-back', values: ['judgement'], means: 'it no longer holds' },
  { kind: 'second', values: ['judgement'], means: 'a second person agrees' },
];

/** "correct CLAIM FIELD [OLD] NEW". */
export function usageOf({ kind, values }: JudgementKindRecord): string {
  return [kind, ...values.map((value) => value.toUpperCase())].join(' ');
}
