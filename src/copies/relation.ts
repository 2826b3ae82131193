/**
 * How the text of one report stands to another's: a copy, a partial copy, or the same outlet's update of its own story.
 * Which of two is the source is told by the day of publication, else by which came first.
 */
import type { CopiedPassage, CopyRelation, ReportId } from '../model/record.ts';
import type { Offset } from '../text/span.ts';
import { isForm } from './forms.ts';
import { compareWords, type Passage, type Stretch } from './passages.ts';
import { type CopyText, type Words, wordsOf } from './words.ts';

/** A report as copying is told by. */
export interface CopyReport extends CopyText {
  readonly id: ReportId;
  /** Who published it: a name or a site. */
  readonly outlet?: string;
  /** ISO date, or date-time with offset. */
  readonly published?: string;
}

/** The part of a text, in either direction, from which on it is a copy, and a partial one. As in the copies corpus. */
const COPY = 0.5;
const PARTIAL = 0.15;
/** Words that a partial copy must share: a stock sentence makes none. Two sentences of news have about as many. */
const MIN_WORDS = 30;

/** Days after which a story is no longer brought up to date. */
const WEEK = 7;

/**
 * Pages end alike: where to call with hints, what else to sign up for, whose copyright it is. What two reports share in
 * so many last words alone is no copy, unless it is half of one.
 */
const CLOSING_WORDS = 80;

/** Null where the reports share less than a partial copy does. `earlier` came first. */
export function relate(earlier: CopyReport, later: CopyReport): CopyRelation | null {
  return relateWords(earlier, wordsOf(earlier), later, wordsOf(later));
}

export function relateWords(
  earlier: CopyReport,
  earlierWords: Words,
  later: CopyReport,
  laterWords: Words,
): CopyRelation | null {
  if (isBefore(later, earlier)) return relateInOrder(later, laterWords, earlier, earlierWords);
  return relateInOrder(earlier, earlierWords, later, laterWords);
}

function relateInOrder(
  source: CopyReport,
  sourceWords: Words,
  report: CopyReport,
  reportWords: Words,
): CopyRelation | null {
  const { shareOfA, shareOfB, passages } = compareWords(sourceWords, reportWords);
  const share = Math.max(shareOfA, shareOfB);
  const told = passages.filter(({ isQuotation }) => !isQuotation);
  const words = told.reduce((sum, passage) => sum + passage.words, 0);
  if (share < PARTIAL) return null;
  if (share < COPY && (words < MIN_WORDS || isClosing(sourceWords, reportWords, told))) return null;
  if (isForm(sourceWords, reportWords, daysBetween(source, report) >= WEEK)) return null;
  const isOwn = siteOf(source.outlet) !== undefined && siteOf(source.outlet) === siteOf(report.outlet);
  const isSame = shareOfA === 1 && shareOfB === 1;
  const kind = share < COPY ? 'partial copy' : isOwn && !isSame ? 'update' : 'copy';
  return { report: report.id, source: source.id, kind, share, passages: told.map(copiedPassage) };
}

function isClosing(source: Words, report: Words, passages: readonly Passage[]): boolean {
  const [from, sourceFrom] = [closingOf(report), closingOf(source)];
  return passages.every(({ a, b }) => !a.in && !b.in && a.start >= sourceFrom && b.start >= from);
}

/** Where the closing words of a text begin: in its last third. */
function closingOf({ starts, titleWords }: Words): Offset {
  const words = starts.length - titleWords;
  return starts[starts.length - Math.min(CLOSING_WORDS, Math.floor(words / 3))] ?? 0;
}

/** 0 where either day is not known. */
function daysBetween(a: CopyReport, b: CopyReport): number {
  const [x, y] = [a.published, b.published].map((day) => Date.parse(day?.slice(0, 10) ?? ''));
  return Math.abs(x! - y!) / 86_400_000 || 0;
}

/** Whether `report` is known to have been published before `other`; days are compared where one has no time. */
function isBefore(report: CopyReport, other: CopyReport): boolean {
  const [a, b] = [report.published, other.published];
  if (!a || !b) return false;
  const [x, y] = [Date.parse(a), Date.parse(b)];
  return a.length > 10 && b.length > 10 ? x < y : a.slice(0, 10) < b.slice(0, 10);
}

/** "www.Example.org" and "example.org" are one outlet. */
export function siteOf(outlet: string | undefined): string | undefined {
  return outlet?.toLowerCase().replace(/^www\./, '');
}

function copiedPassage({ a, b, changed, steps }: Passage): CopiedPassage {
  const plain = ({ start, end }: Stretch) => ({ start, end });
  return {
    ...plain(b),
    sourceStart: a.start,
    sourceEnd: a.end,
    ...(b.in && { in: b.in }),
    ...(a.in && { sourceIn: a.in }),
    ...(changed.length > 0 && { changed: changed.map(plain) }),
    ...(steps.length > 0 && { steps }),
  };
}
