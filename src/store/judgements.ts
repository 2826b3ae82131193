/**
 * Judgements as the journal keeps them and as tables hold them: which of their fields concern persons and stand beside
 * the chain, which of them stand, and which have lost the words that they were about.
 */
import { resolveAnchors, subjectsOf } from '../model/anchors.ts';
import { type Judgement, type JudgementKind, judgementSchema, standing } from '../model/judgement.ts';
import type { Reading } from '../model/reading.ts';
import type { Database, Write } from './engine.ts';
import type { Draft, JsonObject, ReadEntry } from './entry.ts';
import type { Standing } from './grouping.ts';
import { inChunks, insertAll } from './queries.ts';
import type { JudgementRow } from './schema.ts';

type State = JudgementRow['state'];

/** Fields that may name or describe a person, by kind; `why` is everybody's. */
const PERSONAL: Partial<Record<JudgementKind, readonly string[]>> = {
  victim: ['name', 'sameAs', 'aliases'],
  comment: ['text'],
  add: ['claim'],
  correct: ['old', 'new'],
  describe: ['victims', 'perpetrators'],
  redact: ['spans'],
  'register-source': ['note'],
};

/** The journal's draft of a judgement, with what concerns persons apart. */
export function draftOf(judgement: Judgement): Draft {
  const personal = personalOf(judgement.kind);
  const fields = Object.entries(judgement);
  const own = (isPersonal: boolean) =>
    Object.fromEntries(fields.filter(([name]) => personal.has(name) === isPersonal)) as JsonObject;
  const details = own(true);
  return {
    kind: 'judgement',
    at: judgement.at,
    by: judgement.by,
    payload: own(false),
    ...(Object.keys(details).length > 0 ? { details, about: personsOf(judgement) } : {}),
  };
}

function personalOf(kind: JudgementKind): Set<string> {
  return new Set(['why', ...(PERSONAL[kind] ?? [])]);
}

function personsOf(judgement: Judgement): string[] {
  if (judgement.kind !== 'victim') return [];
  const { name, sameAs, aliases = [] } = judgement;
  return [name, ...aliases, ...(sameAs === undefined ? [] : [sameAs])];
}

/** The judgement of an entry; null where what it says was erased. */
export function judgementOf({ payload }: ReadEntry): Judgement | null {
  const { success, data } = judgementSchema.safeParse(payload);
  return success ? data : null;
}

/** Writes some judgements to their tables and gives the ids of all that they are about. */
export async function putJudgements(
  db: Write,
  entries: readonly { entry: ReadEntry; judgement: Judgement }[],
): Promise<Set<string>> {
  const about = new Set<string>();
  for (const { entry, judgement } of entries) {
    const { id, kind, by, role, at, batch } = judgement;
    const row: JudgementRow = {
      id,
      seq: entry.seq,
      kind,
      by,
      role,
      at,
      batch: batch ?? null,
      state: 'stands',
      lost: 0,
      payload: JSON.stringify(judgement),
    };
    await insertAll(db, 'judgement', [row]);
    await resolve(db, [row], about);
  }
  for (const subject of await settleStates(db)) about.add(subject);
  return about;
}

/** Takes out of some judgements what concerns persons; what is no judgement without it goes whole. Gives what they were about. */
export async function dropPersonal(db: Write, seqs: readonly number[]): Promise<string[]> {
  const rows = await inChunks(seqs, (some) =>
    db.selectFrom('judgement').selectAll().where('seq', 'in', some).execute(),
  );
  const ids = rows.map(({ id }) => id);
  const about = await inChunks(ids, (some) =>
    db.selectFrom('judgement_on').select('on').where('judgement', 'in', some).execute(),
  );
  for (const { id, payload } of rows) {
    const fields = Object.entries(JSON.parse(payload) as Judgement);
    const personal = personalOf((JSON.parse(payload) as Judgement).kind);
    const rest = judgementSchema.safeParse(
      Object.fromEntries(fields.filter(([name]) => !personal.has(name))),
    );
    if (rest.success) {
      const set = { payload: JSON.stringify(rest.data) };
      await db.updateTable('judgement').set(set).where('id', '=', id).execute();
    } else await db.deleteFrom('judgement').where('id', '=', id).execute();
  }
  return about.map(({ on }) => on);
}

