/** Clock times and parts of the day beside a date: "shortly before 8:17 PM on Saturday", "the early hours of Friday". */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Event } from '../../model/reading.ts';
import type { DateForms } from './forms.ts';
import type { DatePack } from './pack.ts';

export type ClockTime = NonNullable<Event['time']>;

/** How many words may stand between a date and its time: "at around 6:30 p.m. local time on". */
const REACH = 8;

/** The time that goes with the date on these tokens, and the tokens of both together; null where the text gives none. */
export function timeBeside(
  doc: Doc,
  date: TokenRange,
  pack: DatePack,
  forms: DateForms,
): { range: TokenRange; time: ClockTime } | null {
  const sentence = doc.sentence(doc.sentenceOf(date.from));
  const inside = partWithin(doc, date, pack);
  const after = reach(doc, date.to, Math.min(sentence.to, date.to + REACH), 1, pack, forms);
  const before = reach(doc, date.from - 1, Math.max(sentence.from, date.from - REACH) - 1, -1, pack, forms);
  const found = after ?? before ?? inside;
  if (!found) return null;
  const clock = clockIn(doc, found, pack);
  const time: ClockTime = { text: doc.slice(found) };
  if (clock !== null) time.start = time.end = clock;
  return { range: { from: Math.min(found.from, date.from), to: Math.max(found.to, date.to) }, time };
}

/** Walks from a date over linking words to a part of day or clock time; its tokens with the links that qualify it. */
function reach(
  doc: Doc,
  start: TokenIndex,
  stop: TokenIndex,
  step: 1 | -1,
  pack: DatePack,
  forms: DateForms,
): TokenRange | null {
  let found: TokenRange | null = null;
  for (let i = start; i !== stop; i += step) {
    if (isTime(doc, i, pack)) {
      found = found
        ? { from: Math.min(found.from, i), to: Math.max(found.to, i + 1) }
        : { from: i, to: i + 1 };
      continue;
    }
    const isWord = QUALIFIES.test(doc.form(i));
    if (!forms.timeLinks.has(doc.lower(i)) || (!isWord && (found || step === -1 || i !== start))) break;
    if (found && step === 1) break;
    if (found) found = { from: i, to: found.to };
  }
  return found;
}

/** A qualifier is a word of letters; marks end the time. */
const QUALIFIES = /^\p{L}/u;

function isTime(doc: Doc, token: TokenIndex, pack: DatePack): boolean {
  const form = doc.lower(token);
  if (Object.hasOwn(pack.words, form) && pack.words[form]!.kind === 'Part') return true;
  return (
    pack.timePhrases.some(([first, second]) => form === second && doc.lower(token - 1) === first) ||
    Object.hasOwn(pack.halves, form) ||
    /^\d{1,2}[:.]\d{2}([ap]\.?m\.?)?$/.test(form) ||
    /^\d{1,2}[ap]\.?m\.?$/.test(form) ||
    (/^\d{1,2}$/.test(form) && Object.hasOwn(pack.halves, doc.lower(token + 1))) ||
    (/^([01]\d|2[0-3])[0-5]\d$/.test(form) && !/^(19|20)/.test(form))
  );
}

function partWithin(doc: Doc, date: TokenRange, pack: DatePack): TokenRange | null {
  for (let i = date.from; i < date.to; i++) {
    const form = doc.lower(i);
    if (Object.hasOwn(pack.words, form) && pack.words[form]!.kind === 'Part') return { from: i, to: i + 1 };
  }
  return null;
}

/** "23:22" for "11:22 pm", "1625" or "noon"; null where no clock is read. */
function clockIn(doc: Doc, range: TokenRange, pack: DatePack): string | null {
  for (let i = range.from; i < range.to; i++) {
    const form = doc.lower(i);
    if (Object.hasOwn(pack.clockWords, form)) return pack.clockWords[form]!;
    const match = /^(\d{1,2})(?:[:.]?(\d{2}))?([ap]\.?m\.?)?$/.exec(form);
    if (!match) continue;
    const half = pack.halves[match[3] ?? doc.lower(i + 1)];
    let hour = Number(match[1]);
    if (hour > 23) continue;
    if (half === 12 && hour < 12) hour += 12;
    if (half === 0 && hour === 12) hour = 0;
    return `${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`;
  }
  return null;
}
