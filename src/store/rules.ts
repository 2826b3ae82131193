/**
 * What a record is derived by: pure functions that the store is lent and that know nothing of it. Reports give mentions;
 * mentions in one block are compared; what the comparisons and people's judgements connect is grouped into incidents;
 * each group is folded to an incident with its accounts. Each must say the same for the same input, in any order.
 */
import type { Comparison, IncidentRecord } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Reading, ReportInput } from '../model/reading.ts';
import type { CopyRelation, IncidentId, KeptReport, MentionId, Moment, ReportId } from '../model/record.ts';
import { refOf } from '../model/record.ts';
import type { JsonObject } from './entry.ts';

/** A mention as it is kept, with all that comparing needs. */
export interface KeptMention {
  readonly id: MentionId;
  readonly report: ReportId;
  /** The journal's number of its report: what came first has the lowest. */
  readonly seq: number;
  /** From 0, its report's main event. */
  readonly placeInReport: number;
  readonly recordedAt: Moment;
  readonly profile: JsonObject;
}

/** What grouping has to know of a mention. */
export type GroupedMention = Pick<KeptMention, 'id' | 'report' | 'placeInReport' | 'recordedAt'>;

/** A report as copying is told by. */
export type KeptText = Omit<KeptReport, 'reading'>;

export interface Link {
  readonly a: MentionId;
  readonly b: MentionId;
  readonly score: number;
}

/** All that one incident is computed from. */
export interface IncidentMaterial {
  readonly id: IncidentId;
  readonly mentions: readonly MentionId[];
  /** Those of them that are the main event of their report. */
  readonly mains: readonly MentionId[];
  /** In the order in which they were recorded. */
  readonly reports: readonly KeptReport[];
  /** Among these reports, and from them to reports outside. */
  readonly copies: readonly CopyRelation[];
  /** Standing judgements on its reports and on itself, and all on sources, in the order in which they were made. */
  readonly judgements: readonly Judgement[];
}

export interface Rules {
  /** A change of it makes every derived row stale. */
  readonly version: string;
  /** A report's mentions, its main event first. At least one. */
  mentionsOf(report: KeptReport): readonly { readonly id: MentionId; readonly profile: JsonObject }[];
  /** The keys under which a mention is looked for. */
  blockKeysOf(mention: KeptMention): readonly string[];
  /** Each mention is compared with so many that were recorded before it under each of its keys, the first ones there. */
  readonly firstUnderKey: number;
  /** Of the mentions of one report none are compared. */
  compare(
    a: KeptMention,
    b: KeptMention,
  ): Pick<Comparison, 'score' | 'verdict'> & {
    /** What is not connected is never in one incident, unless a person says so. */
    readonly connects: boolean;
  };
  /** The same with every feature and its reason, for a person. */
  explain(a: KeptMention, b: KeptMention): Comparison;
  /** Comparisons at or below this score are not kept. */
  readonly keepsAbove: number;
  /** Groups of connected mentions, each mention in exactly one. `links` are all kept comparisons among them. */
  group(
    mentions: readonly GroupedMention[],
    links: readonly Link[],
    judgements: readonly Judgement[],
  ): readonly (readonly MentionId[])[];
  fold(material: IncidentMaterial): IncidentRecord;
  /** Whether what a reader read is a text, which may be copied; rows of tables are all alike and are none. */
  isText(reader: string): boolean;
  /** Keys of a text, each once: of two texts with a passage in common some are the same. */
  keysOf(report: KeptText): readonly number[];
  /** Which of the reports that stand under a text's keys to compare with it; `found` gives them for each key. */
  rankCandidates(found: readonly (readonly number[])[], keys: number): readonly number[];
  /** How two texts stand to each other, the one that was recorded first given first; null: they have nothing in common. */
  copyBetween(earlier: KeptText, later: KeptText): CopyRelation | null;
}

/** A report as it was taken out of kept bytes and read. */
export interface TakenReport {
  /** Where in the bytes it stood: '' is the whole. */
  readonly inside: string;
  readonly report: ReportInput;
  readonly outlet?: string | undefined;
  /** The original of a translation that came in the same bytes: its language, and the way in where it is a file. */
  readonly translationOf?: { readonly language?: string; readonly inside?: string } | undefined;
  readonly wire?: string | undefined;
  readonly reading: Reading;
}

/** How bytes were taken apart: what is needed to do it again. */
export interface TakeOptions {
  /** The name they came by, whose ending tells the form. */
  readonly name: string;
  readonly format?: string | undefined;
  readonly language?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** The mapping of a project's table that is imported, as `imports` has it. */
  readonly mapping?: JsonObject | undefined;
  /** What a server said that they are: "text/html; charset=utf-8". */
  readonly mediaType?: string | undefined;
  readonly url?: string | undefined;
  /** The original of which they are a translation, which lay beside them: kept as they are, and not read. */
  readonly original?: KeptOriginal | undefined;
}

export interface KeptOriginal {
  /** It lay in the same folder. */
  readonly name: string;
  /** BCP 47 */
  readonly language: string;
  /** SHA-256 of its bytes. */
  readonly evidence: string;
}

/** Takes kept bytes apart and reads what is in them, in the order in which it stands there. */
export type Take = (path: string, options: TakeOptions) => AsyncIterable<TakenReport>;

/** What a record needs of the world. */
export interface World {
  readonly rules: Rules;
  readonly take: Take;
  readonly now: () => Moment;
  /** Hears what happened that nobody asked for: a line that was cut, a database that was made anew. */
  readonly tell: (message: string) => void;
}

/** The same rules, so that a bug in one of them costs one report or incident its figures, and says so, and not the record. */
export function guarded(rules: Rules): Rules {
  const orElse = <A extends readonly unknown[], R>(
    rule: (...given: A) => R,
    other: (cause: Error, ...given: A) => R,
  ) => {
    return (...given: A): R => {
      try {
        return rule(...given);
      } catch (cause) {
        return other(cause as Error, ...given);
      }
    };
  };
  return {
    ...rules,
    mentionsOf: orElse(rules.mentionsOf, (_, { id }) => [{ id: refOf(id, 'e0'), profile: {} }]),
    blockKeysOf: orElse(rules.blockKeysOf, () => []),
    compare: orElse(rules.compare, () => ({
      score: rules.keepsAbove,
      verdict: 'different' as const,
      connects: false,
    })),
    group: orElse(rules.group, (_, mentions) => mentions.map(({ id }) => [id])),
    keysOf: orElse(rules.keysOf, () => []),
    rankCandidates: orElse(rules.rankCandidates, () => []),
    copyBetween: orElse(rules.copyBetween, () => null),
    fold: orElse(rules.fold, ({ message }, { id, reports }) => ({
      incident: id,
      reports: reports.map((report) => report.id),
      alsoIn: [],
      accounts: [],
      contradictions: [],
      gaps: [],
      toll: {},
      aggregates: [],
      named: [],
      findings: [
        {
          check: 'not-computed',
          level: 'error',
          message: `Recount failed on this incident, which is a bug to tell of: ${message}`,
          claims: [],
        },
      ],
    })),
  };
}
