/** Who said what, on whose behalf, through what, to whom, when. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Annotations, AttributionMention } from '../annotations.ts';
import type { AttributionPack } from './pack.ts';

const COMMA = /^[,;:—–-]+$/;
const QUOTE = /^["“”'‘’`]+$/;
const STOP = /^[.!?…]+$/;

/** The attributions of a report, in the order of their cues. */
export function findAttributions(
  { source: { doc } }: Annotations,
  pack: AttributionPack,
  _knowledge: Knowledge,
): AttributionMention[] {
  const found: AttributionMention[] = [];
  for (let s = 0; s < doc.sentenceCount; s++) {
    const sentence = doc.sentence(s);
    for (let i = sentence.from; i < sentence.to; i++) {
      const form = doc.lower(i);
      const next = pack.accordingForms.get(form);
      const mention =
        next !== undefined && doc.lower(i + 1) === next
          ? according(doc, sentence, i)
          : pack.reportingForms.has(form)
            ? reporting(doc, sentence, i)
            : null;
      if (mention) {
        found.push(mention);
        break;
      }
    }
  }
  return found;
}

/** "According to the ministry, 12 died." and "12 died, according to the ministry." */
function according(doc: Doc, sentence: TokenRange, cue: TokenIndex): AttributionMention | null {
  const end = nextMark(doc, cue + 2, sentence.to);
  const source = { from: cue + 2, to: end };
  const content =
    cue === sentence.from
      ? trim(doc, { from: end, to: sentence.to })
      : trim(doc, { from: sentence.from, to: cue });
  return mention([source], { from: cue, to: cue + 2 }, content);
}

/** "The ministry said 12 died." and "12 died, the ministry said." and "“…,” said the minister." */
function reporting(doc: Doc, sentence: TokenRange, cue: TokenIndex): AttributionMention | null {
  let before = cue;
  while (before > sentence.from && !COMMA.test(doc.form(before - 1)) && !QUOTE.test(doc.form(before - 1)))
    before--;
  const range = { from: cue, to: cue + 1 };
  const last = nextMark(doc, cue + 1, sentence.to);
  if (before > sentence.from && before < cue)
    return mention([{ from: before, to: cue }], range, trim(doc, { from: sentence.from, to: before }));
  if (before === cue && cue > sentence.from && last > cue + 1)
    return mention([{ from: cue + 1, to: last }], range, trim(doc, { from: sentence.from, to: cue }));
  if (before === cue) return null;
  return mention([{ from: before, to: cue }], range, trim(doc, { from: cue + 1, to: sentence.to }));
}

function nextMark(doc: Doc, from: TokenIndex, to: TokenIndex): TokenIndex {
  let i = from;
  while (i < to && !COMMA.test(doc.form(i)) && !STOP.test(doc.form(i))) i++;
  return i;
}

/** Without the commas and stops at its ends; a closing quotation mark stays. */
function trim(doc: Doc, { from, to }: TokenRange): TokenRange {
  while (from < to && (COMMA.test(doc.form(from)) || STOP.test(doc.form(from)))) from++;
  while (to > from && (COMMA.test(doc.form(to - 1)) || STOP.test(doc.form(to - 1)))) to--;
  return { from, to };
}

function mention(
  source: readonly TokenRange[],
  cue: TokenRange,
  content: TokenRange,
): AttributionMention | null {
  if (content.from >= content.to || source.some(({ from, to }) => from >= to)) return null;
  return {
    source,
    cue: [cue],
    content: [content],
    details: { speakerKind: 'unknown', stance: 'asserts' },
    by: ['attribution/reporting-form'],
  };
}
