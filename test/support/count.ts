/** Counts as a line of a case file writes them: 32 · 32+ · 0..32 · 12..15 · ~40 · 24+ vague · 2+ unstated. */
import type { Count } from '../../src/model/reading.ts';

export function renderCount({ min, max, kind, approximate }: Omit<Count, 'text'>): string {
  const bounds = max === null ? `${min}+` : max === min ? `${min}` : `${min}..${max}`;
  const kindWord = kind === 'vague' || kind === 'unstated' ? ` ${kind}` : '';
  return `${approximate && kind !== 'vague' ? '~' : ''}${bounds}${kindWord}`;
}
