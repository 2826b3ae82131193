/**
 * Which lines of a page are its article? Lines that read like prose weigh what they are long; the article is the
 * smallest element that holds most of the weight, found from what a page says of itself (articleBody, <article>, names
 * of classes) or from the top down. Then what stands in it and leads away is taken out: share bars, teasers, bylines,
 * headings with nothing under them. The idea of weights follows Readability (Mozilla) and Boilerpipe (Kohlschütter 2010).
 */
import type { Block } from './blocks.ts';
import {
  isByline,
  isComments,
  isDek,
  isFacts,
  isLabel,
  isNamedBody,
  isNamedNoise,
  isPromo,
} from './noise.ts';
import { isWithin, type PageElement, squeeze } from './tree.ts';

/** What the page says of itself that helps to find its text. */
export interface Hints {
  readonly title?: string | undefined;
  readonly byline?: string | undefined;
  /** The text as a script for search engines has it. */
  readonly articleBody?: string | undefined;
}

export interface Article {
  readonly blocks: readonly Block[];
  /** Whether an article stood out; else the lines are the page's own, menus and the like left out. */
  readonly isFound: boolean;
}

/** Lines above the text in which its lead and the caption of its picture are looked for. */
const MAX_LEAD_LINES = 40;
/** Tags that hold lines of an article one by one; one of them alone is never taken for the whole. */
const LINES = new Set(
  'p li h1 h2 h3 h4 h5 h6 blockquote pre dd dt tr figcaption figure ul ol dl table'.split(' '),
);
const SENTENCE = /[.!?…。؟!?،,;؛:]/;

export function findArticle(all: readonly Block[], body: PageElement, hints: Hints): Article {
  const blocks = withoutNoise(all);
  const weights = sumsOf(blocks, weightOf);
  const root = rootOf(blocks, weights, body, hints);
  const boundary = boundaryOf(root);
  const first = blocks.findIndex(({ container }) => isWithin(container, root));
  const start = Math.max(first - MAX_LEAD_LINES, startOf(blocks, first, root, boundary, hints));
  const kept = blocks.filter((block, i) => {
    if (isWithin(block.container, root)) return true;
    return i >= start && i < first ? isLead(block, boundary) : isSibling(block, root, boundary);
  });
  const told = tidy(kept, hints);
  return told.length > 0 ? { blocks: told, isFound: true } : { blocks, isFound: false };
}

/** How much a line speaks for being prose. */
function weightOf({ kind, text, linkLength }: Block): number {
  const own = text.length - linkLength;
  if (kind === 'heading' || own < text.length * 0.5) return 0;
  if (kind === 'row' || kind === 'item' || kind === 'caption') return own * 0.5;
  return own >= 30 && SENTENCE.test(text) ? own : 0;
}

type Sums = ReadonlyMap<PageElement, number>;

/** The sum of a measure over the lines of each element; elements without any are not in it. Inner ones come first. */
function sumsOf(blocks: readonly Block[], measure: (block: Block) => number): Sums {
  const sums = new Map<PageElement, number>();
  for (const block of blocks) {
    const amount = measure(block);
    if (amount === 0) continue;
    sums.set(block.container, (sums.get(block.container) ?? 0) + amount);
    for (let each = block.container.parent; each && !sums.has(each); each = each.parent) sums.set(each, 0);
  }
  // parents come after their children here, so that each has its whole sum before it is added on
  const inward = [...sums.keys()].sort((a, b) => b.index - a.index);
  for (const element of inward) {
    const { parent } = element;
    if (parent) sums.set(parent, (sums.get(parent) ?? 0) + sums.get(element)!);
  }
  return new Map(inward.map((element) => [element, sums.get(element)!]));
}

