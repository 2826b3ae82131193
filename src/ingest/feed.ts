/**
 * Feeds (RSS, Atom, RDF) as the reports of their items. Read as a tree of tags that forgives what real feeds get wrong (a
 * bare "&", a tag left open), so that no item is lost without a word. A feed that declares entities of its own is
 * refused: no feed needs them, and they are how a feed becomes a bomb or reads files (XXE).
 */
import type { Arrival } from './arrival.ts';
import { Refusal } from './bounds.ts';
import { fragmentOf } from './html.ts';
import { arrivedFrom, type FormReader, type Found, type Item, type Visit } from './item.ts';
import { isoMoment } from './page/moment.ts';
import { elementsOf, type PageElement, parseTree, squeeze, textUnder } from './page/tree.ts';
import { decodedOf } from './text.ts';

export const readFeed: FormReader = async function* (item, visit) {
  const { bytes, decoded } = await decodedOf(item, visit);
  if (/<!ENTITY/i.test(decoded.text)) {
    throw new Refusal(
      'ingest/entities-refused',
      'The feed declares entities of its own, which is how feeds are made to fill memory or to read files; it was not read.',
    );
  }
  const { maxTagDepth } = visit.bounds;
  const root = parseTree(decoded.text, { xml: true, maxDepth: maxTagDepth });
  const channel = firstLocal(root, /^(channel|feed)$/);
  if (!channel)
    throw new Refusal('ingest/feed-broken', 'There is no <channel> and no <feed> in it, so it is no feed.');
  const entries = [...elementsOf(root, isEntry)];
  const outlet = textOf(channel, /^title$/);
  const language = textOf(channel, /^language$/) ?? channel.attributes['xml:lang'];
  for (const [i, entry] of entries.entries()) {
    const found = foundIn(entry, { outlet, language, maxDepth: maxTagDepth });
    const place = { form: 'feed', mediaType: mediaTypeOf(channel), encoding: decoded.encoding } as const;
    const problems = i === 0 ? decoded.problems : [];
    yield arrivedFrom(item, bytes, { ...found, problems }, { ...place, fragment: `#item-${i + 1}` });
  }
};

function mediaTypeOf(channel: PageElement): string {
  return localName(channel) === 'feed' ? 'application/atom+xml' : 'application/rss+xml';
}

/** Letters of a title, a name or an address that are looked at. */
const MAX_LINE = 5000;

interface Channel {
  readonly outlet: string | undefined;
  readonly language: string | undefined;
  readonly maxDepth: number;
}

/** Where the whole text may stand, the fullest first. */
const CONTENTS = [/^content:encoded$/, /^content$/, /^(?:summary|description)$/, /^media:description$/];

function foundIn(entry: PageElement, { outlet, language, maxDepth }: Channel): Found {
  const title = textOf(entry, /^title$/);
  const content = CONTENTS.map((name) => childOf(entry, name)).find(
    (each) => each && textUnder(each, MAX_LINE).trim() !== '',
  );
  const published = textOf(entry, /^(pubDate|published|dc:date|issued)$/) ?? textOf(entry, /^updated$/);
  const updated = textOf(entry, /^(updated|modified|dcterms:modified)$/);
  const author = childOf(entry, /^(dc:creator|author)$/);
  const byline = author && (textOf(author, /^name$/) ?? squeeze(textUnder(author, 300)));
  const publisher = textOf(entry, /^(source|dc:publisher)$/) ?? outlet;
  const moment = updated && isoMoment(updated);
  return {
    text: content ? fragmentOf(markupOf(content), maxDepth) : '',
    title: title && fragmentOf(title, maxDepth),
    published: published && (isoMoment(published) ?? published),
    url: linkOf(entry),
    masthead: {
      ...(byline ? { byline } : {}),
      ...(publisher ? { publisher } : {}),
      ...(moment ? { updated: moment } : {}),
      ...(language ? { statedLanguage: language } : {}),
    },
  };
}

