/** Posts in the archive that X (Twitter) gives to the owner of an account: `tweets.js` and its parts, JSON after a name. */
import { failed } from './arrival.ts';
import { Refusal } from './bounds.ts';
import { arrivedFrom, type FormReader, sourceOf } from './item.ts';
import { isoMoment } from './page/moment.ts';
import { decodedOf } from './text.ts';

interface Post {
  readonly id_str?: unknown;
  readonly tweetId?: unknown;
  readonly full_text?: unknown;
  readonly text?: unknown;
  readonly created_at?: unknown;
  readonly lang?: unknown;
}

export const readX: FormReader = async function* (item, visit) {
  const { bytes, decoded } = await decodedOf(item, visit);
  let posts: unknown;
  try {
    posts = JSON.parse(decoded.text.replace(/^[^=]*=\s*/, '').replace(/;\s*$/, ''));
  } catch (cause) {
    throw new Refusal(
      'ingest/json-broken',
      `What follows the name is not JSON: ${(cause as Error).message}`,
      { cause },
    );
  }
  for (const [i, entry] of (Array.isArray(posts) ? posts : [posts]).entries()) {
    const inner = entry as {
      tweet?: Post;
      noteTweet?: { core?: Post; noteTweetId?: unknown; createdAt?: unknown };
    } | null;
    const post = (inner?.tweet ?? inner?.noteTweet?.core ?? inner ?? {}) as Post;
    const text = typeof post.full_text === 'string' ? post.full_text : post.text;
    if (typeof text !== 'string') {
      const source = `${sourceOf(item)}#${i + 1}`;
      yield failed('ingest/row-empty', `Entry ${i + 1} is no post: it has no text.`, { source });
      continue;
    }
    const id = String(post.id_str ?? post.tweetId ?? inner?.noteTweet?.noteTweetId ?? i + 1);
    const created = String(post.created_at ?? inner?.noteTweet?.createdAt ?? '');
    const found = {
      text: plain(text),
      published: momentOf(created),
      url: /^\d{5,}$/.test(id) ? `https://x.com/i/web/status/${id}` : undefined,
      problems: i === 0 ? decoded.problems : [],
      masthead: {
        ...(typeof post.lang === 'string' && /^[a-z]{2}$/.test(post.lang)
          ? { statedLanguage: post.lang }
          : {}),
        ...forwarded(text),
      },
    };
    yield arrivedFrom(item, bytes, found, {
      form: 'x',
      mediaType: 'text/javascript',
      encoding: decoded.encoding,
      fragment: `#${id}`,
    });
  }
};

/** The archive writes three letters as references. */
function plain(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** "RT @morrow: Nine died" */
function forwarded(text: string): { forwardedFrom?: string } {
  const name = /^RT (@\w{1,30}):/.exec(text)?.[1];
  return name ? { forwardedFrom: name } : {};
}

/** "Mon Mar 10 07:30:00 +0000 2025" → 2025-03-10T07:30:00+00:00 */
function momentOf(created: string): string | undefined {
  const [, month, day, time, offset, year] =
    /^\w{3} (\w{3}) (\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4}) (\d{4})$/.exec(created) ?? [];
  return isoMoment(year ? `${day} ${month} ${year} ${time} ${offset}` : created);
}
