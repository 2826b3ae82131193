/**
 * Copies with a quantity put in: "At least 32 people", where a treebank of mail and reviews has "People". The words hang
 * as the treebanks hang them: "at" on "least", "least" on the number; "than" fixed to "more".
 */
import type { TrainingSentence } from './examples.ts';

/** Words before a number: form, UPOS, XPOS, relation, and whose dependent: the number's, or the word's before ("<") or after (">"). */
const QUANTIFIERS = [
  {
    weight: 10,
    words: [
      ['at', 'ADP', 'IN', 'case', '>'],
      ['least', 'ADJ', 'JJS', 'nmod', 'number'],
    ],
  },
  {
    weight: 4,
    words: [
      ['more', 'ADJ', 'JJR', 'advmod', 'number'],
      ['than', 'ADP', 'IN', 'fixed', '<'],
    ],
  },
  {
    weight: 2,
    words: [
      ['up', 'ADP', 'IN', 'advmod', 'number'],
      ['to', 'ADP', 'IN', 'fixed', '<'],
    ],
  },
  { weight: 2, words: [['nearly', 'ADV', 'RB', 'advmod', 'number']] },
  { weight: 2, words: [['about', 'ADV', 'RB', 'advmod', 'number']] },
] as const; // prettier-ignore

const NUMBERS = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'dozens',
  'hundreds',
];

/** A copy, and where how many words were put in; null where there is no noun to count. */
export function quantified(
  sentence: TrainingSentence,
  random: () => number,
): { sentence: TrainingSentence; at: number; count: number } | null {
  const places = sentence.forms.flatMap((_, i) => (isPlace(sentence, i) ? [i] : []));
  if (places.length === 0) return null;
  const at = places[Math.floor(random() * places.length)]!;
  const isNumbered = sentence.xpos[at] === 'CD';
  let draw = random() * QUANTIFIERS.reduce((sum, { weight }) => sum + weight, 0);
  const { words } = QUANTIFIERS.find(({ weight }) => (draw -= weight) < 0) ?? QUANTIFIERS[0];
  const word =
    random() < 0.4 ? NUMBERS[Math.floor(random() * 10)]! : String(Math.floor(2 + random() ** 3 * 900));
  const number = isNumbered ? [] : [[word, 'NUM', 'CD', 'nummod', 'noun']];
  const put = [...words, ...number] as readonly (readonly string[])[];
  const count = put.length;
  const moved = (head: number): number => (head >= at ? head + count : head);
  const numberAt = isNumbered ? at + count : at + count - 1;
  const headOf = (k: number): number => {
    const whose = put[k]![4];
    if (whose === '>') return at + k + 1;
    if (whose === '<') return at + k - 1;
    return whose === 'noun' ? at + count : numberAt;
  };
  const join = <T>(list: readonly T[], inner: readonly T[]): T[] => [
    ...list.slice(0, at),
    ...inner,
    ...list.slice(at),
  ];
  const forms = join(
    sentence.forms,
    put.map(([form]) => form!),
  );
  if (at === 0) {
    forms[0] = forms[0]![0]!.toUpperCase() + forms[0]!.slice(1);
    const old = forms[count]!;
    if (sentence.upos[0] !== 'PROPN' && old.slice(1) === old.slice(1).toLowerCase())
      forms[count] = old.toLowerCase();
  }
  return {
    at,
    count,
    sentence: {
      forms,
      spaces: join(
        sentence.spaces,
        put.map(() => true),
      ),
      upos: join(
        sentence.upos,
        put.map(([, upos]) => upos!),
      ),
      xpos: join(
        sentence.xpos,
        put.map(([, , xpos]) => xpos!),
      ),
      heads: join(
        sentence.heads.map(moved),
        put.map((_, k) => headOf(k)),
      ),
      deprels: join(
        sentence.deprels,
        put.map(([, , , deprel]) => deprel!),
      ),
      lemmas: join(
        sentence.lemmas,
        put.map(() => '_'),
      ),
      miscs: join(
        sentence.miscs,
        put.map(() => '_'),
      ),
    },
  };
}

/** A number on a noun with nothing before it, or a bare plural that is subject or object, with nothing on its left. */
function isPlace(sentence: TrainingSentence, i: number): boolean {
  const { xpos, deprels, heads } = sentence;
  if (xpos[i] === 'CD' && deprels[i] === 'nummod' && heads[i]! > i) {
    return !heads.some((head, k) => k < i && (head === i || head === heads[i]));
  }
  if (xpos[i] !== 'NNS' || !/^(?:nsubj|obj|obl|conj)/.test(deprels[i]!)) return false;
  return !heads.some((head, k) => k < i && head === i);
}
