/**
 * What changed between two versions of a text: the shortest edit by words (Myers 1986), told in runs of words that both
 * have, that only the older has, or that only the newer has. Joined, the runs give either text back.
 */

export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Edits looked for, at most: texts that differ in more words have next to nothing in common. */
const MAX_EDITS = 4000;

export function diffTexts(older: string, newer: string): Change[] {
  const [a, b] = [wordsOf(older), wordsOf(newer)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const changes: Change[] = [];
  const tell = (kind: Change['kind'], words: readonly string[]): void => {
    if (words.length === 0) return;
    const last = changes.at(-1);
    const text = words.join('');
    if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
    else changes.push({ kind, text });
  };
  tell('same', a.slice(0, start));
  for (const { kind, words } of edits(a.slice(start, a.length - end), b.slice(start, b.length - end)))
    tell(kind, words);
  tell('same', a.slice(a.length - end));
  return changes;
}

/** Words with the spaces behind them, so that nothing is lost. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function edits(
  a: readonly string[],
  b: readonly string[],
): { kind: Change['kind']; words: readonly string[] }[] {
  const trace = reach(a, b);
  if (trace === null)
    return [
      { kind: 'gone', words: a },
      { kind: 'new', words: b },
    ];
  const back: { kind: Change['kind']; words: readonly string[] }[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const row = trace[d]!;
    const at = (k: number): number => row[k + d + 1] ?? -1;
    const k = x - y;
    const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const from = isDown ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : at(from);
    const fromY = fromX - from;
    const stepX = d === 0 ? 0 : isDown ? fromX : fromX + 1;
    if (x > stepX) back.push({ kind: 'same', words: a.slice(stepX, x) });
    if (d === 0) break;
    back.push(isDown ? { kind: 'new', words: [b[fromY]!] } : { kind: 'gone', words: [a[fromX]!] });
    [x, y] = [fromX, fromY];
  }
  return back.reverse();
}

/** For each number of edits how far along `a` each diagonal was before it; null where too many are needed. */
function reach(a: readonly string[], b: readonly string[]): number[][] | null {
  const most = Math.min(a.length + b.length, MAX_EDITS);
  const trace: number[][] = [];
  let row = [0, 0, 0];
  for (let d = 0; d <= most; d++) {
    trace.push(row);
    const next = new Array<number>(2 * d + 5).fill(-1);
    for (let k = -d; k <= d; k += 2) {
      const at = (diagonal: number): number => row[diagonal + d + 1] ?? -1;
      const isDown = k === -d || (k !== d && at(k - 1) < at(k + 1));
      let x = d === 0 ? 0 : isDown ? at(k + 1) : at(k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next[k + d + 2] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
    row = next;
  }
  return null;
}