/**
 * Markup as text, or as tags of its own where the feed has it so (XHTML). An item that stands in it, because a tag was
 * left open, is one of its own and no part of it.
 */
function markupOf(content: PageElement): string {
  if (content.children.every((child) => child.kind === 'text')) return textUnder(content);
  const parts: string[] = [];
  const stack: (PageElement['children'][number] | string)[] = [...content.children].reverse();
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') parts.push(node);
    else if (node.kind === 'text') parts.push(node.data.replace(/&/g, '&amp;').replace(/</g, '&lt;'));
    else if (!isEntry(node)) {
      const name = localName(node);
      parts.push(`<${name}>`);
      stack.push(`</${name}>`, ...[...node.children].reverse());
    }
  }
  return parts.join('');
}

function isEntry(element: PageElement): boolean {
  return /^(item|entry)$/.test(localName(element));
}

function linkOf(entry: PageElement): string | undefined {
  const links = entry.children.filter(
    (child): child is PageElement => child.kind === 'element' && child.name === 'link',
  );
  const best =
    links.find(({ attributes }) => attributes.rel === 'alternate' || attributes.rel === undefined) ??
    links[0];
  const link = best?.attributes.href ?? (best && squeeze(textUnder(best, 2000)));
  const guid = textOf(entry, /^(guid|id)$/);
  return [link, guid].find((each) => each && /^https?:\/\//.test(each));
}

function localName({ name }: PageElement): string {
  return name.replace(/^(?:rss|atom|rdf|a|x?html):/, '');
}

function firstLocal(root: PageElement, pattern: RegExp): PageElement | undefined {
  for (const element of elementsOf(root, (each) => pattern.test(localName(each)))) return element;
  return undefined;
}

function childOf(parent: PageElement, pattern: RegExp): PageElement | undefined {
  return parent.children.find(
    (child): child is PageElement => child.kind === 'element' && pattern.test(localName(child)),
  );
}

function textOf(parent: PageElement, pattern: RegExp): string | undefined {
  const child = childOf(parent, pattern);
  return (child && squeeze(textUnder(child, MAX_LINE))) || undefined;
}

interface JsonFeed {
  readonly title?: unknown;
  readonly language?: unknown;
  readonly items?: unknown;
}

/** The reports of a JSON Feed (jsonfeed.org, 1.0 and 1.1). */
export function* reportsInJsonFeed(
  feed: JsonFeed,
  bytes: Uint8Array,
  item: Item,
  visit: Visit,
): Generator<Arrival> {
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() ? value : undefined;
  const items = Array.isArray(feed.items) ? feed.items : [];
  for (const [i, entry] of items.entries()) {
    const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    const html = text(fields.content_html);
    const authors = (Array.isArray(fields.authors) ? fields.authors : [fields.author]) as ({
      name?: unknown;
    } | null)[];
    const byline = authors
      .map((author) => text(author?.name))
      .filter(Boolean)
      .join(', ');
    const published = text(fields.date_published);
    const updated = isoMoment(text(fields.date_modified) ?? '');
    const [outlet, language] = [text(feed.title), text(fields.language) ?? text(feed.language)];
    const found: Found = {
      text: html
        ? fragmentOf(html, visit.bounds.maxTagDepth)
        : (text(fields.content_text) ?? text(fields.summary) ?? ''),
      title: text(fields.title),
      published: published && (isoMoment(published) ?? published),
      url: text(fields.url),
      masthead: {
        ...(byline ? { byline } : {}),
        ...(outlet ? { publisher: outlet } : {}),
        ...(updated ? { updated } : {}),
        ...(language ? { statedLanguage: language } : {}),
      },
    };
    const place = { form: 'feed', mediaType: 'application/feed+json', encoding: 'utf-8' } as const;
    yield arrivedFrom(item, bytes, found, { ...place, fragment: `#item-${i + 1}` });
  }
}
