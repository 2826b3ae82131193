/**
 * Reports and people's decisions in, incidents out: block, compare, join or doubt or leave. In memory, for as many
 * reports as fit there; a store does the same one report at a time from `blockKeysOf`, `scoreOf` and `cluster`.
 */
import type { Comparison } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { KeptReport, MentionId, ReportId } from '../model/record.ts';
import { blockKeysOf, FIRST } from './block.ts';
import { cluster, type Group, type Link, type Member, UNLIKE } from './cluster.ts';
import { compare, scoreOf, WEIGHTS, type Weights } from './compare/compare.ts';
import { type Profile, profileOf } from './compare/feature.ts';
import { explainJoin } from './explain.ts';
import { type Decisions, decide, findMention } from './judge.ts';
import { type Mention, mentionsOf } from './mention.ts';
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
  const mentions = [...byId.values()].flatMap((report) => mentionsOf(report, rarity));
  const profiles = new Map(mentions.map((mention) => [mention.id, profileOf(mention, rarity)]));
  const links: Link[] = [];
  for (const [a, b] of candidatePairs(mentions)) {
    const score = scoreOf(profiles.get(a)!, profiles.get(b)!, weights);
    if (score > UNLIKE) links.push({ a, b, score });
  }
  const decisions = decide(judgements, (anchor) => findMention(anchor, byId.get(anchor.report)));
  const groups = cluster(mentions, links, decisions, weights);
  const doubts = doubtsOf(groups, links, decisions, profiles, weights);
  const incidents = groups.map(incidentOf);
  const explain = (mention: MentionId): Comparison | null => {
    const home = incidents.find(({ mentions: inside }) => inside.includes(mention));
    const members = (home?.mentions ?? []).map((id) => profiles.get(id)!);
    return home ? explainJoin(profiles.get(mention)!, members, weights) : null;
  };
  return { incidents, doubts, decisions, explain };
}

/**
 * Pairs to compare, each once, the smaller name first: of mentions under one key one is among the first that were
 * recorded there. Never two mentions of one report.
 */
export function candidatePairs(mentions: readonly Mention[]): [a: MentionId, b: MentionId][] {
  const first = new Map<string, Mention[]>();
  const pairs: [MentionId, MentionId][] = [];
  for (const mention of mentions.toSorted(byRecorded)) {
    const met = new Set<MentionId>();
    for (const key of blockKeysOf(mention)) {
      const holders = first.get(key) ?? [];
      for (const { id, report } of holders) if (report !== mention.report) met.add(id);
      if (holders.length < FIRST) first.set(key, [...holders, mention]);
    }
    for (const id of met) pairs.push(id < mention.id ? [id, mention.id] : [mention.id, id]);
  }
  return pairs;
}

/** In the order in which they entered the record; those of one report by name. */
export function byRecorded(a: Member, b: Member): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** A report whose main event and another are of one incident is one of its reports. */
export function incidentOf({ id, mains, others }: Group): Incident {
  const reportOf = (mention: MentionId): ReportId => mention.slice(0, mention.lastIndexOf('#'));
  const reports = [...new Set(mains.map(reportOf))];
  const alsoIn = [...new Set(others.map(reportOf))].filter((report) => !reports.includes(report));
  return { id, reports, alsoIn, mentions: [...mains, ...others] };
}

function doubtsOf(
  groups: readonly Group[],
  links: readonly Link[],
  { different }: Decisions,
  profiles: ReadonlyMap<MentionId, Profile>,
  weights: Weights,
): Comparison[] {
  const groupOf = new Map(groups.flatMap(({ id, mains }) => mains.map((mention) => [mention, id])));
  const decided = new Set(different.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  return links
    .filter(({ a, b, score }) => {
      const [inA, inB] = [groupOf.get(a), groupOf.get(b)];
      return (
        score >= weights.doubtful &&
        inA !== undefined &&
        inB !== undefined &&
        inA !== inB &&
        !decided.has(`${a} ${b}`)
      );
    })
    .sort((x, y) => y.score - x.score || (x.a + x.b < y.a + y.b ? -1 : 1))
    .map(({ a, b }) => compare(profiles.get(a)!, profiles.get(b)!, weights));
}
