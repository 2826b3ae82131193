/**
 * PDF documents. They are taken apart by Mozilla's reader in a worker, which can be stopped when a document keeps it busy
 * for ever; the words come back with their places and are put in reading order here (pdf-layout.ts).
 */
import { Worker } from 'node:worker_threads';
import { problemOf } from '../model/problems.ts';
import type { Problem } from '../model/reading.ts';
import { Refusal } from './bounds.ts';
import { arrivedFrom, type FormReader, type Found, wholeOf } from './item.ts';
import { isoMoment, visibleDay } from './page/moment.ts';
import { textOfPages } from './pdf-layout.ts';
import type { PdfAnswer, PdfContent } from './pdf-worker.ts';

export const readPdf: FormReader = async function* (item, visit) {
  const bytes = await wholeOf(item, visit);
  const content = await taken(bytes, visit.bounds.parseTimeoutMs);
  yield arrivedFrom(item, bytes, foundIn(content), { form: 'pdf', mediaType: 'application/pdf' });
};

function foundIn({ pages, info }: PdfContent): Found {
  const { text, starts } = textOfPages(pages);
  const problems: Problem[] = [];
  if (!/\p{L}/u.test(text)) {
    const message = `The document has ${pages.length} pages and no letters: it may be scanned. Recognise its text and give that.`;
    problems.push(problemOf('ingest/no-text', message));
  }
  const visible = text
    .split('\n')
    .slice(0, 12)
    .map((line) => visibleDay(line))
    .find(Boolean);
  const created = pdfDay(info.CreationDate);
  if (!visible && created) {
    const message = `No day stands at the head of the document; ${created}, on which the file was made, was taken.`;
    problems.push(problemOf('ingest/date-from-file', message));
  }
  const updated = pdfDay(info.ModDate);
  const title = cleanTitle(info.Title);
  return {
    text,
    pages: starts,
    title,
    published: visible ?? created,
    problems,
    masthead: {
      ...(info.Author?.trim() ? { byline: info.Author.trim() } : {}),
      ...(updated ? { updated } : {}),
    },
  };
}

/** "D:20250310093000+02'00'" → "2025-03-10" */
function pdfDay(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(date ?? '') ?? [];
  return year ? isoMoment(`${year}-${month}-${day}`) : undefined;
}

/** Programs put the name of their file there. */
function cleanTitle(title: string | undefined): string | undefined {
  const bare = title?.trim();
  return bare && !/^(untitled|microsoft word)|\.(docx?|pdf|indd|rtf|odt)$/i.test(bare) ? bare : undefined;
}

/** One worker for all documents; it is made anew after one that had to be stopped. */
let worker: Worker | undefined;

async function taken(bytes: Uint8Array, timeoutMs: number): Promise<PdfContent> {
  worker ??= newWorker();
  const answer = await ask(worker, bytes, timeoutMs);
  if (answer.ok) return answer.content;
  if (answer.why === 'locked') throw new Refusal('ingest/locked', 'The document needs a password.');
  if (answer.why === 'timeout') {
    const message = `The document kept its reader busy for more than ${timeoutMs / 1000} seconds, and was left.`;
    throw new Refusal('ingest/parse-timeout', message);
  }
  throw new Refusal(
    'ingest/document-broken',
    `The PDF document could not be taken apart (${answer.message}).`,
  );
}

function newWorker(): Worker {
  const file = import.meta.url.endsWith('.ts') ? './pdf-worker.ts' : './pdf-worker.js';
  const made = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    stdout: true,
    stderr: true,
  });
  // an idle worker keeps nobody waiting
  made.unref();
  return made;
}

type Answer = PdfAnswer | { readonly ok: false; readonly why: 'timeout'; readonly message: string };

function ask(asked: Worker, bytes: Uint8Array, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const stop = (answer: Answer): void => {
      worker = undefined;
      void asked.terminate();
      settle(answer);
    };
    const timer = setTimeout(() => stop({ ok: false, why: 'timeout', message: '' }), timeoutMs);
    const onMessage = (answer: PdfAnswer): void => settle(answer);
    const onError = (cause: Error): void => stop({ ok: false, why: 'broken', message: cause.message });
    const onExit = (): void => stop({ ok: false, why: 'broken', message: 'its reader ran out of memory' });
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      asked.off('message', onMessage).off('error', onError).off('exit', onExit);
      asked.unref();
      resolve(answer);
    };
    asked.ref();
    asked.on('message', onMessage).on('error', onError).on('exit', onExit);
    asked.postMessage(bytes);
  });
}
