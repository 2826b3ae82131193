/**
 * ZIP archives as reports: their files in the order of their names, each in its own form. Word and Excel files and WACZ
 * collections are ZIP files too, and are known by what they hold.
 */
import { createReadStream } from 'node:fs';
import { type Archive, memberOf, openArchive } from './archive.ts';
import type { Arrival } from './arrival.ts';
import { Refusal } from './bounds.ts';
import { streamOf } from './bytes.ts';
import { formatByEnding, isWorthOpening } from './formats.ts';
import type { FormReader, Item, Visit } from './item.ts';
import { withOriginals } from './translation.ts';

export const readZip: FormReader = async function* (item, visit) {
  const archive = await openArchive(item, visit);
  try {
    const again = { ...item, bytes: archive.bytes ? streamOf(archive.bytes) : createReadStream(item.disk!) };
    if (archive.names.includes('word/document.xml')) {
      yield* (await import('./docx.ts')).readDocx(again, visit);
    } else if (archive.names.includes('xl/workbook.xml')) {
      yield* (await import('./xlsx.ts')).readXlsx(again, visit);
    } else if (archive.names.some((name) => /^archive\/[^/]+\.warc(\.gz)?$/.test(name))) {
      yield* (await import('./wacz.ts')).readWaczArchive(archive, item, visit);
    } else yield* readEntries(archive, item, visit);
  } finally {
    archive.close();
  }
};

async function* readEntries(archive: Archive, item: Item, visit: Visit): AsyncGenerator<Arrival> {
  yield* archive.failures;
  const names = archive.names.filter(
    (name) =>
      isWorthOpening(name) &&
      !/(^|\/)(\.|__MACOSX\/)/.test(name) &&
      (visit.keepMedia || formatByEnding(name) !== 'media'),
  );
  if (names.length === 0 && archive.failures.length === 0) {
    throw new Refusal('ingest/no-reports', 'The archive holds no file of a known ending.');
  }
  const open = (name: string) => visit.open(memberOf(item, name, archive.stream(name)));
  yield* withOriginals(names, (name) => name, open);
}
