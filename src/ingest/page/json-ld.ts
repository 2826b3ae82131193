/** What a page tells search engines of its article, in JSON-LD scripts of schema.org's vocabulary. */
import { elementsOf, type PageElement, squeeze, textUnder } from './tree.ts';

export interface StatedArticle {
  readonly headline?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
  readonly authors: readonly string[];
  readonly publisher?: string | undefined;
  readonly body?: string | undefined;
  readonly url?: string | undefined;
  readonly isPaid: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const ARTICLE = /Article|Posting|Report|Blog/;
const PAGE = /WebPage/;

/** The article that a page's scripts tell of; undefined where there is none. */
export function statedArticle(root: PageElement): StatedArticle | undefined {
  const nodes: Fields[] = [];
  for (const script of elementsOf(root, isJsonLd)) {
    const source = textUnder(script);
    const parsed = parse(source);
    if (parsed === undefined) nodes.push(...salvaged(source));
    else collect(parsed, nodes, 0);
  }
  const typed = (pattern: RegExp): Fields[] => nodes.filter((node) => pattern.test(typeOf(node)));
  const article = typed(ARTICLE).sort((a, b) => fullness(b) - fullness(a))[0] ?? typed(PAGE)[0];
  if (!article) return undefined;
  const page = typed(PAGE)[0] ?? {};
  const organisation = typed(/Organization|NewsMediaOrganization/)[0];
  return {
    headline: textOf(article.headline) ?? textOf(article.name),
    published: textOf(article.datePublished) ?? textOf(page.datePublished) ?? textOf(article.dateCreated),
    modified: textOf(article.dateModified) ?? textOf(page.dateModified),
    authors: namesOf(article.author ?? article.creator, nodes),
    publisher:
      namesOf(article.publisher ?? article.sourceOrganization, nodes)[0] ?? namesOf(organisation, nodes)[0],
    body: textOf(article.articleBody),
    url: textOf(article.url) ?? textOf((article.mainEntityOfPage as Fields | undefined)?.['@id']),
    isPaid: /^false$/i.test(String(article.isAccessibleForFree ?? '')),
  };
}

function isJsonLd({ name, attributes }: PageElement): boolean {
  return name === 'script' && /^application\/ld\+json/i.test(attributes.type ?? '');
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*(<!--|\/\/<!\[CDATA\[)|(-->|\/\/\]\]>)\s*$/g, ''));
  } catch {
    return undefined;
  }
}

/** Of a script that is no JSON (a trailing comma, a raw line break) the few fields that can be seen. */
function salvaged(source: string): Fields[] {
  const field = (name: string): string | undefined =>
    new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]{1,300})"`).exec(source)?.[1];
  const fields = Object.fromEntries(
    ['headline', 'datePublished', 'dateModified'].map((name) => [name, field(name)]),
  );
  const publisher = /"publisher"\s*:\s*\{[^{}]*"name"\s*:\s*"([^"\\]{1,200})"/.exec(source)?.[1];
  return [{ '@type': 'Article', ...fields, publisher }];
}

/** All objects of a value, from the outside in, to a depth that no honest page exceeds. */
function collect(value: unknown, into: Fields[], depth: number): void {
  if (depth > 6 || into.length > 500 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, into, depth + 1);
    return;
  }
  const fields = value as Fields;
  into.push(fields);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'publisher', 'author']) {
    collect(fields[key], into, depth + 1);
  }
}

function typeOf({ '@type': type }: Fields): string {
  return Array.isArray(type) ? type.join(' ') : String(type ?? '');
}

function fullness(node: Fields): number {
  return ['headline', 'datePublished', 'articleBody', 'author'].filter((key) => node[key] !== undefined)
    .length;
}

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim()
    ? squeeze(first.replace(/<[^>]{0,200}>/g, ' '))
    : undefined;
}

/** The names of people or organisations, given as text, as objects or by reference to another node. */
function namesOf(value: unknown, nodes: readonly Fields[]): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((each) => {
    if (typeof each === 'string') return each.trim() && !/^https?:/.test(each) ? [squeeze(each)] : [];
    if (typeof each !== 'object' || each === null) return [];
    const { name, '@id': id } = each as Fields;
    const named = textOf(name) ?? textOf(nodes.find((node) => node['@id'] === id && node.name)?.name);
    return named ? [named] : [];
  });
}
