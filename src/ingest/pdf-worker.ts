/** The worker that takes PDF documents apart: bytes in, words with their places out. One document at a time. */
import { parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

/** A run of letters, in points from the lower left corner of its page. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfContent {
  readonly pages: readonly (readonly PdfRun[])[];
  readonly info: Readonly<Partial<Record<'Title' | 'Author' | 'CreationDate' | 'ModDate', string>>>;
}

export type PdfAnswer =
  | { readonly ok: true; readonly content: PdfContent }
  | { readonly ok: false; readonly why: 'locked' | 'broken'; readonly message: string };

/** Pages that are read of one document. */
const MAX_PAGES = 5000;

async function contentOf(bytes: Uint8Array): Promise<PdfContent> {
  const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  const pages: PdfRun[][] = [];
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ('str' in item && item.str !== '' ? [runOf(item)] : [])));
    page.cleanup();
  }
  const { info } = await document.getMetadata();
  await document.loadingTask.destroy();
  const text = (key: string): string | undefined => {
    const value = (info as Record<string, unknown>)[key];
    return typeof value === 'string' ? value : undefined;
  };
  const entries = ['Title', 'Author', 'CreationDate', 'ModDate'].map((key) => [key, text(key)] as const);
  return { pages, info: Object.fromEntries(entries.filter(([, value]) => value !== undefined)) };
}

function runOf(item: { str: string; transform: number[]; width: number; height: number }): PdfRun {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, height: item.height || Math.abs(scale) };
}

parentPort?.on('message', async (bytes: Uint8Array) => {
  let answer: PdfAnswer;
  try {
    answer = { ok: true, content: await contentOf(bytes) };
  } catch (cause) {
    const { name, message } = cause as Error;
    answer = { ok: false, why: name === 'PasswordException' ? 'locked' : 'broken', message };
  }
  parentPort?.postMessage(answer);
});
