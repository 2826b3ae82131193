/**
 * Appends what people decided. A judgement comes as its fields; claims, events and incidents may be named by their ids,
 * and are recorded by their words, so that newer readings are still judged by it.
 */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { anchorOf } from '../model/anchors.ts';
import { type Judgement, judgementSchema, ROLES } from '../model/judgement.ts';
import { type Failure, failureOf } from '../model/problems.ts';
import type { Reading } from '../model/reading.ts';
import { partsOf } from '../model/record.ts';
import type { CapturePayload } from '../store/apply.ts';
import { incidentOf, mentionsIn } from '../store/derive.ts';
import type { Draft } from '../store/entry.ts';
import { personalTraces } from '../store/erase.ts';
import { draftOf, judgementsAbout } from '../store/judgements.ts';
import type { RecordStore, Writing } from '../store/record.ts';
import { correctionOf, WrongValue } from './correction.ts';
import { fullId } from './ids.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { parentOf } from './parents.ts';
import { recordFields, withRecord } from './record.ts';

const judgeInputSchema = z.object({
  ...recordFields,
  judgements: z
    .array(z.record(z.string(), z.unknown()))
    .min(1)
    .describe(
      'Each with `kind` and the fields of that kind; claims, events and incidents by id or by their words',
    ),
  by: z.string().optional().describe('Who decided; by default whoever asks'),
  role: z
    .enum(ROLES)
    .optional()
    .describe('In what role; by default as the record knows the person, else recorder'),
  why: z.string().optional(),
  batch: z.string().optional().describe('The name of a bulk action; given by itself to more than one'),
});
type JudgeInput = z.infer<typeof judgeInputSchema>;

const judgeOutputSchema = z.object({
  judgement: z.string(),
  kind: z.string(),
  state: z.enum(['stands', 'taken back', 'waits']).describe('waits: the record asks a second person'),
  incidents: z.array(z.string()).describe('Incidents that were computed anew'),
  gone: z.array(z.string()).describe('Ids whose mentions are in other incidents now'),
});
export type JudgeOutput = z.infer<typeof judgeOutputSchema>;

export const judge: Operation<JudgeInput, JudgeOutput> = {
  name: 'judgements.add',
  summary: 'Record what a person decided; nothing that was decided before is changed.',
  input: judgeInputSchema,
  output: judgeOutputSchema,
  writes: true,
  run: (input, context) => withRecord(input, context, (record) => judgeIn(record, input, context)),
};

async function* judgeIn(
  record: RecordStore,
  input: JudgeInput,
  context: Context,
): AsyncGenerator<Outcome<JudgeOutput>> {
  yield* await record.write(async (writing): Promise<Outcome<JudgeOutput>[]> => {
    const common = await commonOf(input, writing, context);
    const outcomes: Outcome<JudgeOutput>[] = [];
    const judgements: Judgement[] = [];
    for (const fields of input.judgements) {
      const made = await judgementFrom(
        { ...common, id: context.newId(), at: context.now(), ...fields },
        writing,
      );
      if ('code' in made) outcomes.push({ ok: false, error: made });
      else judgements.push(made);
    }
    // some of a bulk action is worse than none
    if (outcomes.length > 0 || judgements.length === 0) return outcomes;
    return enter(judgements, record, writing);
  });
}

async function commonOf(
  { by, role, why, batch, judgements }: JudgeInput,
  { db }: Writing,
  context: Context,
): Promise<Record<string, unknown>> {
  const person = by ?? context.by;
  const row = await db.selectFrom('person').select('payload').where('id', '=', person).executeTakeFirst();
  const known = row ? (JSON.parse(row.payload) as { role?: string }).role : undefined;
  return {
    by: person,
    role: role ?? known ?? 'recorder',
    ...(why === undefined ? {} : { why }),
    ...(batch !== undefined ? { batch } : judgements.length > 1 ? { batch: context.newId() } : {}),
  };
}

async function enter(
  judgements: readonly Judgement[],
  record: RecordStore,
  writing: Writing,
): Promise<Outcome<JudgeOutput>[]> {
  const drafts: Draft[] = [];
  const erased = new Set<number>();
  for (const judgement of judgements) {
    if (judgement.kind === 'erase') {
      const entries = await personalTraces(record.journal, judgement.person);
      for (const seq of entries) erased.add(seq);
      const { why: _why, ...rest } = judgement;
      drafts.push(draftOf({ ...rest, person: 'erased', entries }));
    } else drafts.push(draftOf(judgement));
  }
  const evidence = await evidenceOf(judgements, writing);
  const { derived } = await writing.append(drafts);
  if (erased.size > 0) await record.journal.destroyDetails(erased);
  for (const sha256 of evidence) await removeUnused(sha256, record, writing);
  const ids = judgements.map(({ id }) => id);
  const rows = await writing.db
    .selectFrom('judgement')
    .select(['id', 'state'])
    .where('id', 'in', ids)
    .execute();
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  return judgements.map(({ id, kind }) => ({
    ok: true,
    value: {
      judgement: id,
      kind,
      state: states.get(id) ?? 'stands',
      incidents: [...derived.incidents],
      gone: [...derived.gone],
    },
  }));
}

