/**
 * What a feed links to: RSS, Atom, RDF and JSON feeds, and OPML lists of feeds. Only links and ids are taken; the pages
 * behind them are what is kept and read. The parser loses items of broken XML in silence, so they are counted.
 */
import type { parseFeed as parseAnyFeed } from 'feedsmith';
import { decode } from '../ingest/decode.ts';
import { CaptureRefusal } from './refusal.ts';

export interface FeedItem {
  /** By what the feed tells the item from others: its id, else its link. */
  readonly key: string;
  /** Absolute. */
  readonly link: string;
}

export interface FeedLink {
  readonly url: string;
  readonly title?: string;
}

/** So many items of one feed are taken, the first ones: feeds have tens, seldom hundreds. */
const MAX_ITEMS = 2000;
const MAX_FEEDS = 10_000;

/**
 * The items of a feed that came from `address`, and how many it holds that could not be read or have no link; null where
 * the bytes are no feed.
 */
export async function parseFeed(
  bytes: Uint8Array,
  address: string,
): Promise<{ items: FeedItem[]; lost: number } | null> {
  const text = await textOf(bytes);
  if (text === null || !/^\s*(?:<|\{)/.test(text.slice(0, 2000))) return null;
  const { parseFeed: parse } = await import('feedsmith');
  const found = attempt(() => parse(text));
  if (!found) return null;
  const links = linksOf(found);
  const items = links.flatMap(({ id, link }): FeedItem[] => {
    if (!link || !URL.canParse(link, address)) return [];
    const url = new URL(link, address).href;
    return [{ key: id || url, link: url }];
  });
  const written =
    found.format === 'json' ? links.length : (text.match(/<(?:\w+:)?(?:item|entry)[\s>]/g) ?? []).length;
  return { items: items.slice(0, MAX_ITEMS), lost: Math.max(0, written - items.length) };
}

/** The feeds of an OPML list, whatever groups they stand in, each once. Throws a refusal for what is no OPML. */
export async function parseOpml(bytes: Uint8Array): Promise<FeedLink[]> {
  const text = await textOf(bytes);
  const { parseOpml: parse } = await import('feedsmith');
  const opml = text === null ? undefined : attempt(() => parse(text));
  if (!opml) {
    throw new CaptureRefusal(
      'capture/feed-broken',
      'This is no OPML list of feeds: it should begin with <opml> and hold outlines with an xmlUrl.',
    );
  }
  const feeds = new Map<string, FeedLink>();
  const visit = (outlines: readonly Outline[]): void => {
    for (const { xmlUrl, text: label, title, outlines: inner } of outlines) {
      const name = title ?? label;
      if (xmlUrl && !feeds.has(xmlUrl) && feeds.size < MAX_FEEDS)
        feeds.set(xmlUrl, { url: xmlUrl, ...(name ? { title: name } : {}) });
      visit(inner ?? []);
    }
  };
  visit((opml.body?.outlines ?? []) as readonly Outline[]);
  return [...feeds.values()];
}

interface Outline {
  readonly xmlUrl?: string;
  readonly text?: string;
  readonly title?: string;
  readonly outlines?: readonly Outline[];
}

async function textOf(bytes: Uint8Array): Promise<string | null> {
  return (await decode(bytes))?.text ?? null;
}

/** The parser says by an exception that it cannot read something. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

type Parsed = ReturnType<typeof parseAnyFeed<string>>;

function linksOf(found: Parsed): { id?: string | undefined; link?: string | undefined }[] {
  switch (found.format) {
    case 'rss':
      return (found.feed.items ?? []).map(({ guid, link }) => ({
        id: guid?.value,
        link: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
      }));
    case 'atom':
      return (found.feed.entries ?? []).map(({ id, links }) => ({ id, link: pageOf(links ?? []) }));
    case 'rdf':
      return (found.feed.items ?? []).map(({ link }) => ({ link }));
    case 'json':
      return (found.feed.items ?? []).map(({ id, url, external_url }) => ({ id, link: url ?? external_url }));
    default:
      return found satisfies never;
  }
}

/** Of an entry's links the one to its page: without a relation, or an alternate. */
function pageOf(
  links: readonly { readonly href?: string | undefined; readonly rel?: string | undefined }[],
): string | undefined {
  return links.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
}
