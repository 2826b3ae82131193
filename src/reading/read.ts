/** One report in, one Reading out: the annotators in their order, then the wire form. Never throws on any text. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LanguageModel } from '../language/analyse.ts';
import type { Attribution, Problem, Reading, ReportInput } from '../model/reading.ts';
import {
  type Annotations,
  type AttributionMention,
  attributionId,
  type RuleId,
  unread,
} from './annotations.ts';
import { ANNOTATORS } from './annotators.ts';
import type { ReadingPack } from './pack.ts';
import { Source } from './source.ts';

/** A language as a reader needs it: its words and how it tells of violence. */
export interface Language {
  readonly model: LanguageModel;
  readonly pack: ReadingPack;
}

export interface ReadResult {
  readonly reading: Reading;
  /** What made each claim, event, attribution and gap: wire id → rule ids. */
  readonly reasons: ReadonlyMap<string, readonly RuleId[]>;
}

export interface ReaderVersion {
  readonly name: string;
  readonly version: string;
}

/** Reads one report in a language. `problems` are what ingest found odd; the reading's own come after them. */
export function readReport(
  report: ReportInput,
  language: Language,
  knowledge: Knowledge,
  reader: ReaderVersion,
  problems: readonly Problem[] = [],
): ReadResult {
  const annotations: Annotations = {
    ...unread(new Source(report, language.model)),
    problems: [...problems],
  };
  for (const annotator of ANNOTATORS) annotator.run(annotations, language.pack, knowledge);
  const reading: Reading = {
    report: { ...identity(report), language: report.language ?? language.pack.language },
    reader: { ...reader },
    attributions: annotations.attributions.map((mention, i) => wireAttribution(mention, i, annotations)),
    claims: [...annotations.claims],
    events: [...annotations.events],
    gaps: [...annotations.gaps],
    problems: annotations.problems,
  };
  return { reading, reasons: annotations.reasons };
}

function identity({
  text: _text,
  language: _language,
  ...rest
}: ReportInput): Omit<Reading['report'], 'language'> {
  return rest;
}

function wireAttribution(
  mention: AttributionMention,
  index: number,
  { source, reasons }: Annotations,
): Attribution {
  const id = attributionId(index);
  reasons.set(id, [...mention.by]);
  return {
    id,
    source: mention.source.map((range) => source.span(range)),
    cue: mention.cue.map((range) => source.span(range)),
    content: mention.content.map((range) => source.span(range)),
    ...mention.details,
  };
}
