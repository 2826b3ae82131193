/** Word documents: the paragraphs, tables and notes of the text as it stands, changes that were struck out left aside. */

import { type Archive, archiveOf } from './archive.ts';
import { Refusal } from './bounds.ts';
import { parseDateLine } from './dateline.ts';
import { arrivedFrom, type FormReader, type Found, wholeOf } from './item.ts';
import { isoMoment, visibleDay } from './page/moment.ts';
import { elementsOf, firstNamed, type PageElement, parseTree, squeeze, textUnder } from './page/tree.ts';

export const readDocx: FormReader = async function* (item, visit) {
  const bytes = await wholeOf(item, visit);
  const archive = await archiveOf(bytes, item, visit);
  try {
    const found = await foundIn(archive, visit.bounds.maxTagDepth);
    yield arrivedFrom(item, bytes, found, { form: 'docx', mediaType: MEDIA_TYPE });
  } finally {
    archive.close();
  }
};

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Where the day of a document stands, and how long the line is that holds it. */
const HEAD_LINES = 8;
const MAX_HEAD_LINE = 80;

async function foundIn(archive: Archive, maxDepth: number): Promise<Found> {
  const part = async (name: string): Promise<PageElement | null> => {
    const bytes = await archive.read(name);
    const source = bytes && new TextDecoder().decode(bytes);
    return source ? parseTree(source, { xml: true, maxDepth }) : null;
  };
  const document = await part('word/document.xml');
  if (!document) {
    throw new Refusal(
      'ingest/document-broken',
      'There is no word/document.xml in it, so it is no Word document.',
    );
  }
  const lines = linesOf(document);
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const notes = await part(name);
    if (notes) lines.push(...linesOf(notes));
  }
  const head = coreOf(await part('docProps/core.xml'));
  const { problems, ...opening } = parseDateLine(lines.join('\n\n'));
  // a day in a sentence is that of what it tells
  const visible = lines
    .slice(0, HEAD_LINES)
    .filter((line) => line.length <= MAX_HEAD_LINE)
    .map((line) => visibleDay(line))
    .find(Boolean);
  return {
    ...opening,
    published: opening.published ?? visible,
    title: opening.title ?? titleIn(document) ?? head.title,
    problems,
    masthead: {
      ...(head.byline ? { byline: head.byline } : {}),
      ...(head.updated ? { updated: head.updated } : {}),
    },
  };
}

function linesOf(document: PageElement): string[] {
  const lines: string[] = [];
  for (const element of elementsOf(document, ({ name }) => name === 'w:p' || name === 'w:tr', isInner)) {
    const cells = element.name === 'w:tr' ? element.children.filter(isCell).map(textOf) : [textOf(element)];
    const line = cells
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join(' | ');
    if (line) lines.push(line);
  }
  return lines;
}

/** What has been taken with the row around it. */
function isInner({ name, parent }: PageElement): boolean {
  return name === 'w:tc' || name === 'mc:Fallback' || (name === 'w:txbxContent' && parent?.name === 'w:tc');
}

function isCell(child: PageElement['children'][number]): child is PageElement {
  return child.kind === 'element' && child.name === 'w:tc';
}

function textOf(element: PageElement): string {
  let text = '';
  for (const each of elementsOf(element, undefined, ({ name }) => name === 'mc:Fallback')) {
    if (each.name === 'w:t') text += textUnder(each);
    else if (each.name === 'w:tab') text += ' ';
    else if (each.name === 'w:br' || each.name === 'w:cr') text += '\n';
    else if (each.name === 'w:p' && text !== '') text += '\n';
    else if (each.name === 'w:noBreakHyphen') text += '-';
  }
  return text;
}

/** The first paragraph in the style of a title. */
function titleIn(document: PageElement): string | undefined {
  for (const style of elementsOf(document, ({ name }) => name === 'w:pStyle')) {
    const paragraph = style.parent?.parent;
    if (/^title$/i.test(style.attributes['w:val'] ?? '') && paragraph)
      return squeeze(textOf(paragraph)) || undefined;
  }
  return undefined;
}

function coreOf(core: PageElement | null): { title?: string; byline?: string; updated?: string } {
  const field = (name: string): string | undefined => {
    const element = core && firstNamed(core, name);
    return (element && squeeze(textUnder(element, 500))) || undefined;
  };
  const [title, byline, modified] = [field('dc:title'), field('dc:creator'), field('dcterms:modified')];
  const updated = modified && isoMoment(modified);
  return { ...(title ? { title } : {}), ...(byline ? { byline } : {}), ...(updated ? { updated } : {}) };
}
