/**
 * The attributions of a text as spans: what the model reads, then, each in a named step, what grammar and print
 * conventions mend in it.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { childrenOf } from '../../language/tree.ts';
import type { DateMention } from '../annotations.ts';
import type { Columns } from './columns.ts';
import type { Lexicon } from './lexicon.ts';
import type { AttributionModel, Relation } from './model.ts';
import { firstFrom } from './order.ts';

export interface FoundRelation extends Relation {
  /** The model, then the steps that changed what it read. */
  readonly by: readonly string[];
}

interface Context {
  readonly columns: Columns;
  readonly doc: Doc;
  readonly lexicon: Lexicon;
  readonly dates: readonly DateMention[];
}

type Step = (relation: Relation, context: Context) => Relation | null;

/** In order: later steps see what earlier ones made. A step that changes nothing gives null. */
const STEPS: readonly (readonly [id: string, step: Step])[] = [
  ['attribution/one-paragraph', withinParagraph],
  ['attribution/subject-in-content', withSubject],
  ['attribution/whole-noun-phrase', withWholeSource],
  ['attribution/impersonal-passive', withoutTheme],
  ['attribution/no-day-in-source', withoutDay],
  ['attribution/clause-before', withClauseBefore],
  ['attribution/after-colon', withParagraphAfter],
  ['attribution/no-dateline', withoutDateline],
  ['attribution/withheld-after', withoutRefusal],
  ['attribution/open-quotation', withOpenQuotation],
];

export function findRelations(
  columns: Columns,
  model: AttributionModel,
  lexicon: Lexicon,
  dates: readonly DateMention[],
): FoundRelation[] {
  const context = { columns, doc: columns.doc, lexicon, dates };
  const read = model.relations(columns).map((relation) => {
    const by = ['attribution/model'];
    let mended = relation;
    for (const [id, step] of STEPS) {
      const changed = step(mended, context);
      if (!changed) continue;
      mended = changed;
      by.push(id);
    }
    return { ...mended, by };
  });
  const signed = signedQuotations(columns, read);
  if (signed.length === 0) return read;
  const dashes = new Set(signed.map(({ head }) => head));
  return [...read.filter(({ head }) => !dashes.has(head)), ...signed].sort((a, b) => a.cue.from - b.cue.from);
}

/** A heading above the paragraph is no part of who speaks in it: "PORT ADREN / Karsia said". */
function withinParagraph(relation: Relation, { columns }: Context): Relation | null {
  const { paragraphOf } = columns.layout;
  const isWhole = ({ from, to }: TokenRange): boolean => paragraphOf[from] === paragraphOf[to - 1];
  if (relation.source.every(isWhole)) return null;
  const source = relation.source.map((range) => {
    let { from } = range;
    while (paragraphOf[from] !== paragraphOf[range.to - 1]) from++;
    return { ...range, from };
  });
  return { ...relation, source };
}

/** A paragraph that is one quotation, and after it one that opens with a dash and a name: "“…”", "— Ana Dolen". */
function signedQuotations({ doc, layout }: Columns, read: readonly Relation[]): FoundRelation[] {
  const found: FoundRelation[] = [];
  const covered = new Uint8Array(doc.length);
  for (const { head, content } of read) {
    if (isDash(doc, head)) continue;
    for (const { from, to } of content) covered.fill(1, from, to);
  }
  const starts = layout.paragraphStarts;
  for (let p = 1; p + 1 < starts.length; p++) {
    const from = starts[p]!;
    const to = starts[p + 1]!;
    if (to - from < 2 || to - from > 20 || !isDash(doc, from) || doc.upos(from + 1) === 'VERB') continue;
    const number = layout.quotationOf[starts[p - 1]!]!;
    const quotation = layout.quotations[number - 1];
    if (!quotation || quotation.from !== starts[p - 1] || quotation.to < from - 1) continue;
    if (covered.subarray(quotation.from, quotation.to).includes(1)) continue;
    let end = from + 1;
    while (end < to && !/^[.!?]$/.test(doc.form(end))) end++;
    found.push({
      head: from,
      odds: 0,
      cue: { from, to: from + 1 },
      source: [{ from: from + 1, to: end }],
      content: [{ from: quotation.from, to: quotation.to }],
      by: ['attribution/signed-quotation'],
    });
  }
  return found;
}

/**
 * "…, said [an aide who was not allowed to speak]": of what was read as said, the phrase right after the cue that the tree hangs
 * on it as a noun is who says the rest, before the cue.
 */
function withSubject(relation: Relation, { doc }: Context): Relation | null {
  const { head, source, content, cue } = relation;
  const last = content.at(-1)!;
  if (source.length > 0 || content.length < 2 || last.from !== cue.to || content.at(-2)!.to > cue.from)
    return null;
  const subject = childrenOf(doc, head, 'nsubj', 'obj').find((token) => inAny(token, [last]));
  if (subject === undefined || !/^(?:NOUN|PROPN|PRON)$/.test(doc.upos(subject))) return null;
  return { ...relation, source: [last], content: content.slice(0, -1) };
}

