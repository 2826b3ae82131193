/** English phrases that bound the number beside them. Order does not matter: the longest phrase wins. */
import type { ModifierRow } from '../../../reading/quantities/pack.ts';

export const MODIFIERS: readonly ModifierRow[] = [
  {
    id: 'en/at-least',
    words:
      'at least|at the least|at the very least|at a minimum|a minimum of|minimum of|no fewer than|no less than|not fewer than|not less than|no fewer then|no less then|atleast|as few as|least',
    bound: 'at least',
    side: 'before',
    says: ['At least 32 people died.', 'No fewer than 12 were hurt.', 'At least another 12 were hurt.'],
    not: ['At least the bridge stood.'],
    source: 'docs/annotation-guide.md#at-least',
  },
  {
    id: 'en/or-more',
    words:
      'or more|or even more|or possibly more|or perhaps more|or maybe more|and more|and possibly more|and perhaps more|and maybe more|and probably more|, if not more|if not more|, possibly more|, perhaps more|, maybe more|and counting|or above|or higher|and above|and upwards|plus|- plus|+|at least|at the least|at the very least|at a minimum|minimum|, at least|( or more )',
    bound: 'at least',
    side: 'after',
    says: ['32 or more people died.', 'The dead number 30+.', 'The 20-plus were hurt.'],
    not: ['32 people died.'],
    source: 'docs/annotation-guide.md#at-least',
  },
  {
    id: 'en/more-than',
    words:
      'more than|more then|over|well over|upwards of|upward of|in excess of|exceeding|exceeded|exceeds|exceed|above|just over|a little over|slightly over|slightly more than|a little more than|just more than|well above|well in excess of|well more than|far more than|far over|much more than|surpassed|surpassing|passed|topped|topping|greater than|north of|>',
    bound: 'more than',
    side: 'before',
    says: ['More than 32 people died.', 'Over 100 were hurt.', 'Upwards of 40 fled.'],
    not: ['They flew over Velda.', 'More than rain fell.'],
    source: 'docs/annotation-guide.md#more-than',
  },
  {
    id: 'en/up-to',
    words:
      'up to|as many as|as much as|no more than|not more than|at most|at the most|a maximum of|maximum of|perhaps as many as|possibly as many as|maybe as many as|upto|no greater than|not exceeding|anything up to|maybe up to|possibly up to|perhaps up to',
    bound: 'up to',
    side: 'before',
    says: ['Up to 32 people died.', 'As many as 40 were hurt.', 'No more than 12 survived.'],
    not: ['He looked up to see smoke.'],
    source: 'docs/annotation-guide.md#up-to',
  },
  {
    id: 'en/or-fewer',
    words:
      'or fewer|or less|at most|at the most|or under|maximum|at maximum|, at most|and under|and below|or below',
    bound: 'up to',
    side: 'after',
    says: ['Twelve or fewer people died.', 'It killed 12 at most.'],
    not: ['Twelve people died.'],
    source: 'docs/annotation-guide.md#up-to',
  },
  {
    id: 'en/fewer-than',
    words: 'fewer than|less than|under|below|fewer then|less then|<|well under|well below|far fewer than',
    bound: 'fewer than',
    side: 'before',
    says: ['Fewer than 12 people died.', 'Under 30 were hurt.'],
    not: ['They hid under the bridge.'],
    source: 'docs/annotation-guide.md#fewer-than',
  },
  {
    id: 'en/about',
    words:
      'about|around|some|nearly|almost|close to|near to|an estimated|estimated|estimated at|roughly|approximately|approx|approx.|circa|c.|just under|just short of|nearing|approaching|perhaps|maybe|possibly|probably|practically|virtually|somewhere around|somewhere near|something like|in the region of|in the order of|on the order of|in the neighborhood of|in the neighbourhood of|an approximate|an average of|more or less|~|≈|slightly under|slightly fewer than|slightly less than|just below|just shy of|little more than|little over|not quite',
    bound: 'about',
    side: 'before',
    says: ['About 40 people died.', 'Nearly 40 were hurt.', 'Some 40 fled.', 'An estimated 400 fled.'],
    not: ['He spoke about the raid.', 'Some fled.'],
    source: 'docs/annotation-guide.md#about',
  },
  {
    id: 'en/or-so',
    words:
      'or so|- odd|odd|- some|or thereabouts|- ish|approximately|, roughly|, approximately|, give or take|( approx )|( approximately )|more or less',
    bound: 'about',
    side: 'after',
    says: ['40 or so people died.', 'The 30-odd guards fled.', 'Twenty-some people died.'],
    not: ['It was an odd noise.'],
    source: 'docs/annotation-guide.md#about',
  },
  {
    id: 'en/exactly',
    words:
      'exactly|precisely|only|just|a total of|total of|a combined total of|a record|altogether|in all|all|a further total of|merely|all of|fully',
    bound: 'exactly',
    side: 'before',
    says: ['Exactly 32 people died.', 'A total of 32 people died.', 'All 12 died.'],
    not: ['Only the guard died.'],
    source: 'docs/annotation-guide.md#exactly',
  },
];
