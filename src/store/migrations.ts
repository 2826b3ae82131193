/**
 * How the tables came to be, in steps that are never changed once released. All missing steps run in one transaction, so
 * that a database has all of them or none, whenever the process died.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

type Step = (db: Transaction<Schema>, engine: Engine) => Promise<void>;

const MIGRATIONS: readonly Step[] = [
  async (db, { text, withoutRowid, createWords }) => {
    // text sorts by code point on both, whatever the server's language
    const run = (statement: string) => sql.raw(statement.replaceAll('TEXT', text)).execute(db);
    await run('create table setting (key TEXT primary key, value TEXT not null, seq bigint not null)');
    await run(
      'create table file (evidence TEXT not null, options TEXT not null, seq bigint not null, payload TEXT not null, primary key (evidence, options))',
    );
    await run('create table person (id TEXT primary key, seq bigint not null, payload TEXT not null)');
    await run(`create table report (
      seq bigint primary key, id TEXT not null unique, content TEXT not null, title TEXT, "text" TEXT not null,
      published TEXT, outlet TEXT, url TEXT, wire TEXT, source TEXT, recorded_at TEXT not null, page TEXT)`);
    await run('create index report_page on report (page)');
    await run(`create table capture (
      seq bigint primary key, key TEXT not null unique, report TEXT not null references report (id) on delete cascade,
      evidence TEXT not null, inside TEXT not null, at TEXT not null, "by" TEXT not null, payload TEXT not null)`);
    await run('create index capture_report on capture (report)');
    await run('create index capture_evidence on capture (evidence)');
    await run(`create table reading (
      report TEXT primary key references report (id) on delete cascade,
      reader TEXT not null, version TEXT not null, language TEXT not null, body TEXT not null)`);
    await run(`create table incident (
      id TEXT primary key, founded bigint not null, day_start TEXT, day_end TEXT, place TEXT, country TEXT,
      latitude double precision, longitude double precision, type TEXT, killed_low bigint, killed_high bigint,
      injured_low bigint, injured_high bigint, reports integer not null, accounts integer not null,
      findings integer not null, body TEXT not null)`);
    await run('create index incident_day on incident (day_start)');
    await run('create index incident_founded on incident (founded)');
    await run(`create table mention (
      id TEXT primary key, report TEXT not null references report (id) on delete cascade, seq bigint not null,
      recorded_at TEXT not null, place_in_report integer not null, profile TEXT not null,
      incident TEXT references incident (id) on delete set null)`);
    await run('create index mention_report on mention (report)');
    await run('create index mention_incident on mention (incident)');
    await run('create unique index mention_seq on mention (seq, place_in_report)');
    await run(`create table block (
      key bigint not null, seq bigint not null, place_in_report integer not null,
      primary key (key, seq, place_in_report)) ${withoutRowid}`);
    await run(`create table comparison (
      a TEXT not null references mention (id) on delete cascade, b TEXT not null references mention (id) on delete cascade,
      score double precision not null, verdict TEXT not null, connects integer not null, primary key (a, b))`);
    await run('create index comparison_b on comparison (b)');
    await run("create index comparison_doubtful on comparison (score) where verdict = 'doubtful'");
    await run(`create table claim (
      ref TEXT primary key, report TEXT not null references report (id) on delete cascade, seq bigint not null,
      mention TEXT references mention (id) on delete cascade, scope TEXT not null, harm TEXT not null, stance TEXT not null,
      min bigint not null, max bigint, count_kind TEXT not null, speaker TEXT, speaker_key TEXT, speaker_kind TEXT, speaks_for TEXT,
      said_on TEXT, side TEXT, side_key TEXT, status TEXT not null, perpetrators TEXT, place TEXT, place_key TEXT, country TEXT, day_start TEXT,
      day_end TEXT, confidence double precision not null)`);
    await run('create index claim_report on claim (report)');
    await run('create index claim_mention on claim (mention)');
    await run('create index claim_speaker on claim (speaker_key, seq)');
    await run('create index claim_day on claim (day_start, seq)');
    await run('create index claim_harm on claim (harm, stance, seq)');
    await run('create index claim_side on claim (side_key, seq)');
    await run('create index claim_place on claim (place_key, seq)');
    await run(`create table account (
      incident TEXT not null references incident (id) on delete cascade, id TEXT not null, origin TEXT not null,
      origin_kind TEXT not null, harm TEXT not null, victims TEXT not null, min bigint, max bigint,
      primary key (incident, id))`);
    await run('create index account_origin on account (origin)');
    await run(`create table copy (
      report TEXT not null references report (id) on delete cascade, source TEXT not null references report (id) on delete cascade,
      kind TEXT not null, share double precision not null, passages TEXT not null, primary key (report, source))`);
    await run('create index copy_source on copy (source)');
    await run(
      `create table text_key (key bigint not null, seq bigint not null, primary key (key, seq)) ${withoutRowid}`,
    );
    await run(`create table judgement (
      id TEXT primary key, seq bigint not null unique, kind TEXT not null, "by" TEXT not null, role TEXT not null, at TEXT not null,
      batch TEXT, state TEXT not null, lost integer not null, payload TEXT not null)`);
    await run('create index judgement_batch on judgement (batch)');
    await run('create index judgement_kind on judgement (kind, seq)');
    await run(`create table judgement_on (
      judgement TEXT not null references judgement (id) on delete cascade, "on" TEXT not null, primary key (judgement, "on"))`);
    await run('create index judgement_on_on on judgement_on ("on")');
    await createWords(db);
  },
  async (db, { text, withoutRowid }) => {
    const run = (statement: string) => sql.raw(statement.replaceAll('TEXT', text)).execute(db);
    // made anew, in the order in which they are looked up: the rules that fill them are another version's from here on
    for (const table of ['comparison', 'claim', 'mention']) await run(`drop table ${table}`);
    // what a mention is compared by is long, and stands behind what is asked of it most
    await run(`create table mention (
      id TEXT primary key, report TEXT not null references report (id) on delete cascade, seq bigint not null,
      recorded_at TEXT not null, place_in_report integer not null,
      incident TEXT references incident (id) on delete set null, profile TEXT not null)`);
    await run('create index mention_report on mention (report)');
    await run('create index mention_incident on mention (incident)');
    await run('create unique index mention_seq on mention (seq, place_in_report)');
    await run(`create table comparison (
      a TEXT not null references mention (id) on delete cascade, b TEXT not null references mention (id) on delete cascade,
      score double precision not null, verdict TEXT not null, connects integer not null, primary key (a, b)) ${withoutRowid}`);
    await run('create index comparison_b on comparison (b, connects)');
    await run("create index comparison_doubtful on comparison (score) where verdict = 'doubtful'");
    await run(`create table claim (
      ref TEXT primary key, report TEXT not null references report (id) on delete cascade, seq bigint not null,
      mention TEXT references mention (id) on delete cascade, scope TEXT not null, harm TEXT not null, stance TEXT not null,
      min bigint not null, max bigint, count_kind TEXT not null, speaker TEXT, speaker_key TEXT, speaker_kind TEXT, speaks_for TEXT,
      said_on TEXT, side TEXT, side_key TEXT, status TEXT not null, perpetrators TEXT, place TEXT, place_key TEXT, country TEXT, day_start TEXT,
      day_end TEXT, confidence double precision not null)`);
    await run('create index claim_report on claim (report)');
    await run('create index claim_mention on claim (mention)');
    await run('create index claim_speaker on claim (speaker_key, seq)');
    await run('create index claim_day on claim (day_start, seq)');
    await run('create index claim_harm on claim (harm, stance, seq)');
    await run('create index claim_side on claim (side_key, seq)');
    await run('create index claim_place on claim (place_key, seq)');
    await run('create index claim_seq on claim (seq)');
    await run('create index incident_place on incident (place, founded)');
    await run('create index report_outlet on report (outlet, seq)');
    await run('create index report_published on report (published)');
    await run("update meta set value = 'another schema' where key = 'rules'");
  },
  async (db) => {
    // the few that last for more than a day
    await sql`create index claim_long on claim (day_start, day_end) where day_end > day_start`.execute(db);
    await sql`create index incident_long on incident (day_start, day_end) where day_end > day_start`.execute(
      db,
    );
  },
  async (db) => {
    // what is asked of all claims of a kind of harm, newest first or by figure; of a place by day; of reports by day
    await sql`create index claim_harm_newest on claim (harm, seq, min)`.execute(db);
    await sql`create index claim_figure on claim (harm, min)`.execute(db);
    await sql`create index claim_place_day on claim (place_key, day_start)`.execute(db);
    await sql`create index report_day on report (published, seq)`.execute(db);
    await sql`drop index report_published`.execute(db);
  },
];

export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings a database to the newest schema, or to that of a step. Throws where it was made by a newer version of Recount. What
 * a step takes out of the tables is computed when the rules are found to be another version's.
 */
export async function migrate(db: Kysely<Schema>, engine: Engine, to = SCHEMA_VERSION): Promise<void> {
  await sql
    .raw(`create table if not exists meta (key ${engine.text} primary key, value ${engine.text} not null)`)
    .execute(db);
  const version = await schemaVersion(db);
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `The database has schema ${version} and this version of Recount knows ${SCHEMA_VERSION}: it was made by a newer one.`,
    );
  }
  if (version >= to) return;
  await db.transaction().execute(async (transaction) => {
    for (const step of MIGRATIONS.slice(version, to)) await step(transaction, engine);
    const row = { key: 'schema', value: String(to) };
    await transaction
      .insertInto('meta')
      .values(row)
      .onConflict((on) => on.column('key').doUpdateSet(row))
      .execute();
  });
}

async function schemaVersion(db: Kysely<Schema>): Promise<number> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'schema').executeTakeFirst();
  return Number(row?.value ?? 0);
}
