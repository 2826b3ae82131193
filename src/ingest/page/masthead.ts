/**
 * What a page says of itself: title, byline, publisher, days. First what it tells machines (JSON-LD, OpenGraph and other
 * meta tags, microdata), which was written for that purpose, then what its readers see.
 */
import type { Masthead } from '../arrival.ts';
import { type StatedArticle, statedArticle } from './json-ld.ts';
import { isoMoment, visibleDay } from './moment.ts';
import { isByline, isNamedNoise } from './noise.ts';
import { elementsOf, firstNamed, type PageElement, squeeze, textUnder } from './tree.ts';

export interface PageHead extends Pick<Masthead, 'byline' | 'publisher' | 'updated' | 'statedLanguage'> {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly articleBody?: string | undefined;
  readonly isPaid: boolean;
}

const PUBLISHED =
  'article:published_time datepublished og:article:published_time og:published_time publication_date publish-date publishdate date dc.date dc.date.issued dcterms.created dcterms.date pubdate parsely-pub-date sailthru.date article.published cxenseparse:recs:publishtime'.split(
    ' ',
  );
const UPDATED =
  'article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified dc.date.modified article.updated revised'.split(
    ' ',
  );
const AUTHORS =
  'author article:author byl parsely-author sailthru.author dc.creator dcterms.creator citation_author twitter:creator'.split(
    ' ',
  );
const SITES =
  'og:site_name application-name publisher dc.publisher dcterms.publisher article:publisher twitter:app:name:iphone'.split(
    ' ',
  );
/** Between a headline and the name of its site. */
const JOINT = /\s+(?:[|–—·»:•]|-{1,2})\s+/;

/** What the page says of itself; `root` is the whole document. */
export function pageHeadOf(root: PageElement): PageHead {
  const stated = statedArticle(root);
  const meta = metaOf(root);
  const seen = seenOf(root);
  const language = firstNamed(root, 'html')?.attributes.lang;
  const { title, site } = titleOf(root, stated, meta);
  const first = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find(Boolean);
  const url = canonicalOf(root) ?? meta.get('og:url') ?? stated?.url;
  const published =
    moment(stated?.published) ??
    firstMoment(PUBLISHED, meta) ??
    seen.published ??
    visibleDayOf(seen.dates, language) ??
    dayInUrl(url);
  const updated = moment(stated?.modified) ?? firstMoment(UPDATED, meta) ?? seen.updated;
  const byline = cleanByline(stated?.authors.join(', ') || personIn(first(AUTHORS)) || seen.byline);
  const publisher =
    outlet(stated?.publisher ?? first(SITES)) ?? site ?? seen.publisher ?? copyrightHolder(root);
  return {
    isPaid: stated?.isPaid ?? false,
    ...(title ? { title: withoutPrefix(title, publisher) } : {}),
    ...(published ? { published } : {}),
    ...(url && /^https?:/.test(url) ? { url } : {}),
    ...(stated?.body ? { articleBody: stated.body } : {}),
    ...(byline ? { byline } : {}),
    ...(publisher ? { publisher } : {}),
    ...(updated ? { updated } : {}),
    ...(language && /^[a-z]{2,3}(-|$)/i.test(language) ? { statedLanguage: language } : {}),
  };
}

/** Meta tags by name in lower case, the first of each. */
function metaOf(root: PageElement): Map<string, string> {
  const meta = new Map<string, string>();
  for (const { attributes } of elementsOf(root, ({ name }) => name === 'meta')) {
    const { content } = attributes;
    const key = (
      attributes.property ??
      attributes.name ??
      attributes.itemprop ??
      attributes['http-equiv']
    )?.toLowerCase();
    if (key && content?.trim() && !meta.has(key)) meta.set(key, squeeze(content));
  }
  return meta;
}

function moment(text: string | undefined): string | undefined {
  return text ? isoMoment(text) : undefined;
}

function firstMoment(names: readonly string[], meta: Map<string, string>): string | undefined {
  for (const name of names) {
    const found = moment(meta.get(name));
    if (found) return found;
  }
  return undefined;
}