/** The bytes of reports that are about to leave, and of their originals. */
async function evidenceOf(judgements: readonly Judgement[], { db }: Writing): Promise<Set<string>> {
  const reports = judgements.flatMap((each) => (each.kind === 'delete-report' ? each.report : []));
  if (reports.length === 0) return new Set();
  const rows = await db
    .selectFrom('capture')
    .select(['evidence', 'payload'])
    .where('report', 'in', reports)
    .execute();
  return new Set(
    rows.flatMap(({ evidence, payload }) => {
      const { original } = (JSON.parse(payload) as CapturePayload).options;
      return original ? [evidence, original.evidence] : [evidence];
    }),
  );
}

/** Bytes in which another report stands have to stay. */
async function removeUnused(sha256: string, record: RecordStore, { db }: Writing): Promise<void> {
  const other = await db
    .selectFrom('capture')
    .select('report')
    .where((where) => where.or([where('evidence', '=', sha256), where('payload', 'like', `%"${sha256}"%`)]))
    .executeTakeFirst();
  if (!other) await record.evidence.remove(sha256);
  else {
    record.world.tell(
      `The bytes of the deleted report stay, since ${other.report} stands in the same file (SHA-256 ${sha256.slice(0, 16)}…).`,
    );
  }
}

/** A judgement with its words in place of ids; else what is wrong with it. */
async function judgementFrom(given: Record<string, unknown>, { db }: Writing) {
  const readingOf = async (report: string): Promise<Reading | null> => {
    const row = await db.selectFrom('reading').select('body').where('report', '=', report).executeTakeFirst();
    return row ? (JSON.parse(row.body) as Reading) : null;
  };
  const named = await withFullIds(given, db);
  if ('wrong' in named) return named.wrong;
  const { fields } = named;
  const full = { ...fields };
  try {
    if (typeof fields.claim === 'string') {
      const { report, reading, claim } = await claimNamed(fields.claim, readingOf);
      full.claim = anchorOf(report, claim);
      if (fields.kind === 'correct') Object.assign(full, correctionOf(fields, claim, reading));
    }
    for (const side of [...PAIRS, ...PARTS, 'event'] as const) {
      if (namesMention(fields.kind, side) && typeof fields[side] === 'string')
        full[side] = await mentionNamed(fields[side], readingOf);
    }
    await mustBeThere(full, db);
  } catch (cause) {
    if (cause instanceof NotThere) return failureOf('judgement/not-found', cause.message);
    if (cause instanceof WrongValue)
      return failureOf('judgement/invalid', `This is no judgement: ${cause.message}`);
    throw cause;
  }
  const { success, data, error } = judgementSchema.safeParse(full);
  if (success) {
    // a field that is misspelt would be dropped in silence
    const unknown = Object.keys(full).find((field) => !(field in data));
    const before = unknown === undefined ? await decidedBefore(data, db) : undefined;
    if (before) {
      const message = `${before.by} decided the same on ${before.at.slice(0, 10)} (${before.id}), and nothing was decided of it since: it would change nothing.`;
      return failureOf('judgement/invalid', message);
    }
    if (unknown === undefined) return data;
    return failureOf('judgement/invalid', `This is no judgement: "${data.kind}" has no field "${unknown}".`);
  }
  const [issue] = error.issues;
  const where = issue!.path.join('.');
  return failureOf(
    'judgement/invalid',
    `This is no judgement${where ? `: ${where}` : ''}: ${issue!.message}.`,
  );
}

/** Fields that name something of the record by its id. */
const IDS = ['claim', 'event', 'incident', 'judgement', 'report', 'on'] as const;
const PAIRS = ['a', 'b'] as const;
const PARTS = ['part', 'whole'] as const;

/** Whether a field of that kind names an incident or a mention: of sources "a" and "b" are names. */
function namesMention(kind: unknown, field: (typeof PAIRS | typeof PARTS)[number] | 'event'): boolean {
  if (field === 'event') return kind === 'add';
  return field === 'a' || field === 'b' ? String(kind).endsWith('-incident') : kind === 'part-of';
}

/** The same with ids written out where only their beginnings were given. */
async function withFullIds(
  fields: Record<string, unknown>,
  db: Writing['db'],
): Promise<{ fields: Record<string, unknown> } | { wrong: Failure }> {
  const full = { ...fields };
  const mentions = [...PAIRS, ...PARTS].filter((name) => namesMention(fields.kind, name));
  for (const name of [...IDS, ...mentions]) {
    const value = full[name];
    if (typeof value !== 'string') continue;
    const id = await fullId(db, value);
    if (typeof id === 'object') return { wrong: id };
    full[name] = id;
  }
  return { fields: full };
}