/** "the defence [ministry] said": a source begins where its noun phrase does. */
function withWholeSource(relation: Relation, { doc }: Context): Relation | null {
  const first = relation.source[0];
  if (!first) return null;
  // "the rebel-[run ministry]" begins before its hyphen
  if (!/^(?:NOUN|PROPN)$/.test(doc.upos(first.from)) && !isHyphen(doc, first.from - 1)) return null;
  const sentence = doc.sentence(doc.sentenceOf(first.from));
  let { from } = first;
  while (from > sentence.from && !inAny(from - 1, [relation.cue])) {
    if (/^(?:NOUN|PROPN|ADJ)$/.test(doc.upos(from - 1))) from--;
    else if (from - 1 > sentence.from && isHyphen(doc, from - 1)) from -= 2;
    else break;
  }
  if (from === first.from) return null;
  if (from > sentence.from && doc.upos(from - 1) === 'DET') from--;
  const source = [{ from, to: first.to }, ...relation.source.slice(1)];
  const content = relation.content.flatMap((range) => without(range, { from, to: first.to }));
  return content.length > 0 ? { ...relation, source, content } : null;
}

/** "Scores [were feared] dead": who is feared dead says nothing. */
function withoutTheme(relation: Relation, { doc, lexicon: { words } }: Context): Relation | null {
  const source = relation.source[0];
  if (!source || source.from >= relation.cue.from || relation.source.length > 1) return null;
  if (!words.impersonal.has(doc.lemma(relation.head).toLowerCase())) return null;
  let hasPassive = false;
  for (let i = Math.max(relation.cue.from, relation.head - 3); i < relation.head; i++)
    if (doc.upos(i) === 'AUX' && words.passives.has(doc.lemma(i).toLowerCase())) hasPassive = true;
  if (
    !hasPassive ||
    words.agents.has(doc.lower(relation.head + 1)) ||
    words.agents.has(doc.lower(relation.cue.to - 1))
  )
    return null;
  return { ...relation, source: [], content: sorted([source, ...relation.content]) };
}

/** "Police on Friday": the day at the end of a source is the day of the saying. */
function withoutDay(relation: Relation, { doc, dates }: Context): Relation | null {
  const last = relation.source.at(-1);
  if (!last) return null;
  const date = dates[firstFrom(dates, last.to) - 1];
  if (!date || date.to !== last.to || date.from <= last.from) return null;
  let to = date.from;
  while (to > last.from && doc.upos(to - 1) === 'ADP') to--;
  // a day inside a longer description stays: "a statement read on Sunday"
  if (to === last.from || doc.upos(to - 1) === 'PUNCT' || hasVerb(doc, { from: last.from, to })) return null;
  return { ...relation, source: [...relation.source.slice(0, -1), { from: last.from, to }] };
}

/**
 * "The road was cut, the mayor [said on Tuesday]": where nothing follows the cue but a day or a place, what is said is
 * the clause before the speaker.
 */
function withClauseBefore(relation: Relation, { doc, dates }: Context): Relation | null {
  const source = relation.source[0];
  const content = relation.content[0]!;
  if (
    !source ||
    relation.content.length > 1 ||
    content.from < relation.cue.to ||
    source.to > relation.cue.from
  )
    return null;
  const day = dates[firstFrom(dates, content.from)];
  const isDay = day !== undefined && day.from < content.to && day.to >= content.to;
  if (!isDay && (doc.upos(content.from) !== 'ADP' || hasVerb(doc, content))) return null;
  const sentence = doc.sentence(doc.sentenceOf(relation.head));
  const before = source.from - 1;
  if (before <= sentence.from || doc.upos(before) !== 'PUNCT') return null;
  const clause = {
    from: sentence.from,
    to: doc.upos(before) === 'PUNCT' && doc.lower(before) === ',' ? before : source.from,
  };
  return hasVerb(doc, clause) ? { ...relation, content: [clause] } : null;
}

/** "The church denied these allegations:" at the end of a paragraph: what is said is the next one, not the words before the colon. */
function withParagraphAfter(
  relation: Relation,
  { doc, columns: { layout }, lexicon }: Context,
): Relation | null {
  const { cue, content } = relation;
  const starts = layout.paragraphStarts;
  const next = layout.paragraphOf[cue.from]! + 1;
  const [from, to] = [starts[next]!, starts[next + 1]];
  if (to === undefined || doc.form(from - 1) !== ':' || from - cue.to > LONGEST_LEAD) return null;
  const isLead = (range: TokenRange): boolean => range.from >= cue.to && range.to <= from;
  if (!content.every(isLead) || hasFiniteVerb(doc, { from: cue.to, to: from }, lexicon)) return null;
  const quotation = layout.quotations[layout.quotationOf[from]! - 1];
  const end = quotation?.from === from ? quotation.to : to;
  const isStop = quotation?.from !== from && doc.form(end - 1) === '.';
  return { ...relation, content: [{ from, to: isStop ? end - 1 : end }] };
}

/** From a cue to the colon that ends its paragraph. */
const LONGEST_LEAD = 16;

