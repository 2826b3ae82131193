/**
 * Web archive collections (WACZ 1.1): the WARC files in them, of which only the pages that the collection lists are
 * reports, where it lists any; all else was loaded for the sake of a page.
 */

import { type Archive, memberOf, openArchive } from './archive.ts';
import type { Arrival } from './arrival.ts';
import { peekBytes } from './bytes.ts';
import type { FormReader, Item, Visit } from './item.ts';
import { readWarcPages } from './warc.ts';

export const readWacz: FormReader = async function* (item, visit) {
  const archive = await openArchive(item, visit);
  try {
    yield* readWaczArchive(archive, item, visit);
  } finally {
    archive.close();
  }
};

/** The reports in a collection that is open as the archive it is. */
export async function* readWaczArchive(archive: Archive, item: Item, visit: Visit): AsyncGenerator<Arrival> {
  yield* archive.failures;
  const wanted = await pagesListed(archive);
  for (const name of archive.names.filter((each) => /^archive\/.*\.warc(\.gz)?$/i.test(each))) {
    const { all } = await peekBytes(archive.stream(name));
    const member = memberOf(item, name, all);
    if (wanted.size === 0) yield* visit.open(member);
    else yield* readWarcPages(member, visit, wanted);
  }
}

async function pagesListed(archive: Archive): Promise<ReadonlySet<string>> {
  const bytes = await archive.read('pages/pages.jsonl');
  const lines = bytes ? new TextDecoder().decode(bytes).split('\n') : [];
  return new Set(
    lines.flatMap((line) => /"url"\s*:\s*"((?:[^"\\]|\\.)+)"/.exec(line)?.[1]?.replaceAll('\\/', '/') ?? []),
  );
}
