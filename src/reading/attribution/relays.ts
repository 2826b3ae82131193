/**
 * Who passes on whose word. "Diplomats, citing the mission's report, said …", "Radio Velda, which quoted the ministry", "the
 * agency quoted the ministry as saying …", "Haan was quoted by state media as saying …": whoever is cited stands nearer
 * the origin and said the same.
 */
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import { isRelation } from '../../language/tree.ts';
import { nameOf, nounPhraseFrom } from './channels.ts';
import type { Details, Draft } from './draft.ts';
import { isIn, type Lexicon } from './lexicon.ts';
import type { FoundRelation } from './relations.ts';
import type { Speakers } from './speakers.ts';

/** Whether a token is a verb that passes on another's word: "cite". */
function isCite(doc: Doc, token: TokenIndex, { words }: Lexicon): boolean {
  return words.citing.has(doc.lemma(token).toLowerCase()) && doc.upos(token) === 'VERB';
}

/** Whether it is the participle of one: "citing". */
function isCiting(doc: Doc, token: TokenIndex, lexicon: Lexicon): boolean {
  return isCite(doc, token, lexicon) && lexicon.words.participles.has(doc.xpos(token));
}

/** "Radio Velda, which cited the ministry": the verb of a clause about a source. */
function isRelativeCite(doc: Doc, token: TokenIndex, lexicon: Lexicon): boolean {
  return isCite(doc, token, lexicon) && isRelation(doc, token, 'acl:relcl');
}

/**
 * What the model reads at a word of citing gives way to the saying that it belongs to, and what it reads at the "saying"
 * of "quoted as saying" to the quoting; `withRelays` reads both anew.
 */
export function withoutCiting(
  relations: readonly FoundRelation[],
  doc: Doc,
  lexicon: Lexicon,
): FoundRelation[] {
  const hosts = relations.filter(
    ({ head }) => !isCiting(doc, head, lexicon) && !isRelativeCite(doc, head, lexicon),
  );
  const sentences = new Set(hosts.map(({ head }) => doc.sentenceOf(head)));
  const sources = hosts.flatMap(({ source }) => source);
  const kept = relations.filter(({ head }) => {
    if (isCiting(doc, head, lexicon)) return !sentences.has(doc.sentenceOf(head));
    return !isRelativeCite(doc, head, lexicon) || !isIn(doc.head(head), sources);
  });
  const sayings = kept.flatMap((relation) => quotedIn(doc, relation, lexicon)?.cue ?? []);
  return kept
    .filter(({ head }) => !sayings.some(({ from, to }) => from <= head && head < to))
    .map((relation) => withoutAside(relation, doc, lexicon));
}

/** "State television[, quoting witnesses,] said": whom a source cites is no part of it. */
function withoutAside(relation: FoundRelation, doc: Doc, lexicon: Lexicon): FoundRelation {
  const source = relation.source.map(({ from, to }) => {
    const aside = tokenIn({ from: from + 1, to }, (i) => isCiting(doc, i, lexicon));
    if (aside === null) return { from, to };
    return { from, to: doc.upos(aside - 1) === 'PUNCT' && aside - 1 > from ? aside - 1 : aside };
  });
  return { ...relation, source };
}

/** The drafts with those whom they pass on, in the order of their cues. */
export function withRelays(
  drafts: readonly Draft[],
  doc: Doc,
  lexicon: Lexicon,
  speakers: Speakers,
): Draft[] {
  const cited = new Map<TokenIndex, Draft>();
  const added: Draft[] = [];
  for (const host of drafts) {
    const relation = quotedIn(doc, host.relation, lexicon) ?? citedBy(doc, host, lexicon);
    if (relation) {
      const known = cited.get(relation.cue.from);
      host.cites = known ?? draftOf(relation, host, doc, lexicon, speakers);
      if (!known) {
        cited.set(relation.cue.from, host.cites);
        added.push(host.cites);
      }
      continue;
    }
    const quoting = quoterOf(doc, host.relation, lexicon);
    if (quoting) added.push({ ...draftOf(quoting, host, doc, lexicon, speakers), cites: host });
  }
  return [...drafts, ...added].sort((a, b) => a.relation.cue.from - b.relation.cue.from);
}