/** Finds the words of judgements in the readings of today again, and notes what they are about. */
async function resolve(db: Write, rows: readonly JudgementRow[], about: Set<string>): Promise<void> {
  for (const row of rows) {
    const judgement = JSON.parse(row.payload) as Judgement;
    const readings = await readingsOf(db, subjectsOf(judgement));
    const resolved = resolveAnchors(judgement, (report) => readings.get(report));
    const subjects = subjectsOf(resolved.judgement);
    await db.deleteFrom('judgement_on').where('judgement', '=', row.id).execute();
    await insertAll(
      db,
      'judgement_on',
      [...new Set(subjects)].map((on) => ({ judgement: row.id, on })),
    );
    await db
      .updateTable('judgement')
      .set({ lost: resolved.isLost ? 1 : 0, payload: JSON.stringify(resolved.judgement) })
      .where('id', '=', row.id)
      .execute();
    for (const subject of subjects) about.add(subject);
  }
}

/** After reports were read anew: their judgements again. */
export async function resolveAgain(db: Write, reports: readonly string[]): Promise<Set<string>> {
  const about = new Set<string>();
  const rows = await inChunks(reports, (some) =>
    db
      .selectFrom('judgement')
      .innerJoin('judgement_on', 'judgement_on.judgement', 'judgement.id')
      .selectAll('judgement')
      .where('judgement_on.on', 'in', some)
      .execute(),
  );
  await resolve(db, rows, about);
  return about;
}

async function readingsOf(db: Write, reports: readonly string[]): Promise<Map<string, Reading>> {
  const rows = await inChunks(reports, (some) =>
    db.selectFrom('reading').select(['report', 'body']).where('report', 'in', some).execute(),
  );
  return new Map(rows.map(({ report, body }) => [report, JSON.parse(body) as Reading]));
}

/**
 * Works out which judgements stand: not those that were taken back, and of the kinds that the record asks two persons
 * for (setting `two-person`) only those that a second person agreed to. Gives what those are about whose state changed.
 */
export async function settleStates(db: Write): Promise<Set<string>> {
  const gone = goneBy((await rowsOfKind(db, 'take-back')).map(parse));
  const waiting = await waitingOnes(db, gone);
  const changed: string[] = [];
  const set = async (state: State, ids: ReadonlySet<string>) => {
    const rows = await inChunks([...ids], (some) =>
      db.selectFrom('judgement').select('id').where('id', 'in', some).where('state', '<>', state).execute(),
    );
    changed.push(...rows.map(({ id }) => id));
    await inChunks(rows, (some) =>
      db
        .updateTable('judgement')
        .set({ state })
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .execute(),
    );
  };
  await set('taken back', gone);
  await set('waits', waiting);
  const others = await db.selectFrom('judgement').select('id').where('state', '<>', 'stands').execute();
  await set('stands', new Set(others.map(({ id }) => id).filter((id) => !gone.has(id) && !waiting.has(id))));
  const about = await inChunks(changed, (some) =>
    db.selectFrom('judgement_on').select('on').where('judgement', 'in', some).execute(),
  );
  return new Set(about.map(({ on }) => on));
}

/** What some judgements, in the order in which they were made, have taken back. */
function goneBy(backs: readonly Judgement[]): Set<string> {
  const gone = new Set<string>();
  for (const judgement of [...backs].reverse()) {
    if (judgement.kind === 'take-back' && !gone.has(judgement.id)) gone.add(judgement.judgement);
  }
  return gone;
}

/** Those that no second person had agreed to by a moment; by default until today. */
async function waitingOnes(
  db: Write | Database,
  gone: ReadonlySet<string>,
  until?: string,
): Promise<Set<string>> {
  const setting = await db
    .selectFrom('setting')
    .selectAll()
    .where('key', '=', 'two-person')
    .executeTakeFirst();
  if (!setting) return new Set();
  const kinds = JSON.parse(setting.value) as string[];
  if (kinds.length === 0) return new Set();
  const asked = await db
    .selectFrom('judgement')
    .select(['id', 'by'])
    .where('kind', 'in', kinds)
    .where('seq', '>', setting.seq)
    .execute();
  const waiting = new Map(asked.filter(({ id }) => !gone.has(id)).map(({ id, by }) => [id, by]));
  for (const { id, by, at, payload } of await rowsOfKind(db, 'second')) {
    if (until !== undefined && at > until) continue;
    const { judgement } = JSON.parse(payload) as { judgement: string };
    if (!gone.has(id) && waiting.get(judgement) !== by) waiting.delete(judgement);
  }
  return new Set(waiting.keys());
}

