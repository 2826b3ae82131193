/**
 * Computes incidents anew where something changed, and only there. What changed is a set of mentions; what they reach
 * over comparisons that connect, over people's judgements and over the incidents they stand in is one component, and a
 * component is all that its incidents depend on. So the cost follows the component and not the record, and recomputing
 * everything gives the same.
 */
import type { Comparison, IncidentRecord } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Reading } from '../model/reading.ts';
import { type CopyRelation, type KeptReport, partsOf } from '../model/record.ts';
import type { Write } from './engine.ts';
import type { JsonObject } from './entry.ts';
import { inChunks, insertAll } from './queries.ts';
import { accountRows, incidentRow, keptOf } from './rows.ts';
import type { KeptMention, Rules } from './rules.ts';
import type { MentionRow } from './schema.ts';

/** What was computed anew. */
export interface Derived {
  /** Incidents that are there now and were computed. */
  readonly incidents: readonly string[];
  /** Ids under which there is no incident any more: their mentions are in others now. */
  readonly gone: readonly string[];
}

/** Judgements as they touch incidents. */
export interface Standing {
  /** On sources, for the whole record. */
  readonly general: readonly Judgement[];
  /** About reports, mentions or incidents, by their ids. */
  about(ids: readonly string[]): Promise<readonly Judgement[]>;
}

export class Deriver {
  readonly #db: Write;
  readonly #rules: Rules;
  readonly #standing: Standing;
  readonly #kept = new Map<string, KeptReport>();

  constructor(db: Write, rules: Rules, standing: Standing) {
    this.#db = db;
    this.#rules = rules;
    this.#standing = standing;
  }

  /** Compares new mentions with those of their blocks and keeps what may be one incident. */
  async compare(fresh: readonly string[]): Promise<void> {
    const done = new Set<string>();
    for (const id of fresh) {
      const [mention] = await this.#mentions([id]);
      if (!mention) continue;
      const rows: { a: string; b: string; verdict: 'same' | 'doubtful'; score: number; features: string }[] =
        [];
      for (const other of await this.#blockOf(mention)) {
        const [a, b] = mention.id < other.id ? [mention, other] : [other, mention];
        const pair = `${a.id}\n${b.id}`;
        if (done.has(pair)) continue;
        done.add(pair);
        const { verdict, score, features } = this.#rules.compare(a, b);
        if (verdict === 'different') continue;
        rows.push({ a: a.id, b: b.id, verdict, score, features: JSON.stringify(features) });
      }
      await insertAll(this.#db, 'comparison', rows);
    }
  }

  /** Computes anew all incidents that depend on some mentions. */
  async derive(touched: ReadonlySet<string>): Promise<Derived> {
    const seen = new Set<string>();
    const incidents: string[] = [];
    const gone: string[] = [];
    for (const start of touched) {
      if (seen.has(start)) continue;
      const component = await this.#componentOf(start);
      for (const { id } of component) seen.add(id);
      const derived = await this.#deriveComponent(component, touched);
      incidents.push(...derived.incidents);
      gone.push(...derived.gone);
    }
    return { incidents, gone };
  }

  /** What derived state would be for one component, for `check`: id of the incident → its record. Writes nothing. */
  async recompute(start: string): Promise<Map<string, IncidentRecord>> {
    const component = await this.#componentOf(start);
    const records = new Map<string, IncidentRecord>();
    for (const members of await this.#groupsOf(component)) {
      records.set(members[0]!.id, await this.#fold(members));
    }
    return records;
  }

  async #blockOf({ id, report }: KeptMention): Promise<KeptMention[]> {
    const rows = await this.#db
      .selectFrom('mention')
      .selectAll()
      .where('id', 'in', (from) =>
        from
          .selectFrom('block as other')
          .innerJoin('block as own', 'own.key', 'other.key')
          .where('own.mention', '=', id)
          .select('other.mention'),
      )
      .where('report', '<>', report)
      .execute();
    return rows.map(mentionOf);
  }

  async #mentions(ids: readonly string[]): Promise<KeptMention[]> {
    const rows = await inChunks(ids, (some) =>
      this.#db.selectFrom('mention').selectAll().where('id', 'in', some).execute(),
    );
    return rows.map(mentionOf);
  }

