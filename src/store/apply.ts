/**
 * Brings a database up to its journal: writes what some entries say to the tables, and computes anew the incidents that
 * they touch. Doing it twice changes nothing, so what a dead process left undone is done by the next.
 */
import type { Judgement } from '../model/judgement.ts';
import type { Reading } from '../model/reading.ts';
import type { KeptReport } from '../model/record.ts';
import { dropKeys, putCopies } from './copies.ts';
import { type Derived, Deriver, loadKept, MentionCache } from './derive.ts';
import type { Engine, Write } from './engine.ts';
import type { ReadEntry } from './entry.ts';
import type { Evidence } from './evidence.ts';
import type { Checkpoint } from './journal.ts';
import {
  dropPersonal,
  isGeneral,
  judgementOf,
  putJudgements,
  resolveAgain,
  settleStates,
  standingOf,
} from './judgements.ts';
import { setMeta, watermark } from './meta.ts';
import { inChunks, insertAll } from './queries.ts';
import { claimRows, keptOf, pageOf, siteOf } from './rows.ts';
import type { Rules, TakenReport, TakeOptions, World } from './rules.ts';
import type { ReportRow } from './schema.ts';

/** The payload of a `capture` entry: a report, as it was taken out of kept bytes. */
export interface CapturePayload {
  readonly report: string;
  readonly content: string;
  /** SHA-256 of the file that it came in. */
  readonly evidence: string;
  readonly inside: string;
  readonly options: TakeOptions;
  /** Path or link. */
  readonly from: string;
  readonly tool: string;
  /** The original of a translation, where it came in the same bytes; else it is in the options. */
  readonly translationOf?: TakenReport['translationOf'];
  /** What a server said: status, headers, redirects; what an archive said of when it took the page. */
  readonly transfer?: { readonly [key: string]: string | number | readonly string[] };
}

/** The payload of a `file` entry: all reports of the file are in the record. */
export interface FilePayload {
  readonly evidence: string;
  readonly bytes: number;
  readonly options: TakeOptions;
  readonly from: string;
  readonly tool: string;
  readonly reports: number;
  readonly failures: readonly { readonly source: string; readonly code: string; readonly message: string }[];
}

/** Reports are written so many at a time where many are due. */
const BATCH = 200;

export class Applier {
  readonly #engine: Engine;
  readonly #evidence: Evidence;
  readonly #world: World;
  readonly #mentions = new MentionCache();

  constructor(engine: Engine, evidence: Evidence, world: World) {
    this.#engine = engine;
    this.#evidence = evidence;
    this.#world = world;
  }

