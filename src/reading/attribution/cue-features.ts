/** Stage 1: what may tell that a token heads a cue: its word, its neighbours, the marks, nouns and verbs around it. */
import type { TokenIndex } from '../../language/doc.ts';
import { bucket, few, type Rows } from '../rows.ts';
import { CLOSING, type Columns, OPENING, OUTSIDE } from './columns.ts';

/** Is this token the head of a cue? */
export function cueRows(columns: Columns, i: TokenIndex, rows: Rows): void {
  rows.length = 0;
  const { doc, layout, word, lemma, tag, suffix, stem, shape, quote, isVerb, isNoun } = columns;
  const s = doc.sentenceOf(i);
  const { from, to } = doc.sentence(s);
  // a token outside the sentence is 1 before it, 2 after it
  const before1 = i > from;
  const before2 = i - 1 > from;
  const after1 = i + 1 < to;
  const after2 = i + 2 < to;
  const w_1 = before1 ? word[i - 1]! : 1;
  const w_2 = before2 ? word[i - 2]! : 1;
  const w1 = after1 ? word[i + 1]! : 2;
  const w2 = after2 ? word[i + 2]! : 2;
  const t_1 = before1 ? tag[i - 1]! : 1;
  const t_2 = before2 ? tag[i - 2]! : 1;
  const t1 = after1 ? tag[i + 1]! : 2;
  const t2 = after2 ? tag[i + 2]! : 2;
  const t3 = i + 3 < to ? tag[i + 3]! : 2;
  const l_1 = before1 ? lemma[i - 1]! : 1;
  const l1 = after1 ? lemma[i + 1]! : 2;
  const l0 = lemma[i]!;
  const t0 = tag[i]!;
  let n = 0;
  rows.add(n++, 0);
  rows.add(n++, word[i]!);
  rows.add(n++, l0);
  rows.add(n++, t0);
  rows.add(n++, l0, t0);
  rows.add(n++, suffix[i]!, t0);
  rows.add(n++, stem[i]!);
  rows.add(n++, shape[i]!, t0);
  rows.add(n++, w_1);
  rows.add(n++, w1);
  rows.add(n++, l_1, t0);
  rows.add(n++, l1, t0);
  rows.add(n++, w_2);
  rows.add(n++, w2);
  rows.add(n++, t_1, t0);
  rows.add(n++, t0, t1);
  rows.add(n++, t_1, t0, t1);
  rows.add(n++, t1, t2, t0);
  rows.add(n++, t_2, t_1, t0);
  rows.add(n++, t1, t2, t3);
  rows.add(n++, l0, w1);
  rows.add(n++, l0, w_1);
  rows.add(n++, l0, t1);
  rows.add(n++, l0, t_1);
  rows.add(n++, l0, w1, w2);
  rows.add(n++, l0, t1, t2);
  rows.add(n++, l_1, l0, l1);
  rows.add(n++, l0, t_2, t_1);
  rows.add(n++, stem[i]!, t0, t1);
  // quotation marks
  const inside = quote[i] === OUTSIDE ? 0 : 1;
  let before = 0;
  for (let k = 1; k <= 8 && i - k >= from; k++) {
    if (quote[i - k] === CLOSING) {
      before = k <= 2 ? 1 : k <= 4 ? 2 : 3;
      break;
    }
  }
  let after = 0;
  for (let k = 1; k <= 8 && i + k < to; k++) {
    if (quote[i + k] === OPENING) {
      after = k <= 1 ? 1 : k <= 3 ? 2 : 3;
      break;
    }
  }
  const marks = inside * 16 + before * 4 + after;
  rows.add(n++, marks);
  rows.add(n++, marks, l0);
  rows.add(n++, marks, t0);
  rows.add(n++, marks, t_1, t0);
  const whole = inside ? layout.quotations[layout.quotationOf[i]! - 1]! : null;
  rows.add(n++, inside, whole ? bucket(i - whole.from) : 10, whole ? bucket(whole.to - i) : 10);
  rows.add(n++, (before1 ? quote[i - 1]! : 4) * 8 + (after1 ? quote[i + 1]! : 4), t0);
  // what may be its subject: the nearest noun before it with no verb between
  let left = i - 1;
  while (left >= from && !isVerb[left] && !isNoun[left]) left--;
  const leftNoun = left >= from && isNoun[left] ? left : -1;
  const noun = leftNoun < 0 ? 0 : lemma[leftNoun]!;
  const nounTag = leftNoun < 0 ? 0 : tag[leftNoun]!;
  const nounGap = leftNoun < 0 ? 0 : few(i - leftNoun, 5);
  rows.add(n++, noun, t0);
  rows.add(n++, nounTag, nounGap, t0);
  rows.add(n++, nounTag, l0);
  rows.add(n++, nounTag, marks, t0);
  rows.add(n++, noun, l0);
  rows.add(n++, leftNoun < 0 ? 0 : shape[leftNoun]!, l0);
  rows.add(n++, leftNoun < 0 ? 0 : suffix[leftNoun]!, t0);
  rows.add(n++, leftNoun < from + 1 ? 1 : tag[leftNoun - 1]!, nounTag, t0);
  // the verbs around it
  let verb = i - 1;
  while (verb >= from && !isVerb[verb]) verb--;
  const comma = verb >= from ? few(columns.commasBefore[i]! - columns.commasBefore[verb]!, 2) : 3;
  const that = verb >= from ? few(columns.thatsBefore[i]! - columns.thatsBefore[verb]!, 1) : 2;
  const verbLemma = verb < from ? 0 : lemma[verb]!;
  rows.add(n++, verbLemma, comma, that);
  rows.add(n++, verbLemma, t0, that);
  rows.add(n++, verbLemma, l0);
  rows.add(n++, verbLemma, nounTag, comma * 4 + that);
  rows.add(n++, verb < from ? 0 : tag[verb]!, t0, verb < from ? 0 : bucket(i - verb));
  let first = from;
  while (first < i && !isVerb[first]) first++;
  rows.add(
    n++,
    first < i ? lemma[first]! : 0,
    t0,
    few(columns.commasBefore[i]! - columns.commasBefore[first]!, 2),
  );
  let next = i + 1;
  while (next < to && !isVerb[next]) next++;
  rows.add(n++, next >= to ? 0 : lemma[next]!, t0);
  rows.add(n++, next >= to ? 0 : tag[next]!, next >= to ? 0 : bucket(next - i), t0);
  rows.add(
    n++,
    next >= to ? 0 : tag[next]!,
    next >= to ? 0 : few(columns.thatsBefore[next]! - columns.thatsBefore[i]!, 1),
    l0,
  );
  const verbsLeft = few(columns.verbsBefore[i]! - columns.verbsBefore[from]!, 4);
  const verbsRight = few(columns.verbsBefore[to]! - columns.verbsBefore[i + 1]!, 4);
  rows.add(n++, verbsLeft, l0);
  rows.add(n++, verbsLeft, verbsRight, t0);
  rows.add(n++, verbsRight, l0);
  // the nearest noun after it
  let right = i + 1;
  while (right < to && !isVerb[right] && !isNoun[right]) right++;
  const rightNoun = right < to && isNoun[right] ? right : -1;
  rows.add(n++, rightNoun < 0 ? 0 : lemma[rightNoun]!, l0);
  rows.add(n++, rightNoun < 0 ? 0 : lemma[rightNoun]!, t0);
  rows.add(n++, rightNoun < 0 ? 0 : suffix[rightNoun]!, l0);
  rows.add(n++, rightNoun < 0 ? 0 : tag[rightNoun]!, rightNoun < 0 ? 0 : few(rightNoun - i, 5), t0);
  // the sentence and the paragraph
  const p = layout.paragraphOf[i]!;
  const quoted = layout.quotationOf[to - 1] ? 1 : 0;
  rows.add(n++, word[from]!, few(i - from, 6), t0);
  rows.add(n++, bucket(i - from), bucket(to - 1 - i), t0);
  rows.add(n++, few(s, 3), t0, quoted);
  rows.add(n++, few(s, 2), l0);
  rows.add(n++, word[to - 1]!, inside, t0);
  rows.add(
    n++,
    few(columns.commasBefore[i]! - columns.commasBefore[from]!, 3),
    few(columns.commasBefore[to]! - columns.commasBefore[i]!, 3),
    t0,
  );
  rows.add(n++, few(columns.thatsBefore[to]! - columns.thatsBefore[i]!, 2), l0);
  rows.add(n++, quote[layout.paragraphStarts[p]!]!, quote[layout.paragraphStarts[p + 1]! - 1]!, t0);
  rows.add(n++, from > layout.paragraphStarts[p]! ? quote[from - 1]! : 4, quote[from]!, l0);
}
