/**
 * The relations among mentions, once it is known of whom each tells: what repeats, confirms, updates, corrects or
 * contradicts what, and what is a part of what.
 */
import { canAgree, isNumbered } from '../../model/count.ts';
import type { Harm } from '../../model/reading.ts';
import { type Cast, isHitCast, leadOf } from './cast.ts';
import type { Draft, RelationKind } from './draft.ts';
import { isCompatible } from './group.ts';

/** Writes them into the drafts. */
export function writeRelations(casts: readonly Cast[]): void {
  for (const cast of casts) {
    for (const [harm, drafts] of cast.mentions) writeSayings(harm, drafts, cast);
    const killed = leadOf(cast, 'killed');
    const hurt = leadOf(cast, 'injured');
    if (killed && hurt) relate(killed, hurt, isHitCast(cast) ? 'part of' : 'updates');
  }
  for (const cast of casts) if (cast.whole) writePart(cast, cast.whole);
  writeContradictions(casts);
}

/** A voice repeats itself, and the report's own voice repeats what it puts into a source's mouth; two sources confirm each other. */
function writeSayings(harm: Harm, drafts: readonly Draft[], cast: Cast): void {
  const lead = leadOf(cast, harm)!;
  for (const [newer, { mention }] of cast.updates) {
    if (newer.mention.harm !== harm) continue;
    // what two sources said of it is overtaken on the word of both
    for (const older of drafts)
      if (older.mention === mention) relate(newer, older, newer.isCorrection ? 'corrects' : 'updates');
  }
  const firstOf = new Map([[lead.origin, lead]]);
  for (const draft of drafts) {
    const isUpdate = cast.updates.some(
      ([newer, older]) => newer === draft || older.mention === draft.mention,
    );
    if (draft === lead || isUpdate) continue;
    const first = firstOf.get(draft.origin);
    // "The murder of the priests", whoever speaks of it, leans on what was told before and vouches for no figure.
    const { introduction, isOne, count } = draft.group;
    const isKnown =
      (introduction === 'definite' || introduction === 'pronoun') && (isOne || !isNumbered(count));
    if (first || draft.origin === '' || isKnown) relate(draft, first ?? lead, 'repeats');
    else {
      relate(draft, lead, 'confirms');
      firstOf.set(draft.origin, draft);
    }
  }
}

/** Writes that a cast's people are among the whole's. */
function writePart(cast: Cast, whole: Cast): void {
  for (const [harm, drafts] of cast.mentions) {
    const same = leadOf(whole, harm);
    const hurt = leadOf(whole, 'injured');
    const killed = leadOf(whole, 'killed');
    for (const part of drafts) {
      if (part.relations.some(({ kind }) => kind === 'repeats')) continue;
      if (same) relate(part, same, 'part of');
      else if (harm === 'killed' && hurt) relate(part, hurt, isHitCast(whole) ? 'part of' : 'updates');
      else if (harm === 'injured' && killed && part.isHit) relate(killed, part, 'part of');
    }
  }
}

/** Two sources on the same people whose figures can't both be. */
function writeContradictions(casts: readonly Cast[]): void {
  const tops = casts.filter((cast) => !cast.whole && !cast.group.isOne && isNumbered(cast.group.count));
  tops.forEach((later, i) => {
    for (const earlier of tops.slice(0, i)) {
      if (canAgree(later.group.count, earlier.group.count)) continue;
      const areNounsApart = later.group.noun !== earlier.group.noun;
      if (later.group.introduction === 'another' || !isCompatible(later.group, earlier.group)) continue;
      for (const harm of later.mentions.keys()) {
        const [a, b] = [leadOf(later, harm), leadOf(earlier, harm)];
        if (!a || !b) continue;
        // "Initial reports spoke of nine dead": overtaken by whoever says more.
        const [more, less] = later.group.count.min > earlier.group.count.min ? [a, b] : [b, a];
        const isOvertaken = less.isEarly && !more.isEarly && (!areNounsApart || less.group.noun === null);
        if (isOvertaken) relate(more, less, 'updates');
        else if (!areNounsApart && a.origin !== b.origin) relate(a, b, 'contradicts');
      }
    }
  });
}

function relate(from: Draft, to: Draft, kind: RelationKind): void {
  if (from !== to && !from.relations.some((relation) => relation.to === to))
    from.relations.push({ to, kind });
}
