/**
 * Compares new mentions with those recorded before them and computes incidents anew where something changed, and only there
 * (`Grouping`): first which mentions are one incident, then what follows for each incident that changed. So the cost follows
 * the incidents that change and not the record, and recomputing everything gives the same.
 */
import { hash } from 'node:crypto';
import type { IncidentRecord } from '../model/incident.ts';
import type { Reading } from '../model/reading.ts';
import { type CopyRelation, type KeptReport, partsOf } from '../model/record.ts';
import type { Database, Write } from './engine.ts';
import type { JsonObject } from './entry.ts';
import { Grouping, type Member, type Standing } from './grouping.ts';
import { setMeta, watermark } from './meta.ts';
import { rowsOf } from './pages.ts';
import { inChunks, insertAll } from './queries.ts';
import { accountRows, incidentRow, keptOf } from './rows.ts';
import type { IncidentMaterial, KeptMention, Rules } from './rules.ts';
import type { MentionRow, Schema } from './schema.ts';

/** What was computed anew. */
export interface Derived {
  /** Incidents that are there now and were computed. */
  readonly incidents: readonly string[];
  /** Ids under which there is no incident any more: their mentions are in others now. */
  readonly gone: readonly string[];
}

export class Deriver {
  readonly #db: Write;
  readonly #rules: Rules;
  readonly #standing: Standing;
  readonly #mentions: MentionCache;
  readonly #grouping: Grouping;
  readonly #kept = new Map<string, KeptReport>();

  constructor(db: Write | Database, rules: Rules, standing: Standing, mentions: MentionCache) {
    this.#mentions = mentions;
    this.#grouping = new Grouping(db, rules, standing);
    // who only asks needs no transaction
    this.#db = db as Write;
    this.#rules = rules;
    this.#standing = standing;
  }

