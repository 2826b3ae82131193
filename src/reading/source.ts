/**
 * The text that a reading works on: title and body as one Doc, so that one pass reads both, and the way back to
 * spans of the report. The title comes first, a blank line apart, as it stands on a page. A text that begins with its
 * own title is not told it twice: then the title is read where it stands in the text.
 */

import type { LanguageModel } from '../language/analyse.ts';
import type { Doc, TokenIndex, TokenRange } from '../language/doc.ts';
import type { ReportInput } from '../model/reading.ts';
import type { Offset, Span } from '../text/span.ts';

const BETWEEN = '\n\n';

export class Source {
  readonly report: ReportInput;
  readonly doc: Doc;
  /** The first offset of the Doc's text that belongs to the report's `text`; 0 where no title stands before it. */
  readonly bodyOffset: Offset;
  /** The first offset after the title, wherever it stands; 0 where there is none. */
  readonly storyOffset: Offset;

  constructor(report: ReportInput, language: LanguageModel) {
    const repeated = lengthOfRepeatedTitle(report);
    const title = report.title?.trim() && repeated === 0 ? report.title : '';
    this.report = report;
    this.bodyOffset = title ? title.length + BETWEEN.length : 0;
    this.storyOffset = this.bodyOffset + repeated;
    this.doc = language.analyse(title ? title + BETWEEN + report.text : report.text);
  }

  isInTitle(token: TokenIndex): boolean {
    return this.doc.start(token) < this.storyOffset;
  }

  /** The day of publication, "2024-03-06", in the report's own offset; null where it is not given. */
  get publishedDay(): string | null {
    return this.report.published?.match(/^\d{4}-\d{2}-\d{2}/)?.[0] ?? null;
  }

  /** The span of a run of tokens. A run from the title into the body keeps only its part in the body. */
  span(range: TokenRange): Span {
    return this.spanAt(this.doc.start(range.from), this.doc.end(range.to - 1));
  }

  /** The span of a stretch of the Doc's text. Throws a RangeError where it is empty. */
  spanAt(start: Offset, end: Offset): Span {
    const inTitle = start < this.bodyOffset && end <= this.bodyOffset;
    const from = inTitle ? start : Math.max(start, this.bodyOffset) - this.bodyOffset;
    const to = inTitle ? end : end - this.bodyOffset;
    const quote = (inTitle ? this.report.title! : this.report.text).slice(from, to);
    if (quote.length !== to - from || quote === '') throw new RangeError(`no span ${start}..${end}`);
    return inTitle ? { start: from, end: to, quote, in: 'title' } : { start: from, end: to, quote };
  }
}

/** How much of the text its first line takes, where that line is the title again, be it without the outlet's name; else 0. */
function lengthOfRepeatedTitle({ title = '', text }: ReportInput): number {
  const line = /^\s*([^\n\r]{1,500})(?:[\n\r]|$)/.exec(text);
  if (!line || line[0].length === text.length) return 0;
  const [first, whole] = [lettersOf(line[1]!), lettersOf(title)];
  if (first === '' || !whole.startsWith(first)) return 0;
  const isWithOutlet = title
    .slice(0, -1)
    .split(OUTLET_MARK)
    .some((part) => lettersOf(part) === first);
  return whole === first || isWithOutlet ? line[0].length : 0;
}

/** What sets an outlet's name apart from a headline: "Three held - Velda Post". */
const OUTLET_MARK = /\s[-–—|·]\s/;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
