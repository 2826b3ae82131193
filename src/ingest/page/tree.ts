/**
 * A page or another document of tags as a light tree in which every letter knows where in the source it stood. Not a
 * browser's DOM: tags that were left open are closed as browsers close the common ones, and nothing is moved about.
 */
import { Parser } from 'htmlparser2';
import { Refusal } from '../bounds.ts';

export interface PageText {
  readonly kind: 'text';
  /** As it reads, character references resolved. */
  readonly data: string;
  /** Where it stood in the source, half-open; longer than `data` only for a character reference. */
  readonly start: number;
  readonly end: number;
}

export interface PageElement {
  readonly kind: 'element';
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  /** Greater than its parent's and those of all elements that begin before it. */
  readonly index: number;
  readonly children: (PageElement | PageText)[];
}

export interface TreeOptions {
  readonly xml?: boolean;
  readonly maxDepth: number;
}

/** Tags and stretches of text that a document may have: some fifty times as many as a long book. */
const MAX_NODES = 2_000_000;

/** Parses a document. Throws a Refusal `ingest/html-broken` where tags nest deeper than `maxDepth` or are too many. */
export function parseTree(source: string, { xml = false, maxDepth }: TreeOptions): PageElement {
  let nodes = 0;
  const elementOf = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    parent: PageElement | null,
  ): PageElement => ({ kind: 'element', name, attributes, parent, index: nodes++, children: [] });
  const root = elementOf('#document', {}, null);
  let open = root;
  let depth = 0;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = elementOf(name, attributes, open);
        open.children.push(element);
        open = element;
        if (++depth > maxDepth) {
          const message = `The page nests tags more than ${maxDepth} deep; no browser shows it so.`;
          throw new Refusal('ingest/html-broken', message);
        }
      },
      onclosetag() {
        open = open.parent ?? root;
        depth--;
      },
      ontext(data) {
        open.children.push({ kind: 'text', data, start: parser.startIndex, end: parser.endIndex + 1 });
        if (++nodes > MAX_NODES) {
          const message = `The page has more than ${MAX_NODES} tags and stretches of text.`;
          throw new Refusal('ingest/html-broken', message);
        }
      },
    },
    { xmlMode: xml, decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.end(source);
  return root;
}

/** All elements below, in the order of the document, for which `test` holds; nothing under those that `skip` names. */
export function* elementsOf(
  root: PageElement,
  test: (element: PageElement) => boolean = () => true,
  skip: (element: PageElement) => boolean = () => false,
): Generator<PageElement> {
  const stack: PageElement[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    if (skip(element)) continue;
    if (element !== root && test(element)) yield element;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!;
      if (child.kind === 'element') stack.push(child);
    }
  }
}

/** The first element of a name below. */
export function firstNamed(root: PageElement, name: string): PageElement | undefined {
  for (const element of elementsOf(root, (each) => each.name === name)) return element;
  return undefined;
}

/** The text below, as it stands; no more of it once `limit` characters are there. */
export function textUnder(root: PageElement, limit = Number.POSITIVE_INFINITY): string {
  let text = '';
  const stack: (PageElement | PageText)[] = [root];
  while (stack.length > 0 && text.length <= limit) {
    const node = stack.pop()!;
    if (node.kind === 'text') text += node.data;
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
  }
  return text;
}

/** White space of all kinds, and marks that nobody sees, as single spaces. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u200b\ufeff\u00ad]+/g, ' ').trim();
}

/** Whether `element` is `ancestor` or stands in it. */
export function isWithin(element: PageElement, ancestor: PageElement): boolean {
  for (let each: PageElement | null = element; each; each = each.parent) if (each === ancestor) return true;
  return false;
}
