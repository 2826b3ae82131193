/**
 * The material as it is shown outside: without the words and fields that people here redacted (law 9). What is kept is
 * not touched, and the offsets stay as they are.
 */
import { type Judgement, standing } from '../model/judgement.ts';
import type { Claim, Reading } from '../model/reading.ts';
import type { KeptReport } from '../model/record.ts';
import type { Span } from '../text/span.ts';
import type { Material } from './material.ts';

type Redaction = Extract<Judgement, { kind: 'redact' }>;

/** What stands for words that are not shown. */
const MASK = '█';

export function redacted(material: Material): Material {
  const redactions = standing(material.judgements).filter((judgement) => judgement.kind === 'redact');
  const byReport = Map.groupBy(redactions, ({ report }) => report);
  const reports = material.reports.map((report) => {
    const own = byReport.get(report.id);
    return own ? redactedReport(report, own) : report;
  });
  return { ...material, reports };
}

function redactedReport(report: KeptReport, redactions: readonly Redaction[]): KeptReport {
  const spans = redactions.flatMap((redaction) => redaction.spans);
  const fields = new Set(redactions.flatMap((redaction) => redaction.fields ?? []));
  const text = masked(
    report.text,
    spans.filter((span) => span.in !== 'title'),
  );
  const title =
    report.title === undefined
      ? {}
      : {
          title: masked(
            report.title,
            spans.filter((span) => span.in === 'title'),
          ),
        };
  const { reading } = report;
  const claims = reading.claims.map((claim): Claim => {
    const named = fields.has('named')
      ? []
      : claim.victims.named.filter(({ evidence }) => !evidence.some(isHidden));
    return { ...claim, victims: { ...claim.victims, named } };
  });
  const events = reading.events.map(({ place, ...event }) =>
    place === undefined || fields.has('place') || place.evidence.some(isHidden) ? event : { ...event, place },
  );
  const gaps = reading.gaps.map((gap) => (gap.evidence.some(isHidden) ? { ...gap, about: MASK } : gap));
  return { ...report, ...title, text, reading: withoutWords({ ...reading, claims, events, gaps }) };

  function isHidden(span: Span): boolean {
    return spans.some(
      (hidden) => hidden.in === span.in && hidden.start < span.end && span.start < hidden.end,
    );
  }

  /** No quote shows what the text does not. */
  function withoutWords(value: Reading): Reading {
    return JSON.parse(JSON.stringify(value), (_key, part) =>
      isSpan(part) && isHidden(part)
        ? { ...part, quote: (part.in === 'title' ? title.title! : text).slice(part.start, part.end) }
        : part,
    ) as Reading;
  }
}

function isSpan(value: unknown): value is Span {
  return (
    typeof value === 'object' && value !== null && 'quote' in value && 'start' in value && 'end' in value
  );
}

function masked(text: string, spans: readonly Span[]): string {
  let shown = text;
  for (const { start, end } of spans) {
    const hidden = shown.slice(start, end).replace(/[^\s]/g, MASK);
    shown = shown.slice(0, start) + hidden + shown.slice(end);
  }
  return shown;
}
