/** A web page as a report: its article's title, day of publication and text; menus, adverts and scripts left out. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { problemOf } from '../model/problems.ts';
import { failed, idOf } from './arrival.ts';
import type { Opening } from './dateline.ts';
import { arrivedFrom, type FormReader, sourceOf } from './item.ts';
import { decodedOf } from './text.ts';

/** What is used of a DOM here; linkedom brings no types of its own for it. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly lastChild: PageNode | null;
  readonly previousSibling: PageNode | null;
}
interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
}
interface PageDocument {
  readonly body: PageNode | null;
  readonly documentElement: PageNode;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const readHtml: FormReader = async function* (item, visit) {
  const { bytes, decoded } = await decodedOf(item, visit);
  const page = parseHtml(decoded.text);
  if (!page.ok) {
    yield failed('ingest/html-broken', page.message, { id: idOf(bytes), source: sourceOf(item) });
    return;
  }
  const { ok: _ok, ...found } = page;
  const problems = [...decoded.problems, ...page.problems];
  const place = { form: 'html', mediaType: 'text/html', encoding: decoded.encoding } as const;
  yield arrivedFrom(item, bytes, { ...found, problems }, place);
};

export type Page = ({ readonly ok: true } & Opening) | { readonly ok: false; readonly message: string };

/** Tags within tags that a page may have; browsers stop at about as many, and the DOM takes quadratic time. */
const MAX_DEPTH = 512;

/** Reads a page. Not ok where its tags nest so deep that no article can be found in it. */
export function parseHtml(html: string): Page {
  if (depthOf(html) > MAX_DEPTH) {
    return { ok: false, message: `The page nests tags more than ${MAX_DEPTH} deep; no browser shows it so.` };
  }
  try {
    return { ok: true, ...articleOf(html) };
  } catch (cause) {
    return { ok: false, message: `No article could be taken from the page (${(cause as Error).message}).` };
  }
}

function articleOf(html: string): Opening {
  const { document } = parseHTML(wholePage(html)) as unknown as { document: PageDocument };
  const published = publishedOf(document);
  const pageTitle = document.querySelector('title')?.textContent?.trim();
  // the body is written down first, since Readability takes the page apart
  const whole = textOf(document.body ?? document.documentElement);
  const article = new Readability<PageNode>(document as never, {
    serializer: (node) => node as never,
  }).parse();
  const text = article?.content ? textOf(article.content) : '';
  const title = squeeze(article?.title ?? '') || pageTitle || '';
  const problems = text
    ? []
    : [problemOf('ingest/no-article', 'No article stands out on the page; all of its text was taken.')];
  return { text: text || whole, ...(title ? { title } : {}), ...(published ? { published } : {}), problems };
}

/** Elements that close themselves: void ones, and those whose end tag HTML lets be left out. */
const SELF_CLOSING = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup path'.split(
    ' ',
  ),
);

/** How deep tags nest at most, at a glance. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (SELF_CLOSING.has(name!.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function wholePage(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
}

/** The day or moment of publication that the page states of itself, as an ISO date or date-time. */
function publishedOf(document: PageDocument): string | undefined {
  const metas =
    'article:published_time,datePublished,date,dc.date,DC.date.issued,pubdate,parsely-pub-date'.split(',');
  const candidates = [
    ...[...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '')?.[1],
    ),
    ...metas.map((name) =>
      document
        .querySelector(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`)
        ?.getAttribute('content'),
    ),
    document.querySelector('time[datetime]')?.getAttribute('datetime'),
  ];
  for (const candidate of candidates) {
    const iso = candidate ? isoMoment(candidate.trim()) : undefined;
    if (iso) return iso;
  }
  return undefined;
}

function isoMoment(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    return text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  }
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (day) return day;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  if (/(Z|GMT|UTC|[+-]\d{4})$/.test(text)) return new Date(time).toISOString();
  const local = new Date(time);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'SVG', 'HEAD']);

/** The text under a node: a blank line between blocks, spaces squeezed. */
function textOf(root: PageNode): string {
  const paragraphs: string[] = [];
  let line = '';
  const close = (): void => {
    const paragraph = line.split('\n').map(squeeze).filter(Boolean).join('\n');
    if (paragraph) paragraphs.push(paragraph);
    line = '';
  };
  // a stack of our own: pages nest deeper than the call stack
  const stack: (PageNode | null)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) close();
    else if (node.nodeType === 3) line += (node.textContent ?? '').replace(/\s+/g, ' ');
    else {
      const name = node.nodeName.toUpperCase();
      if (SILENT.has(name)) continue;
      if (name === 'BR') line += '\n';
      const isBlock = BLOCKS.has(name);
      if (isBlock) close();
      if (isBlock) stack.push(null);
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push(child);
    }
  }
  close();
  return paragraphs.join('\n\n');
}

function squeeze(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ').trim();
}
