/**
 * What is remembered of watched feeds, a small file each in the record's folder. It is no evidence and no decision: where
 * it is lost, feeds are fetched whole once more, and their reports found to be known.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeedState } from '../capture/feed-state.ts';
import type { FeedStates } from '../capture/watch.ts';
import { sha256Of } from '../ingest/arrival.ts';

export function feedFolder(folder: string): FeedStates {
  const pathOf = (url: string): string => join(folder, `${sha256Of(url).slice(0, 32)}.json`);
  return {
    async load(url) {
      try {
        return parseState(await readFile(pathOf(url), 'utf8'), url);
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw cause;
      }
    },
    async save(state) {
      await mkdir(folder, { recursive: true });
      const path = pathOf(state.url);
      await writeFile(`${path}.new`, JSON.stringify(state));
      await rename(`${path}.new`, path);
    },
  };
}

/** Undefined for a file that was cut short or is another feed's. */
function parseState(text: string, url: string): FeedState | undefined {
  try {
    const state = JSON.parse(text) as FeedState;
    return state.url === url && Array.isArray(state.seen) && typeof state.dueMs === 'number'
      ? state
      : undefined;
  } catch {
    return undefined;
  }
}
