/**
 * Reports and people's decisions in, incidents out: block, compare, join or doubt or leave. In memory, for as many
 * reports as fit there.
 */
import type { Comparison } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { KeptReport, MentionId, ReportId } from '../model/record.ts';
import type { Group } from './cluster.ts';
import { compare, WEIGHTS, type Weights } from './compare/compare.ts';
import { explainJoin } from './explain.ts';
import { IncidentIndex } from './incident-index.ts';
import { type Decisions, decide, findMention } from './judge.ts';
import type { Rarity } from './words.ts';

export interface Incident {
  /** The name of its founding mention. A former name is looked up by the mention that it names. */
  readonly id: MentionId;
  /** Reports whose main event it is; each report is in one incident's. */
  readonly reports: readonly ReportId[];
  /** Other reports that tell of it. */
  readonly alsoIn: readonly ReportId[];
  readonly mentions: readonly MentionId[];
}

export interface Reconciled {
  /** By id. */
  readonly incidents: readonly Incident[];
  /** Pairs of main mentions in different incidents for a person to look at, most alike first; none that was decided. */
  readonly doubts: readonly Comparison[];
  readonly decisions: Decisions;
  /** How each mention came to its incident; null for one that is alone or is not of these reports. */
  readonly explain: (mention: MentionId) => Comparison | null;
}

export function reconcile(
  reports: readonly KeptReport[],
  judgements: readonly Judgement[],
  rarity: Rarity,
  weights: Weights = WEIGHTS,
): Reconciled {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const index = new IncidentIndex(rarity, weights);
  for (const report of [...byId.values()].sort(byRecorded)) index.add(report);
  const decisions = decide(judgements, (anchor) => findMention(anchor, byId.get(anchor.report)));
  index.decide(decisions);
  index.settle();
  const explain = (mention: MentionId): Comparison | null => {
    const home = index.groupOf(mention);
    const members = home ? [...home.mains, ...home.others].map((id) => index.profileOf(id)) : [];
    return home ? explainJoin(index.profileOf(mention), members, weights) : null;
  };
  const doubts = doubtsOf(index, decisions, weights);
  return { incidents: index.groups().map(incidentOf), doubts, decisions, explain };
}

/** In the order in which they entered the record, those of one moment by name. */
export function byRecorded(a: Recorded, b: Recorded): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

type Recorded = Pick<KeptReport, 'id' | 'recordedAt'>;

/** A report whose main event and another are of one incident is one of its reports. */
export function incidentOf({ id, mains, others }: Group): Incident {
  const reportOf = (mention: MentionId): ReportId => mention.slice(0, mention.lastIndexOf('#'));
  const reports = [...new Set(mains.map(reportOf))];
  const alsoIn = [...new Set(others.map(reportOf))].filter((report) => !reports.includes(report));
  return { id, reports, alsoIn, mentions: [...mains, ...others] };
}

function doubtsOf(index: IncidentIndex, { different }: Decisions, weights: Weights): Comparison[] {
  const decided = new Set(different.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const isMain = (id: MentionId): boolean => index.profileOf(id).mention.isMain;
  return index
    .links()
    .filter(
      ({ a, b, score }) =>
        score >= weights.doubtful &&
        isMain(a) &&
        isMain(b) &&
        index.groupOf(a) !== index.groupOf(b) &&
        !decided.has(`${a} ${b}`),
    )
    .sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1))
    .map(({ a, b }) => compare(index.profileOf(a), index.profileOf(b), weights));
}