function rowsOfKind(db: Write | Database, kind: JudgementKind): Promise<JudgementRow[]> {
  return db.selectFrom('judgement').selectAll().where('kind', '=', kind).orderBy('seq').execute();
}

const GENERAL: readonly JudgementKind[] = ['same-source', 'different-source', 'register-source'];

/** Judgements on sources in general; a change to one of them may touch any incident. */
export function isGeneral(judgement: Judgement): boolean {
  return (
    GENERAL.includes(judgement.kind) ||
    (judgement.kind === 'source-order' && judgement.incident === undefined)
  );
}

/** What derivation asks of judgements, from the tables. */
export async function standingOf(db: Write | Database): Promise<Standing> {
  const general = await db
    .selectFrom('judgement')
    .select('payload')
    .where('kind', 'in', [...GENERAL, 'source-order'])
    .where('state', '=', 'stands')
    .orderBy('seq')
    .execute();
  return {
    general: general.map(parse).filter(isGeneral),
    about: (ids) => judgementsAbout(db, ids),
  };
}

/** The same as of a moment: what had been recorded by then, and not been taken back by then. */
export async function standingAsOf(db: Write | Database, until: string): Promise<Standing> {
  const rows = await db
    .selectFrom('judgement')
    .select('payload')
    .where('kind', 'in', [...GENERAL, 'source-order', 'take-back'])
    .where('at', '<=', until)
    .orderBy('seq')
    .execute();
  const whole = rows.map(parse);
  const backs = whole.filter(({ kind }) => kind === 'take-back');
  const waiting = await waitingOnes(db, goneBy(backs), until);
  const standingThen = (judgements: readonly Judgement[]): Judgement[] =>
    standing(judgements).filter(({ id }) => !waiting.has(id));
  return {
    general: standingThen(whole).filter(isGeneral),
    async about(ids) {
      const own = await inChunks(ids, (some) =>
        db
          .selectFrom('judgement_on')
          .innerJoin('judgement', 'judgement.id', 'judgement_on.judgement')
          .select(['judgement.seq', 'judgement.payload'])
          .where('judgement_on.on', 'in', some)
          .where('judgement.at', '<=', until)
          .where('judgement.lost', '=', 0)
          .execute(),
      );
      const bySeq = new Map(own.map((row) => [row.seq, row]));
      const sorted = [...bySeq.values()].sort((a, b) => a.seq - b.seq).map(parse);
      return standingThen([...sorted, ...backs]);
    },
  };
}

/** A judgement with what stands of it. */
export interface Decided {
  readonly judgement: Judgement;
  readonly state: State;
  readonly lost: boolean;
}

/** All judgements about some ids that were recorded by a moment (by default all), in that order, with what stands of them today. */
export async function judgementsOn(
  db: Write | Database,
  ids: readonly string[],
  until?: string,
): Promise<Decided[]> {
  const rows = await inChunks([...new Set(ids)], (some) => {
    const found = db
      .selectFrom('judgement_on')
      .innerJoin('judgement', 'judgement.id', 'judgement_on.judgement')
      .select(['judgement.seq', 'judgement.payload', 'judgement.state', 'judgement.lost'])
      .where('judgement_on.on', 'in', some);
    return (until === undefined ? found : found.where('judgement.at', '<=', until)).execute();
  });
  return [...new Map(rows.map((row) => [row.seq, row])).values()]
    .sort((a, b) => a.seq - b.seq)
    .map((row) => ({ judgement: parse(row), state: row.state, lost: row.lost === 1 }));
}

/** A judgement by its id; null where there is none. */
export async function judgementCalled(db: Database, id: string): Promise<Decided | null> {
  const row = await db.selectFrom('judgement').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? { judgement: parse(row), state: row.state, lost: row.lost === 1 } : null;
}

/** Standing judgements about some ids, in the order in which they were made; without those whose words are lost. */
export async function judgementsAbout(db: Write | Database, ids: readonly string[]): Promise<Judgement[]> {
  const rows = await inChunks(ids, (some) =>
    db
      .selectFrom('judgement_on')
      .innerJoin('judgement', 'judgement.id', 'judgement_on.judgement')
      .select(['judgement.seq', 'judgement.payload'])
      .where('judgement_on.on', 'in', some)
      .where('judgement.state', '=', 'stands')
      .where('judgement.lost', '=', 0)
      .execute(),
  );
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq).map(parse);
}

function parse({ payload }: { payload: string }): Judgement {
  return JSON.parse(payload) as Judgement;
}
