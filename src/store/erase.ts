/** Which entries of a journal hold details of a person: by the names they are filed under, and by the words in them. */
import { foldName } from '../model/victims.ts';
import type { Json } from './entry.ts';
import type { Journal } from './journal.ts';

/** The numbers of the entries, lowest first. A name counts where it stands as whole words, whatever its case and accents. */
export async function personalTraces(journal: Journal, person: string): Promise<number[]> {
  const wanted = ` ${foldName(person)} `;
  const seqs: number[] = [];
  if (wanted.trim() === '') return seqs;
  for await (const { seq, about, details } of journal.allDetails()) {
    const isNamed = (text: string) => ` ${foldName(text)} `.includes(wanted);
    if (about.some(isNamed) || stringsOf(details).some(isNamed)) seqs.push(seq);
  }
  return seqs.sort((a, b) => a - b);
}

function stringsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(stringsOf);
}