/** What stands on the page itself, in microdata or by the names of its elements. */
interface Seen {
  published?: string;
  updated?: string;
  byline?: string;
  publisher?: string;
  /** Lines that are likely to hold a date, in the order of the page. */
  readonly dates: string[];
}

/** Names of elements that hold the day on which a page was published. */
const DATES =
  /(?:^|[\s_-])(?:date|datetime|dateline|published|pubdate|publish|posted|timestamp|time|byline|meta|entry-meta|submitted)(?=$|[\s_-])/i;

function seenOf(root: PageElement): Seen {
  const seen: Seen = { dates: [] };
  for (const element of elementsOf(root, undefined, isApart)) {
    const { attributes, name } = element;
    const property = attributes.itemprop?.toLowerCase();
    const value = (): string => attributes.content ?? attributes.datetime ?? lineOf(element);
    if (property === 'datepublished') seen.published ??= moment(value()) ?? seen.published!;
    else if (property === 'datemodified') seen.updated ??= moment(value()) ?? seen.updated!;
    else if (property === 'author') seen.byline ??= nameIn(element);
    else if (property === 'publisher') seen.publisher ??= nameIn(element);
    else if (name === 'time' && attributes.datetime) seeTime(element, seen);
    if (attributes.rel === 'author' && name === 'a') seen.byline ??= lineOf(element);
    seeNamed(element, seen);
  }
  return seen;
}

/** The text of an element that should hold a line or less. */
function lineOf(element: PageElement): string {
  return squeeze(textUnder(element, 500));
}

function isApart(element: PageElement): boolean {
  const { name } = element;
  if (/^(script|style|nav|aside|footer)$/.test(name)) return true;
  return name !== 'time' && name !== 'header' && isNamedNoise(element) && !isByline(element);
}

function seeTime(element: PageElement, seen: Seen): void {
  const found = moment(element.attributes.datetime);
  if (!found) return;
  const around = `${element.attributes.class ?? ''} ${element.parent?.attributes.class ?? ''} ${element.parent ? lineOf(element.parent).slice(0, 40) : ''}`;
  if (/updat|modif|edited|تحديث/i.test(around) && !/publish|posted|نشر/i.test(around)) seen.updated ??= found;
  else seen.published ??= found;
}

function seeNamed(element: PageElement, seen: Seen): void {
  const called = `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`;
  if (called === ' ') return;
  const isAuthor = /(?:^|[\s_-])(?:byline|author|authors|author-name|by|writer|reporter)(?=$|[\s_-])/i.test(
    called,
  );
  if (!isAuthor && !DATES.test(called)) return;
  const text = lineOf(element);
  if (text.length === 0 || text.length > 200) return;
  if (seen.dates.length < 20) seen.dates.push(text);
  if (isAuthor && text.length <= 100) seen.byline ??= text;
}

function nameIn(element: PageElement): string {
  for (const inner of elementsOf(element, ({ attributes }) => attributes.itemprop === 'name')) {
    return inner.attributes.content ?? lineOf(inner);
  }
  return element.attributes.content ?? lineOf(element);
}

function visibleDayOf(lines: readonly string[], language: string | undefined): string | undefined {
  for (const line of lines) {
    const day = visibleDay(line, language);
    if (day) return day;
  }
  return undefined;
}

/** The headline, and the name of the site where the page's title ends or begins with it. */
function titleOf(
  root: PageElement,
  stated: StatedArticle | undefined,
  meta: Map<string, string>,
): { readonly title?: string | undefined; readonly site?: string | undefined } {
  const titleElement = firstNamed(root, 'title');
  const whole = titleElement ? lineOf(titleElement) : '';
  const headings = [...elementsOf(root, ({ name }) => name === 'h1')].map(lineOf);
  const headline =
    stated?.headline ?? meta.get('og:title') ?? meta.get('twitter:title') ?? meta.get('dc.title');
  const parts = whole.split(JOINT);
  // of a title in parts the headline is the one that the page heads its text with, else the longest
  const shown = headings.find(
    (heading) => heading.length >= 8 && (whole.includes(heading) || headline?.includes(heading)),
  );
  const site = siteOf(parts, shown ?? headline);
  if (shown) return { title: shown, site };
  const alone = headings.length === 1 && headings[0]!.length >= 15 ? headings[0] : undefined;
  const cut = headline ? withoutSite(headline, site ?? meta.get('og:site_name')) : undefined;
  const own = site ? parts.filter((part) => part !== site).join(' – ') : whole;
  return { title: cut ?? alone ?? (own || headings[0]), site };
}

