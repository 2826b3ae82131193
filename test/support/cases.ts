/** Case files: a title after "#", lines of text, and what is expected of them after "==>". Anyone can add one without reading code. */
import { readFileSync } from 'node:fs';

export interface Case {
  readonly title: string;
  readonly text: string;
  readonly expected: readonly string[];
  /** Line of the file that the case begins at, from 1. */
  readonly line: number;
}

/** The cases of `test/cases/<name>.txt`. */
export function casesOf(name: string): Case[] {
  return parseCases(readFileSync(new URL(`../cases/${name}.txt`, import.meta.url), 'utf8'));
}

/** Blocks divided by blank lines. Several "==>" lines are several expectations of one text. */
export function parseCases(file: string): Case[] {
  const cases: Case[] = [];
  let title = '';
  let text: string[] = [];
  let expected: string[] = [];
  let start = 0;
  const close = () => {
    if (expected.length > 0)
      cases.push({ title: title || text[0]!, text: text.join('\n'), expected, line: start });
    title = '';
    text = [];
    expected = [];
    start = 0;
  };
  for (const [i, line] of file.split('\n').entries()) {
    if (line.trim() === '') close();
    else start ||= i + 1;
    if (line.startsWith('# ')) title = line.slice(2);
    else if (line.startsWith('==>')) expected.push(line.slice(3).trim());
    else if (line.trim() !== '') text.push(line);
  }
  close();
  return cases;
}
