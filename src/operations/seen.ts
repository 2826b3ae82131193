/**
 * Where a report belongs among those that are in the record or come with it: a new one, a new version of one, or one that
 * is known. A page is known by its link; a row that has an id by that id and its table, since every table counts from 1.
 */
import { type CapturePayload, captureKey } from '../store/apply.ts';
import type { Writing } from '../store/record.ts';
import { pageOf } from '../store/rows.ts';
import type { TakenReport } from '../store/rules.ts';
import type { AddOutput } from './added.ts';

interface There {
  readonly content: string;
  /** Of a row; undefined for what is none. */
  readonly table: string | undefined;
}

export class Seen {
  readonly #db: Writing['db'];
  readonly #reports = new Map<string, There>();
  readonly #keys = new Set<string>();
  readonly #pages = new Map<string, string>();

  constructor({ db }: Writing) {
    this.#db = db;
  }

  /** A null payload: the report is known, and so is that it came from there. */
  async place(
    capture: Omit<CapturePayload, 'report'>,
    { report: { id, url }, reading }: TakenReport,
  ): Promise<{ payload: CapturePayload | null; output: AddOutput }> {
    const { content } = capture;
    const table = capture.options.mapping ? undefined : tableOf(capture.from, capture.inside);
    const { report, rowBefore } = await this.#placeOf(id, { content, table });
    const isKnown = (await this.#at(report))?.content === content;
    const payload = { report, ...capture };
    const key = captureKey(payload);
    const original = capture.options.original ?? capture.translationOf;
    const output = {
      source: capture.from,
      report,
      ...(original ? { original: original.language ?? 'und' } : {}),
    };
    if (isKnown) {
      const again = this.#keys.has(key) || (await this.#hasKey(key));
      this.#keys.add(key);
      return { payload: again ? null : payload, output: { ...output, status: 'known' } };
    }
    const page = pageOf(url);
    const pageBefore = page === null ? undefined : (this.#pages.get(page) ?? (await this.#reportAt(page)));
    this.#reports.set(report, { content, table });
    this.#keys.add(key);
    if (page !== null) this.#pages.set(page, report);
    const versionOf = pageBefore ?? rowBefore;
    const problems = reading.problems.map(({ code }) => code);
    return {
      payload,
      output: {
        ...output,
        status: versionOf === undefined ? 'added' : 'new version',
        ...(versionOf === undefined ? {} : { versionOf }),
        claims: reading.claims.length,
        ...(problems.length > 0 ? { problems } : {}),
      },
    };
  }

  /**
   * The id of a report in the record: its own; where another table has that, the table's name before it; where the same
   * table gives it to another text now, the start of the content's hash behind it.
   */
  async #placeOf(id: string, now: There): Promise<{ report: string; rowBefore?: string }> {
    const there = await this.#at(id);
    if (!there || there.content === now.content) return { report: id };
    const isOther =
      now.table !== undefined && there.table !== undefined && !isSameTable(now.table, there.table);
    // "#" parts a report's id from that of its claim
    if (isOther)
      return this.#placeOf(`${now.table!.replaceAll('#', '/')}:${id}`, { ...now, table: undefined });
    return { report: `${id}@${now.content.slice(0, 8)}`, rowBefore: id };
  }

  async #at(report: string): Promise<There | undefined> {
    const here = this.#reports.get(report);
    if (here) return here;
    const row = await this.#db
      .selectFrom('report')
      .leftJoin('capture', 'capture.seq', 'report.seq')
      .select(['report.content', 'report.source', 'capture.inside'])
      .where('report.id', '=', report)
      .executeTakeFirst();
    return row && { content: row.content, table: tableOf(row.source ?? '', row.inside ?? '') };
  }

  async #hasKey(key: string): Promise<boolean> {
    return (
      (await this.#db.selectFrom('capture').select('seq').where('key', '=', key).executeTakeFirst()) !==
      undefined
    );
  }

  async #reportAt(page: string): Promise<string | undefined> {
    const rows = this.#db.selectFrom('report').select('id').where('page', '=', page).orderBy('seq', 'desc');
    return (await rows.executeTakeFirst())?.id;
  }
}

/** The table or corpus in which a row stands, by the way to it; undefined for what is no row. */
function tableOf(from: string, inside: string): string | undefined {
  return /:\d+$/.test(inside) ? from.replace(/:\d+$/, '') : undefined;
}

/** Somebody who adds a table may stand nearer to it than whoever added it before: "cases/2031.csv", "2031.csv". */
function isSameTable(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return longer === shorter || longer.endsWith(`/${shorter}`) || longer.endsWith(`\\${shorter}`);
}
