/** Which format is it? By the file's ending, else by how the bytes begin. */

export const FORMATS = ['text', 'html', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** Endings of the formats that are read; `.gz` may follow any of them. */
const ENDINGS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** Endings of documents that may well be reports and that this version does not read: they are named, never skipped. */
const NOT_READ_YET: Readonly<Record<string, string>> = {
  '.pdf': 'PDF',
  '.eml': 'e-mail',
  '.docx': 'Word',
  '.doc': 'Word',
  '.odt': 'OpenDocument',
  '.rtf': 'RTF',
  '.epub': 'EPUB',
  '.warc': 'WARC',
};

/** The first bytes of formats that are not read, as Latin-1. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'],
  ['PK\u0003\u0004', 'Word, OpenDocument or another ZIP'],
  ['\u00d0\u00cf\u0011\u00e0', 'old Word or Outlook'],
  ['{\\rtf', 'RTF'],
];

/** "a/b.jsonl.gz" → ".jsonl" */
export function endingOf(path: string): string {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  return /[^/\\](\.[a-z0-9]+)$/.exec(name)?.[1] ?? '';
}

export function formatByEnding(path: string): Format | undefined {
  return ENDINGS[endingOf(path)];
}

/** The name of a document format that is not read yet, by ending or first bytes; undefined for all others. */
export function notReadYet(path: string, head: Uint8Array): string | undefined {
  const start = String.fromCharCode(...head.subarray(0, 8));
  return NOT_READ_YET[endingOf(path)] ?? SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1];
}

/** The format of bytes that come without a name, by how they begin. */
export function sniffFormat(head: Uint8Array): Format {
  const start = new TextDecoder().decode(head.subarray(0, 4096)).trimStart();
  if (/^\{\s*"/.test(start)) return 'jsonl';
  if (/^<(!doctype\s+html|html|head|body|!--|\?xml[^>]*>\s*<(!doctype\s+html|html))/i.test(start))
    return 'html';
  return /<(p|div|article|title|meta)\b[^>]*>/i.test(start) && start.startsWith('<') ? 'html' : 'text';
}
