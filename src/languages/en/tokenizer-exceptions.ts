/** What the tokenizer must know of English. Guidelines: UD English (EWT), https://universaldependencies.org/en/. */

import type { BoundaryWords } from '../../language/boundaries.ts';
import type { TokenizerData } from '../../language/tokenize.ts';
import { ABBREVIATIONS, BEFORE_FIGURES, STARTERS, TITLES } from './abbreviations.ts';

/** One written word that counts as several, parts divided by "|". */
const FUSED =
  "can|not gon|na wan|na got|ta gim|me lem|me du|nno out|ta wha|t's do|nt did|nt does|nt is|nt was|nt ca|nt wo|nt have|nt has|nt had|nt are|nt were|nt could|nt would|nt should|nt i|m i|ve you|ve we|ve they|ve you|re they|re that|s what|s there|s he|s d'|ye mo|re'n y'|all let|s".split(
    ' ',
  );

/** Single-word spellings of the list above that are words by themselves and stay whole. */
const NOT_FUSED = new Set(['were', "more'n", "wha't's"]);

const CLITICS = ["n't", "'ll", "'ve", "'re", "'s", "'m", "'d"];

export const ENGLISH_TOKENIZER: TokenizerData = {
  abbreviations: new Set(ABBREVIATIONS),
  beforeFigures: new Set(BEFORE_FIGURES),
  clitics: CLITICS,
  proclitics: [],
  fused: new Map(
    FUSED.map((word) => word.split('|'))
      .filter((parts) => !NOT_FUSED.has(parts.join('')))
      .map((parts) => [parts.join(''), parts.map((part) => part.length)]),
  ),
  whole: new Set([
    "o'clock",
    "ma'am",
    "y'know",
    "c'mon",
    "'s",
    "'m",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "n't",
    "s'pose",
    "d'etat",
    "d'état",
  ]),
  hyphenPrefixes: new Set(
    'e non pre co re anti ex multi mid semi sub un over pro post counter inter intra trans ultra vice de dis mis mini micro neo quasi pseudo self-styled bi tri uni extra hyper super under out para proto x pan cross psycho socio electro tele thermo bio geo'.split(
      ' ',
    ),
  ),
  units: new Set(
    'km kms kg kgs mm cm m ft lb lbs mph kmh kph am pm a.m p.m mb gb tb hz khz mhz ghz mw kw hrs hr min mins sec bn mn k'.split(
      ' ',
    ),
  ),
};

export const ENGLISH_SEGMENTER: BoundaryWords = {
  titles: new Set(TITLES),
  abbreviations: new Set(ABBREVIATIONS),
  starters: new Set(STARTERS),
};
