/**
 * Learns the lemma table of a language from treebanks: for each tag the rules of endings that say most with least, and
 * the forms that no rule gets right, in the treebanks or in WordNet or in the pack's tables of irregular forms, and the
 * regular forms of WordNet's words.
 *
 *   node training/train-lemmas.ts --out data/en/lemmas.json --wordnet WORDNET/dict TRAIN.conllu…
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readTreebank } from '../evaluation/treebank.ts';
import { type LemmaTable, lemmatize } from '../src/language/lemmatize.ts';
import { IRREGULAR_NOUNS, IRREGULAR_VERBS, SHORT_NAMES } from '../src/languages/en/irregular-forms.ts';
import { sentencesOf } from './examples.ts';
import { plural, verbForms } from './inflect.ts';

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'data/en/lemmas.json' }, wordnet: { type: 'string' } },
});
const to = values.out!;
/** Tags whose lemmas keep capitals, in any treebank: those of words that are PROPN. */
const NAMES = ['NNP', 'NNPS', 'PROPN'];
/** Tags of forms that are as a dictionary gives them. */
const BASE_TAGS = new Set(['NN', 'VB', 'JJ', 'RB']);

/** What the lemmatizer does without any table, so that none is learned for it. */
const BARE: LemmaTable = {
  irregular: {},
  endings: {},
  names: [],
  whole: ['ADD'],
  common: ['NN', 'JJ'],
  figures: { tag: 'CD', mark: ',' },
};

type Counts = Map<string, Map<string, number>>;
const seen = new Map<string, Counts>();
for (const sentence of paths.flatMap((path) => sentencesOf(readTreebank(path)))) {
  sentence.forms.forEach((form, i) => {
    const tag = sentence.xpos[i] === '_' ? sentence.upos[i]! : sentence.xpos[i]!;
    const lower = form.toLowerCase().replace(/[\u2018\u2019\u02bc]/g, "'");
    const lemma = NAMES.includes(tag) ? sentence.lemmas[i]!.toLowerCase() : sentence.lemmas[i]!;
    if (lemma === '_' && lower !== '_') return;
    // which is as it stands
    if (BARE.common!.includes(tag) && lower.length === 1) return;
    if (BARE.whole!.includes(tag) || (tag === BARE.figures!.tag && lemmatize(lower, tag, BARE) !== lower))
      return;
    bump(of(of2(seen, tag), lower), lemma);
  });
}

/** The rank of a form that stands in the pack's tables: above any count. */
const IRREGULAR = 1_000_000;
const isIrregular = new Set<string>();
/** The dictionary's own words, of any kind. */
const words = new Set<string>();
const known =
  values.wordnet === undefined ? new Map<string, Map<string, string>>() : wordNetForms(values.wordnet);

const irregular: Record<string, Record<string, string>> = {};
const endings: Record<string, Record<string, string>> = {};
for (const [tag, forms] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
  // Each form votes once, with its commonest lemma, for the rule of each of its endings.
  const votes: Counts = new Map();
  const gold = new Map<string, string>();
  for (const [form, lemmas] of forms) {
    const lemma = [...lemmas].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]![0];
    gold.set(form, lemma);
    const rule = ruleOf(form, lemma);
    if (rule === null) continue;
    for (let length = 0; length <= Math.min(7, form.length); length++) {
      bump(of(votes, form.slice(form.length - length)), rule);
    }
  }
  const rules: Record<string, string> = {};
  for (const [ending, counts] of [...votes].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) {
    const [rule, count] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!;
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    if (ending !== '' && (count < 2 || count < 0.6 * total || shorter(rules, ending) === rule)) continue;
    rules[ending] = rule;
  }
  endings[tag] = rules;
  const table: LemmaTable = { irregular: {}, endings, names: [] };
  const exceptions: Record<string, string> = {};
  for (const [form, lemma] of [...gold].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (NAMES.includes(tag) && lemma === form) continue;
    // a slip: "dishonest" is no form of "dishon"
    if (words.has(form) && !words.has(lemma.toLowerCase()) && BASE_TAGS.has(tag)) continue;
    if (lemmatize(form, tag, table) !== lemma) exceptions[form] = lemma;
  }
  for (const [form, lemma] of known.get(tag) ?? []) {
    // the pack's own table goes before a treebank, which has slips; a dictionary's regular forms do not
    if ((isIrregular.has(`${tag} ${form}`) || !gold.has(form)) && lemmatize(form, tag, table) !== lemma)
      exceptions[form] = lemma;
    else if (isIrregular.has(`${tag} ${form}`)) delete exceptions[form];
  }
  if (NAMES.includes(tag)) continue;
  if (Object.keys(exceptions).length > 0) irregular[tag] = exceptions;
}
irregular.NNP = Object.fromEntries(SHORT_NAMES.split(';').map((row) => row.trim().split(' ')));
const table: LemmaTable = {
  ...BARE,
  irregular,
  endings,
  names: NAMES,
};
writeFileSync(to, `${JSON.stringify(table)}\n`);
const size = (records: Record<string, Record<string, string>>): number =>
  Object.values(records).reduce((sum, record) => sum + Object.keys(record).length, 0);
