/**
 * The incidents of a report and the links among their people, by the rules, then by what the choice model takes otherwise
 * in the main one. What it takes out of the main event becomes an incident of its own; nothing is lost.
 */
import { isZero } from '../../model/count.ts';
import type { Annotations } from '../annotations.ts';
import type { Draft, Incident } from '../claims/draft.ts';
import type { VictimLinks } from '../claims/relate.ts';
import type { Source } from '../source.ts';
import { linksOf, Material, membersOf } from './binding.ts';
import { type Choice, choose } from './choose.ts';
import type { ChoiceModel } from './model.ts';

/** A decision that the model took, on these mentions; `to` is the group that they are the same as, or a part of. */
export interface Taken {
  readonly kind: Choice['flip']['kind'];
  readonly of: readonly Draft[];
  readonly to: Draft | null;
  readonly probability: number;
}

export interface Bound {
  /** The main one first. */
  readonly incidents: readonly Incident[];
  /** Of each incident. */
  readonly links: readonly VictimLinks[];
  readonly taken: readonly Taken[];
}

/** Binds the mentions of a report. Relations are not written yet. */
export function bindIncidents(
  annotations: Annotations,
  drafts: readonly Draft[],
  incidents: readonly Incident[],
  model: ChoiceModel | null,
): Bound {
  const [main] = incidents;
  const first = main ? linksOf(main.drafts) : null;
  const hasChoice = first !== null && (first.casts.length > 1 || incidents.length > 1 || isSeveral(first));
  if (!main || !first || !model || !hasChoice)
    return {
      incidents,
      links: incidents.map((one, i) => (i === 0 ? first! : linksOf(one.drafts))),
      taken: [],
    };
  const material = new Material(drafts, incidents, annotations.source);
  const { binding, choices } = choose(material, annotations, model, { drafts: main.drafts, links: first });
  for (const draft of drafts) draft.relations.length = 0;
  const bound =
    choices.length === 0 ? incidents : rebind(incidents, binding.drafts, choices, annotations.source);
  return {
    incidents: bound,
    links: bound.map((one, i) => (i === 0 ? binding.links : linksOf(one.drafts))),
    taken: choices.map(takenBy),
  };
}

/** One group told of in several mentions: some of them may be others. */
function isSeveral({ casts }: VictimLinks): boolean {
  return casts.some((cast) => membersOf(cast).length > 1);
}

/** The incidents with each mention where the choices put it. */
function rebind(
  incidents: readonly Incident[],
  drafts: readonly Draft[],
  choices: readonly Choice[],
  source: Source,
): Incident[] {
  let main = incidents[0]!;
  for (const { flip } of choices) if (flip.kind === 'main') main = flip.incident;
  let others = incidents.filter((incident) => incident !== main);
  for (const { flip } of choices) {
    if (flip.kind !== 'in-all' || flip.incident === main) continue;
    for (const list of ['triggers', 'sentences', 'clauses', 'around'] as const)
      (main[list] as unknown[]).push(...flip.incident[list]);
    main.sentences.sort((a, b) => a - b);
    others = others.filter((incident) => incident !== flip.incident);
  }
  const stays = new Set(drafts);
  const beside = choices.flatMap(({ flip, before }) => {
    const gone = flip.kind === 'out' ? membersOf(flip.a) : flip.kind === 'out-one' ? [flip.draft] : [];
    const out = before.drafts.filter((draft) => gone.includes(draft) && !stays.has(draft));
    return out.length > 0 ? [incidentOf(out, source)] : [];
  });
  for (const incident of others)
    move(
      incident,
      incident.drafts.filter((draft) => !stays.has(draft)),
    );
  // zeros and denials are in no group: they stay where they were told
  const silent = main.drafts.filter((draft) => !stays.has(draft) && isSilent(draft));
  move(
    main,
    [...drafts, ...silent].sort((a, b) => a.mention.trigger.from - b.mention.trigger.from),
  );
  return [main, ...others.filter((one) => one.drafts.length + one.triggers.length > 0), ...beside];
}

function isSilent({ mention, stance }: Draft): boolean {
  return isZero(mention.count) || stance === 'denied';
}

function move(incident: Incident, drafts: readonly Draft[]): void {
  incident.drafts.splice(0, incident.drafts.length, ...drafts);
  for (const draft of drafts) draft.incident = incident;
}

/** An incident of which only these mentions tell. */
function incidentOf(drafts: readonly Draft[], { doc }: Source): Incident {
  const sentences = [...new Set(drafts.map(({ sentence }) => sentence))];
  const incident: Incident = {
    drafts: [],
    triggers: [],
    sentences,
    clauses: sentences.map((sentence) => doc.sentence(sentence)),
    around: [],
    date: null,
    place: null,
    isBackground: false,
  };
  move(incident, drafts);
  return incident;
}

function takenBy({ flip, before, probability }: Choice): Taken {
  const of =
    'a' in flip
      ? membersOf(flip.a)
      : 'draft' in flip
        ? [flip.draft]
        : flip.kind === 'main'
          ? before.drafts
          : flip.incident.drafts;
  return { kind: flip.kind, of: [...of], to: 'b' in flip ? membersOf(flip.b)[0]! : null, probability };
}
