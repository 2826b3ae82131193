/**
 * A web page as a report: its article's title, day of publication and text, with the way back from each letter to the
 * page; menus, adverts and scripts left out. How the article is found stands in page/.
 */
import { problemOf } from '../model/problems.ts';
import type { Problem } from '../model/reading.ts';
import { Refusal } from './bounds.ts';
import { arrivedFrom, type FormReader, type Found } from './item.ts';
import { wireOf } from './page/agencies.ts';
import { findArticle } from './page/article.ts';
import { type Block, blocksOf, renderBlocks } from './page/blocks.ts';
import { type PageHead, pageHeadOf } from './page/masthead.ts';
import { firstNamed, parseTree } from './page/tree.ts';
import { decodedOf } from './text.ts';

/** Tags within tags that a page may have; browsers stop at about as many. */
const MAX_DEPTH = 512;
/** A text shorter than this, of a page that asks for money, is an opening. */
const TEASER_LENGTH = 1500;

export const readHtml: FormReader = async function* (item, visit) {
  const { bytes, decoded } = await decodedOf(item, visit);
  const page = articleOf(decoded.text, visit.bounds.maxTagDepth);
  const problems = [...decoded.problems, ...(page.problems ?? [])];
  const place = { form: 'html', mediaType: 'text/html', encoding: decoded.encoding } as const;
  yield arrivedFrom(item, bytes, { ...page, problems }, place);
};

export type Page = ({ readonly ok: true } & Found) | { readonly ok: false; readonly message: string };

/** Reads a page. Not ok where its tags nest so deep that no article can be found in it. */
export function parseHtml(html: string): Page {
  try {
    return { ok: true, ...articleOf(html, MAX_DEPTH) };
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, message: cause.message };
    throw cause;
  }
}

/** The article of a page. Throws a Refusal where tags nest too deep. */
export function articleOf(html: string, maxDepth: number): Found {
  const root = parseTree(html, { maxDepth });
  const head = pageHeadOf(root);
  const all = blocksOf(root);
  const { blocks, isFound } = findArticle(all, firstNamed(root, 'body') ?? root, head);
  return foundOf(head, blocks, isFound);
}

/** The text of markup that is no page: an item of a feed, a mail. */
export function fragmentOf(html: string, maxDepth: number): string {
  if (!/[<&]/.test(html)) return html.trim();
  return renderBlocks(blocksOf(parseTree(html, { maxDepth }))).text;
}

function foundOf(head: PageHead, blocks: readonly Block[], isArticle: boolean): Found {
  const { title, published, url, byline, publisher, updated, statedLanguage, articleBody, isPaid } = head;
  const rendered = renderBlocks(blocks);
  // a page that is drawn by its scripts has its text in none of its tags
  const isDrawn = (articleBody?.length ?? 0) > 2 * rendered.text.length + 200;
  const text = isDrawn ? articleBody! : rendered.text;
  const wire = wireOf(byline, text.split('\n\n'));
  const isTeaser = isPaid && text.length < TEASER_LENGTH;
  return {
    text,
    title,
    published,
    url,
    problems: problemsOf(isArticle || isDrawn, isTeaser),
    ...(isDrawn ? {} : { offsets: rendered.offsets }),
    masthead: {
      ...(byline ? { byline } : {}),
      ...(publisher ? { publisher } : {}),
      ...(updated ? { updated } : {}),
      ...(wire ? { wire } : {}),
      ...(statedLanguage ? { statedLanguage } : {}),
      ...(isTeaser ? { isTeaser } : {}),
    },
  };
}

function problemsOf(isArticle: boolean, isTeaser: boolean): Problem[] {
  return [
    ...(isArticle
      ? []
      : [problemOf('ingest/no-article', 'No article stands out on the page; all of its text was taken.')]),
    ...(isTeaser
      ? [
          problemOf(
            'ingest/teaser',
            'The page says that it is for subscribers, and shows little: the rest may be missing.',
          ),
        ]
      : []),
  ];
}
