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
}

/**
 * Whether a stretch of the copying report, a claim's evidence, is told from a copy: it lies in one of the passages and
 * each of its own words is the source's. "At least 35" in a sentence that has "at least 32" at the source is not.
 */
export function isCopied(
  passages: readonly CopiedPassage[],
  evidence: { readonly start: number; readonly end: number; readonly in?: 'title' },
): boolean {
  return passages.some(
    (passage) =>
      passage.in === evidence.in &&
      passage.start <= evidence.start &&
      evidence.end <= passage.end &&
      !passage.changed?.some(({ start, end }) =>
        start === end
          ? evidence.start < start && start < evidence.end
          : start < evidence.end && evidence.start < end,
      ),
  );
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
