/**
 * Exports of Telegram Desktop, as JSON (`result.json`) and as pages (`messages.html`): each message with a text is a
 * report of its channel. What a message was forwarded from is kept: it is where the words come from.
 */
import type { Arrival, Masthead } from './arrival.ts';
import { arrivedFrom, type FormReader, type Found, type Item } from './item.ts';
import { blocksOf, renderBlocks } from './page/blocks.ts';
import { isoMoment, visibleDay } from './page/moment.ts';
import { elementsOf, type PageElement, parseTree, squeeze, textUnder } from './page/tree.ts';
import { decodedOf } from './text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The messages of an export of one chat, or of all chats of an account. */
export function* reportsInExport(exported: Fields, bytes: Uint8Array, item: Item): Generator<Arrival> {
  const { list } = (exported.chats ?? {}) as { list?: unknown };
  const chats = Array.isArray(list) ? (list as Fields[]) : [exported];
  for (const [i, chat] of chats.entries()) {
    const messages = Array.isArray(chat?.messages) ? (chat.messages as Fields[]) : [];
    for (const message of messages) {
      const found = message && foundIn(message, chat);
      if (!found) continue;
      const fragment = `#${list ? `chat-${i + 1}-` : ''}message-${String(message.id ?? '')}`;
      const place = { form: 'telegram', mediaType: 'application/json', encoding: 'utf-8', fragment } as const;
      yield arrivedFrom(item, bytes, found, place);
    }
  }
}

function foundIn(message: Fields, chat: Fields): Found | undefined {
  const text = plainText(message.text ?? message.caption);
  if (message.type === 'service' || text.trim() === '') return undefined;
  const updated = momentOf(message.edited_unixtime, message.edited);
  const name = (value: unknown): string | undefined =>
    typeof value === 'string' && value ? value : undefined;
  const [outlet, from] = [name(chat.name), name(message.from)];
  const forwardedFrom = name(message.forwarded_from);
  return {
    text,
    published: momentOf(message.date_unixtime, message.date),
    masthead: {
      ...(outlet ? { publisher: outlet } : {}),
      ...(from && from !== outlet ? { byline: from } : {}),
      ...(updated ? { updated } : {}),
      ...(forwardedFrom ? { forwardedFrom } : {}),
    },
  };
}

/** A text is a string, or a list of strings and of styled parts that hold one. */
function plainText(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text
    .map((part) => (typeof part === 'string' ? part : String((part as Fields | null)?.text ?? '')))
    .join('');
}

/** Seconds since 1970 where the export has them; its other moments have no offset, so that only their day is sure. */
function momentOf(seconds: unknown, local: unknown): string | undefined {
  const time = Number(seconds) * 1000;
  if (seconds !== undefined && time > 0 && time < 8e15) return new Date(time).toISOString();
  return typeof local === 'string' ? isoMoment(local) : undefined;
}

export const readTelegram: FormReader = async function* (item, visit) {
  const { bytes, decoded } = await decodedOf(item, visit);
  const root = parseTree(decoded.text, { maxDepth: visit.bounds.maxTagDepth });
  const outlet = textOfClass(firstOfClass(root, 'page_header'), 'text');
  let sender: string | undefined;
  for (const message of elementsOf(root, (each) => hasClass(each, 'message') && hasClass(each, 'default'))) {
    const forwarded = firstOfClass(message, 'forwarded');
    sender = senderOf(message) ?? sender;
    const body = lastOfClass(forwarded ?? message, 'text');
    if (!body) continue;
    const { text, offsets } = renderBlocks(blocksOf(body));
    if (text === '') continue;
    const origin = forwarded && textOfClass(forwarded, 'from_name');
    const masthead: Masthead = {
      ...(outlet ? { publisher: outlet } : {}),
      ...(sender && sender !== outlet && sender !== origin ? { byline: sender } : {}),
      ...(origin ? { forwardedFrom: origin.replace(/\s*\d{2}\.\d{2}\.\d{4}.*$/, '') } : {}),
    };
    const found = { text, published: dateOf(message), masthead, offsets, problems: decoded.problems };
    yield arrivedFrom(item, bytes, found, {
      form: 'telegram',
      mediaType: 'text/html',
      encoding: decoded.encoding,
      fragment: `#${message.attributes.id ?? 'message'}`,
    });
  }
};

/** Who sent a message; absent where the message before is from the same. */
function senderOf(message: PageElement): string | undefined {
  const isName = (each: PageElement): boolean => hasClass(each, 'from_name');
  for (const name of elementsOf(message, isName, (each) => hasClass(each, 'forwarded')))
    return squeeze(textUnder(name, 500));
  return undefined;
}

/** title="10.03.2025 09:30:00 UTC+02:00" → 2025-03-10T09:30:00+02:00 */
function dateOf(message: PageElement): string | undefined {
  const title = firstOfClass(message, 'date')?.attributes.title ?? '';
  const [, day, month, year, time, offset] =
    /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2})(?: UTC([+-]\d{2}:\d{2}))?/.exec(title) ?? [];
  if (offset) return isoMoment(`${year}-${month}-${day}T${time}${offset}`);
  return visibleDay(title);
}

function hasClass({ attributes }: PageElement, name: string): boolean {
  return (attributes.class ?? '').split(/\s+/).includes(name);
}

function firstOfClass(root: PageElement | undefined, name: string): PageElement | undefined {
  if (root) for (const element of elementsOf(root, (each) => hasClass(each, name))) return element;
  return undefined;
}

function lastOfClass(root: PageElement, name: string): PageElement | undefined {
  return [...elementsOf(root, (each) => hasClass(each, name))].at(-1);
}

function textOfClass(root: PageElement | undefined, name: string): string | undefined {
  const element = firstOfClass(root, name);
  return (element && squeeze(textUnder(element, 500))) || undefined;
}
