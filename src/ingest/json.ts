/** JSON that is one value: a report, a list of reports, a JSON Feed, a Telegram export. Which, its shape says. */
import type { Arrival } from './arrival.ts';
import { Refusal } from './bounds.ts';
import { streamOf } from './bytes.ts';
import { reportsInJsonFeed } from './feed.ts';
import type { FormReader, Item, Visit } from './item.ts';
import { arrivalOf, readJsonl } from './jsonl.ts';
import { reportsInExport } from './telegram.ts';
import { decodedOf } from './text.ts';

export const readJson: FormReader = async function* (item, visit) {
  const { bytes, decoded } = await decodedOf(item, visit);
  let value: unknown;
  try {
    value = JSON.parse(decoded.text);
  } catch (cause) {
    // many values, one a line, under a name that says otherwise
    if (isLines(decoded.text))
      return yield* readJsonl({ ...item, bytes: streamOf(bytes) }, { ...visit, count: () => {} });
    throw new Refusal('ingest/json-broken', `The file is not JSON: ${(cause as Error).message}`, { cause });
  }
  yield* reportsIn(value, bytes, item, visit);
};

function isLines(text: string): boolean {
  const first = /^\s*(\{[^\n]*\})\s*\n/.exec(text.slice(0, 1_000_000))?.[1];
  try {
    return first !== undefined && typeof JSON.parse(first) === 'object';
  } catch {
    return false;
  }
}

function* reportsIn(value: unknown, bytes: Uint8Array, item: Item, visit: Visit): Generator<Arrival> {
  if (Array.isArray(value)) {
    for (const [i, each] of value.entries()) {
      yield arrivalOf(each, item, bytes, { fragment: `#${i + 1}`, what: `Entry ${i + 1}` });
    }
    return;
  }
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (String(fields.version ?? '').includes('jsonfeed.org'))
    yield* reportsInJsonFeed(fields, bytes, item, visit);
  else if (Array.isArray(fields.messages) || typeof fields.chats === 'object') {
    yield* reportsInExport(fields, bytes, item);
  } else yield arrivalOf(value, item, bytes, { fragment: '', what: 'The file' });
}