/** Lines without those in elements that are something beside the article, unless most of the page stands there. */
function withoutNoise(blocks: readonly Block[]): readonly Block[] {
  const weights = sumsOf(blocks, weightOf);
  const total = weights.values().reduce((most, weight) => Math.max(most, weight), 0);
  const letters = sumsOf(blocks, ({ text }) => text.length);
  const allLetters = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const verdicts = new Map<PageElement, boolean>();
  const isNoise = (element: PageElement): boolean => {
    const known = verdicts.get(element);
    if (known !== undefined) return known;
    const verdict =
      (element.parent !== null && isNoise(element.parent)) ||
      isNoiseItself(element, weights.get(element) ?? 0, total) ||
      (FRAME.has(element.name) && allLetters - (letters.get(element) ?? 0) >= 80);
    verdicts.set(element, verdict);
    return verdict;
  };
  const kept = blocks.filter(({ container }) => !isNoise(container));
  return kept.length > 0 ? kept : blocks;
}

/** Parts of a page that hold no article even where they are most of its prose. */
const FRAME = new Set(['nav', 'footer']);

function isNoiseItself(element: PageElement, weight: number, total: number): boolean {
  if (!isNamedNoise(element)) {
    const isPageHeader = element.name === 'header' && !hasAncestor(element, /^(article|main|section)$/);
    return isPageHeader && weight === 0 && !holds(element, 'h1');
  }
  if (isComments(element) && total - weight >= 200) return true;
  return weight <= total * 0.5;
}

function hasAncestor(element: PageElement, name: RegExp): boolean {
  for (let each = element.parent; each; each = each.parent) if (name.test(each.name)) return true;
  return false;
}

function holds(element: PageElement, name: string): boolean {
  return element.children.some(
    (child) => child.kind === 'element' && (child.name === name || holds(child, name)),
  );
}

/** The element that holds the article. */
function rootOf(
  blocks: readonly Block[],
  weights: Sums,
  body: PageElement,
  { articleBody, title }: Hints,
): PageElement {
  const total = weights.get(body) ?? 0;
  const stated = articleBody ? holderOf(articleBody, blocks) : undefined;
  if (stated && stated !== body) return descend(stated, weights);
  const headed = new Set<PageElement>();
  for (const { kind, container, text } of blocks) {
    if (kind !== 'heading' || !isSameLine(text, title)) continue;
    for (let each: PageElement | null = container; each; each = each.parent) headed.add(each);
  }
  const root = descend(namedBody(weights, total, headed) ?? body, weights);
  return climb(root, blocks, weights, body);
}

/**
 * From an element up to the largest around it in which nothing leads away: the notes, tables and lists of names that
 * stand beside a text belong to it, where teasers of other texts would show by lines that are links.
 */
function climb(from: PageElement, blocks: readonly Block[], weights: Sums, body: PageElement): PageElement {
  const dense = denseLists(blocks);
  const own = blocks.filter(({ container }) => !dense.has(listOf(container)!));
  const letters = sumsOf(own, ({ text }) => text.length);
  const linked = sumsOf(own, ({ linkLength }) => linkLength);
  const links = sumsOf(own, (block) => (isLink(block) ? 1 : 0));
  let root = from;
  while (root.parent && root !== body && root.parent !== body) {
    const { parent } = root;
    const around = (sums: Sums): number => (sums.get(parent) ?? 0) - (sums.get(root) ?? 0);
    const leads = around(links) > 0 || around(linked) > around(letters) * 0.25;
    const grows = (weights.get(parent) ?? 0) > 2 * (weights.get(from) ?? 0);
    if (leads || grows) break;
    root = parent;
  }
  return root;
}

/** Whether a line is a link and nothing else, of more than a word or two. */
function isLink({ text, linkLength }: Block): boolean {
  return text.length >= 15 && linkLength > text.replace(/\s/g, '').length * 0.75;
}

/** The smallest element that holds the lines which stand in a text that the page states elsewhere. */
function holderOf(articleBody: string, blocks: readonly Block[]): PageElement | undefined {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const stated = letters(articleBody);
  const found = blocks.filter(({ text }) => text.length >= 40 && stated.includes(letters(text)));
  const length = found.reduce((sum, { text }) => sum + letters(text).length, 0);
  if (found.length < 2 || length < stated.length * 0.6) return undefined;
  return found.map(({ container }) => container).reduce(commonAncestor);
}

