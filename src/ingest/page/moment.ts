/**
 * Days and moments as documents write them, as ISO dates or date-times. What has no offset of its own is cut to its day:
 * whose clock it was nobody knows. The names of months come from the runtime's own locale data.
 */

/** "2025-03-10", "2025-03-10T09:30:00+02:00"; undefined for what is no date. */
export function isoMoment(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(trimmed)) {
    return isDay(trimmed.slice(0, 10)) ? trimmed.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : undefined;
  }
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(trimmed) ?? [];
  if (year) return dayOf(Number(year), Number(month), Number(day));
  return mailMoment(trimmed) ?? visibleDay(trimmed);
}

/** "Sat, 01 Mar 2025 10:00:00 +0200 (EET)", as mails, feeds and servers have it. */
function mailMoment(text: string): string | undefined {
  const bare = text.replace(/\s*\([^()]{0,40}\)$/, '');
  const [, zone] = /\d{4}.{0,20}\d:\d\d.{0,12}?(Z|GMT|UTC?|[+-]\d{2}:?\d{2}|[ECMP][SD]T)$/.exec(bare) ?? [];
  const time = zone ? Date.parse(bare) : Number.NaN;
  if (Number.isNaN(time)) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone!) ?? [];
  if (!sign) return new Date(time).toISOString();
  const shiftMs = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return `${new Date(time + shiftMs).toISOString().slice(0, 19)}${sign}${hours}:${minutes}`;
}

/**
 * The day in a line such as "Published: Monday, March 10, 2025 | 14:05", in any of the languages below; undefined where
 * there is none, or where "10/03/2025" may be either of two days. `language` is the page's, for that case alone.
 */
export function visibleDay(line: string, language?: string): string | undefined {
  const text = line
    .slice(0, 300)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, digitOf)
    .toLowerCase();
  const [, y, m, d] = /(?<!\d)((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (y) return dayOf(Number(y), Number(m), Number(d));
  const [, first, mark, second, year] =
    /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)/.exec(text) ?? [];
  if (first) return numericDay(Number(first), mark!, Number(second), Number(year), language);
  return namedDay(text);
}

function digitOf(digit: string): string {
  return String((digit.codePointAt(0)! - (digit < '۰' ? 0x660 : 0x6f0)) % 10);
}

function numericDay(
  first: number,
  mark: string,
  second: number,
  year: number,
  language: string | undefined,
): string | undefined {
  if (second > 12) return dayOf(year, first, second);
  if (first > 12 || mark === '.' || first === second) return dayOf(year, second, first);
  const tag = language?.toLowerCase();
  if (tag === 'en-us') return dayOf(year, first, second);
  return tag && tag !== 'en' ? dayOf(year, second, first) : undefined;
}

/** "10 March 2025", "March 10th, 2025", "10 de marzo de 2025", "١٠ آذار ٢٠٢٥" */
function namedDay(text: string): string | undefined {
  if (!/(?<!\d)\d{1,2}(?!\d)/.test(text) || !/(?<!\d)(?:19|20)\d{2}(?!\d)/.test(text)) return undefined;
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*(?: (?:الأول|الثاني|الاول|الثانى))?/gu)) {
    const month = monthNamed(match[0]);
    const day = month && dayAround(text, match.index, match.index + match[0].length, month);
    if (day) return day;
  }
  return undefined;
}

/** The day whose month is the word text[start, end). */
function dayAround(text: string, start: number, end: number, month: number): string | undefined {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 24);
  const [, dayBefore] =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de|of|d'|ב)?\s*[-/]?\s*$/.exec(before) ?? [];
  // "آذار/مارس 2025" gives the month twice
  const [, yearAfter] =
    /^\.?(?:\s*\/\s*\p{L}+)?[\s,./-]*(?:de |del )?((?:19|20)\d{2})(?!\d)/u.exec(after) ?? [];
  if (dayBefore && yearAfter) return dayOf(Number(yearAfter), month, Number(dayBefore));
  const [, dayAfter, year] =
    /^[\s.]*(\d{1,2})(?:st|nd|rd|th)?[,\s]\s*((?:19|20)\d{2})(?!\d)/.exec(after) ?? [];
  return dayAfter ? dayOf(Number(year), month, Number(dayAfter)) : undefined;
}

/** Languages by the script in which their months are written, as locales of the runtime. */
const LOCALES: readonly (readonly [script: RegExp, locales: readonly string[]])[] = [
  [/\p{Script=Latin}/u, 'en es fr de pt it nl pl cs ro sv tr id'.split(' ')],
  [/\p{Script=Cyrillic}/u, ['ru', 'uk']],
  [/\p{Script=Greek}/u, ['el']],
  [/\p{Script=Hebrew}/u, ['he']],
  [/\p{Script=Arabic}/u, 'ar-EG ar-SY ar-IQ ar-MA ar-TN fa'.split(' ')],
];
const named = new Map<string, ReadonlyMap<string, number>>();

/** 1 to 12; undefined for a word that is no month. A language's names are made when the first word in its script comes. */
function monthNamed(word: string): number | undefined {
  const locales = LOCALES.find(([script]) => script.test(word))?.[1] ?? [];
  const keys = [word, word.split(' ')[0]!].map(withoutMarks);
  for (const locale of locales) {
    const months = named.get(locale) ?? monthsOf(locale);
    named.set(locale, months);
    const month = keys.map((key) => months.get(key)).find(Boolean);
    if (month) return month;
  }
  return undefined;
}

/** Month names, whole and short, as they stand alone and within a date. */
function monthsOf(locale: string): Map<string, number> {
  const months = new Map<string, number>(locale === 'en' ? [['sept', 9]] : []);
  for (const month of ['long', 'short'] as const) {
    const tag = `${locale}-u-ca-gregory-nu-latn`;
    const alone = new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' });
    const dated = new Intl.DateTimeFormat(tag, { day: 'numeric', month, timeZone: 'UTC' });
    for (let i = 0; i < 12; i++) {
      const day = new Date(Date.UTC(2021, i, 15));
      const within = dated.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
      for (const name of [alone.format(day), within].map(withoutMarks)) {
        if (/\p{L}{2}/u.test(name) && !months.has(name)) months.set(name, i + 1);
      }
    }
  }
  return months;
}

function withoutMarks(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[.\u064b-\u0652]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/^ב(?=\p{L}{3})/u, '')
    .trim();
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const two = (n: number): string => String(n).padStart(2, '0');
  const iso = `${year}-${two(month)}-${two(day)}`;
  return isDay(iso) ? iso : undefined;
}

/** Whether "2026-02-29" is a day of the calendar. */
export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
