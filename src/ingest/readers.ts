/** How each format is read: one file a format, loaded when its first document comes. */
import type { Format } from './formats.ts';
import type { FormReader } from './item.ts';

export const READERS: Readonly<Partial<Record<Format, () => Promise<FormReader>>>> = {
  text: async () => (await import('./text.ts')).readText,
  html: async () => (await import('./html.ts')).readHtml,
  jsonl: async () => (await import('./jsonl.ts')).readJsonl,
};