function hasFiniteVerb(doc: Doc, { from, to }: TokenRange, { words }: Lexicon): boolean {
  for (let i = from; i < to; i++) {
    const upos = doc.upos(i);
    if (upos === 'AUX' || (upos === 'VERB' && !words.participles.has(doc.xpos(i)))) return true;
  }
  return false;
}

/** "ARLE, March 6 - Six people died, police said": place, day and agency at the head of a paragraph are nobody's words. */
function withoutDateline(relation: Relation, context: Context): Relation | null {
  const content = pastDateline(relation.content, context, 0);
  // "ARLE – Velland said": nor are they who speaks.
  const source = pastDateline(relation.source, context, 1);
  if (!content && !source) return null;
  return { ...relation, content: content ?? relation.content, source: source ?? relation.source };
}

/** The ranges without the dateline that the first begins with; null where there is none, or nothing else. */
function pastDateline(
  ranges: readonly TokenRange[],
  { doc, columns: { layout } }: Context,
  beyond: 0 | 1,
): TokenRange[] | null {
  const [first, ...rest] = ranges;
  if (!first || layout.paragraphStarts[layout.paragraphOf[first.from]!] !== first.from) return null;
  const limit = Math.min(first.to - 1 + 2 * beyond, first.from + LONGEST_DATELINE, doc.length - 1);
  let to = 0;
  for (let i = first.from; i < limit; i++) {
    const upos = doc.upos(i);
    if (upos === 'VERB' || upos === 'AUX' || upos === 'PRON') break;
    if (i > first.from && /^[–—-]+$/.test(doc.form(i)) && doc.end(i) < doc.start(i + 1)) to = i + 1;
  }
  if (to === 0) return null;
  // "[Text]" after the dash
  while (to < first.to - 1 && /^[[(]$/.test(doc.form(to)) && /^[\])]$/.test(doc.form(to + 2))) to += 3;
  if (to < first.to) return [{ from: to, to: first.to }, ...rest];
  return beyond && rest.length > 0 ? rest : null;
}

const LONGEST_DATELINE = 14;

/** "acknowledged that people had died [but did not give a number]": what is withheld is not what is said. */
function withoutRefusal(relation: Relation, { doc, lexicon: { words } }: Context): Relation | null {
  const last = relation.content.at(-1)!;
  if (last.from < relation.cue.to) return null;
  for (let i = last.from + 1; i + 3 < last.to; i++) {
    if (doc.upos(i) !== 'CCONJ' || doc.upos(i + 1) !== 'AUX' || !words.negations.has(doc.lower(i + 2)))
      continue;
    if (!words.withholding.has(doc.lemma(i + 3).toLowerCase())) continue;
    const to = doc.upos(i - 1) === 'PUNCT' ? i - 1 : i;
    if (to <= last.from) return null;
    return { ...relation, content: [...relation.content.slice(0, -1), { from: last.from, to }] };
  }
  return null;
}

/**
 * A quotation that is not closed where its paragraph ends, and is taken up by an opening mark in the next, belongs to
 * the attribution to its last paragraph.
 */
function withOpenQuotation(relation: Relation, { columns: { layout } }: Context): Relation | null {
  const last = relation.content.at(-1)!;
  const number = layout.quotationOf[last.to - 1]!;
  if (number === 0) return null;
  const added: TokenRange[] = [];
  let at = number - 1;
  while (!layout.quotations[at]!.closed && layout.quotations[at + 1]) {
    const next = layout.quotations[at + 1]!;
    const p = layout.paragraphOf[next.from]!;
    const follows = layout.paragraphOf[layout.quotations[at]!.from]! === p - 1;
    if (!follows || layout.paragraphStarts[p] !== next.from) break;
    added.push({ from: next.from, to: next.to });
    at++;
  }
  return added.length === 0 ? null : { ...relation, content: [...relation.content, ...added] };
}

/** A hyphen between two words, with no space on either side. */
function isHyphen(doc: Doc, token: TokenIndex): boolean {
  return (
    token > 0 &&
    token + 1 < doc.length &&
    doc.form(token) === '-' &&
    doc.end(token - 1) === doc.start(token) &&
    doc.end(token) === doc.start(token + 1)
  );
}

function isDash(doc: Doc, token: TokenIndex): boolean {
  return /^[–—-]+$/.test(doc.form(token));
}

function hasVerb(doc: Doc, { from, to }: TokenRange): boolean {
  for (let i = from; i < to; i++) if (doc.upos(i) === 'VERB' || doc.upos(i) === 'AUX') return true;
  return false;
}

function inAny(token: TokenIndex, ranges: readonly TokenRange[]): boolean {
  return ranges.some(({ from, to }) => token >= from && token < to);
}

function without(range: TokenRange, cut: TokenRange): TokenRange[] {
  if (cut.to <= range.from || cut.from >= range.to) return [range];
  const left = { from: range.from, to: cut.from };
  const right = { from: cut.to, to: range.to };
  return [left, right].filter(({ from, to }) => from < to);
}

function sorted(ranges: readonly TokenRange[]): TokenRange[] {
  return [...ranges].sort((a, b) => a.from - b.from);
}
