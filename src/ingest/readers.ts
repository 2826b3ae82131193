/** How each format is read: one file a format, loaded when its first document comes. */
import type { Format } from './formats.ts';
import type { FormReader } from './item.ts';

export const READERS: Readonly<Record<Format, () => Promise<FormReader>>> = {
  text: async () => (await import('./text.ts')).readText,
  html: async () => (await import('./html.ts')).readHtml,
  jsonl: async () => (await import('./jsonl.ts')).readJsonl,
  json: async () => (await import('./json.ts')).readJson,
  csv: async () => (await import('./csv.ts')).readCsv,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  docx: async () => (await import('./docx.ts')).readDocx,
  eml: async () => (await import('./eml.ts')).readEml,
  feed: async () => (await import('./feed.ts')).readFeed,
  telegram: async () => (await import('./telegram.ts')).readTelegram,
  x: async () => (await import('./x.ts')).readX,
  warc: async () => (await import('./warc.ts')).readWarc,
  wacz: async () => (await import('./wacz.ts')).readWacz,
  zip: async () => (await import('./zip.ts')).readZip,
  media: async () => (await import('./media.ts')).readMedia,
};