console.log(`${to}: ${size(endings)} endings, ${size(irregular)} irregular forms`);

/** Inflected forms of WordNet's words and of irregular ones, by Penn tag. A form of two words goes to the commoner one. */
function wordNetForms(dict: string): Map<string, Map<string, string>> {
  const forms = new Map<string, Map<string, string>>();
  const ranks = new Map<string, number>();
  const nouns: string[] = [];
  const put = (tag: string, form: string, lemma: string, rank: number): void => {
    if (form === lemma && rank < IRREGULAR) return;
    const key = `${tag} ${form}`;
    if ((ranks.get(key) ?? -1) >= rank) return;
    ranks.set(key, rank);
    of(forms, tag).set(form, lemma);
    if (rank === IRREGULAR) isIrregular.add(key);
  };
  for (const file of ['noun', 'verb', 'adj', 'adv'] as const) {
    for (const line of readFileSync(join(dict, `index.${file}`), 'latin1').split('\n')) {
      words.add(line.slice(0, line.indexOf(' ')));
    }
  }
  for (const file of ['noun', 'verb'] as const) {
    for (const line of readFileSync(join(dict, `index.${file}`), 'latin1').split('\n')) {
      const fields = line.trim().split(/\s+/);
      const word = fields[0]!;
      if (!/^[a-z]{3,}$/.test(word)) continue;
      const rank = Number(fields[5 + Number(fields[3])]);
      if (file === 'noun') {
        nouns.push(word);
        put('NNS', plural(word), word, rank);
      } else {
        const [s, ed, ing] = verbForms(word);
        put('VBZ', s, word, rank);
        put('VBD', ed, word, rank);
        put('VBN', ed, word, rank);
        put('VBG', ing, word, rank);
      }
    }
  }
  // Nouns that look like plurals of nothing are their own lemmas: "earnings".
  const plurals = of(forms, 'NNS');
  for (const word of nouns) if (/..[^siu]s$/.test(word) && !plurals.has(word)) plurals.set(word, word);
  // Adjectives that are written with a capital, and never without, keep it: "Peruvian", but not "Federal".
  const adjectives = readFileSync(join(dict, 'data.adj'), 'latin1');
  const small = new Set(
    Array.from(adjectives.matchAll(/ ([a-z]{4,})(?:\([a-z]+\))? \d/g), (match) => match[1]!),
  );
  for (const [, word] of adjectives.matchAll(/ ([A-Z][a-z]{3,}) \d/g))
    if (!small.has(word!.toLowerCase())) put('JJ', word!.toLowerCase(), word!, IRREGULAR);
  const rows = (table: string): string[][] => table.split(';').map((row) => row.trim().split(/\s+/));
  for (const [base, past, participle] of rows(IRREGULAR_VERBS)) {
    for (const form of past!.split('/')) put('VBD', form, base!, IRREGULAR);
    for (const form of participle!.split('/')) put('VBN', form, base!, IRREGULAR);
    if (base!.endsWith('c')) put('VBG', `${base}king`, base!, IRREGULAR);
  }
  for (const [singular, many] of rows(IRREGULAR_NOUNS)) put('NNS', many!, singular!, IRREGULAR);
  return forms;
}

function of<T>(map: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}

function of2(map: Map<string, Counts>, key: string): Counts {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** "2y" for "flies" → "fly"; null where more than nine letters would go, or the two have little in common. */
function ruleOf(form: string, lemma: string): string | null {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  const cut = form.length - same;
  return cut > 9 || (same === 0 && form.length > 1) ? null : `${cut}${lemma.slice(same)}`;
}

function shorter(rules: Record<string, string>, ending: string): string | undefined {
  for (let at = 1; at <= ending.length; at++) {
    const rule = rules[ending.slice(at)];
    if (rule !== undefined) return rule;
  }
  return undefined;
}