  /** `taken` holds, by the number of their entry, reports that are at hand; others are taken out of their bytes again. */
  async apply(
    entries: readonly ReadEntry[],
    head: Checkpoint,
    taken: ReadonlyMap<number, TakenReport> = new Map(),
  ): Promise<Derived> {
    const { firsts, repeats } = await this.#capturesOf(entries);
    const atHand = firsts.flatMap((capture) => {
      const report = taken.get(capture.entry.seq);
      return report ? [{ ...capture, taken: report }] : [];
    });
    await this.#takeAgain(firsts.filter(({ entry }) => !taken.has(entry.seq)));
    return this.#engine.writer.transaction().execute(async (db) => {
      await this.#putReports(db, atHand);
      await putRepeats(db, repeats);
      return this.#settle(db, entries, head);
    });
  }

  /** Derives everything anew from the readings that are there; for another version of the rules. */
  async deriveAll(): Promise<void> {
    const { rules } = this.#world;
    await this.#engine.writer.transaction().execute(async (db) => {
      for (const table of [
        'comparison',
        'block',
        'copy',
        'text_key',
        'claim',
        'mention',
        'incident',
      ] as const) {
        await db.deleteFrom(table).execute();
      }
      const rows = await db.selectFrom('report').select(['id', 'seq']).orderBy('seq').execute();
      for (let i = 0; i < rows.length; i += BATCH) {
        const some = rows.slice(i, i + BATCH);
        const kept = await loadKept(
          db,
          some.map(({ id }) => id),
        );
        await putDerived(db, rules, kept, some);
      }
      await db.deleteFrom('meta').where('key', 'in', ['copies', 'compared']).execute();
      await this.#derive(db, new Set(), false);
      await setMeta(db, 'rules', rules.version);
    });
  }

  /** Captures that are in no table yet: those that bring a report, and those that met one again. */
  async #capturesOf(entries: readonly ReadEntry[]): Promise<{ firsts: Capture[]; repeats: Capture[] }> {
    const deleted = deletedBy(entries);
    const captures = entries
      .filter(({ kind }) => kind === 'capture')
      .map((entry) => ({ entry, payload: entry.payload as unknown as CapturePayload }))
      .filter(({ entry, payload }) => entry.seq > (deleted.get(payload.report) ?? 0));
    const db = this.#engine.writer;
    const seqs = captures.map(({ entry }) => entry.seq);
    const there = new Set(
      (
        await inChunks(seqs, (some) =>
          db.selectFrom('capture').select('seq').where('seq', 'in', some).execute(),
        )
      ).map(({ seq }) => seq),
    );
    const due = captures.filter(({ entry }) => !there.has(entry.seq));
    const ids = [...new Set(due.map(({ payload }) => payload.report))];
    const known = new Set(
      (
        await inChunks(ids, (some) => db.selectFrom('report').select('id').where('id', 'in', some).execute())
      ).map(({ id }) => id),
    );
    const [firsts, repeats]: [Capture[], Capture[]] = [[], []];
    for (const capture of due) {
      const isKnown = known.has(capture.payload.report);
      known.add(capture.payload.report);
      (isKnown ? repeats : firsts).push(capture);
    }
    return { firsts, repeats };
  }

  /** Takes reports out of their bytes again; bytes that hold many are gone through once, and what is read is written as it comes. */
  async #takeAgain(captures: readonly Capture[]): Promise<void> {
    const files = Map.groupBy(
      captures,
      ({ payload }) => `${payload.evidence} ${JSON.stringify(payload.options)}`,
    );
    for (const some of files.values()) {
      const { evidence, options } = some[0]!.payload;
      const wanted = new Map(some.map((capture) => [capture.payload.inside, capture]));
      let due: Due[] = [];
      const write = async () => {
        await this.#engine.writer.transaction().execute((db) => this.#putReports(db, due));
        due = [];
      };
      if (this.#evidence.has(evidence)) {
        for await (const taken of this.#world.take(this.#evidence.pathOf(evidence), options)) {
          const capture = wanted.get(taken.inside);
          if (!capture) continue;
          wanted.delete(taken.inside);
          due.push({ ...capture, taken });
          if (due.length === BATCH) await write();
          if (wanted.size === 0) break;
        }
      }
      await write();
      if (wanted.size > 0) this.#tellLost(wanted.size, options.name, evidence);
    }
  }

  #tellLost(count: number, name: string, evidence: string): void {
    const reports = count === 1 ? 'One report' : `${count} reports`;
    this.#world.tell(
      `${reports} of ${name} could not be taken out of the kept bytes again (SHA-256 ${evidence.slice(0, 16)}…).`,
    );
  }

  async #putReports(db: Write, due: readonly Due[]): Promise<void> {
    const { rules } = this.#world;
    for (let i = 0; i < due.length; i += BATCH) {
      const fresh = due.slice(i, i + BATCH);
      const rows = fresh.map(reportRow);
      const readings = fresh.map(({ payload, taken }) => readingOf(payload.report, taken.reading));
      const kept = rows.map((row, j) => keptOf(row, readings[j]!));
      await insertAll(db, 'report', rows);
      await insertAll(db, 'capture', fresh.map(captureRow));
      await this.#engine.putWords(db, rows);
      await insertAll(
        db,
        'reading',
        readings.map((reading) => readingRow(reading.report.id, reading)),
      );
      await putDerived(db, rules, kept, rows);
    }
  }

  /** All entries but captures, then the incidents that anything touched, then the note of how far this went. */
  async #settle(db: Write, entries: readonly ReadEntry[], head: Checkpoint): Promise<Derived> {
    const touched = new Set<string>();
    let isGeneralTouched = false;
    for (const entry of entries) {
      if (entry.kind === 'file') await putFile(db, entry);
      if (entry.kind === 'person') await putPerson(db, entry);
      if (entry.kind === 'setting') await putSetting(db, entry);
    }
    const judged = entries
      .filter(({ kind }) => kind === 'judgement')
      .map((entry) => ({ entry, judgement: judgementOf(entry) }))
      .filter((each): each is { entry: ReadEntry; judgement: Judgement } => each.judgement !== null);
    for (const { entry, judgement } of judged) {
      if (judgement.kind === 'delete-report') {
        for (const id of await neighboursOf(db, [judgement.report])) touched.add(id);
        await dropReport(db, this.#engine, this.#world.rules, judgement.report, entry.seq);
      }
      if (isGeneral(judgement)) isGeneralTouched = true;
      if (judgement.kind === 'take-back') isGeneralTouched ||= await wasGeneral(db, judgement.judgement);
    }
    const about = judged.length > 0 ? await putJudgements(db, judged) : new Set<string>();
    if (entries.some(({ kind, payload }) => kind === 'setting' && payload.key === 'two-person')) {
      for (const id of await settleStates(db)) about.add(id);
    }
    // a judgement may have come before the words it is about could be read
    const captured = entries
      .filter(({ kind }) => kind === 'capture')
      .map(({ payload }) => String(payload.report));
    // and after one that left there are none
    const left = judged.flatMap(({ judgement }) =>
      judgement.kind === 'delete-report' ? judgement.report : [],
    );
    for (const id of await resolveAgain(db, [...captured, ...left])) about.add(id);
    for (const entry of entries) for (const id of await dropErased(db, entry)) about.add(id);
    for (const id of await mentionsAbout(db, about)) touched.add(id);
    const derived = await this.#derive(db, touched, isGeneralTouched);
    await setMeta(db, 'checkpoint', JSON.stringify(head));
    return derived;
  }

  /** Mentions that are in no incident yet are new, or were left by a dead process. */
  async #derive(db: Write, touched: ReadonlySet<string>, isEveryStale: boolean): Promise<Derived> {
    const carriers = await putCopies(db, this.#world.rules);
    const deriver = new Deriver(db, this.#world.rules, await standingOf(db), this.#mentions);
    // after a deletion all may have been compared anew, and is grouped anew
    if ((await watermark(db, 'compared')) === 0) await db.deleteFrom('incident').execute();
    await deriver.compare();
    const fresh = await db
      .selectFrom('mention')
      .select('id')
      .where('incident', 'is', null)
      .orderBy('seq')
      .orderBy('place_in_report')
      .execute();
    const isFresh = new Set(fresh.map(({ id }) => id));
    const old = new Set([...touched].filter((id) => !isFresh.has(id)));
    const stale = isEveryStale
      ? (await db.selectFrom('incident').select('id').execute()).map(({ id }) => id)
      : await incidentsOf(db, carriers);
    return deriver.derive(old, [...isFresh], stale);
  }
}

