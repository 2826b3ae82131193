/**
 * When? Finds the dates that a report names and resolves each against the day of the report, its dateline, or the
 * first full date of the text. A relative date that has nothing to stand on is left out, never guessed.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { type DayNumber, parseDay } from '../../model/date-range.ts';
import type { DateRange } from '../../model/reading.ts';
import type { DateMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import { type DateForms, dateForms, dateWordAt } from './forms.ts';
import type { DatePack, DateRule, DateUnit } from './pack.ts';
import {
  type Anchor,
  between,
  dayOfMonth,
  fullYear,
  holidayBefore,
  monthBefore,
  onDay,
  unitSoFar,
  unitsBefore,
  weekdayAfter,
  weekdayBefore,
  weekendBefore,
  wholeMonth,
  wholeUnit,
  wholeYear,
} from './resolve.ts';
import { timeBeside } from './times.ts';

interface Match extends TokenRange {
  readonly rule: DateRule;
}

type Dates = Omit<DateRange, 'evidence'>;

/** All dates of a report, in the order of the text, none overlapping. */
export function findDates(source: Source, pack: DatePack): DateMention[] {
  const { doc } = source;
  const forms = dateForms(pack);
  const matches = findMatches(doc, pack, forms);
  const dateline = datelineOf(source, matches);
  const anchor = anchorOf(source, matches, dateline, pack);
  return new Resolver(source, pack, forms, anchor, dateline).resolve(matches);
}

const COMMA = 44;

/** The longest form at each token, from left to right. */
function findMatches(doc: Doc, pack: DatePack, forms: DateForms): Match[] {
  const letters = forms.letters(doc);
  const isShouted = doc.text === doc.text.toUpperCase();
  const matches: Match[] = [];
  for (let i = 0; i < doc.length; i++) {
    if (doc.text.charCodeAt(doc.starts[i]!) === COMMA) continue;
    const holiday = holidayAt(doc, i, forms, pack);
    const rules = forms.byFirst.get(letters[i]!);
    let best: Match | null = holiday;
    for (const { rule, form } of rules ?? []) {
      form.lastIndex = i;
      const to = form.test(letters) ? withoutMarks(doc, i, form.lastIndex) : 0;
      if (to <= (best?.to ?? i) || !isUnbroken(doc, i, to)) continue;
      const match = { from: i, to, rule };
      if (isPlausible(doc, match, pack, forms, isShouted)) best = match;
    }
    const numeric = best ? null : numericAt(doc, i);
    if (numeric) best = numeric;
    if (best) {
      matches.push(best);
      i = best.to - 1;
    }
  }
  return matches;
}

/** No line ends inside, and no sentence but for one that was parted in the middle of a date. */
function isUnbroken(doc: Doc, from: TokenIndex, to: TokenIndex): boolean {
  for (let i = from + 1; i < to; i++) {
    if (doc.sentenceOf(i) === doc.sentenceOf(i - 1)) continue;
    if (/^[.!?]/.test(doc.form(i - 1)) || doc.text.slice(doc.end(i - 1), doc.start(i)).includes('\n'))
      return false;
  }
  return true;
}

/** A comma that led to nothing is no part of the date. */
function withoutMarks(doc: Doc, from: TokenIndex, to: TokenIndex): TokenIndex {
  while (to > from && doc.form(to - 1) === ',') to--;
  return to;
}

const HOLIDAY_RULES = new WeakMap<DatePack, DateRule[]>();

function holidayAt(doc: Doc, at: TokenIndex, forms: DateForms, pack: DatePack): Match | null {
  for (const { words, index } of forms.holidays.get(doc.lower(at)) ?? []) {
    if (!words.every((word, k) => doc.lower(at + k) === word) || !isCapital(doc, at)) continue;
    let rules = HOLIDAY_RULES.get(pack);
    if (!rules) HOLIDAY_RULES.set(pack, (rules = []));
    const rule = (rules[index] ??= {
      id: `${pack.language}/holiday-${pack.holidays[index]!.names[0]!.replace(/[^a-z]+/g, '-')}`,
      forms: [],
      means: 'holiday',
      says: [],
      not: [],
    });
    return { from: at, to: at + words.length, rule };
  }
  return null;
}

const ISO: DateRule = { id: 'any/iso-date', forms: [], means: 'day', says: [], not: [] };
const NUMERIC = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{1,2})[./](\d{1,2})[./](\d{4})$/;

