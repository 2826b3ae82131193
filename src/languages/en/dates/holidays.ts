/** Days with a name, in English reports. Feasts that follow the moon of a place's own sighting are left out: their day is not certain. */
import type { Holiday } from '../../../reading/dates/pack.ts';

export const HOLIDAYS = [
  { names: ["new year's day", 'new years day'], on: { month: 1, day: 1 } },
  { names: ["new year's eve", 'new years eve'], on: { month: 12, day: 31 } },
  { names: ["valentine's day"], on: { month: 2, day: 14 } },
  { names: ["st. patrick's day", "st patrick's day"], on: { month: 3, day: 17 } },
  { names: ['may day'], on: { month: 5, day: 1 } },
  { names: ['juneteenth'], on: { month: 6, day: 19 } },
  { names: ['fourth of july', 'july fourth'], on: { month: 7, day: 4 } },
  { names: ['halloween', 'halloween night'], on: { month: 10, day: 31 } },
  { names: ['veterans day'], on: { month: 11, day: 11 } },
  { names: ['christmas eve'], on: { month: 12, day: 24 } },
  { names: ['christmas day', 'christmas'], on: { month: 12, day: 25 } },
  { names: ['boxing day'], on: { month: 12, day: 26 } },
  { names: ['martin luther king day', 'mlk day'], on: { month: 1, weekday: 1, nth: 3 } },
  { names: ["mother's day"], on: { month: 5, weekday: 7, nth: 2 } },
  { names: ['memorial day'], on: { month: 5, weekday: 1, nth: -1 } },
  { names: ["father's day"], on: { month: 6, weekday: 7, nth: 3 } },
  { names: ['labor day'], on: { month: 9, weekday: 1, nth: 1 } },
  { names: ['thanksgiving', 'thanksgiving day'], on: { month: 11, weekday: 4, nth: 4 } },
  { names: ['palm sunday'], on: { easter: -7 } },
  { names: ['good friday'], on: { easter: -2 } },
  { names: ['easter sunday', 'easter'], on: { easter: 0 } },
  { names: ['easter monday'], on: { easter: 1 } },
] as const satisfies readonly Holiday[];
