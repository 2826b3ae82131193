/**
 * Which mentions are one incident, worked out anew around what changed and only there. The groups of a record are those that
 * the rules make of all its mentions; they put two groups together only over a comparison that connects, or a person's same.
 * So when what changed is grouped again together with the groups that it connects to, and none comes out otherwise that
 * connects to a group left out, all that was left out is as it was: its groups and theirs came to nothing before, and are the
 * same. Where one does come out otherwise, what it connects to is taken in as well. However much of a record hangs together
 * over some link or other, the cost follows the incidents that change and those beside them.
 */

import type { Judgement } from '../model/judgement.ts';
import type { Database, Write } from './engine.ts';
import { inChunks } from './queries.ts';
import type { Link, Rules } from './rules.ts';
import type { MentionRow } from './schema.ts';

/** What grouping has to know of a mention. */
export type Member = Pick<MentionRow, (typeof MEMBER)[number]>;
const MEMBER = ['id', 'report', 'seq', 'recorded_at', 'place_in_report', 'incident'] as const;

/** Judgements as they touch incidents. */
export interface Standing {
  /** On sources, for the whole record. */
  readonly general: readonly Judgement[];
  /** About reports, mentions or incidents, by their ids. */
  about(ids: readonly string[]): Promise<readonly Judgement[]>;
}

export interface Regrouped {
  /** Groups that are not what an incident was before, each with its founding mention first. */
  readonly changed: readonly (readonly Member[])[];
  /** Incidents of before under whose id there is none now. */
  readonly gone: readonly string[];
}

export class Grouping {
  readonly #db: Write;
  readonly #rules: Rules;
  readonly #standing: Standing;

  constructor(db: Write | Database, rules: Rules, standing: Standing) {
    // who only asks needs no transaction
    this.#db = db as Write;
    this.#rules = rules;
    this.#standing = standing;
  }