  /** All that a mention reaches, itself included. Empty where it is gone. */
  async #componentOf(start: string): Promise<MentionRow[]> {
    const reached = new Map<string, MentionRow>();
    let frontier = [start];
    while (frontier.length > 0) {
      const rows = await inChunks(frontier, (some) =>
        this.#db.selectFrom('mention').selectAll().where('id', 'in', some).execute(),
      );
      for (const row of rows) reached.set(row.id, row);
      const found = rows.map(({ id }) => id);
      const next = new Set([
        ...(await this.#connected(found)),
        ...(await this.#judgedWith(found)),
        ...(await this.#togetherWith(rows)),
      ]);
      frontier = [...next].filter((id) => !reached.has(id));
    }
    return [...reached.values()];
  }

  async #connected(ids: readonly string[]): Promise<string[]> {
    const { connects } = this.#rules;
    const verdicts = connects.filter((verdict) => verdict !== 'different');
    const rows = await inChunks(ids, async (some) => [
      ...(await this.#db
        .selectFrom('comparison')
        .select('b as id')
        .where('a', 'in', some)
        .where('verdict', 'in', verdicts)
        .execute()),
      ...(await this.#db
        .selectFrom('comparison')
        .select('a as id')
        .where('b', 'in', some)
        .where('verdict', 'in', verdicts)
        .execute()),
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

  async #togetherWith(rows: readonly MentionRow[]): Promise<string[]> {
    const incidents = [...new Set(rows.map(({ incident }) => incident).filter((id) => id !== null))];
    const members = await inChunks(incidents, (some) =>
      this.#db.selectFrom('mention').select('id').where('incident', 'in', some).execute(),
    );
    return members.map(({ id }) => id);
  }

  async #deriveComponent(component: readonly MentionRow[], touched: ReadonlySet<string>): Promise<Derived> {
    const before = Map.groupBy(
      component.filter(({ incident }) => incident !== null),
      ({ incident }) => incident!,
    );
    const groups = await this.#groupsOf(component);
    const changed = groups.filter((members) => {
      const old = before.get(members[0]!.id) ?? [];
      return (
        old.length !== members.length ||
        members.some(({ id, incident }) => touched.has(id) || incident !== members[0]!.id)
      );
    });
    for (const members of changed) await this.#save(members);
    const now = new Set(groups.map((members) => members[0]!.id));
    const gone = [...before.keys()].filter((id) => !now.has(id));
    await inChunks(gone, (some) => this.#db.deleteFrom('incident').where('id', 'in', some).execute());
    return { incidents: changed.map((members) => members[0]!.id), gone };
  }

  /** The groups of a component, each with its founding mention first. */
  async #groupsOf(component: readonly MentionRow[]): Promise<MentionRow[][]> {
    const rows = new Map(component.map((row) => [row.id, row]));
    const judgements = await this.#standing.about([...rows.keys()]);
    const groups = this.#rules.group(
      component.map(mentionOf).sort(byRecorded),
      await this.#comparisonsWithin(rows),
      judgements,
    );
    return groups.map((ids) => ids.map((id) => rows.get(id)!).sort(byRecorded));
  }

  async #comparisonsWithin(rows: ReadonlyMap<string, MentionRow>): Promise<Omit<Comparison, 'features'>[]> {
    const found = await inChunks([...rows.keys()], (some) =>
      this.#db
        .selectFrom('comparison')
        .select(['a', 'b', 'verdict', 'score'])
        .where('a', 'in', some)
        .orderBy('a')
        .orderBy('b')
        .execute(),
    );
    return found.filter(({ b }) => rows.has(b));
  }

  async #save(members: readonly MentionRow[]): Promise<void> {
    const record = await this.#fold(members);
    const row = incidentRow(record, members[0]!.seq);
    const { id, ...rest } = row;
    await this.#db
      .insertInto('incident')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(rest))
      .execute();
    const ids = members.map((member) => member.id);
    await inChunks(ids, (some) =>
      this.#db.updateTable('mention').set({ incident: id }).where('id', 'in', some).execute(),
    );
    await this.#db.deleteFrom('account').where('incident', '=', id).execute();
    await insertAll(this.#db, 'account', accountRows(record));
  }

  async #fold(members: readonly MentionRow[]): Promise<IncidentRecord> {
    const id = members[0]!.id;
    const reports = await this.#reports([...new Set(members.map(({ report }) => report))]);
    const ids = [...members.map((member) => member.id), ...reports.map((report) => report.id)];
    const own = await this.#standing.about(ids);
    const mentions = members.map((member) => member.id);
    return this.#rules.fold({
      id,
      mentions,
      reports,
      copies: await this.#copiesOf(reports.map((report) => report.id)),
      judgements: [...this.#standing.general, ...own],
    });
  }

  async #reports(ids: readonly string[]): Promise<KeptReport[]> {
    const missing = ids.filter((id) => !this.#kept.has(id));
    if (this.#kept.size + missing.length > MAX_KEPT) this.#kept.clear();
    for (const kept of await loadKept(
      this.#db,
      ids.filter((id) => !this.#kept.has(id)),
    ))
      this.#kept.set(kept.id, kept);
    return ids.map((id) => this.#kept.get(id)!);
  }

  async #copiesOf(reports: readonly string[]): Promise<CopyRelation[]> {
    const rows = await inChunks(reports, (some) =>
      this.#db
        .selectFrom('copy')
        .selectAll()
        .where('report', 'in', some)
        .orderBy('report')
        .orderBy('source')
        .execute(),
    );
    return rows.map(({ kind, passages, ...rest }) => ({
      ...rest,
      kind: kind as CopyRelation['kind'],
      passages: JSON.parse(passages),
    }));
  }
}

/** Readings that are held at once while many incidents are computed; of about 30 kB each. */
const MAX_KEPT = 2000;

/** Reports with their readings, in no order; without those that are not there. */
export async function loadKept(db: Write | Deriving, ids: readonly string[]): Promise<KeptReport[]> {
  const rows = await inChunks(ids, (some) =>
    db
      .selectFrom('report')
      .innerJoin('reading', 'reading.report', 'report.id')
      .selectAll('report')
      .select('reading.body as reading')
      .where('report.id', 'in', some)
      .execute(),
  );
  return rows.map(({ reading, ...row }) => keptOf(row, JSON.parse(reading) as Reading));
}

type Deriving = Pick<Write, 'selectFrom'>;

export function mentionOf({ id, report, seq, place_in_report, profile }: MentionRow): KeptMention {
  return { id, report, seq, placeInReport: place_in_report, profile: JSON.parse(profile) as JsonObject };
}

type Recorded = Pick<MentionRow, 'seq' | 'id'> & { place_in_report?: number; placeInReport?: number };

function byRecorded(a: Recorded, b: Recorded): number {
  const placeOf = (each: Recorded) => each.place_in_report ?? each.placeInReport ?? 0;
  return a.seq - b.seq || placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1);
}

/** The report of a mention's id. */
export function reportOf(mention: string): string {
  return partsOf(mention).report;
}
