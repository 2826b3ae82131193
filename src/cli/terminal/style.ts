/** Colour on a terminal, by NO_COLOR, FORCE_COLOR and the flags. Without colour nothing is lost: marks get a line of their own. */
import type { OptionValues } from '../command.ts';
import type { Terminal } from './terminal.ts';

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  figure: ['1;4;33', '22;24;39'],
  source: [36, 39],
  cue: [35, 39],
  gap: ['4;34', '24;39'],
  warning: [33, 39],
  error: [31, 39],
} as const satisfies Readonly<Record<string, readonly [number | string, number | string]>>;

export type StyleName = keyof typeof CODES;
/** Puts a style on a text; without colour the text as it is. */
export type Style = (name: StyleName, text: string) => string;

export const PLAIN: Style = (_name, text) => text;
export const COLOURED: Style = (name, text) =>
  text === '' ? '' : `\u001b[${CODES[name][0]}m${text}\u001b[${CODES[name][1]}m`;

/** Flags first, then NO_COLOR and FORCE_COLOR where they are set to something, then whether it is a terminal that has colours. */
export function isColoured(options: OptionValues, { out, env }: Pick<Terminal, 'out' | 'env'>): boolean {
  if (typeof options.color === 'boolean') return options.color;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return out.isTerminal && env.TERM !== 'dumb';
}

/** Whether a style paints at all. */
export function paints(style: Style): boolean {
  return style === COLOURED;
}
