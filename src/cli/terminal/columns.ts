/** How wide to print. */
import type { OptionValues } from '../command.ts';
import type { Terminal } from './terminal.ts';

const NARROWEST = 44;
/** Lines longer than this are hard to read across, whatever the terminal has. */
const WIDEST = 160;

/** So many columns as were asked for, else the terminal's. */
export function columnsFor({ width }: OptionValues, { out }: Terminal): number {
  const asked = Number(width);
  return Math.max(NARROWEST, asked > 0 ? Math.floor(asked) : Math.min(out.columns ?? 100, WIDEST));
}
