/** Puts the mentions of one sentence in order with one another: nothing told twice, "shot three, killing one" taken apart. */
import type { Doc, TokenRange } from '../../language/doc.ts';
import type { HarmMention } from '../annotations.ts';
import type { HarmPack } from './pack.ts';

export function settle(doc: Doc, found: readonly HarmMention[], pack: HarmPack): HarmMention[] {
  return dropSurvived(foldEither(doc, dropRepeats(found), pack));
}

/** "Shot dead" holds "dead"; "was shot and killed" two verbs with one subject: the graver, longer one stays. */
function dropRepeats(found: readonly HarmMention[]): HarmMention[] {
  return found.filter(
    (mention, i) =>
      !found.some((other, k) => {
        if (k === i) return false;
        if (isSame(mention.trigger, other.trigger) && !samePeople(mention, other)) return false;
        if (overlap(mention.trigger, other.trigger))
          return k < i
            ? size(other.trigger) >= size(mention.trigger)
            : size(other.trigger) > size(mention.trigger);
        return k < i && sameHarm(mention, other) && samePeople(mention, other);
      }),
  );
}

/** "Was shot in the head and died": those who die are not also counted among the injured. */
function dropSurvived(found: readonly HarmMention[]): HarmMention[] {
  return found.filter(
    (mention) =>
      mention.harm !== 'injured' ||
      !found.some(
        (other) =>
          other.harm === 'killed' &&
          other.trigger.from > mention.trigger.from &&
          other.certainty === mention.certainty &&
          samePeople(mention, other) &&
          sameCount(mention, other),
      ),
  );
}

function sameCount(a: HarmMention, b: HarmMention): boolean {
  return a.count.min === b.count.min && a.count.max === b.count.max;
}

/** "Killed or injured" by one subject or before one object: which of the two is not said. */
function foldEither(doc: Doc, found: readonly HarmMention[], pack: HarmPack): HarmMention[] {
  const folded: HarmMention[] = [];
  for (const mention of found) {
    const last = folded[folded.length - 1];
    if (last !== undefined && isEither(doc, last, mention, pack)) {
      folded[folded.length - 1] = {
        ...last,
        trigger: { from: last.trigger.from, to: mention.trigger.to },
        harm: 'killed or injured',
        evidence: [...last.evidence, mention.trigger],
        by: [`${pack.language}/either`, ...last.by],
      };
    } else folded.push(mention);
  }
  return folded;
}

function isEither(doc: Doc, a: HarmMention, b: HarmMention, { words }: HarmPack): boolean {
  if (a.harm === b.harm || a.count.max === 0 || !samePeople(a, b)) return false;
  if (![a, b].every((mention) => mention.harm === 'killed' || mention.harm === 'injured')) return false;
  for (let at = a.trigger.to; at < b.trigger.from; at++)
    if (words.or.has(doc.lower(at))) return b.trigger.from - a.trigger.to <= 3;
  return false;
}

function samePeople(a: HarmMention, b: HarmMention): boolean {
  return a.people !== null && b.people !== null && a.people.head === b.people.head;
}

function sameHarm(a: HarmMention, b: HarmMention): boolean {
  return a.harm === b.harm;
}

function isSame(a: TokenRange, b: TokenRange): boolean {
  return a.from === b.from && a.to === b.to;
}

function overlap(a: TokenRange, b: TokenRange): boolean {
  return a.from < b.to && b.from < a.to;
}

function size({ from, to }: TokenRange): number {
  return to - from;
}
