/** Mails: the text of the mail is a report, and so is each document attached to it, in whatever form it is. */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { unpackedMember } from './archive.ts';
import { Refusal } from './bounds.ts';
import { formatByEnding, isWorthOpening } from './formats.ts';
import { fragmentOf } from './html.ts';
import { arrivedFrom, type FormReader, type Found, type Item, type Visit, wholeOf } from './item.ts';
import { isoMoment } from './page/moment.ts';

export const readEml: FormReader = async function* (item, visit) {
  const bytes = await wholeOf(item, visit);
  const mail = await parsed(bytes);
  yield arrivedFrom(item, bytes, foundIn(mail, visit), { form: 'eml', mediaType: 'message/rfc822' });
  for (const attached of attachmentsOf(mail, item, visit)) yield* visit.open(attached);
};

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    // mails within mails are opened as the documents they are, each within the bounds of nesting
    const options = {
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: 64,
    } as const;
    return await PostalMime.parse(bytes, options);
  } catch (cause) {
    throw new Refusal(
      'ingest/document-broken',
      `The mail could not be taken apart (${(cause as Error).message}).`,
      {
        cause,
      },
    );
  }
}

function foundIn(mail: Email, { bounds }: Visit): Found {
  const { subject, from } = mail;
  const plain = mail.text?.replace(/\r\n/g, '\n').trim() ?? '';
  const html = mail.html ? fragmentOf(mail.html, bounds.maxTagDepth) : '';
  const header = mail.headers.find(({ key }) => key === 'date')?.value ?? mail.date;
  const sender = from && nameOf(from);
  return {
    // a plain part that only says "see the HTML part" is none
    text: plain.length * 3 >= html.length ? plain : html,
    title: subject,
    published: header && (isoMoment(header) ?? undefined),
    masthead: sender ? { byline: sender } : {},
  };
}

function nameOf({ name, address }: Address): string | undefined {
  return name || address || undefined;
}

function* attachmentsOf(mail: Email, item: Item, visit: Visit): Generator<Item> {
  for (const [i, { filename, mimeType, content, disposition, related }] of mail.attachments.entries()) {
    const name =
      filename?.replace(/^.*[/\\]/, '') || (mimeType === 'message/rfc822' ? `${i + 1}.eml` : `${i + 1}`);
    const isMedia = formatByEnding(name) === 'media' || /^(image|video|audio)\//.test(mimeType);
    const isWorth =
      isWorthOpening(name) ||
      (!filename && /^(text\/(html|csv)|application\/pdf|message\/rfc822)/.test(mimeType));
    if (isMedia ? !visit.keepMedia || related || disposition === 'inline' : !isWorth) continue;
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
    yield unpackedMember(item, name, bytes, visit, { mediaType: mimeType });
  }
}
