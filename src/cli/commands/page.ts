/** `recount read --html FILE`: the page, written report by report. */
import { type FileHandle, open } from 'node:fs/promises';
import type { ReadOutput } from '../../operations/index.ts';
import { Refusal } from '../failures.ts';
import { pageHead, pageTail, renderArticle } from '../page/page.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { viewOf } from '../view.ts';
import { plural } from '../words.ts';

/** Writes to `path`; "-" is standard output. */
export async function pagePrinter(
  path: string,
  { out, err }: Terminal,
): Promise<{ print(output: ReadOutput): Promise<void>; end(): Promise<void> }> {
  const file = path === '-' ? null : await opened(path);
  const write = async (text: string): Promise<void> => {
    await (file ? file.appendFile(text) : out.write(text));
  };
  await write(pageHead());
  let articles = 0;
  return {
    async print(output) {
      articles++;
      await write(renderArticle(viewOf(output), `r${articles}`));
    },
    async end() {
      await write(pageTail());
      await file?.close();
      if (file) await err.write(`recount: wrote ${plural(articles, 'report')} to ${path}\n`);
    },
  };
}

async function opened(path: string): Promise<FileHandle> {
  if (path.startsWith('-')) throw new Refusal(`--html wants the name of the page, and "${path}" is a flag.`);
  try {
    return await open(path, 'w');
  } catch (cause) {
    throw new Refusal(`${path} cannot be written (${(cause as Error).message}).`, { cause });
  }
}
