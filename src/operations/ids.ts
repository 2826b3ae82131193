/**
 * Ids as people type and read them. The record calls a report by sixteen hexadecimal digits and a judgement by a UUID; the
 * first few do where no other begins with them. Ids of other shapes, which a corpus or a project gave, are written out.
 */
import { type Failure, failureOf } from '../model/problems.ts';
import type { Database } from '../store/engine.ts';

const HASH = /^[0-9a-f]{16}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const BEGINNING = /^[0-9a-f][0-9a-f-]{3,}$/;
const SHORTEST = 6;

/** What is called so: a report, or a part of one ("4f2a#c1"), or a judgement. What begins no id comes back as it was given. */
export async function fullId(db: Database, given: string): Promise<string | Failure> {
  const at = given.indexOf('#');
  const head = at < 0 ? given : given.slice(0, at);
  if (!BEGINNING.test(head) || HASH.test(head) || UUID.test(head)) return given;
  const reports = await begunBy(db, 'report', head);
  const judgements = at < 0 ? await begunBy(db, 'judgement', head) : [];
  const found = [...new Set([...reports, ...judgements])];
  if (found.includes(head)) return given;
  if (found.length === 1) return found[0] + (at < 0 ? '' : given.slice(at));
  if (found.length === 0) return given;
  const message = `"${head}" begins more than one id: ${found.slice(0, 5).join(', ')}${found.length > 5 ? ' …' : ''}. Write more of it.`;
  return failureOf('record/id-ambiguous', message);
}

/** For each report the shortest beginning of its id, of six digits at least, that begins no other's. */
export async function shortIds(db: Database, reports: Iterable<string>): Promise<Map<string, string>> {
  const short = new Map<string, string>();
  for (const id of new Set(reports)) {
    if (!HASH.test(id)) continue;
    const [before, after] = await Promise.all([neighbour(db, id, '<'), neighbour(db, id, '>')]);
    short.set(id, beginningOf(id, [before, after]));
  }
  return short;
}

/** The same among ids that are all at hand. */
export function shortIdsAmong(ids: Iterable<string>): Map<string, string> {
  const sorted = [...new Set(ids)].filter((id) => HASH.test(id)).sort();
  return new Map(sorted.map((id, i) => [id, beginningOf(id, [sorted[i - 1], sorted[i + 1]])]));
}

function beginningOf(id: string, others: readonly (string | undefined)[]): string {
  const shared = Math.max(...others.map((other) => (other === undefined ? 0 : commonLength(id, other))));
  return id.slice(0, Math.max(SHORTEST, shared + 1));
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

async function neighbour(db: Database, id: string, side: '<' | '>'): Promise<string | undefined> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('id', side, id)
    .orderBy('id', side === '<' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Six at most: more than one is all that anybody has to know. */
async function begunBy(db: Database, table: 'report' | 'judgement', head: string): Promise<string[]> {
  const rows = await db
    .selectFrom(table)
    .select('id')
    .where('id', '>=', head)
    .where('id', '<', `${head}~`)
    .orderBy('id')
    .limit(6)
    .execute();
  return rows.map(({ id }) => id);
}
