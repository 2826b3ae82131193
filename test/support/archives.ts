/** Files of many forms made in memory, small and exact, whole or broken as a test wants them. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Unix mode: 0o120777 makes a link. */
  readonly mode?: number;
  readonly isLocked?: boolean;
}

/** A ZIP archive of some files, or of entries that no honest program writes. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>> | readonly ZipEntry[]): Buffer {
  const entries: readonly ZipEntry[] = Array.isArray(files)
    ? files
    : Object.entries(files).map(([name, content]) => ({ name, content }));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644, isLocked = false } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const [path, flags] = [Buffer.from(name), 0x800 | (isLocked ? 1 : 0)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1'), common, tail, path]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

export interface WarcRecord {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly head?: string;
  readonly type?: string;
}

/** A web archive, each record packed by itself where asked for, as crawlers do. */
export function warcOf(records: readonly WarcRecord[], { isPacked = false } = {}): Buffer {
  const all = records.map(
    ({
      url,
      body,
      type = 'response',
      head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8',
    }) => {
      const content = Buffer.concat([
        Buffer.from(head ? `${head}\r\n\r\n` : ''),
        Buffer.from(body as string),
      ]);
      const fields = [
        'WARC/1.1',
        `WARC-Type: ${type}`,
        `WARC-Target-URI: ${url}`,
        'WARC-Date: 2025-03-11T10:00:00Z',
        `Content-Type: ${head ? 'application/http; msgtype=response' : 'text/html'}`,
        `Content-Length: ${content.length}`,
      ];
      const record = Buffer.concat([
        Buffer.from(`${fields.join('\r\n')}\r\n\r\n`),
        content,
        Buffer.from('\r\n\r\n'),
      ]);
      return isPacked ? gzipSync(record) : record;
    },
  );
  return Buffer.concat(all);
}

export interface PdfText {
  readonly x: number;
  /** From the bottom of the page. */
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** A PDF of pages on which each text stands where it is put. */
export function pdfOf(
  pages: readonly (readonly PdfText[])[],
  info: Readonly<Record<string, string>> = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const fontId = 3 + pages.length * 2;
  const infoId = fontId + 1;
  add('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, i) => `${3 + i * 2} 0 R`).join(' ');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [i, texts] of pages.entries()) {
    const stream = texts
      .map(
        ({ x, y, text, size = 10 }) =>
          `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${4 + i * 2} 0 R /Resources << /Font << /F1 ${fontId} 0 R >> >> >>`,
    );
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  add(
    `<< ${Object.entries(info)
      .map(([key, value]) => `/${key} (${value})`)
      .join(' ')} >>`,
  );
  return pdfOfObjects(objects, `/Root 1 0 R /Info ${infoId} 0 R`);
}

/** A PDF of these objects, numbered from 1, with a right table of where they stand. */
export function pdfOfObjects(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = file.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines of a column of text, 12 points apart. */
export function column(x: number, top: number, lines: readonly string[], size = 10): PdfText[] {
  return lines.map((text, i) => ({ x, y: top - i * 12, text, size }));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of paragraphs given as WordprocessingML; plain text becomes a paragraph. */
export function docxOf(body: readonly string[], core = ''): Buffer {
  const paragraphs = body.map((each) =>
    each.startsWith('<') ? each : `<w:p><w:r><w:t xml:space="preserve">${each}</w:t></w:r></w:p>`,
  );
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${paragraphs.join('')}</w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties>${core}</cp:coreProperties>`,
  });
}

/** A workbook of sheets of texts and numbers; a cell `{day}` is a number shown as a day. */
export function xlsxOf(
  sheets: Readonly<Record<string, readonly (readonly (string | { readonly day: number })[])[]>>,
): Buffer {
  const names = Object.keys(sheets);
  const strings: string[] = [];
  const cell = (value: string | { readonly day: number }, reference: string): string => {
    if (typeof value !== 'string') return `<c r="${reference}" s="1"><v>${value.day}</v></c>`;
    strings.push(`<si><t>${value}</t></si>`);
    return value === '' ? '' : `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  };
  for (const [i, name] of names.entries()) {
    const rows = sheets[name]!.map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((value, c) => cell(value, `${String.fromCharCode(65 + c)}${r + 1}`)).join('')}</row>`,
    );
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  }
  files['xl/sharedStrings.xml'] = `<sst>${strings.join('')}</sst>`;
  return zipOf(files);
}
