/**
 * Which files do the paths stand for that were named? A file for itself, a folder for all files of a known ending below
 * it, by name. Hidden files are passed over, and records. A link in a folder is never followed: what it leads to inside the folder is
 * read where it lies, and one that leads out of it is told of.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { type Arrival, failed } from './arrival.ts';
import { formatByEnding, isWorthOpening } from './formats.ts';

export interface ListedFile {
  readonly path: string;
  /** Null: not known. */
  readonly bytes: number | null;
}

/** The files of all paths in their order, each with failures where it could not be listed. */
export async function listPaths(
  paths: readonly string[],
  withMedia: boolean,
): Promise<(ListedFile | Arrival)[]> {
  const files: (ListedFile | Arrival)[] = [];
  for (const path of paths) {
    for (const file of await listed(path, withMedia)) files.push(file);
  }
  return files;
}

async function listed(path: string, withMedia: boolean): Promise<readonly (ListedFile | Arrival)[]> {
  if (path === '-') return [{ path, bytes: null }];
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await listedFolder(path, withMedia);
    return [{ path, bytes: path.endsWith('.gz') ? null : found.size }];
  } catch (cause) {
    return [unlisted(path, cause as NodeJS.ErrnoException)];
  }
}

async function listedFolder(folder: string, withMedia: boolean): Promise<readonly (ListedFile | Arrival)[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ path }) => !/(^|[/\\])\.[^/\\]/.test(path.slice(folder.length)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  // a record keeps what was added to it: its own files are no reports
  const records = entries
    .filter(({ entry }) => entry.name === 'journal.jsonl')
    .map(({ path }) => dirname(path))
    .filter((place) => entries.some(({ path }) => path === join(place, 'evidence')));
  const isOfRecord = (path: string): boolean => records.some((place) => path.startsWith(place + sep));
  const real = entries.some(({ entry }) => entry.isSymbolicLink()) ? await realpath(folder) : folder;
  const files: (ListedFile | Arrival)[] = [];
  for (const { entry, path } of entries.filter((each) => !isOfRecord(each.path)))
    files.push(...(await listedEntry(entry, path, real, withMedia)));
  if (files.length > 0) return files;
  const message = `No file of a known ending (.txt, .html, .pdf, .jsonl …) stands in ${folder}.`;
  return [failed('ingest/no-reports', message, { source: folder })];
}

async function listedEntry(
  entry: Dirent,
  path: string,
  folder: string,
  withMedia: boolean,
): Promise<readonly (ListedFile | Arrival)[]> {
  if (entry.isSymbolicLink()) return await listedLink(path, folder);
  if (!entry.isFile() || !isWorthOpening(path)) return [];
  if (!withMedia && formatByEnding(path) === 'media') return [];
  return await listed(path, withMedia);
}

async function listedLink(path: string, folder: string): Promise<readonly Arrival[]> {
  try {
    const target = await realpath(path);
    if (target === folder || target.startsWith(folder + sep)) return [];
    const message = `${path} is a link that leads out of the folder, to ${target}; name that itself if it is to be read.`;
    return [failed('ingest/link-outside', message, { source: path })];
  } catch (cause) {
    return [unlisted(path, cause as NodeJS.ErrnoException)];
  }
}

function unlisted(source: string, cause: NodeJS.ErrnoException): Arrival {
  if (cause.code === 'ENOENT') return failed('ingest/not-found', `There is no file ${source}.`, { source });
  return failed('ingest/unreadable', `${source} could not be read: ${cause.message}.`, { source });
}
