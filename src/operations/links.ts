/** Pages and feeds behind links, as sources to be added: what is fetched, and how it came. */

import { type FeedItem, parseFeed } from '../capture/feed.ts';
import type { CaptureRecord, Fetcher } from '../capture/fetcher.ts';
import { streamOf } from '../ingest/bytes.ts';
import type { Failure } from '../model/problems.ts';
import type { Source, SourceFailure } from './sources.ts';

/** Whether something that was named is a link and no path. */
export function isLink(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** The page behind a link; of a feed the pages of its items. */
export async function* linkSources(
  link: string,
  fetcher: Fetcher,
  signal?: AbortSignal,
): AsyncGenerator<Source | SourceFailure> {
  const fetched = await fetcher.fetch(link, {}, signal);
  if (fetched.kind !== 'bytes') {
    if (fetched.kind === 'failure') yield failureAt(link, fetched.error);
    return;
  }
  const { bytes, capture } = fetched;
  const feed = await parseFeed(bytes, capture.finalUrl);
  if (!feed) {
    yield pageSource(bytes, capture);
    return;
  }
  if (feed.lost > 0) {
    const message = `${feed.lost} items of the feed could not be read or have no link; the other ${feed.items.length} were.`;
    yield failureAt(link, { code: 'capture/feed-broken', message });
  }
  for (const item of feed.items) yield* itemSources(item, fetcher, signal);
}

async function* itemSources(
  { link }: FeedItem,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
): AsyncGenerator<Source | SourceFailure> {
  const fetched = await fetcher.fetch(link, {}, signal);
  if (fetched.kind === 'bytes') yield pageSource(fetched.bytes, fetched.capture);
  if (fetched.kind === 'failure') yield failureAt(link, fetched.error);
}

export function pageSource(bytes: Uint8Array, capture: CaptureRecord): Source {
  const { url, finalUrl, headers } = capture;
  const name = new URL(finalUrl).pathname.split('/').findLast(Boolean) ?? 'page';
  return {
    from: url,
    name,
    bytes: bytes.length,
    open: () => streamOf(bytes),
    isRepeatable: true,
    mediaType: headers['content-type'],
    url: finalUrl,
    transfer: transferOf(capture),
  };
}

/** As the journal keeps it. */
function transferOf({
  finalUrl,
  redirects,
  status,
  headers,
  remoteAddress,
  fetchedAt,
  tool,
}: CaptureRecord): NonNullable<Source['transfer']> {
  return {
    fetchedAt,
    status,
    finalUrl,
    remoteAddress,
    tool,
    headers: Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(redirects.length > 0 ? { redirects: redirects.map((hop) => `${hop.status} ${hop.url}`) } : {}),
  };
}

export function failureAt(link: string, error: Failure): SourceFailure {
  return { ok: false, error, report: { source: link, url: link } };
}
