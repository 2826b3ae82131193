/**
 * What a record holds of one report, and how its parts are named across reports. A reading names claims and events by
 * ids of its own ("c3", "e1"); in a record each name starts with the report's, so that it stands for one thing for ever.
 */
import type { Reading } from './reading.ts';

/** A name that the compiler tells from other names; a plain string passes for either. */
type Name<Kind extends string> = string & { readonly name?: Kind };

/** The content hash of a report, or the id that its corpus gives it. */
export type ReportId = Name<'report'>;
/** One event as one report tells it: `reportId#e1`. */
export type MentionId = Name<'mention'>;
/** One claim of one report: `reportId#c3`. */
export type ClaimRef = Name<'claim'>;
/** Told by its founding mention, see `IncidentRecord`. */
export type IncidentId = Name<'incident'>;
export type AccountId = Name<'account'>;
export type JudgementId = Name<'judgement'>;
/** An ISO 8601 date-time in UTC with milliseconds, so that text order is time order. */
export type Moment = Name<'moment'>;

/** The name of a part of a reading in the whole record. */
export function refOf(report: ReportId, part: string): string {
  return `${report}#${part}`;
}

/** The report and the part that `refOf` named. The part is what follows the last '#': ids of corpora may hold one. */
export function partsOf(ref: MentionId | ClaimRef): { report: ReportId; part: string } {
  const at = ref.lastIndexOf('#');
  return { report: ref.slice(0, at), part: ref.slice(at + 1) };
}

/** One report as a record holds it, with its reading: all that incidents and accounts are computed from. */
export interface KeptReport {
  readonly id: ReportId;
  readonly text: string;
  readonly title?: string;
  /** ISO date, or date-time with offset, as the report states it. */
  readonly published?: string;
  /** Who published it: the publisher's name where the page states one, else the site ("example.org"). */
  readonly outlet?: string;
  /** Where it was found, a path or a link: what an outlet is called that nobody names. */
  readonly source?: string;
  readonly url?: string;
  /** The agency that the report credits its text to ("Reuters"). */
  readonly wire?: string;
  /** The recorded clock: when the first capture of it entered the record. */
  readonly recordedAt: Moment;
  readonly reading: Reading;
}

/**
 * A stretch of one report that stands, nearly word for word, in another; UTF-16 offsets, half-open, of the texts, or of
 * the titles where `in` and `sourceIn` say so.
 */
export interface CopiedPassage {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly in?: 'title';
  readonly sourceIn?: 'title';
  /**
   * Within start..end, what is not the source's: changed or added words; an empty stretch where words of the source are
   * left out. Absent where nothing is.
   */
  readonly changed?: readonly { readonly start: number; readonly end: number }[];
  /** Places, each with its like at the source, where the two texts get out of step. Absent where they never do. */
  readonly steps?: readonly (readonly [at: number, sourceAt: number])[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly in?: 'title';
}

/**
 * Where a stretch of the copying report, a claim's evidence, stands at the source; null where it is no copy. It is one if
 * it lies in one of the passages and each of its own words is the source's: "at least 35" in a sentence that has "at
 * least 32" at the source is none.
 */
export function copiedFrom(passages: readonly CopiedPassage[], evidence: Stretch): Stretch | null {
  const passage = passages.find(
    ({ start, end, in: field, changed = [] }) =>
      field === evidence.in &&
      start <= evidence.start &&
      evidence.end <= end &&
      !changed.some((change) =>
        change.start === change.end
          ? evidence.start < change.start && change.start < evidence.end
          : change.start < evidence.end && evidence.start < change.end,
      ),
  );
  if (!passage) return null;
  const { start, sourceStart, sourceIn, steps = [] } = passage;
  const atSource = (place: number): number => {
    const [at, sourceAt] = steps.findLast(([before]) => before <= place) ?? [start, sourceStart];
    return sourceAt + place - at;
  };
  const moved = { start: atSource(evidence.start), end: atSource(evidence.end) };
  return sourceIn ? { ...moved, in: sourceIn } : moved;
}

/**
 * How the text of `report` stands to an earlier one's. 'copy': half of it or more stands there; 'partial copy': less;
 * 'update': the same outlet's own later version of its story.
 */
export interface CopyRelation {
  readonly report: ReportId;
  readonly source: ReportId;
  readonly kind: 'copy' | 'partial copy' | 'update';
  /** Of the words of one text's sentences, the part that stands in the other: the greater of the two directions, 0..1. */
  readonly share: number;
  readonly passages: readonly CopiedPassage[];
}
