/**
 * Entity corpora as examples. Two schemes: names of persons, organisations and places (UNER, WikiGold, and GUM's marked
 * names), and the broader mentions of re3d. Sentences are laid out as print and split by our own tokenizer, so that the
 * network learns on the tokens that it will see.
 */
import { readText } from '../evaluation/treebank.ts';
import type { TokenizerData } from '../src/language/tokenize.ts';
import { tokenize } from '../src/language/tokenize.ts';
import type { TrainingSentence } from './examples.ts';
import { UNKNOWN } from './network.ts';

export const NAME_MARKS = marksOf(['PER', 'ORG', 'LOC']);
export const DETAIL_MARKS = marksOf([
  'Organisation',
  'Location',
  'Person',
  'Quantity',
  'Temporal',
  'Weapon',
  'MilitaryPlatform',
  'DocumentReference',
  'Nationality',
  'Money',
]); // prettier-ignore

function marksOf(types: readonly string[]): string[] {
  return ['O', ...types.flatMap((type) => [`B-${type}`, `I-${type}`])];
}

export interface MarkedSentence {
  readonly sentence: TrainingSentence;
  readonly names: Uint8Array | null;
  readonly details: Uint8Array | null;
}

/** Tokens of a corpus put back into print, each with its place. */
export function printed(tokens: readonly string[]): { text: string; starts: number[]; ends: number[] } {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let openQuote = false;
  let glueNext = true;
  for (const token of tokens) {
    let glue = glueNext;
    glueNext = false;
    if (/^[,.;:!?)\]}%’'”]$|^['’](?:s|m|re|ve|ll|d)$|^n['’]t$|^s$/i.test(token)) {
      glue = glue || token.toLowerCase() !== 's' || /['’]$/.test(text);
    }
    if (token === '-' || token === '–' || token === '/' || token === '.') glue = true;
    if (token === '-' || token === '/' || /^[([{$£€“‘#]$/.test(token)) glueNext = true;
    if (token === '"') {
      if (openQuote) glue = true;
      else glueNext = true;
      openQuote = !openQuote;
    }
    if ((token === '’' || token === "'") && tokens[starts.length + 1]?.toLowerCase() === 's') glueNext = true;
    if ((token === '.' || token === ',') && /\d$/.test(text) && /^\d/.test(tokens[starts.length + 1] ?? ''))
      glueNext = true;
    if (!glue) text += ' ';
    starts.push(text.length);
    text += token;
    ends.push(text.length);
  }
  return { text, starts, ends };
}

/** Sentences of a JSONL file of tokens and BIO tags. */
export function readMarked(path: string, tokenizer: TokenizerData): MarkedSentence[] {
  const isDetailed = path.includes('re3d');
  const marks = isDetailed ? DETAIL_MARKS : NAME_MARKS;
  return readText(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { tokens, tags } = JSON.parse(line) as { tokens: string[]; tags: string[] };
      const print = printed(tokens);
      const cut = tokenize(print.text, tokenizer);
      const forms: string[] = [];
      const spaces: boolean[] = [];
      const gold = new Uint8Array(cut.count);
      let at = 0;
      let previous = -1;
      for (let i = 0; i < cut.count; i++) {
        forms.push(print.text.slice(cut.starts[i]!, cut.ends[i]!));
        spaces.push(cut.starts[i + 1]! > cut.ends[i]!);
        while (at + 1 < tokens.length && print.ends[at]! <= cut.starts[i]!) at++;
        const tag = tags[at]!;
        const type = tag.slice(2);
        const known = marks.includes(`B-${type}`);
        const begins = tag[0] === 'B' && at !== previous;
        gold[i] = known ? marks.indexOf(`${begins ? 'B' : 'I'}-${type}`) : 0;
        previous = at;
      }
      return {
        sentence: bare(forms, spaces),
        names: isDetailed ? null : gold,
        details: isDetailed ? gold : null,
      };
    });
}

function bare(forms: readonly string[], spaces: readonly boolean[]): TrainingSentence {
  const none = forms.map(() => '_');
  return {
    forms,
    spaces,
    upos: none,
    xpos: none,
    heads: forms.map((_, i) => i - 1),
    deprels: none,
    lemmas: none,
    miscs: none,
  };
}

/** CoreNLP's classes as names; the others are none. */
const CORENLP: Readonly<Record<string, string>> = { PERSON: 'PER', ORGANIZATION: 'ORG', LOCATION: 'LOC' };

/** Sentences that CoreNLP has marked, by their places in the `texts`. Silver: nobody has corrected them. */
export function readSilver(path: string, texts: string, tokenizer: TokenizerData): MarkedSentence[] {
  const lines = <T>(file: string): T[] =>
    readText(file)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);
  const textOf = new Map(lines<{ id: string; text: string }>(texts).map(({ id, text }) => [id, text]));
  type Line = { doc: string; tokens: { ner: string; start: number; end: number }[] };
  return lines<Line>(path).flatMap(({ doc, tokens }) => {
    const first = tokens[0]!.start;
    const text = textOf.get(doc)?.slice(first, tokens.at(-1)!.end);
    if (text === undefined) return [];
    const cut = tokenize(text, tokenizer);
    const forms: string[] = [];
    const spaces: boolean[] = [];
    const names = new Uint8Array(cut.count);
    let at = 0;
    let open = '';
    for (let i = 0; i < cut.count; i++) {
      forms.push(text.slice(cut.starts[i]!, cut.ends[i]!));
      spaces.push(cut.starts[i + 1]! > cut.ends[i]!);
      while (at + 1 < tokens.length && tokens[at]!.end - first <= cut.starts[i]!) at++;
      const type = CORENLP[tokens[at]!.ner] ?? '';
      if (type !== '') names[i] = NAME_MARKS.indexOf(`${type === open ? 'I' : 'B'}-${type}`);
      open = type;
    }
    return [{ sentence: bare(forms, spaces), names, details: null }];
  });
}

/** The runs of a row of marks; UNKNOWN ends one. */
export function spansOf(marks: Uint8Array): { from: number; to: number; type: number }[] {
  const spans: { from: number; to: number; type: number }[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark === UNKNOWN || mark % 2 === 0) continue;
    let to = i + 1;
    while (to < marks.length && marks[to] === mark + 1) to++;
    spans.push({ from: i, to, type: (mark - 1) >> 1 });
  }
  return spans;
}

const GUM_TYPES: Readonly<Record<string, string>> = { person: 'PER', organization: 'ORG', place: 'LOC' };
const TITLES =
  /^(?:mr|mrs|ms|dr|president|senator|sen|professor|prof|king|queen|sir|lord|lady|st|pope|prince|princess|judge|justice|governor|minister|secretary|general|captain|colonel|rev)\.?$/i;

/** The names among GUM's marked entities, or null for a sentence without such marks. A proper noun outside them is UNKNOWN. */
export function namesInGum(sentence: TrainingSentence): Uint8Array | null {
  if (!sentence.miscs.some((misc) => misc.includes('Entity='))) return null;
  const spans: { type: string; from: number; to: number; least: number[] }[] = [];
  const open: { id: string; type: string; from: number; least: string }[] = [];
  const close = (at: number, to: number): void => {
    const [span] = open.splice(at, 1);
    if (span === undefined) return;
    spans.push({
      type: span.type,
      from: span.from,
      to,
      least: span.least.split(',').map((k) => span.from + Number(k) - 1),
    });
  };
  sentence.miscs.forEach((misc, i) => {
    const value = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1];
    if (value === undefined) return;
    for (const part of value.matchAll(/\((\d+)-([a-z]+)-([^()]*)(\))?|(\d+)\)/g)) {
      if (part[5] === undefined) {
        open.push({ id: part[1]!, type: part[2]!, from: i, least: part[3]!.split('-')[3] ?? '1' });
        if (part[4] !== undefined) close(open.length - 1, i + 1);
      } else
        close(
          open.findLastIndex((span) => span.id === part[5]),
          i + 1,
        );
    }
  });
  const names = new Uint8Array(sentence.forms.length);
  sentence.upos.forEach((upos, i) => {
    if (upos === 'PROPN') names[i] = UNKNOWN;
  });
  for (const span of spans) {
    if (GUM_TYPES[span.type] !== undefined) continue;
    for (let i = span.from; i < span.to; i++) if (names[i] === UNKNOWN) names[i] = 0;
  }
  for (const { type, least, to } of spans.sort((a, b) => a.to - a.from - (b.to - b.from))) {
    const name = GUM_TYPES[type];
    if (name === undefined || least.some((i) => sentence.upos[i] !== 'PROPN')) continue;
    let from = Math.min(...least);
    let end = Math.max(...least) + 1;
    // "Velda, California" are two places
    const comma = sentence.forms.indexOf(',', from);
    if (comma > from && comma < end) end = comma;
    if (end > to) continue;
    while (name === 'PER' && from + 1 < end && TITLES.test(sentence.forms[from]!)) names[from++] = 0;
    for (let i = from; i < end; i++) names[i] = NAME_MARKS.indexOf(`${i === from ? 'B' : 'I'}-${name}`);
  }
  return names;
}