/** The last judgement on a claim, where it is the same person's and says the same for the same reason. */
async function decidedBefore(judgement: Judgement, db: Writing['db']): Promise<Judgement | undefined> {
  if (!isOnClaim(judgement)) return undefined;
  const rows = await db
    .selectFrom('judgement')
    .select('payload')
    .where('state', '=', 'stands')
    .where('kind', 'in', ON_CLAIMS)
    .where('id', 'in', (from) =>
      from
        .selectFrom('judgement_on')
        .select('judgement_on.judgement')
        .where('on', '=', judgement.claim.report),
    )
    .orderBy('seq')
    .execute();
  const last = rows
    .map(({ payload }) => JSON.parse(payload) as Judgement)
    .findLast((other) => isOnClaim(other) && isDeepStrictEqual(other.claim, judgement.claim));
  return last && isDeepStrictEqual(decisionOf(last), decisionOf(judgement)) ? last : undefined;
}

const ON_CLAIMS = ['accept', 'reject', 'correct'] as const;

function isOnClaim(
  judgement: Judgement,
): judgement is Extract<Judgement, { kind: (typeof ON_CLAIMS)[number] }> {
  return (ON_CLAIMS as readonly string[]).includes(judgement.kind);
}

/** Without what tells one judgement from another of the same content. */
function decisionOf(judgement: Judgement) {
  const { id: _id, at: _at, batch: _batch, ...decision } = judgement;
  return decision;
}

class NotThere extends Error {}

async function claimNamed(ref: string, readingOf: (report: string) => Promise<Reading | null>) {
  const { report, part } = partsOf(ref);
  const reading = await readingOf(report);
  const claim = reading?.claims.find(({ id }) => id === part);
  if (!reading || !claim) throw new NotThere(`There is no claim ${ref} in the record.`);
  return { report, reading, claim };
}

async function mentionNamed(ref: string, readingOf: (report: string) => Promise<Reading | null>) {
  const { report, part } = partsOf(ref);
  const reading = await readingOf(report);
  const event = reading?.events.find(({ id }) => id === part);
  if (!reading || (!event && part !== 'e0'))
    throw new NotThere(`There is no incident or mention ${ref} in the record.`);
  return { report, ref, evidence: event?.evidence ?? [] };
}

/** A judgement on what is not there would change nothing, and nobody would know. */
async function mustBeThere(fields: Record<string, unknown>, db: Writing['db']): Promise<void> {
  const { kind, incident, judgement } = fields;
  if (typeof incident === 'string') {
    const row = await db.selectFrom('mention').select('id').where('id', '=', incident).executeTakeFirst();
    if (!row) throw new NotThere(`There is no incident ${incident} in the record.`);
  }
  if ((kind === 'take-back' || kind === 'second') && typeof judgement === 'string') {
    const row = await db
      .selectFrom('judgement')
      .select(['by', 'state'])
      .where('id', '=', judgement)
      .executeTakeFirst();
    if (!row) throw new NotThere(`There is no judgement ${judgement} in the record.`);
    if (kind === 'second' && row.by === fields.by)
      throw new WrongValue(`${row.by} decided it, and a second person has to agree.`);
    if (kind === 'second' && row.state !== 'waits')
      throw new WrongValue(
        `${judgement} waits for nobody: it ${row.state === 'stands' ? 'stands' : 'was taken back'}.`,
      );
  }
  if (kind === 'part-of') await mustBeApart(fields, db);
  if (kind === 'comment' && typeof fields.on === 'string') await somethingThere(fields.on, db);
  if ((kind === 'delete-report' || kind === 'redact') && typeof fields.report === 'string') {
    const row = await db.selectFrom('report').select('id').where('id', '=', fields.report).executeTakeFirst();
    if (!row) throw new NotThere(`There is no report ${fields.report} in the record.`);
  }
}

/** No incident is a part of itself, nor of one of its parts. */
async function mustBeApart({ part, whole }: Record<string, unknown>, db: Writing['db']): Promise<void> {
  const refOf = (anchor: unknown) => (anchor as { ref?: string } | undefined)?.ref;
  const [own, above] = [refOf(part), refOf(whole)];
  if (own === undefined || above === undefined) return;
  const incident = await incidentOf(db, own);
  let at = await incidentOf(db, above);
  for (let step = 0; at !== null && step < MAX_DEPTH; step++) {
    if (at === incident) throw new WrongValue(`${above} is ${own} itself, or a part of it.`);
    const parent = parentOf(await mentionsIn(db, at), await judgementsAbout(db, await mentionsIn(db, at)));
    at = parent === null ? null : await incidentOf(db, parent);
  }
}

/** Operations in campaigns in wars: nobody needs more. */
const MAX_DEPTH = 16;

/** A remark may be on anything that has an id. */
async function somethingThere(id: string, db: Writing['db']): Promise<void> {
  const claim = await db.selectFrom('claim').select('ref').where('ref', '=', id).executeTakeFirst();
  if (claim) return;
  for (const table of ['report', 'mention', 'judgement'] as const) {
    const row = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
    if (row) return;
  }
  throw new NotThere(`There is no report, claim, incident or judgement ${id} in the record.`);
}
