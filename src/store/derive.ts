/**
 * Computes incidents anew where something changed, and only there. What changed is a set of mentions; what they reach
 * over comparisons that connect, over people's judgements and over the incidents they stand in is one component, and a
 * component is all that its incidents depend on. So the cost follows the component and not the record, and recomputing
 * everything gives the same.
 */
import { hash } from 'node:crypto';
import type { IncidentRecord } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Reading } from '../model/reading.ts';
import { type CopyRelation, type KeptReport, partsOf } from '../model/record.ts';
import type { Database, Write } from './engine.ts';
import type { JsonObject } from './entry.ts';
import { setMeta, watermark } from './meta.ts';
import { rowsOf } from './pages.ts';
import { inChunks, insertAll } from './queries.ts';
import { accountRows, incidentRow, keptOf } from './rows.ts';
import type { IncidentMaterial, KeptMention, Link, Rules } from './rules.ts';
import type { MentionRow, Schema } from './schema.ts';

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
  readonly #mentions: MentionCache;
  readonly #kept = new Map<string, KeptReport>();

  constructor(db: Write | Database, rules: Rules, standing: Standing, mentions: MentionCache) {
    this.#mentions = mentions;
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
      component.map((row) => this.#remember(row)).sort(byRecorded),
      await this.#linksWithin(rows),
      judgements,
    );
    return groups.map((ids) => ids.map((id) => rows.get(id)!).sort(byRecorded));
  }

  async #linksWithin(rows: ReadonlyMap<string, MentionRow>): Promise<Link[]> {
    const found = await inChunks([...rows.keys()], (some) =>
      this.#db
        .selectFrom('comparison')
        .select(['a', 'b', 'score'])
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
    return this.#rules.fold(await this.#materialOf(members));
  }

  /** All that one incident is computed from, its founding mention first. */
  async #materialOf(members: readonly MentionRow[]): Promise<IncidentMaterial> {
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
    const groups = await this.#groupsBy(await this.#componentOf(mention), until);
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

  /** All that hangs together with a mention, and the same of the incidents that it makes. */
  async materialsWith(
    mention: string,
    until?: string,
  ): Promise<{ readonly mentions: readonly string[]; readonly materials: readonly IncidentMaterial[] }> {
    const component = await this.#componentOf(mention);
    const materials: IncidentMaterial[] = [];
    for (const members of await this.#groupsBy(component, until))
      materials.push(await this.#materialOf(members));
    return { mentions: component.map(({ id }) => id), materials };
  }

  async #groupsBy(component: readonly MentionRow[], until: string | undefined): Promise<MentionRow[][]> {
    return this.#groupsOf(component.filter(({ recorded_at: at }) => until === undefined || at <= until));
  }

  /** The same of an incident that is there, by its id of today. */
  async materialOfIncident(incident: string): Promise<IncidentMaterial> {
    const rows = await this.#db.selectFrom('mention').selectAll().where('incident', '=', incident).execute();
    return this.#materialOf(rows.sort(byRecorded));
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

type Recorded = Pick<MentionRow, 'seq' | 'id'> & { place_in_report?: number; placeInReport?: number };

function byRecorded(a: Recorded, b: Recorded): number {
  const placeOf = (each: Recorded) => each.place_in_report ?? each.placeInReport ?? 0;
  return a.seq - b.seq || placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1);
}

/** The report of a mention's id. */
export function reportOf(mention: string): string {
  return partsOf(mention).report;
}
