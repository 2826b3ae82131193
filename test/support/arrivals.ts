/** What came of some bytes, for tests of the forms. */
import assert from 'node:assert/strict';
import type { Arrival, Arrived } from '../../src/ingest/arrival.ts';
import { ingestBytes, type ReadOptions } from '../../src/ingest/ingest.ts';

export function arrivalsIn(
  file: string,
  content: string | Uint8Array,
  options?: ReadOptions & { readonly mediaType?: string; readonly url?: string },
): Promise<Arrival[]> {
  const bytes = Buffer.from(content as string);
  const { mediaType, url } = options ?? {};
  return Array.fromAsync(ingestBytes({ file, bytes, mediaType, url }, options));
}

/** The reports; fails where one did not arrive. */
export async function reportsIn(...args: Parameters<typeof arrivalsIn>): Promise<Arrived[]> {
  const all = await arrivalsIn(...args);
  return all.map((arrival) =>
    arrival.ok ? arrival : assert.fail(`${arrival.error.code}: ${arrival.error.message}`),
  );
}

/** Of each the way in, and its text or the code of its failure. */
export async function toldIn(...args: Parameters<typeof arrivalsIn>): Promise<(readonly [string, string])[]> {
  const [file] = args;
  return (await arrivalsIn(...args)).map((arrival) =>
    arrival.ok
      ? [arrival.original.inside, arrival.report.text]
      : [(arrival.report.source ?? '').replace(file, ''), arrival.error.code],
  );
}

export function codesOf({ problems }: Arrived): string[] {
  return problems.map(({ code }) => code);
}