  /**
   * What comes of grouping some mentions anew. Those of them that are in no incident are new; others that are in none are
   * not there yet.
   */
  async regroup(touched: ReadonlySet<string>): Promise<Regrouped> {
    const region = new Region();
    const reached = new Set<string>();
    const take = async (ids: readonly string[]): Promise<boolean> => {
      const before = region.members.size;
      for (let due = ids; due.length > 0; ) {
        const rows = (await this.#membersBy('id', due)).filter(
          ({ id, incident }) => incident !== null || touched.has(id),
        );
        const added = region.add([...rows, ...(await this.#togetherWith(rows))]);
        region.link(await this.#linksFrom(added));
        due = (await this.#judgedWith(added)).filter((id) => !region.members.has(id) && !reached.has(id));
        for (const id of due) reached.add(id);
      }
      return region.members.size > before;
    };
    await take([...touched]);
    const asked = new Set<string>();
    let wanted = [...touched].filter((id) => region.members.has(id));
    let changed: Member[][] = [];
    for (let isFirst = true; wanted.length > 0; isFirst = false) {
      for (const id of wanted) asked.add(id);
      const near = (await this.#connectedWith(wanted)).filter((id) => !region.members.has(id));
      if (!(await take([...new Set(near)])) && !isFirst) break;
      changed = region.changed(await this.#groupsOf(region.members, region.links));
      wanted = changed
        .flat()
        .map(({ id }) => id)
        .filter((id) => !asked.has(id));
    }
    const kept = new Set(changed.map(([founding]) => founding!.id));
    const left = new Set(changed.flat().flatMap(({ incident }) => incident ?? []));
    return { changed, gone: [...left].filter((id) => !kept.has(id)) };
  }

  /** The groups of all that hangs together with a mention in any way, of what had been recorded by a moment. */
  async groupsAround(start: string, until: string): Promise<Member[][]> {
    const region = new Region();
    for (let frontier = [start]; frontier.length > 0; ) {
      const rows = await this.#membersBy('id', frontier);
      const added = region.add(rows.filter(({ recorded_at: at }) => at <= until));
      region.link(await this.#linksFrom(added));
      const next = [...(await this.#connectedWith(added)), ...(await this.#judgedWith(added))];
      frontier = [...new Set(next)].filter((id) => !region.members.has(id));
    }
    return this.#groupsOf(region.members, region.links);
  }

  /** The mentions of an incident of today, its founding one first. */
  async membersOf(incident: string): Promise<Member[]> {
    return (await this.#membersBy('incident', [incident])).sort(byRecorded);
  }

  /** The incident that a mention is in today; null where it is in none. */
  async incidentOf(mention: string): Promise<string | null> {
    const [row] = await this.#membersBy('id', [mention]);
    return row?.incident ?? null;
  }

  async #groupsOf(members: ReadonlyMap<string, Member>, links: readonly Link[]): Promise<Member[][]> {
    const judgements = await this.#standing.about([...members.keys()]);
    const groups = this.#rules.group(
      [...members.values()].sort(byRecorded).map((row) => ({
        id: row.id,
        report: row.report,
        placeInReport: row.place_in_report,
        recordedAt: row.recorded_at,
      })),
      links.filter(({ b }) => members.has(b)),
      judgements,
    );
    return groups.map((ids) => ids.map((id) => members.get(id)!).sort(byRecorded));
  }

  #membersBy(column: 'id' | 'incident', values: readonly string[]): Promise<Member[]> {
    return inChunks(values, (some) =>
      this.#db.selectFrom('mention').select(MEMBER).where(column, 'in', some).execute(),
    );
  }

  #togetherWith(rows: readonly Member[]): Promise<Member[]> {
    return this.#membersBy('incident', [...new Set(rows.flatMap(({ incident }) => incident ?? []))]);
  }

  async #connectedWith(ids: readonly string[]): Promise<string[]> {
    const links = () => this.#db.selectFrom('comparison').where('connects', '=', 1);
    const rows = await inChunks(ids, async (some) => [
      ...(await links().select('b as id').where('a', 'in', some).execute()),
      ...(await links().select('a as id').where('b', 'in', some).execute()),
    ]);
    return rows.map(({ id }) => id);
  }

  async #judgedWith(ids: readonly string[]): Promise<string[]> {
    const judgements = await this.#standing.about(ids);
    return judgements.flatMap((judgement) =>
      judgement.kind === 'same-incident'
        ? [judgement.a.ref, judgement.b.ref].filter((ref) => ref !== undefined)
        : [],
    );
  }

  #linksFrom(ids: readonly string[]): Promise<Link[]> {
    return inChunks(ids, (some) =>
      this.#db.selectFrom('comparison').select(['a', 'b', 'score']).where('a', 'in', some).execute(),
    );
  }
}

/** The part of a record that is looked at. */
class Region {
  readonly members = new Map<string, Member>();
  readonly links: Link[] = [];
  readonly #sizes = new Map<string, number>();

  /** Takes rows in; gives the ids of those that it did not have. */
  add(rows: readonly Member[]): string[] {
    const added: string[] = [];
    for (const row of rows) {
      if (this.members.has(row.id)) continue;
      this.members.set(row.id, row);
      added.push(row.id);
      if (row.incident !== null) this.#sizes.set(row.incident, (this.#sizes.get(row.incident) ?? 0) + 1);
    }
    return added;
  }

  link(links: readonly Link[]): void {
    for (const link of links) this.links.push(link);
  }

  /** Those groups that are not just what one incident was. */
  changed(groups: readonly Member[][]): Member[][] {
    return groups.filter((members) => {
      const { id } = members[0]!;
      return members.length !== this.#sizes.get(id) || members.some(({ incident }) => incident !== id);
    });
  }
}

export function byRecorded(a: Recorded, b: Recorded): number {
  return a.seq - b.seq || a.place_in_report - b.place_in_report || (a.id < b.id ? -1 : 1);
}

type Recorded = Pick<MentionRow, 'seq' | 'id' | 'place_in_report'>;