function commonAncestor(a: PageElement, b: PageElement): PageElement {
  const above = new Set<PageElement>();
  for (let each: PageElement | null = a; each; each = each.parent) above.add(each);
  for (let each: PageElement | null = b; each; each = each.parent) if (above.has(each)) return each;
  return a;
}

/** The heaviest element that by tag, item property or class is an article's body; undefined where none holds enough. */
function namedBody(weights: Sums, total: number, headed: ReadonlySet<PageElement>): PageElement | undefined {
  let best: PageElement | undefined;
  let bestScore = 0;
  for (const [element, weight] of weights) {
    const trust = trustIn(element);
    if (trust === 0 || weight < total * 0.35) continue;
    // the headline stands in it: an article among teasers of others
    const score = weight * trust * (headed.has(element) && element.name === 'article' ? 1.8 : 1);
    // of two that hold the same the inner one comes first in the map and stays
    if (score > bestScore * 1.02) [best, bestScore] = [element, score];
  }
  return best;
}

function trustIn(element: PageElement): number {
  if (LINES.has(element.name)) return 0;
  if (/articlebody/i.test(element.attributes.itemprop ?? '')) return 1.3;
  if (element.name === 'article') return 1.1;
  if (element.name === 'main' || element.attributes.role === 'main') return 1;
  return element.name !== 'body' && element.name !== 'html' && isNamedBody(element) ? 1 : 0;
}

/** From an element down to the smallest that still holds most of what it does. */
function descend(from: PageElement, weights: Sums): PageElement {
  let root = from;
  for (;;) {
    const here = weights.get(root) ?? 0;
    const [heaviest, second] = root.children
      .filter((child): child is PageElement => child.kind === 'element')
      .map((element) => ({ element, weight: weights.get(element) ?? 0 }))
      .sort((a, b) => b.weight - a.weight);
    if (!heaviest || LINES.has(heaviest.element.name)) return root;
    const dominates =
      heaviest.weight >= here * 0.8 ||
      (heaviest.weight >= here * 0.5 &&
        heaviest.weight >= 3 * (second?.weight ?? 0) &&
        !second?.element.name.match(/^(p|ul|ol|table|figure|blockquote)$/));
    if (!dominates) return root;
    root = heaviest.element;
  }
}

/** The article that the root stands in: what lies outside of it is never looked at. */
function boundaryOf(root: PageElement): PageElement {
  for (let each: PageElement | null = root; each; each = each.parent) {
    if (each.name === 'article' || each.name === 'main' || each.name === 'body') return each;
    if (/Article|Posting|Report/.test(each.attributes.itemtype ?? '') || each.attributes.role === 'main')
      return each;
  }
  return root;
}

/** Where the lines above the root begin that belong to it: after the headline. */
function startOf(
  blocks: readonly Block[],
  first: number,
  root: PageElement,
  boundary: PageElement,
  { title }: Hints,
): number {
  for (let i = first; i >= 0 && i > first - MAX_LEAD_LINES; i--) {
    const { container, kind, text } = blocks[i]!;
    if (kind !== 'heading' || !isWithin(container, boundary) || isWithin(container, root)) continue;
    if (container.name === 'h1' || isSameLine(text, title)) return i + 1;
  }
  return boundary.name === 'body'
    ? first
    : blocks.findIndex(({ container }) => isWithin(container, boundary));
}

/** A line between headline and text that belongs to the article: its lead, the caption of its picture, a box of facts. */
function isLead(block: Block, boundary: PageElement): boolean {
  if (!isWithin(block.container, boundary) || block.linkLength > block.text.length * 0.3) return false;
  if (block.kind === 'caption') return true;
  for (let each: PageElement | null = block.container; each && each !== boundary; each = each.parent) {
    if (isFacts(each) || isDek(each)) return block.text.length >= 20;
  }
  return block.kind !== 'heading' && weightOf(block) >= 40;
}

