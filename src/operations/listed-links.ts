/**
 * The pages whose links stand in tables without a text beside them: a spreadsheet of links is how newsrooms keep what is to
 * be read. They are fetched only where that is asked for, each once, and those that the record has are left alone.
 */
import type { Fetcher } from '../capture/fetcher.ts';
import type { FilePayload } from '../store/apply.ts';
import type { RecordStore } from '../store/record.ts';
import { linkSources } from './links.ts';
import { keptFrom, type Source, type SourceFailure } from './sources.ts';

export class ListedLinks {
  /** Link → the row it stands in. */
  readonly #links = new Map<string, string>();

  add(link: string, listedIn: string): void {
    if (!this.#links.has(link)) this.#links.set(link, keptFrom(listedIn));
  }

  /** The pages that are not in the record, in the order of their rows, and the links of those that are. */
  async *sources(
    record: RecordStore,
    fetcher: Fetcher,
    signal?: AbortSignal,
  ): AsyncGenerator<Source | SourceFailure | { readonly known: string }> {
    const there = await linksIn(record);
    for (const [link, listedIn] of this.#links) {
      // who was asked to stop asks nobody else
      if (signal?.aborted) return;
      if (there.has(link)) {
        yield { known: link };
        continue;
      }
      for await (const source of linkSources(link, fetcher, signal)) {
        yield 'open' in source ? { ...source, transfer: { ...source.transfer, listedIn } } : source;
      }
    }
  }
}

/** The links of which all reports are in the record. */
async function linksIn({ db }: RecordStore): Promise<Set<string>> {
  const rows = await db
    .selectFrom('file')
    .select('payload')
    .where('payload', 'like', '%"from":"http%')
    .execute();
  return new Set(rows.map(({ payload }) => (JSON.parse(payload) as FilePayload).from));
}
