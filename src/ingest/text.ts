/** A plain text as a report: its date line, if it has one, and all after it. */
import { OffsetMap } from '../text/offset-map.ts';
import { Refusal } from './bounds.ts';
import { parseDateLine } from './dateline.ts';
import { type Decoded, decode } from './decode.ts';
import { arrivedFrom, type FormReader, type Item, type Visit, wholeOf } from './item.ts';

export const readText: FormReader = async function* (item, visit) {
  const { bytes, decoded } = await decodedOf(item, visit);
  const { problems, ...opening } = parseDateLine(decoded.text);
  const { text } = opening;
  const found = {
    ...opening,
    problems: [...decoded.problems, ...problems],
    offsets: () => OffsetMap.shifted(decoded.text.length - text.length, text.length),
  };
  yield arrivedFrom(item, bytes, found, {
    form: 'text',
    mediaType: 'text/plain',
    encoding: decoded.encoding,
  });
};

/** The bytes of an item and their text. Throws a Refusal where they are too many, or no text. */
export async function decodedOf(item: Item, visit: Visit): Promise<{ bytes: Uint8Array; decoded: Decoded }> {
  const bytes = await wholeOf(item, visit);
  const decoded = await decode(bytes, item.mediaType);
  if (decoded === null) {
    throw new Refusal('ingest/not-text', 'These bytes are no text in any encoding that is known here.');
  }
  return { bytes, decoded };
}