/** "2023-10-07" and "07.10.2023", whole tokens or parted at their marks. Day and month that could be swapped are no date. */
function numericAt(doc: Doc, at: TokenIndex): Match | null {
  const code = doc.text.charCodeAt(doc.start(at));
  if (code < 48 || code > 57) return null;
  for (const length of [1, 5]) {
    if (at + length > doc.length) break;
    if (numericDay(doc.slice({ from: at, to: at + length })) !== null)
      return { from: at, to: at + length, rule: ISO };
  }
  return null;
}

function numericDay(text: string): DayNumber | null {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  if (match[1]) return parseDay(text);
  const [first, second, year] = [Number(match[4]), Number(match[5]), match[6]!];
  const isDotted = text.includes('.');
  if (!isDotted && first <= 12 && second <= 12 && first !== second) return null;
  const [day, month] = isDotted || first > 12 ? [first, second] : [second, first];
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function isCapital(doc: Doc, token: TokenIndex): boolean {
  const first = doc.text[doc.start(token)]!;
  return first !== first.toLowerCase();
}

/** Names of months and weekdays are capitals; those that are common words need a figure or a preposition beside them. */
function isPlausible(doc: Doc, match: Match, pack: DatePack, forms: DateForms, isShouted: boolean): boolean {
  let figures = 0;
  let doubtful = false;
  for (let i = match.from; i < match.to; i++) {
    const word = doc.lower(i);
    const kind = Object.hasOwn(pack.words, word) ? pack.words[word]!.kind : null;
    if (kind === 'Month' || kind === 'Weekday') {
      if (!isCapital(doc, i)) return false;
      if (forms.doubtful.has(word)) doubtful = true;
    } else if (/^\d/.test(word)) figures++;
  }
  if (endsInShortYear(doc, match) && /^[\p{L}\p{N}]/u.test(doc.form(match.to))) return false;
  const before = doc.lower(match.from - 1);
  const length = match.to - match.from;
  // "late October 19th" is no month.
  if (match.rule.means === 'month' && /^([12]?\d|3[01])(st|nd|rd|th)?$/.test(doc.lower(match.to)))
    return false;
  if (match.rule.guarded && length === 1) {
    if (!forms.before.has(before)) return false;
    if (match.rule.means === 'year') return !/^[a-z]+s$/.test(doc.form(match.to)) || isShouted;
    return true;
  }
  if (doubtful && figures === 0) return forms.before.has(before) && doc.lower(match.from).length > 3;
  return true;
}

/** "3 JAN 90": in "on 3 May 40 people died" the forty are no year, so such a year ends its phrase. */
function endsInShortYear(doc: Doc, { from, to }: TokenRange): boolean {
  return (
    to - from >= 3 &&
    /^\d\d$/.test(doc.form(to - 1)) &&
    /^\p{L}/u.test(doc.form(to - 2)) &&
    /^\d/.test(doc.form(to - 3))
  );
}

/** The date at the head of the body, before the dash: "SAN SALVADOR, 3 JAN 90 --". */
function datelineOf(source: Source, matches: readonly Match[]): Match | null {
  const { doc } = source;
  const bodyStart = doc.tokenAt(source.storyOffset);
  for (const match of matches) {
    if (match.from < bodyStart) continue;
    if (match.from > bodyStart + 12 || match.rule.means !== 'day') return null;
    return isFollowedByDash(doc, match.to) ? match : null;
  }
  return null;
}

/** At once, or after a source in brackets: "3 JAN 90 (RADIO FARO) --". */
function isFollowedByDash(doc: Doc, at: TokenIndex): boolean {
  if (/^[([]$/.test(doc.form(at))) {
    const stop = Math.min(doc.length, at + 12);
    while (at < stop && !/[)\]]/.test(doc.form(at))) at++;
    at++;
  }
  return /^(--|–|—|-)/.test(doc.form(at));
}

function anchorOf(
  source: Source,
  matches: readonly Match[],
  dateline: Match | null,
  pack: DatePack,
): Anchor | null {
  const published = source.publishedDay === null ? null : parseDay(source.publishedDay);
  if (published !== null) return { day: published, isReportDay: true };
  const parts = dateline && partsOf(source.doc, dateline, pack);
  if (parts?.year !== null && parts?.year !== undefined && parts.month !== null && parts.days[0]) {
    const day = dayOfMonth(parts.month, parts.days[0], parts.year, null, null);
    if (day !== null) return { day, isReportDay: true };
  }
  for (const match of matches) {
    if (match.rule.means !== 'day' && match.rule.means !== 'days') continue;
    const numeric = numericDay(source.doc.slice(match));
    if (numeric !== null) return { day: numeric, isReportDay: false };
    const { month, days, year } = partsOf(source.doc, match, pack);
    const day = month && days[0] && year !== null ? dayOfMonth(month, days[0], year, null, null) : null;
    if (day !== null) return { day, isReportDay: false };
  }
  return onlyYear(source.doc);
}

/** Where the text names one year and no other, its days are in that year; the middle of it stands in. */
function onlyYear(doc: Doc): Anchor | null {
  const years = new Set(doc.text.match(/\b(19|20)\d\d\b/g));
  const [year] = years;
  return years.size === 1 ? { day: parseDay(`${year}-07-01`)!, isReportDay: false } : null;
}

interface Parts {
  month: number | null;
  months: number[];
  days: number[];
  year: number | null;
  weekdays: number[];
  count: number | null;
  unit: DateUnit | null;
  shift: number | null;
  direction: number | null;
}

/** The words of a date by what they give. */
function partsOf(doc: Doc, match: TokenRange, pack: DatePack, anchor: Anchor | null = null): Parts {
  const parts: Parts = {
    month: null,
    months: [],
    days: [],
    year: null,
    weekdays: [],
    count: null,
    unit: null,
    shift: null,
    direction: null,
  };
  for (let i = match.from; i < match.to; i++) {
    const word = dateWordAt(doc, i, pack);
    switch (word?.kind) {
      case 'Month':
        parts.months.push(word.value);
        parts.month ??= word.value;
        break;
      case 'Weekday':
        parts.weekdays.push(word.value);
        break;
      case 'Shift':
        parts.shift = word.value;
        break;
      case 'Unit':
        parts.unit ??= word.value;
        break;
      case 'Direction':
        parts.direction ??= word.value;
        break;
      case 'Ordinal':
        parts.days.push(word.value);
        break;
      case 'Number': {
        const form = doc.form(i);
        if (/^(19|20)\d\d$/.test(form)) parts.year ??= word.value;
        else if (
          parts.month !== null &&
          parts.days.length > 0 &&
          i === match.to - 1 &&
          /^\d\d$/.test(form) &&
          !/\p{P}/u.test(doc.form(i - 1))
        )
          parts.year ??= fullYear(word.value, anchor);
        else if (/^\d/.test(form) && word.value >= 1 && word.value <= 31) parts.days.push(word.value);
        parts.count ??= word.value;
        break;
      }
    }
  }
  parts.count ??= 1;
  return parts;
}

const FROM_STORY: ReadonlySet<DateRule['means']> = new Set([
  'later',
  'earlier',
  'same day',
  'next day',
  'day before',
]);

/** Resolves matches in the order of the text, so that "the next day" knows the day that the story is at. */
class Resolver {
  readonly #source: Source;
  readonly #doc: Doc;
  readonly #pack: DatePack;
  readonly #forms: DateForms;
  readonly #anchor: Anchor | null;
  readonly #dateline: Match | null;
  /** The last day that the text named, but for the dateline; null before the first. */
  #story: DayNumber | null = null;

  constructor(
    source: Source,
    pack: DatePack,
    forms: DateForms,
    anchor: Anchor | null,
    dateline: Match | null,
  ) {
    this.#source = source;
    this.#doc = source.doc;
    this.#pack = pack;
    this.#forms = forms;
    this.#anchor = anchor;
    this.#dateline = dateline;
  }

  resolve(matches: readonly Match[]): DateMention[] {
    const mentions: DateMention[] = [];
    for (let i = 0; i < matches.length; i++) {
      const match = matches[i]!;
      if (match.rule.means === 'since') {
        const next = matches[i + 1];
        if (next && next.from === match.to) {
          const dates = this.#dates(next);
          if (dates?.start) mentions.push(this.#mention({ ...match, to: next.to }, openEnded(dates)));
          i++;
        }
        continue;
      }
      const dates = this.#dates(match);
      if (!dates) continue;
      const mention = this.#mention(match, dates);
      mentions.push(mention);
      if (match !== this.#dateline && dates.precision === 'day') this.#story = parseDay(dates.start!);
    }
    return this.#mergeAlternatives(mentions);
  }

  /** "on the night of 3 May or the morning of 4 May": two days said in one breath, of which one is meant. */
  #mergeAlternatives(mentions: readonly DateMention[]): DateMention[] {
    const merged: DateMention[] = [];
    for (const mention of mentions) {
      const last = merged.at(-1);
      if (!last || !this.#areAlternatives(last, mention)) merged.push(mention);
      else {
        const range = { from: last.from, to: mention.to };
        const dates = between(parseDay(last.date.start!)!, parseDay(mention.date.end!)!);
        const { time, ...rest } = last;
        merged[merged.length - 1] = {
          ...rest,
          ...range,
          date: { ...dates, evidence: [this.#source.span(range)] },
          ...(time ? { time } : {}),
        };
      }
    }
    return merged;
  }

  #areAlternatives(first: DateMention, second: DateMention): boolean {
    if (first.date.precision !== 'day' || second.date.precision !== 'day') return false;
    const [a, b] = [parseDay(first.date.start!)!, parseDay(second.date.start!)!];
    if (second.from - first.to > 8 || b <= a || b - a > 3) return false;
    let open = false;
    for (let i = first.to; i < second.from; i++) {
      const word = this.#doc.lower(i);
      const isPart = Object.hasOwn(this.#pack.words, word) && this.#pack.words[word]!.kind === 'Part';
      if (this.#pack.alternatives.includes(word)) open = true;
      else if (
        !isPart &&
        !this.#forms.timeLinks.has(word) &&
        !this.#pack.timePhrases.some(([, second]) => second === word)
      )
        return false;
    }
    return open;
  }

  #mention(match: Match, dates: Dates): DateMention {
    const beside = timeBeside(this.#doc, match, this.#pack, this.#forms);
    const range = { from: match.from, to: match.to };
    return {
      ...range,
      date: {
        ...dates,
        extent: match.rule.extent ?? dates.extent,
        evidence: [this.#source.span(range)],
      },
      ...(beside ? { time: beside.time } : {}),
      basis: this.#basisOf(match),
      by: match === this.#dateline ? `${this.#pack.language}/dateline` : match.rule.id,
    };
  }

  #basisOf(match: Match): DateMention['basis'] {
    if (FROM_STORY.has(match.rule.means)) return 'story';
    const parts = partsOf(this.#doc, match, this.#pack);
    return parts.year !== null || numericDay(this.#doc.slice(match)) !== null ? 'itself' : 'report';
  }

  #dates(match: Match): Dates | null {
    const anchor = this.#anchor;
    const parts = partsOf(this.#doc, match, this.#pack, anchor);
    const { month, days, year, weekdays, unit, direction } = parts;
    const count = parts.count ?? 1;
    const story = this.#story ?? (anchor?.isReportDay ? anchor.day : null);
    switch (match.rule.means) {
      case 'day': {
        const numeric = numericDay(this.#doc.slice(match));
        if (numeric !== null) return onDay(numeric);
        if (month === null) return this.#weekdayOfMonth(weekdays[0], days[0]);
        const day = days[0] ? dayOfMonth(month, days[0], year, anchor, weekdays[0] ?? null) : null;
        return day === null ? null : onDay(day);
      }
      case 'days': {
        if (month === null || days.length < 2) return null;
        const from = dayOfMonth(month, days[0]!, year, anchor, weekdays[0] ?? null);
        const to = dayOfMonth(parts.months[1] ?? month, days.at(-1)!, year, anchor, weekdays[1] ?? null);
        return from === null || to === null ? null : between(from, to);
      }
      case 'holiday': {
        if (!anchor) return null;
        const holiday = this.#pack.holidays.find((each) =>
          match.rule.id.endsWith(`holiday-${each.names[0]!.replace(/[^a-z]+/g, '-')}`),
        );
        const day = holiday ? holidayBefore(holiday, year, anchor) : null;
        return day === null ? null : onDay(day);
      }
      case 'month': {
        if (month === null) return null;
        if (year !== null) return wholeMonth(year, month);
        return anchor ? monthBefore(month, anchor) : null;
      }
      case 'year':
        return year === null ? null : wholeYear(year);
      case 'later':
        return story === null || !unit ? null : this.#unlessToCome(unitsBefore(-count, unit, story));
      case 'earlier':
        return story === null || !unit ? null : unitsBefore(count, unit, story);
      case 'same day':
        return story === null ? null : onDay(story);
      case 'next day':
        return story === null ? null : this.#unlessToCome(onDay(story + 1));
      case 'day before':
        return story === null ? null : onDay(story - 1);
      case 'weekday':
        return anchor ? this.#weekday(match, weekdays[0]!, parts) : null;
      case 'weekday to come':
        return anchor?.isReportDay ? onDay(weekdayAfter(weekdays[0]!, anchor)) : null;
      case 'weekdays': {
        if (!anchor || weekdays.length < 2) return null;
        const last = weekdayBefore(weekdays.at(-1)!, anchor);
        return between(last - ((weekdays.at(-1)! - weekdays[0]! + 7) % 7), last);
      }
      default:
        return anchor?.isReportDay ? this.#reported(match.rule, parts, unit, direction, count, anchor) : null;
    }
  }

  /** A report tells of nothing that is later than itself. */
  #unlessToCome(dates: Dates | null): Dates | null {
    const anchor = this.#anchor;
    if (!dates?.start || !anchor?.isReportDay) return dates;
    return parseDay(dates.start)! > anchor.day + 1 ? null : dates;
  }

  /** Meanings that are counted from the day of the report alone. */
  #reported(
    rule: DateRule,
    { shift }: Parts,
    unit: DateUnit | null,
    direction: number | null,
    count: number,
    anchor: Anchor,
  ): Dates | null {
    switch (rule.means) {
      case 'shift':
        return onDay(anchor.day + (shift ?? 0));
      case 'today':
        return onDay(anchor.day);
      case 'ago':
        return unit ? unitsBefore(count, unit, anchor.day) : null;
      case 'last night':
        return between(anchor.day - 1, anchor.day);
      case 'weekend':
        return weekendBefore(anchor);
      case 'last units':
        return unit ? lastUnits(count, unit, anchor) : null;
      case 'period so far':
        return unit ? unitSoFar(unit, anchor) : null;
      case 'period':
        if (!unit) return onDay(anchor.day + (direction ?? 0));
        return wholeUnit(unit, direction ?? -1, anchor);
      default:
        return null;
    }
  }

  /** "Sunday the 12th": the latest such day. */
  #weekdayOfMonth(weekday: number | undefined, day: number | undefined): Dates | null {
    const anchor = this.#anchor;
    if (!anchor || !weekday || !day) return null;
    for (let step = 0; step < 366; step++) {
      const candidate = anchor.isReportDay
        ? anchor.day - step
        : anchor.day + ((step & 1) === 1 ? (step + 1) >> 1 : -(step >> 1));
      const { start } = onDay(candidate);
      if (
        Number(start!.slice(8)) === day &&
        weekdayBefore(weekday, { ...anchor, day: candidate }) === candidate
      ) {
        return onDay(candidate);
      }
    }
    return null;
  }

  #weekday(match: Match, weekday: number, { direction, unit }: Parts): Dates {
    const anchor = this.#anchor!;
    let day = weekdayBefore(weekday, anchor);
    if (anchor.isReportDay && this.#isToCome(match)) return onDay(weekdayAfter(weekday, anchor));
    // "last Wednesday" in a report of a Wednesday is a week ago; so is any weekday "last week".
    if (direction === -1 && unit === null && day === anchor.day) day -= 7;
    if (unit === 'week' && direction === -1) {
      const week = wholeUnit('week', -1, anchor)!;
      day = parseDay(week.start!)! + weekday - 1;
    }
    return onDay(day);
  }

  /** Whether a word of the future stands before the date in its sentence. */
  #isToCome(match: Match): boolean {
    const { from } = this.#doc.sentence(this.#doc.sentenceOf(match.from));
    for (let i = match.from - 1; i >= Math.max(from, match.from - 8); i--) {
      if (this.#forms.future.has(this.#doc.lower(i))) return true;
    }
    return false;
  }
}

/** From its first day on, with no end. */
function openEnded(dates: Dates): Dates {
  return { start: dates.start, end: null, precision: 'range', extent: 'throughout' };
}

function lastUnits(count: number, unit: DateUnit, anchor: Anchor): Dates | null {
  const first = unitsBefore(count, unit, anchor.day);
  return first?.start
    ? { start: first.start, end: onDay(anchor.day).end, precision: 'range', extent: 'throughout' }
    : null;
}