  /** Compares mentions that were not yet with those recorded before them, in that order, and keeps what is somewhat alike. */
  async compare(): Promise<void> {
    let done = await watermark(this.#db, 'compared');
    for (;;) {
      const rows = await this.#db
        .selectFrom('mention')
        .selectAll()
        .where('seq', '>', done)
        .orderBy('seq')
        .orderBy('place_in_report')
        .limit(COMPARED_AT_ONCE)
        .execute();
      if (rows.length === 0) return;
      for (const row of rows) await this.#compare(row);
      // the last report may have mentions beyond the limit
      const last = rows.at(-1)!.seq;
      const rest = await this.#db
        .selectFrom('mention')
        .selectAll()
        .where('seq', '=', last)
        .where('place_in_report', '>', rows.at(-1)!.place_in_report)
        .orderBy('place_in_report')
        .execute();
      for (const row of rest) await this.#compare(row);
      done = last;
      await setMeta(this.#db, 'compared', String(done));
    }
  }

  /**
   * Puts new mentions, in the order in which they were recorded, into incidents, and computes anew what they and what was
   * touched change. `touched` are mentions whose grouping may be another now, `stale` incidents whose grouping is not.
   */
  async derive(
    touched: ReadonlySet<string>,
    fresh: readonly string[],
    stale: Iterable<string>,
  ): Promise<Derived> {
    const due = new Set(stale);
    const gone = new Set<string>();
    const portions = [[...touched]];
    for (let i = 0; i < fresh.length; i += GROUPED_AT_ONCE)
      portions.push(fresh.slice(i, i + GROUPED_AT_ONCE));
    for (const portion of portions) {
      if (portion.length === 0) continue;
      const regrouped = await this.#grouping.regroup(new Set(portion));
      for (const members of regrouped.changed) {
        await this.#place(members);
        due.add(members[0]!.id);
        gone.delete(members[0]!.id);
      }
      const ids = regrouped.gone;
      await inChunks(ids, (some) => this.#db.deleteFrom('incident').where('id', 'in', some).execute());
      for (const id of ids) {
        due.delete(id);
        gone.add(id);
      }
    }
    const there = await inChunks([...touched], (some) =>
      this.#db.selectFrom('mention').select('incident').distinct().where('id', 'in', some).execute(),
    );
    for (const { incident } of there) if (incident !== null) due.add(incident);
    const computed = await inChunks([...due], (some) =>
      this.#db.selectFrom('incident').select('id').where('id', 'in', some).orderBy('founded').execute(),
    );
    for (const { id } of computed) await this.#save(await this.#grouping.membersOf(id));
    return { incidents: computed.map(({ id }) => id), gone: [...gone] };
  }

  async #compare(row: MentionRow): Promise<void> {
    const mention = this.#remember(row);
    const keys = [...new Set(this.#rules.blockKeysOf(mention).map(numberOf))];
    const held = await inChunks(keys, (some) =>
      this.#db.selectFrom('block').selectAll().where('key', 'in', some).execute(),
    );
    const met = [
      ...new Set(held.filter(({ seq }) => seq !== row.seq).map((at) => `${at.seq} ${at.place_in_report}`)),
    ];
    const links: Schema['comparison'][] = [];
    for (const other of await this.#mentionsAt(met)) {
      const [a, b] = mention.id < other.id ? [mention, other] : [other, mention];
      const { score, verdict, connects } = this.#rules.compare(a, b);
      if (score > this.#rules.keepsAbove) {
        links.push({ a: a.id, b: b.id, score, verdict, connects: connects ? 1 : 0 });
      }
    }
    await insertAll(this.#db, 'comparison', links);
    const counts = Map.groupBy(held, ({ key }) => key);
    const open = keys.filter((key) => (counts.get(key)?.length ?? 0) < this.#rules.firstUnderKey);
    const { seq, place_in_report } = row;
    await insertAll(
      this.#db,
      'block',
      open.map((key) => ({ key, seq, place_in_report })),
    );
  }

  async #mentionsAt(places: readonly string[]): Promise<KeptMention[]> {
    const known = places.flatMap((place) => this.#mentions.get(place) ?? []);
    const wanted = new Set(places.filter((place) => !this.#mentions.has(place)));
    const seqs = [...new Set([...wanted].map((place) => Number(place.split(' ')[0])))];
    const rows = await inChunks(seqs, (some) =>
      this.#db.selectFrom('mention').selectAll().where('seq', 'in', some).execute(),
    );
    const read = rows.filter((row) => wanted.has(placeOf(row))).map((row) => this.#remember(row));
    return [...known, ...read];
  }

  /** One object for one mention, so that rules can keep by it what they worked out. */
  #remember(row: MentionRow): KeptMention {
    const place = placeOf(row);
    const known = this.#mentions.get(place);
    if (known) return known;
    const mention = mentionOf(row);
    this.#mentions.set(place, mention);
    return mention;
  }

  /** Puts mentions into the incident of the first of them; what follows for it is computed later. */
  async #place(members: readonly Member[]): Promise<void> {
    const { id, seq } = members[0]!;
    await insertAll(this.#db, 'incident', [{ ...NOT_COMPUTED, id, founded: seq }]);
    const moved = members.filter(({ incident }) => incident !== id).map((member) => member.id);
    await inChunks(moved, (some) =>
      this.#db.updateTable('mention').set({ incident: id }).where('id', 'in', some).execute(),
    );
  }

  async #save(members: readonly Member[]): Promise<void> {
    const record = await this.#fold(members);
    const { id, ...row } = incidentRow(record, members[0]!.seq);
    await this.#db.updateTable('incident').set(row).where('id', '=', id).execute();
    await this.#db.deleteFrom('account').where('incident', '=', id).execute();
    await insertAll(this.#db, 'account', accountRows(record));
  }

  async #fold(members: readonly Member[]): Promise<IncidentRecord> {
    return this.#rules.fold(await this.#materialOf(members));
  }

  /** All that one incident is computed from, its founding mention first. */
  async #materialOf(members: readonly Member[]): Promise<IncidentMaterial> {
    const reports = await this.#reports([...new Set(members.map(({ report }) => report))]);
    const ids = [...members.map((member) => member.id), ...reports.map((report) => report.id)];
    const own = await this.#standing.about(ids);
    return {
      id: members[0]!.id,
      mentions: members.map((member) => member.id),
      mains: members.filter(({ place_in_report }) => place_in_report === 0).map((member) => member.id),
      reports,
      copies: await this.#copiesOf(reports.map((report) => report.id)),
      judgements: [...this.#standing.general, ...own],
    };
  }

  /**
   * What the incident of a mention is computed from; with `until`, as it was grouped of what had been recorded by then. Null
   * where there is no such mention, or was none yet.
   */
  async materialOf(mention: string, until?: string): Promise<IncidentMaterial | null> {
    if (until === undefined) {
      const incident = await this.#grouping.incidentOf(mention);
      return incident === null ? null : this.materialOfIncident(incident);
    }
    const groups = await this.#grouping.groupsAround(mention, until);
    const members = groups.find((group) => group.some(({ id }) => id === mention));
    return members ? this.#materialOf(members) : null;
  }

  /** The same of every incident, in the order in which they were founded. */
  async *materials(until?: string): AsyncGenerator<IncidentMaterial> {
    if (until === undefined) {
      for await (const rows of rowsOf(this.#db, 'incident', ['founded', 'id'])) {
        for (const { id } of rows) yield this.materialOfIncident(String(id));
      }
      return;
    }
    const seen = new Set<string>();
    for await (const rows of rowsOf(this.#db, 'mention', ['seq', 'place_in_report'])) {
      for (const { id, recorded_at: at } of rows) {
        if (String(at) > until || seen.has(String(id))) continue;
        const { mentions, materials } = await this.materialsWith(String(id), until);
        for (const mention of mentions) seen.add(mention);
        yield* materials;
      }
    }
  }

  /** The mentions that a mention's incident cannot be told without, and the same of the incidents that they make. */
  async materialsWith(
    mention: string,
    until?: string,
  ): Promise<{ readonly mentions: readonly string[]; readonly materials: readonly IncidentMaterial[] }> {
    if (until === undefined) {
      const material = await this.materialOf(mention);
      return { mentions: material?.mentions ?? [mention], materials: material ? [material] : [] };
    }
    const groups = await this.#grouping.groupsAround(mention, until);
    const materials: IncidentMaterial[] = [];
    for (const members of groups) materials.push(await this.#materialOf(members));
    return { mentions: [mention, ...groups.flat().map(({ id }) => id)], materials };
  }

  /** The same of an incident that is there, by its id of today. */
  async materialOfIncident(incident: string): Promise<IncidentMaterial> {
    return this.#materialOf(await this.#grouping.membersOf(incident));
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

/** The incident that a mention is in; null where there is no such mention. */
export async function incidentOf(db: Deriving, mention: string): Promise<string | null> {
  const row = await db.selectFrom('mention').select('incident').where('id', '=', mention).executeTakeFirst();
  return row?.incident ?? null;
}

export async function mentionsIn(db: Deriving, incident: string): Promise<string[]> {
  const rows = await db.selectFrom('mention').select('id').where('incident', '=', incident).execute();
  return rows.map(({ id }) => id);
}

/** Readings that are held at once while many incidents are computed; of about 30 kB each. */
const MAX_KEPT = 2000;
const COMPARED_AT_ONCE = 200;
/** New mentions are put into incidents so many at a time. */
const GROUPED_AT_ONCE = 500;

/** An incident whose row is filled before anybody sees it. */
const NOT_COMPUTED = { reports: 0, accounts: 0, findings: 0, body: '' };

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

export function mentionOf({
  id,
  report,
  seq,
  recorded_at,
  place_in_report,
  profile,
}: MentionRow): KeptMention {
  return {
    id,
    report,
    seq,
    recordedAt: recorded_at,
    placeInReport: place_in_report,
    profile: JSON.parse(profile) as JsonObject,
  };
}

function placeOf({ seq, place_in_report }: Pick<MentionRow, 'seq' | 'place_in_report'>): string {
  return `${seq} ${place_in_report}`;
}

/** Mentions that were compared lately: a report has much the same neighbours as the one before it. What a mention is never changes. */
export class MentionCache {
  readonly #mentions = new Map<string, KeptMention>();

  has(place: string): boolean {
    return this.#mentions.has(place);
  }

  get(place: string): KeptMention | undefined {
    const mention = this.#mentions.get(place);
    if (mention) {
      // the last used are the last to go
      this.#mentions.delete(place);
      this.#mentions.set(place, mention);
    }
    return mention;
  }

  set(place: string, mention: KeptMention): void {
    this.#mentions.set(place, mention);
    if (this.#mentions.size > MAX_REMEMBERED) this.#mentions.delete(this.#mentions.keys().next().value!);
  }

  clear(): void {
    this.#mentions.clear();
  }
}

/** Of some 40 kB each, with what comparing makes of them. */
const MAX_REMEMBERED = 6000;

/** A key as a number that every database holds: the first 52 bits of its hash. */
function numberOf(key: string): number {
  return Number.parseInt(hash('sha1', key, 'hex').slice(0, 13), 16);
}

/** The report of a mention's id. */
export function reportOf(mention: string): string {
  return partsOf(mention).report;
}