interface Capture {
  readonly entry: ReadEntry;
  readonly payload: CapturePayload;
}

interface Due extends Capture {
  readonly taken: TakenReport;
}

/** Captures of reports that are there; one whose report was lost has nothing to stand beside. */
async function putRepeats(db: Write, captures: readonly Capture[]): Promise<void> {
  const ids = [...new Set(captures.map(({ payload }) => payload.report))];
  const rows = await inChunks(ids, (some) =>
    db.selectFrom('report').select('id').where('id', 'in', some).execute(),
  );
  const there = new Set(rows.map(({ id }) => id));
  await insertAll(db, 'capture', captures.filter(({ payload }) => there.has(payload.report)).map(captureRow));
}

/** Claims and mentions of reports whose readings are in place. */
async function putDerived(
  db: Write,
  rules: Rules,
  reports: readonly KeptReport[],
  rows: readonly { id: string; seq: number }[],
): Promise<void> {
  const seqs = new Map(rows.map(({ id, seq }) => [id, seq]));
  const recorded = new Map(reports.map(({ id, recordedAt }) => [id, recordedAt]));
  const sorted = [...reports].sort((a, b) => seqs.get(a.id)! - seqs.get(b.id)!);
  const mentions = sorted.flatMap((report) =>
    rules.mentionsOf(report).map((mention, place) => ({ ...mention, report: report.id, place })),
  );
  await insertAll(
    db,
    'mention',
    mentions.map(({ id, report, profile, place }) => ({
      id,
      report,
      seq: seqs.get(report)!,
      recorded_at: recorded.get(report)!,
      place_in_report: place,
      profile: JSON.stringify(profile),
      incident: null,
    })),
  );
  const known = new Set(mentions.map(({ id }) => id));
  const claims = sorted
    .flatMap(({ id, reading }) => claimRows(id, seqs.get(id)!, reading))
    .map((claim) => (known.has(claim.mention ?? '') ? claim : { ...claim, mention: null }));
  await insertAll(db, 'claim', claims);
}

