/**
 * Tags and speed beside wink-nlp and compromise, in one run on one core: UPOS from the raw text of EWT test (words that
 * are part of a fused one aside), and tokens a second over whole documents that were not read before.
 *
 *   node bench/language.ts            # needs the corpora
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import nlp from 'compromise';
import { corporaFolder } from '../evaluation/corpora.ts';
import { readTreebank } from '../evaluation/treebank.ts';
import { english } from '../src/languages/en/language.ts';

/** A token of any tagger: its text and its tag in UPOS. */
interface Tagged {
  readonly form: string;
  readonly upos: string;
}

const load = createRequire(import.meta.url);
const wink = load('wink-nlp')(load('wink-eng-lite-web-model'));

/** compromise's own tags in UPOS, the first that fits. */
const FROM_COMPROMISE: readonly (readonly [string, string])[] = [
  ['Pronoun', 'PRON'],
  ['Copula', 'AUX'],
  ['Modal', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Negative', 'PART'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Conjunction', 'CCONJ'],
  ['Value', 'NUM'],
  ['ProperNoun', 'PROPN'],
  ['Verb', 'VERB'],
  ['Adverb', 'ADV'],
  ['Adjective', 'ADJ'],
  ['Noun', 'NOUN'],
  ['Expression', 'INTJ'],
]; // prettier-ignore

const TAGGERS: Readonly<Record<string, (text: string) => Tagged[]>> = {
  'recount, tags': (text) => {
    const doc = english().analyse(text);
    return Array.from({ length: doc.length }, (_, i) => ({ form: doc.form(i), upos: doc.upos(i) }));
  },
  'recount, tags and trees': (text) => {
    const doc = english().analyse(text);
    return Array.from({ length: doc.length }, (_, i) => ({
      form: doc.form(i),
      upos: doc.upos(i),
      head: doc.head(i),
    }));
  },
  'wink-nlp': (text) => {
    const tokens = wink.readDoc(text).tokens();
    const forms = tokens.out(wink.its.value) as string[];
    const tags = tokens.out(wink.its.pos) as string[];
    return forms.map((form, i) => ({ form, upos: tags[i]! }));
  },
  compromise: (text) =>
    (
      nlp(text) as unknown as { docs: { text: string; pre: string; post: string; tags: Set<string> }[][] }
    ).docs
      .flat()
      .flatMap(({ text: form, post, tags }) => [
        { form, upos: FROM_COMPROMISE.find(([tag]) => tags.has(tag))?.[1] ?? 'X' },
        ...Array.from(post.replace(/\s/g, ''), (mark) => ({ form: mark, upos: 'PUNCT' })),
      ]),
};

const folder = corporaFolder();
if (folder === null)
  console.log('The corpora are not here (set RECOUNT_CORPORA to their folder), so nothing was measured.');
else {
  const documents = readTreebank(resolve(folder, 'ud/english-ewt/test.conllu.gz'));
  const news = ['english-gum/dev', 'english-gum/test', 'english-ewt/dev'].flatMap((name) =>
    readTreebank(resolve(folder, `ud/${name}.conllu.gz`)).map(({ text }) => text),
  );
  console.log(
    'tagger | gold words found | UPOS of those | of all gold words | tokens a second | tokens a second of CPU',
  );
  for (const [name, tag] of Object.entries(TAGGERS)) {
    tag('The first call loads the model.');
    let [gold, words, right] = [0, 0, 0];
    for (const document of documents) {
      const want = new Map(
        document.sentences.flatMap((s) =>
          s.words.filter((w) => w.fused < 0).map((w) => [`${w.start} ${w.end}`, w.upos]),
        ),
      );
      gold += want.size;
      let at = 0;
      for (const { form, upos } of tag(document.text)) {
        const start = document.text.indexOf(form, at);
        if (start < 0 || form === '') continue;
        at = start + form.length;
        const truth = want.get(`${start} ${at}`);
        if (truth === undefined) continue;
        words++;
        if (truth === upos) right++;
      }
    }
    let count = 0;
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    for (const text of news) count += tag(text).length;
    const seconds = (performance.now() - began) / 1000;
    const used = process.cpuUsage(cpu);
    const share = (n: number, of: number): string => ((100 * n) / of).toFixed(2);
    const rate = (s: number): number => Math.round(count / s / 100) * 100;
    console.log(
      [
        name,
        share(words, gold),
        share(right, words),
        share(right, gold),
        rate(seconds),
        rate((used.user + used.system) / 1e6),
      ].join(' | '),
    );
  }
}
