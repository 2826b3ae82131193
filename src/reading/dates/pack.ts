/** What a language brings to `reading/dates`: words with their meaning, and forms of dates as patterns over kinds of word. */

/** What a word says about time. A word has one kind; patterns name the kinds with a capital, other words as they are. */
export type DateWord =
  | { readonly kind: 'Month'; readonly value: number }
  /** 1 for Monday to 7 for Sunday. */
  | { readonly kind: 'Weekday'; readonly value: number }
  /** Days from today: "yesterday" -1. */
  | { readonly kind: 'Shift'; readonly value: number }
  | { readonly kind: 'Unit'; readonly value: DateUnit }
  | { readonly kind: 'Number'; readonly value: number }
  | { readonly kind: 'Ordinal'; readonly value: number }
  /** Part of a day: "morning", "dawn", "overnight". */
  | { readonly kind: 'Part'; readonly value: string }
  /** "last" -1, "this" 0, "next" 1. */
  | { readonly kind: 'Direction'; readonly value: -1 | 0 | 1 };

export type DateUnit = 'minute' | 'hour' | 'day' | 'weekend' | 'week' | 'month' | 'year' | 'decade';

/** What a form means; the arithmetic of each stands in `resolve.ts`. */
export type DateMeaning =
  /** A day of a month, with or without year and weekday. */
  | 'day'
  /** Two or more days of which one is meant, or all: from the first to the last. */
  | 'days'
  | 'weekday'
  /** From one weekday to another, or the night between. */
  | 'weekdays'
  /** "next Saturday", "Saturday next week". */
  | 'weekday to come'
  | 'shift'
  /** So many units before the day of reporting. */
  | 'ago'
  /** So many units after, or before, the day that the story is at. */
  | 'later'
  | 'earlier'
  /** "last week", "this month". */
  | 'period'
  /** From the beginning of the period until now: "earlier this month". */
  | 'period so far'
  /** "the last three days". */
  | 'last units'
  | 'weekend'
  | 'month'
  | 'year'
  /** The night before the day of reporting: "overnight". */
  | 'last night'
  | 'today'
  /** The day that the story is at, and the ones beside it. */
  | 'same day'
  | 'next day'
  | 'day before'
  /** From a date until now, on and on: "since October 7". The rest of the form is a date of its own. */
  | 'since'
  | 'holiday';

export interface DateRule {
  readonly id: string;
  /**
   * Kinds of word (with a capital: Month Weekday Shift Unit Number Ordinal Part Direction; Day is 1 to 31 in figures or
   * an ordinal, Year four figures, ShortYear two) and words themselves; "?" after what may be left out, "(a|b)" for a choice.
   */
  readonly forms: readonly string[];
  readonly means: DateMeaning;
  /** 'throughout': it lasted the whole range. */
  readonly extent?: 'throughout';
  /** A month or year alone must follow one of `pack.before`, since its name is also a common word. */
  readonly guarded?: boolean;
  readonly says: readonly string[];
  readonly not: readonly string[];
}

/** A day with a name. Given by month and day, by the nth weekday of a month (-1: last), or by days from Easter. */
export interface Holiday {
  readonly names: readonly string[];
  readonly on:
    | { readonly month: number; readonly day: number }
    | { readonly month: number; readonly weekday: number; readonly nth: number }
    | { readonly easter: number };
}

export interface DatePack {
  readonly language: string;
  readonly words: Readonly<Record<string, DateWord>>;
  readonly rules: readonly DateRule[];
  readonly holidays: readonly Holiday[];
  /** Words after which a bare month or year is a date: "in", "since", "last". */
  readonly before: readonly string[];
  /** Short weekdays and months that are words too: dates only beside a figure ("Sat", "Mar", "Sun"). */
  readonly doubtful: readonly string[];
  /** Words that join a part of day or a clock time to its date: "of", "on", "at", "around", "shortly", "before". */
  readonly timeLinks: readonly string[];
  /** Two words that name a part of a day together: "early hours". */
  readonly timePhrases: readonly (readonly [string, string])[];
  /** Words that leave two days open: "on Monday night or early on Tuesday". */
  readonly alternatives: readonly string[];
  /** "a.m." → 0, "p.m." → 12. */
  readonly halves: Readonly<Record<string, 0 | 12>>;
  /** "noon" → "12:00". */
  readonly clockWords: Readonly<Record<string, string>>;
  /** Words before which a day is in the future: "will". */
  readonly future: readonly string[];
}