function reportRow({ entry, payload, taken }: Due): ReportRow {
  const { title, text, published, url, source } = taken.report;
  return {
    seq: entry.seq,
    id: payload.report,
    content: payload.content,
    title: title ?? null,
    text,
    published: published ?? null,
    outlet: taken.outlet ?? siteOf(url) ?? null,
    url: url ?? null,
    wire: taken.wire ?? null,
    source: payload.from || (source ?? null),
    recorded_at: entry.at,
    page: pageOf(url),
  };
}

function captureRow({ entry, payload }: Capture) {
  return {
    seq: entry.seq,
    key: captureKey(payload),
    report: payload.report,
    evidence: payload.evidence,
    inside: payload.inside,
    at: entry.at,
    by: entry.by,
    payload: JSON.stringify(payload),
  };
}

/** What makes two captures one: the same report, from the same place, with the same original beside it. */
export function captureKey({
  report,
  content,
  from,
  options: { original },
}: Pick<CapturePayload, 'report' | 'content' | 'from' | 'options'>): string {
  return [report, content.slice(0, 16), from, ...(original ? [original.evidence.slice(0, 16)] : [])].join(
    ' ',
  );
}

function readingRow(report: string, reading: Reading) {
  const { name, version } = reading.reader;
  return { report, reader: name, version, language: reading.report.language, body: JSON.stringify(reading) };
}

/** A reading under the id that its report has in the record. */
function readingOf(report: string, reading: Reading): Reading {
  return reading.report.id === report ? reading : { ...reading, report: { ...reading.report, id: report } };
}

async function putFile(db: Write, { seq, payload }: ReadEntry): Promise<void> {
  const { evidence, options } = payload as unknown as FilePayload;
  await insertAll(db, 'file', [
    { evidence, options: JSON.stringify(options), seq, payload: JSON.stringify(payload) },
  ]);
}

async function putPerson(db: Write, { seq, payload }: ReadEntry): Promise<void> {
  const row = { id: String(payload.id), seq, payload: JSON.stringify(payload) };
  await db
    .insertInto('person')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
}

async function putSetting(db: Write, { seq, payload }: ReadEntry): Promise<void> {
  const row = { key: String(payload.key), value: JSON.stringify(payload.value), seq };
  await db
    .insertInto('setting')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(row))
    .execute();
}

/** What was erased beside the journal leaves the tables too. Gives what the judgements were about. */
async function dropErased(db: Write, { kind, payload }: ReadEntry): Promise<string[]> {
  if (kind !== 'judgement' || payload.kind !== 'erase' || !Array.isArray(payload.entries)) return [];
  const seqs = payload.entries as number[];
  await inChunks(seqs, (some) => db.deleteFrom('person').where('seq', 'in', some).execute());
  return dropPersonal(db, seqs);
}

async function dropReport(
  db: Write,
  engine: Engine,
  rules: Rules,
  report: string,
  before: number,
): Promise<void> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('id', '=', report)
    .where('seq', '<', before)
    .executeTakeFirst();
  if (!row) return;
  const told = await db.selectFrom('mention').select('incident').where('report', '=', report).execute();
  await engine.dropWords(db, [row.seq]);
  await dropKeys(db, rules, row);
  await dropBlocks(db, rules, row.seq);
  await db.deleteFrom('report').where('id', '=', report).execute();
  await dropEmpty(
    db,
    told.map(({ incident }) => incident).filter((id) => id !== null),
  );
}