/** A line in an element like the root and beside it: a text that adverts cut in pieces. */
function isSibling(block: Block, root: PageElement, boundary: PageElement): boolean {
  const likeness = root.attributes.class;
  for (let each: PageElement | null = block.container; each && each !== boundary; each = each.parent) {
    if (each.parent !== root.parent) continue;
    const isAlike = each.name === root.name && likeness !== undefined && each.attributes.class === likeness;
    return isAlike || (isFacts(each) && root.parent?.name !== 'body');
  }
  return false;
}

/** Takes out of an article's lines what leads away from it or says nothing. */
function tidy(blocks: readonly Block[], hints: Hints): readonly Block[] {
  const dense = denseLists(blocks);
  const told = blocks.filter((block) => !isAside(block, hints) && !dense.has(listOf(block.container)!));
  return withoutRepeats(withoutDanglingHeadings(told));
}

function isAside(block: Block, { title, byline }: Hints): boolean {
  const { kind, text, linkLength, container } = block;
  if (kind === 'heading' && isSameLine(text, title)) return true;
  if (isLabel(text) || isPromo(text, linkLength > 0) || CLOCK.test(text)) return true;
  if (isInByline(container) && text.length <= 160) return true;
  if (byline && text.length <= byline.length + 40 && squeeze(text).includes(byline)) return true;
  const isLinked = linkLength > text.replace(/\s/g, '').length * 0.75;
  return isLinked && (kind === 'prose' || kind === 'other') && text.length < 200;
}

/** A line that is a time of day: the mark of a post in a liveblog. */
const CLOCK = /^\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?$/i;

/** Whether the element or one close above it is a byline by its name. */
function isInByline(container: PageElement): boolean {
  for (let each: PageElement | null = container, i = 0; each && i < 3; each = each.parent, i++) {
    if (each.name === 'article' || each.name === 'body' || each.name === 'main') return false;
    if (isByline(each)) return true;
  }
  return false;
}

/** Lists and tables that hold little but links. */
function denseLists(blocks: readonly Block[]): Set<PageElement> {
  const sums = new Map<PageElement, { length: number; links: number }>();
  for (const { container, text, linkLength } of blocks) {
    const list = listOf(container);
    if (!list) continue;
    const sum = sums.get(list) ?? { length: 0, links: 0 };
    sums.set(list, { length: sum.length + text.replace(/\s/g, '').length, links: sum.links + linkLength });
  }
  return new Set([...sums].filter(([, { length, links }]) => links > length * 0.6).map(([list]) => list));
}

/** The outermost list or table within five elements above a line. */
function listOf(container: PageElement): PageElement | undefined {
  let found: PageElement | undefined;
  for (let each: PageElement | null = container, i = 0; each && i < 5; each = each.parent, i++) {
    if (/^(ul|ol|dl|table)$/.test(each.name)) found = each;
    if (each.name === 'article' || each.name === 'td') break;
  }
  return found;
}

/** A heading stays where lines of its own follow it. */
function withoutDanglingHeadings(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  /** The level of the nearest heading below that stands over nothing yet kept, 0 where a line follows. */
  let above = 7;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!;
    if (block.kind !== 'heading') {
      above = 0;
      kept.push(block);
      continue;
    }
    const level = levelOf(block);
    if (above === 0 || above > level) {
      if (above === 7) continue;
      kept.push(block);
      above = level;
    }
  }
  return kept.reverse();
}

function levelOf({ container }: Block): number {
  for (let each: PageElement | null = container; each; each = each.parent) {
    const level = /^h([1-6])$/.exec(each.name)?.[1];
    if (level) return Number(level);
  }
  return 6;
}

/** A line that stands twice word for word (a lead that is also a caption, a pull quote) stays where it stood first. */
function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.filter(({ text, kind }) => {
    if (text.length < 40 || kind === 'row') return true;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

/** Whether a line is the title, or the title without the name of its site. */
function isSameLine(text: string, title: string | undefined): boolean {
  if (!title) return false;
  const [a, b] = [text, title].map((each) => squeeze(each).toLowerCase()) as [string, string];
  return a === b || (a.length >= 20 && (b.startsWith(a) || a.startsWith(b)));
}
