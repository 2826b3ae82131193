/** Pictures, sound and video: evidence that is kept and not read. Their bytes pass through once, for their hash. */
import { createHash } from 'node:crypto';
import { problemOf } from '../model/problems.ts';
import { Refusal } from './bounds.ts';
import { endingOf } from './formats.ts';
import { type FormReader, sourceOf } from './item.ts';

export const readMedia: FormReader = async function* (item, { keepMedia, count }) {
  if (!keepMedia) {
    const message = 'Pictures, sound and video are not read; give their text or a transcript as .txt.';
    throw new Refusal('ingest/format-not-read', message);
  }
  const hash = createHash('sha256');
  let byteLength = 0;
  for await (const chunk of item.bytes) {
    hash.update(chunk);
    byteLength += chunk.length;
  }
  if (item.depth === 0) count(byteLength);
  const sha256 = hash.digest('hex');
  const message = 'A picture, sound or video: it is kept as evidence and nobody has read it.';
  yield {
    ok: true,
    report: {
      id: sha256.slice(0, 16),
      source: sourceOf(item),
      text: '',
      ...(item.url ? { url: item.url } : {}),
    },
    problems: [problemOf('ingest/media-not-read', message)],
    original: {
      file: item.file,
      inside: item.inside,
      form: 'media',
      mediaType:
        item.mediaType?.replace(/\s*;.*$/s, '') ?? `application/x-${endingOf(item.name).slice(1) || 'media'}`,
      sha256,
      byteLength,
      ...(item.capturedAt ? { capturedAt: item.capturedAt } : {}),
    },
    masthead: {},
  };
};