/** Of some incidents takes out those that have no mention any more. */
async function dropEmpty(db: Write, incidents: readonly string[]): Promise<void> {
  const left = await inChunks(incidents, (some) =>
    db.selectFrom('mention').select('incident').distinct().where('incident', 'in', some).execute(),
  );
  const kept = new Set(left.map(({ incident }) => incident));
  const emptied = incidents.filter((id) => !kept.has(id));
  await inChunks(emptied, (some) => db.deleteFrom('incident').where('id', 'in', some).execute());
}

/** Where one of its keys was full another mention would have been compared with those after it: all are compared anew. */
async function dropBlocks(db: Write, rules: Rules, seq: number): Promise<void> {
  const full = await db
    .selectFrom('block')
    .select('key')
    .where('key', 'in', (from) => from.selectFrom('block').select('key').where('seq', '=', seq))
    .groupBy('key')
    .having((of) => of.fn.countAll(), '>=', rules.firstUnderKey)
    .limit(1)
    .executeTakeFirst();
  await db.deleteFrom('block').where('seq', '=', seq).execute();
  if (!full) return;
  await db.deleteFrom('block').execute();
  await db.deleteFrom('comparison').execute();
  await setMeta(db, 'compared', '0');
}

/** Reports that left the record, and the number of the entry with which they did: one may be captured again later. */
function deletedBy(entries: readonly ReadEntry[]): Map<string, number> {
  return new Map(
    entries
      .filter(({ kind, payload }) => kind === 'judgement' && payload.kind === 'delete-report')
      .map(({ seq, payload }) => [String(payload.report), seq]),
  );
}

async function wasGeneral(db: Write, id: string): Promise<boolean> {
  const row = await db.selectFrom('judgement').select('payload').where('id', '=', id).executeTakeFirst();
  return row !== undefined && isGeneral(JSON.parse(row.payload) as Judgement);
}

/** The mentions in the incidents of some reports and those that theirs connect to, theirs left out. */
async function neighboursOf(db: Write, reports: readonly string[]): Promise<Set<string>> {
  const own = await inChunks(reports, (some) =>
    db.selectFrom('mention').select('id').where('report', 'in', some).execute(),
  );
  const links = () => db.selectFrom('comparison').where('connects', '=', 1);
  const connected = await inChunks(
    own.map(({ id }) => id),
    async (some) => [
      ...(await links().select('b as id').where('a', 'in', some).execute()),
      ...(await links().select('a as id').where('b', 'in', some).execute()),
    ],
  );
  const incidents = await inChunks(reports, (some) =>
    db.selectFrom('mention').select('incident').distinct().where('report', 'in', some).execute(),
  );
  const ids = incidents.map(({ incident }) => incident).filter((id) => id !== null);
  const members = await inChunks(ids, (some) =>
    db.selectFrom('mention').select(['id', 'report']).where('incident', 'in', some).execute(),
  );
  return new Set([
    ...members.filter(({ report }) => !reports.includes(report)).map(({ id }) => id),
    ...connected.map(({ id }) => id),
  ]);
}

/** The incidents that some reports tell of. */
async function incidentsOf(db: Write, reports: ReadonlySet<string>): Promise<string[]> {
  const rows = await inChunks([...reports], (some) =>
    db.selectFrom('mention').select('incident').distinct().where('report', 'in', some).execute(),
  );
  return rows.flatMap(({ incident }) => incident ?? []);
}

/** The mentions that some reports, mentions and incidents stand for. */
async function mentionsAbout(db: Write, about: ReadonlySet<string>): Promise<string[]> {
  const rows = await inChunks([...about], (some) =>
    db
      .selectFrom('mention')
      .select('id')
      .where((where) => where.or([where('id', 'in', some), where('report', 'in', some)]))
      .execute(),
  );
  return rows.map(({ id }) => id);
}