function siteOf(parts: readonly string[], headline: string | undefined): string | undefined {
  if (parts.length < 2) return undefined;
  const candidate = parts.at(-1)!;
  if (headline && !headline.includes(candidate) && candidate.length <= 40) return candidate;
  return !headline && candidate.length <= 30 && candidate.split(' ').length <= 4 ? candidate : undefined;
}

function withoutSite(headline: string, site: string | undefined): string {
  const parts = headline.split(JOINT);
  const last = parts.at(-1)!;
  const isSite = site && parts.length > 1 && last.toLowerCase() === site.toLowerCase();
  return isSite ? headline.slice(0, headline.lastIndexOf(last)).replace(/\s*[|–—·»:•-]+\s*$/, '') : headline;
}

/** "The Morrow: Nine die in Orlu" → "Nine die in Orlu" */
function withoutPrefix(title: string, publisher: string | undefined): string {
  const start = publisher && title.startsWith(publisher) ? title.slice(publisher.length) : '';
  const [, rest] = /^\s*[:|–—-]\s+(\S.*)$/s.exec(start) ?? [];
  return rest ?? title;
}

function canonicalOf(root: PageElement): string | undefined {
  for (const { attributes } of elementsOf(root, ({ name }) => name === 'link')) {
    if (attributes.rel?.toLowerCase() === 'canonical' && attributes.href) return attributes.href;
  }
  return undefined;
}

function dayInUrl(url: string | undefined): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\/|-|$)/.exec(url ?? '') ?? [];
  return year ? isoMoment(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`) : undefined;
}

function personIn(text: string | undefined): string | undefined {
  return text && !/^https?:|^@/.test(text) ? text : undefined;
}

function outlet(text: string | undefined): string | undefined {
  return text && !/^https?:|^@/.test(text) ? text : undefined;
}

/** Words before the names in a byline ("By", "بقلم"), and what may follow them: a day, a place after a bar. */
const BY =
  /^\s*(?:(?:written|posted|reported|published) )?(?:by|author|por|par|von|da|door|автор|بقلم|كتب|מאת)\s*[:：]?\s+/iu;
const AFTER_NAMES = [
  /\s+[|•·–—]\s+.*$|\s*\|.*$/s,
  /(?:,\s*|\s+)?(?:(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|published|updated|posted)\b.*$/is,
  /(?:,\s*|\s+)?\(?(?:\d{1,2}[ /.-]\S+[ /.-]\d{4}|\p{L}+ \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}).*$/su,
  /[\s,;|-]+$/,
];

/** "By Ines Maro in Velstad | 10 March 2025" → "Ines Maro in Velstad"; undefined where no name is left. */
function cleanByline(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const bare = AFTER_NAMES.reduce((rest, after) => rest.replace(after, ''), text.replace(BY, ''));
  return /\p{L}{2}/u.test(bare) && bare.length <= 150 ? squeeze(bare) : undefined;
}

/** "© 2025 The Morrow. All rights reserved." → "The Morrow", from the last such line of the page. */
function copyrightHolder(root: PageElement): string | undefined {
  const lines = [...elementsOf(root, hasOwnCopyright)].map(lineOf);
  for (const line of lines.reverse()) {
    const [, holder] = COPYRIGHT.exec(line) ?? [];
    const name = holder?.replace(/\b(?:19|20)\d{2}\b|all rights reserved/gi, '').trim();
    if (name && /\p{Lu}|[\u0590-\u06ff]/u.test(name)) return name;
  }
  return undefined;
}

const COPYRIGHT =
  /(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2,4})?)?[\s,.:-]*([^.|©,]{2,60})/i;

function hasOwnCopyright({ name, children }: PageElement): boolean {
  if (name === 'script' || name === 'style') return false;
  return children.some((child) => child.kind === 'text' && /©|\(c\) |copyright/i.test(child.data));
}
