/**
 * What the tokenizer must know of English. Source: the guidelines of UD English
 * (https://universaldependencies.org/en/) and what EWT and GUM train do.
 */
import type { BoundaryWords } from '../../language/boundaries.ts';
import type { TokenizerData } from '../../language/tokenize.ts';
import { ABBREVIATIONS, BEFORE_FIGURES, CAPITALIZED, STARTERS, TITLES } from './abbreviations.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** One written word that counts as several. */
const FUSED = words(`
  can|not gon|na wan|na got|ta gim|me lem|me du|n|no out|ta let|s y'|all d'|ye a|lot ai|nt ar|nt
  do|nt did|nt does|nt is|nt was|nt ca|nt wo|nt have|nt has|nt had|nt are|nt were|nt could|nt would|nt should|nt
  i|m i|ve you|ve we|ve they|ve you|re they|re that|s what|s there|s he|s`);

/** Written without its apostrophe, and known by the word after it: "its the only road", "your not alone". */
const NO_POSSESSIVE = new Set(
  words(`
  a an the not been my your this that because really in on at for from as with to between also now just simply definitely
  nothing anyone so too getting gonna going like`),
);
const FUSED_BEFORE = new Map([
  ['its', { parts: [2, 1], next: NO_POSSESSIVE }],
  ['your', { parts: [3, 1], next: NO_POSSESSIVE }],
]);

/** Endings that are words of their own. */
const CLITICS = ["n't", "'ll", "'ve", "'re", "'s", "'m", "'d"];

/** Words that keep their apostrophe; and the clitics, which may stand alone after a mark. */
const WHOLE = ["o'clock", "ma'am", "y'know", "c'mon", "s'pose", "d'etat", "d'état", ...CLITICS];

/** What stays joined to the next part by its hyphen: "non-lethal" is one word, "well-known" is three. */
const HYPHEN_PREFIXES = words(`
  e non pre co re anti ex multi mid semi sub un over pro post counter inter intra trans ultra vice de dis mis mini micro
  neo quasi pseudo bi tri uni extra hyper super under out para proto pan cross psycho socio electro tele thermo bio geo`);

/** Units that part from the figure before them: "30km". */
const UNITS = words(`
  km kms kg kgs mm cm m ft lb lbs mph kmh kph am pm a.m p.m mb gb tb hz khz mhz ghz mw kw hrs hr min mins sec bn mn k b`);

export const ENGLISH_TOKENIZER: TokenizerData = {
  abbreviations: new Set(ABBREVIATIONS),
  beforeFigures: new Set(BEFORE_FIGURES),
  capitalized: new Set(CAPITALIZED),
  partingAtEnd: new Set(['etc']),
  clitics: CLITICS,
  proclitics: [],
  fused: new Map(
    FUSED.map((word) => word.split('|')).map((parts) => [parts.join(''), parts.map(({ length }) => length)]),
  ),
  fusedBefore: FUSED_BEFORE,
  whole: new Set(WHOLE),
  hyphenPrefixes: new Set(HYPHEN_PREFIXES),
  units: new Set(UNITS),
};

export const ENGLISH_SEGMENTER: BoundaryWords = {
  titles: new Set(TITLES),
  abbreviations: new Set(ABBREVIATIONS),
  starters: new Set(STARTERS),
};
