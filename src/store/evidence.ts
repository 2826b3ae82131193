/**
 * The bytes of a record as they came, each file under its SHA-256, never changed. A file is written beside its place,
 * fsynced and renamed, so that one that is there is whole, whenever the power went.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './journal-file.ts';

/** Bytes that lie ready beside their place. */
export interface Incoming {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Where they can be read until they are kept or dropped. */
  readonly path: string;
  /** Puts them into their place, unless the same are there; on the disk when it returns. Twice is as good as once. */
  keep(): Promise<void>;
  drop(): Promise<void>;
}

export class Evidence {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Where the bytes of a hash lie, whether or not they do. */
  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  has(sha256: string): boolean {
    return existsSync(this.pathOf(sha256));
  }

  /** Writes bytes beside their place. Throws what the stream or the disk throws. */
  async receive(bytes: AsyncIterable<Uint8Array>): Promise<Incoming> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const path = join(incoming, randomUUID());
    const file = await open(path, 'wx');
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of bytes) {
        hash.update(chunk);
        size += chunk.length;
        await file.writeFile(chunk);
      }
    } catch (cause) {
      await file.close();
      await rm(path, { force: true });
      throw cause;
    }
    await file.close();
    const sha256 = hash.digest('hex');
    const drop = () => rm(path, { force: true });
    const keep = () => this.#keep(path, sha256);
    return { sha256, bytes: size, path, keep, drop };
  }

  async #keep(draft: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    if (this.has(sha256)) {
      await rm(draft, { force: true });
      return;
    }
    const file = await open(draft, 'r+');
    await file.sync();
    await file.close();
    const shelf = join(path, '..');
    const isNewShelf = (await mkdir(shelf, { recursive: true })) !== undefined;
    await rename(draft, path);
    await syncFolder(shelf);
    if (isNewShelf) await syncFolder(this.folder);
  }

  /** What is wrong with the bytes of a hash; null where nothing is. `bytes` is how many there were; null: not known. */
  async faultOf(sha256: string, bytes: number | null): Promise<string | null> {
    const path = this.pathOf(sha256);
    const found = await stat(path).catch(() => null);
    if (!found) return 'is gone';
    if (bytes !== null && found.size !== bytes) return `has ${found.size} bytes where ${bytes} were kept`;
    const now = await sha256Of(createReadStream(path));
    return now === sha256 ? null : `was changed: its SHA-256 is now ${now}`;
  }

  /** For a report that leaves the record. */
  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  /** The hashes of all that is there. */
  async *all(): AsyncGenerator<string> {
    for (const shelf of await readdir(this.folder).catch(() => [])) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const name of await readdir(join(this.folder, shelf))) yield name;
    }
  }

  /** What dead processes left half written, older than a day: another process may be writing right now. */
  async sweep(nowMs: number): Promise<void> {
    const incoming = join(this.folder, 'incoming');
    for (const name of await readdir(incoming).catch(() => [])) {
      const found = await stat(join(incoming, name)).catch(() => null);
      if (found && nowMs - found.mtimeMs > 86_400_000) await rm(join(incoming, name), { force: true });
    }
  }
}

export async function sha256Of(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
