/**
 * Which format is it? By the first bytes where they leave no doubt, else by the file's ending, else by what a server or
 * a mail says, else by how the text begins. How each is read stands in readers.ts.
 */

interface FormatRecord {
  /** As people call it. */
  readonly label: string;
  readonly endings: readonly string[];
  readonly mediaTypes: readonly string[];
}

const RECORDS = {
  text: {
    label: 'plain text',
    endings: ['.txt', '.text', '.md'],
    mediaTypes: ['text/plain', 'text/markdown'],
  },
  html: {
    label: 'a web page',
    endings: ['.html', '.htm', '.xhtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
  },
  jsonl: {
    label: 'a corpus, one JSON report a line',
    endings: ['.jsonl', '.ndjson'],
    mediaTypes: ['application/jsonl', 'application/x-ndjson'],
  },
  json: {
    label: 'JSON: a report, a list of reports, a JSON Feed or a Telegram export',
    endings: ['.json'],
    mediaTypes: ['application/json', 'application/feed+json'],
  },
  csv: {
    label: 'a table',
    endings: ['.csv', '.tsv'],
    mediaTypes: ['text/csv', 'text/tab-separated-values'],
  },
  xlsx: {
    label: 'an Excel workbook',
    endings: ['.xlsx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
  pdf: { label: 'PDF', endings: ['.pdf'], mediaTypes: ['application/pdf'] },
  docx: {
    label: 'a Word document',
    endings: ['.docx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  },
  eml: { label: 'a mail', endings: ['.eml'], mediaTypes: ['message/rfc822'] },
  feed: {
    label: 'a feed (RSS, Atom)',
    endings: ['.rss', '.atom', '.rdf'],
    mediaTypes: ['application/rss+xml', 'application/atom+xml', 'application/rdf+xml'],
  },
  telegram: { label: 'a page of a Telegram export', endings: [], mediaTypes: [] },
  x: { label: 'posts of an X (Twitter) archive', endings: [], mediaTypes: [] },
  warc: { label: 'a web archive (WARC)', endings: ['.warc'], mediaTypes: ['application/warc'] },
  wacz: {
    label: 'a web archive collection (WACZ)',
    endings: ['.wacz'],
    mediaTypes: ['application/wacz', 'application/x-wacz'],
  },
  zip: {
    label: 'a ZIP archive of any of these',
    endings: ['.zip'],
    mediaTypes: ['application/zip', 'application/x-zip-compressed'],
  },
  media: {
    label: 'pictures, sound and video, which are kept and not read',
    endings:
      '.jpg .jpeg .png .gif .webp .avif .heic .tif .tiff .bmp .mp4 .m4v .mov .webm .avi .mkv .3gp .mp3 .m4a .wav .ogg .oga .opus'.split(
        ' ',
      ),
    mediaTypes: [],
  },
} as const satisfies Readonly<Record<string, FormatRecord>>;

export type Format = keyof typeof RECORDS;
export const FORMATS = Object.keys(RECORDS) as [Format, ...Format[]];
export const FORMAT_RECORDS: Readonly<Record<Format, FormatRecord>> = RECORDS;

/** What a column of a table may hold. */
export const COLUMN_FIELDS = [
  'id',
  'text',
  'title',
  'published',
  'source',
  'url',
  'language',
  'byline',
  'original',
  'originalLanguage',
] as const;

/** Endings of documents that may well be reports and that this version does not read: they are named, never skipped. */
const NOT_READ_YET: Readonly<Record<string, string>> = {
  '.doc': 'Old Word',
  '.xls': 'Old Excel',
  '.odt': 'OpenDocument',
  '.ods': 'OpenDocument',
  '.rtf': 'RTF',
  '.epub': 'EPUB',
  '.msg': 'Outlook',
  '.mbox': 'Mailbox',
  '.rar': 'RAR',
  '.7z': '7-Zip',
  '.tar': 'tar',
};

/** First bytes, as Latin-1, that leave no doubt. */
const SIGNATURES: readonly (readonly [signature: RegExp, format: Format])[] = [
  [/^%PDF-/, 'pdf'],
  [/^WARC\/[01]\./, 'warc'],
  [/^PK\u0003\u0004|^PK\u0005\u0006/, 'zip'],
  [/^\u00ff\u00d8\u00ff|^\u0089PNG\r\n|^GIF8[79]a|^RIFF.{4}(WEBP|AVI |WAVE)|^II\*\0|^MM\0\*/s, 'media'],
  [/^.{4}ftyp|^\u001aE\u00df\u00a3|^OggS|^ID3/s, 'media'],
];
const UNREAD_SIGNATURES: readonly (readonly [signature: RegExp, label: string])[] = [
  [/^\u00d0\u00cf\u0011\u00e0/, 'Old Word, Excel or Outlook'],
  [/^\{\\rtf/, 'RTF'],
  [/^Rar!/, 'RAR'],
  [/^7z\u00bc\u00af/, '7-Zip'],
];

/** Files of an X archive that hold posts, and what they begin with. */
const X_NAME = /^(tweets?|community-tweet|note-tweet|deleted-tweets)(-part\d+)?\.js$/;
const X_START = /^window\.YTD\.\w+\.part\d+\s*=\s*\[/;

/** What bytes were found to be; `unread` names a kind of document that is not read. */
export type Identified = { readonly format: Format } | { readonly unread: string };

/** "a/b.jsonl.gz" → ".jsonl" */
export function endingOf(path: string): string {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  return /[^/\\](\.[a-z0-9]+)$/.exec(name)?.[1] ?? '';
}

export function formatByEnding(path: string): Format | undefined {
  const ending = endingOf(path);
  return FORMATS.find((format) => FORMAT_RECORDS[format].endings.includes(ending));
}

/** Whether a file in a folder or archive is worth opening, by its name: of a format that is read, or one to be told of. */
export function isWorthOpening(path: string): boolean {
  const name = path.toLowerCase().replace(/^.*[/\\]/, '');
  return (
    formatByEnding(path) !== undefined ||
    endingOf(path) in NOT_READ_YET ||
    /\.xml(\.gz)?$/.test(name) ||
    X_NAME.test(name)
  );
}

/** What an item is, by its first bytes, its name and what is said of it. */
export function identify(name: string, mediaType: string | undefined, head: Uint8Array): Identified {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1');
  const signed = SIGNATURES.find(([signature]) => signature.test(start))?.[1];
  const ending = formatByEnding(name);
  if (signed) return { format: signed === 'zip' ? packed(ending, mediaType) : signed };
  const unsigned = UNREAD_SIGNATURES.find(([signature]) => signature.test(start))?.[1];
  const unread = unsigned ?? NOT_READ_YET[endingOf(name)];
  if (unread) return { unread };
  // a name that somebody gave is believed; of the pages of a Telegram export only their beginning tells
  if (ending && ending !== 'html') return { format: ending };
  const sniffed = sniffText(textStart(head));
  if (ending) return { format: sniffed === 'telegram' ? sniffed : ending };
  // a server calls a feed a page and a page plain text, so what text begins with goes first
  return { format: sniffed === 'text' ? (byMediaType(mediaType) ?? sniffed) : sniffed };
}

/** Word, Excel and WACZ are ZIP files; which, the name says, else zip.ts finds out. */
function packed(ending: Format | undefined, mediaType: string | undefined): Format {
  const named = ending ?? byMediaType(mediaType);
  return named === 'docx' || named === 'xlsx' || named === 'wacz' ? named : 'zip';
}

function byMediaType(mediaType: string | undefined): Format | undefined {
  const type = mediaType
    ?.toLowerCase()
    .replace(/\s*;.*$/, '')
    .trim();
  if (!type) return undefined;
  if (/^(image|video|audio)\/(?!svg)/.test(type)) return 'media';
  return FORMATS.find((format) => FORMAT_RECORDS[format].mediaTypes.includes(type));
}

function textStart(head: Uint8Array): string {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[1] === 0 && head[3] === 0);
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(head.subarray(0, 4096)).trimStart();
}

/** The format of text that comes without a name, by how it begins. */
function sniffText(start: string): Format {
  if (X_START.test(start)) return 'x';
  if (/^\{/.test(start)) return isOneObject(start) ? 'json' : 'jsonl';
  if (/^\[\s*\{/.test(start)) return 'json';
  if (/^<\?xml|^<(rss|feed|rdf:RDF)\b/i.test(start) && /<(rss|feed|rdf:RDF)[\s>]/i.test(start)) return 'feed';
  if (/class="page_wrap/.test(start) && /page_(header|body)/.test(start)) return 'telegram';
  if (/^<(!doctype\s+html|html|head|body|!--|\?xml[^>]*>\s*<(!doctype\s+html|html))/i.test(start))
    return 'html';
  if (
    /^(Received|Return-Path|Delivered-To|Message-ID|MIME-Version|DKIM-Signature|X-[\w-]+): /i.test(start) ||
    isMail(start)
  )
    return 'eml';
  return /<(p|div|article|title|meta)\b[^>]*>/i.test(start) && start.startsWith('<') ? 'html' : 'text';
}

/** An object that is written over several lines is no line of a corpus. */
function isOneObject(start: string): boolean {
  return (
    /^\{\s*\r?\n/.test(start) ||
    /^\{\s*"(version"\s*:\s*"https:\/\/jsonfeed|name"\s*:.{0,400}"messages"\s*:\s*\[)/s.test(start)
  );
}

/** Three header fields of a mail at the beginning, nothing else between. */
function isMail(start: string): boolean {
  const lines = start.split(/\r?\n/).slice(0, 12);
  const known = lines.filter((line) =>
    /^(From|To|Subject|Date|Cc|Reply-To|Sender|Content-Type|MIME-Version|Message-ID): ?/i.test(line),
  );
  return /^[A-Za-z-]+: /.test(lines[0] ?? '') && known.length >= 3;
}