/** "citing the ministry", in the frame of a saying. */
function citedBy(doc: Doc, { relation, frame }: Draft, lexicon: Lexicon): FoundRelation | null {
  for (const range of [...frame.after, ...frame.before]) {
    for (let token = range.from; token + 1 < range.to; token++) {
      if (!isCiting(doc, token, lexicon) && !isAbout(doc, token, relation, lexicon)) continue;
      const source = nounPhraseFrom(doc, token + 1, range.to, lexicon.words);
      const cue = { from: token, to: token + 1 };
      if (source) return { ...relation, head: token, source: [source], cue, by: ['attribution/citing'] };
    }
  }
  return null;
}

/** Whether a token is the verb of a relative clause about the source. */
function isAbout(doc: Doc, token: TokenIndex, { source }: FoundRelation, lexicon: Lexicon): boolean {
  return isRelativeCite(doc, token, lexicon) && isIn(doc.head(token), source);
}

/** "quoted [the ministry] [as saying] that nine had died": the saying inside a quoting. Null where there is none. */
function quotedIn(doc: Doc, relation: FoundRelation, lexicon: Lexicon): FoundRelation | null {
  const { words } = lexicon;
  const { cue, head } = relation;
  if (!isCite(doc, head, lexicon)) return null;
  const { to: end } = doc.sentence(doc.sentenceOf(head));
  const source = nounPhraseFrom(doc, cue.to, end, words);
  if (!source) return null;
  let as = source.to;
  while (as < Math.min(end, source.to + LONGEST_ASIDE) && !words.quotedAs.has(doc.lower(as))) as++;
  if (as + 1 >= end || !words.quotedAs.has(doc.lower(as)) || !words.participles.has(doc.xpos(as + 1)))
    return null;
  const saying = { from: as, to: as + 2 };
  const after = relation.content.flatMap(({ from, to }) =>
    to > saying.to ? [{ from: Math.max(from, saying.to), to }] : [],
  );
  const before = relation.content.filter(({ to }) => to <= cue.from);
  const content = after.length > 0 ? after : before;
  if (content.length === 0) return null;
  return { ...relation, head: as + 1, source: [source], cue: saying, content, by: ['attribution/quoted-as'] };
}

/** "the minister, who lives abroad, as saying": how far the word of saying may stand from whom it is of. */
const LONGEST_ASIDE = 12;

/** "Haan was quoted by state media as saying": who quotes, after the agent's word. Null where nobody is named. */
function quoterOf(doc: Doc, relation: FoundRelation, lexicon: Lexicon): FoundRelation | null {
  const { words } = lexicon;
  const { to: end } = doc.sentence(doc.sentenceOf(relation.cue.from));
  const quote = tokenIn(relation.cue, (i) => isCite(doc, i, lexicon));
  if (quote === null || relation.source.length === 0 || relation.source[0]!.from > quote) return null;
  if (!words.passives.has(doc.lemma(quote - 1).toLowerCase())) return null;
  for (let i = quote + 1; i < Math.min(end - 1, quote + 1 + LONGEST_ASIDE); i++) {
    if (!words.agents.has(doc.lower(i))) continue;
    if (isIn(i, relation.content)) return null;
    const source = nounPhraseFrom(doc, i + 1, end, words);
    const cue = { from: quote, to: quote + 1 };
    return source && { ...relation, head: quote, source: [source], cue, by: ['attribution/quoted-by'] };
  }
  return null;
}

function tokenIn({ from, to }: TokenRange, test: (token: TokenIndex) => boolean): TokenIndex | null {
  for (let i = from; i < to; i++) if (test(i)) return i;
  return null;
}

/** The draft of one whose word is passed on, or who passes it on: it says when and how the host's does. */
function draftOf(
  relation: FoundRelation,
  host: Draft,
  doc: Doc,
  lexicon: Lexicon,
  speakers: Speakers,
): Draft {
  const document = speakers.documentOf(relation.source);
  const speaker = speakers.resolve(relation.source, relation.head);
  const details: Details = { speakerKind: speaker?.kind ?? 'unknown', stance: host.details.stance };
  if (speaker) {
    details.speaker = speaker.name;
    if (speaker.speaksFor !== null) details.speaksFor = speaker.speaksFor;
    if (speaker.isAnonymous) details.anonymous = {};
  }
  if (document) details.medium = nameOf(doc, document, lexicon);
  const by = [...relation.by, ...(speaker?.by ?? [])];
  const isHearsay = speakers.isHearsay(relation.source);
  return { relation, speaker, document, isHearsay, frame: host.frame, details, by };
}
