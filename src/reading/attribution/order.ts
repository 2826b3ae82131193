/** Looking things up by place in lists that stand in the order of the text. */
import type { TokenIndex } from '../../language/doc.ts';

/** How many speakers, names or parties before a place are looked at: keeps time linear in the length of a text. */
export const LOOK_BACK = 300;

/** The place in the list of the first that begins at a token or later. */
export function firstFrom(list: readonly { readonly from: TokenIndex }[], token: TokenIndex): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
