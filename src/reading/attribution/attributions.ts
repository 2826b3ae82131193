/** Who said what, on whose behalf, through what, to whom, when. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Annotations, AttributionMention, DateMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import { findAnonymity } from './anonymity.ts';
import { findChannel, findHearer, nameOf, nounPhraseFrom } from './channels.ts';
import { Columns } from './columns.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { firstFrom } from './order.ts';
import type { AttributionPack } from './pack.ts';
import { type FoundRelation, findRelations } from './relations.ts';
import type { Speaker } from './speaker.ts';
import { Speakers } from './speakers.ts';
import { findStance } from './stance.ts';

type Details = { -readonly [Key in keyof AttributionMention['details']]: AttributionMention['details'][Key] };

/** One attribution while its details are gathered. */
interface Draft {
  readonly relation: FoundRelation;
  readonly speaker: Speaker | null;
  readonly document: TokenRange | null;
  readonly frame: Frame;
  readonly details: Details;
  readonly by: string[];
  /** The draft that this one passes on. */
  cites?: Draft;
}

/** The attributions of a report, in the order of their cues. */
export function findAttributions(
  { source, dates, parties }: Pick<Annotations, 'source' | 'dates' | 'parties'>,
  pack: AttributionPack,
  _knowledge: Knowledge,
): AttributionMention[] {
  const { doc } = source;
  if (doc.length === 0) return [];
  const columns = new Columns(doc);
  const lexicon = lexiconOf(pack);
  const found = findRelations(columns, pack.loadModel(), lexicon, dates);
  const relations = withoutAsides(withoutCiting(found, doc, lexicon), doc, lexicon);
  const speakers = new Speakers(doc, columns.layout, lexicon, parties, dates);
  const drafts = relations.map((relation, i) => {
    // only neighbours can stand in one sentence with it
    const near = relations.slice(Math.max(0, i - 12), i + 13);
    return draftOf(relation, near, source, dates, speakers, lexicon);
  });
  shareChannels(drafts);
  const all = withRelays(drafts, doc, lexicon, speakers);
  const places = new Map(all.map((draft, i) => [draft, i]));
  return all.map(({ relation, details, by, cites }) => ({
    source: relation.source,
    cue: [relation.cue],
    content: relation.content,
    details,
    ...(cites && { cites: places.get(cites)! }),
    by,
  }));
}

function draftOf(
  relation: FoundRelation,
  near: readonly FoundRelation[],
  source: Source,
  dates: readonly DateMention[],
  speakers: Speakers,
  lexicon: Lexicon,
): Draft {
  const { doc } = source;
  const frame = frameOf(doc, relation, near);
  const document = speakers.documentOf(relation.source);
  const speaker = speakers.resolve(relation.source, relation.head);
  const stance = findStance(doc, relation.cue, lexicon);
  const by: string[] = [...relation.by];
  const details: Details = { speakerKind: speaker?.kind ?? 'unknown', stance: stance?.stance ?? 'asserts' };
  if (stance) by.push(stance.by);
  if (speaker) {
    details.speaker = speaker.name;
    by.push(...speaker.by);
    if (speaker.speaksFor !== null) details.speaksFor = speaker.speaksFor;
  }
  addAnonymity(details, by, doc, relation, speaker, lexicon);
  addChannel(details, by, doc, relation, frame, document, lexicon);
  addDay(details, source, dates, frame, document ? relation.source : []);
  return { relation, speaker, document, frame, details, by };
}

function addAnonymity(
  details: Details,
  by: string[],
  doc: Doc,
  relation: FoundRelation,
  speaker: Speaker | null,
  lexicon: Lexicon,
): void {
  if (!speaker) return;
  const sentence = doc.sentence(doc.sentenceOf(relation.head));
  const withheld =
    /^\p{Lu}/u.test(speaker.name) && speaker.isBody
      ? null
      : findAnonymity(doc, sentence, relation.content, lexicon);
  if (withheld) {
    speaker.isAnonymous = true;
    by.push(withheld.by);
  }
  if (speaker.isAnonymous) details.anonymous = withheld?.reason ? { reason: withheld.reason } : {};
}

function addChannel(
  details: Details,
  by: string[],
  doc: Doc,
  relation: FoundRelation,
  frame: Frame,
  document: TokenRange | null,
  lexicon: Lexicon,
): void {
  // "was not allowed to talk to the press" tells why a name is withheld, not who was told
  const before = details.anonymous ? [] : frame.before;
  const hearer = findHearer(doc, frame, relation.cue, relation.head, lexicon, before);
  if (hearer) details.toldTo = nameOf(doc, hearer, lexicon);
  const inSource = document ? relation.source : [];
  const channel = findChannel(doc, [...frame.after, relation.cue, ...frame.before, ...inSource], lexicon);
  const broadcast = hearer
    ? lexicon.media.allIn(doc, hearer).find(({ value }) => value.broadcasts)
    : undefined;
  if (broadcast && details.toldTo && (!channel || channel.row.rank <= broadcast.value.rank)) {
    details.medium = details.toldTo;
    by.push(broadcast.value.id);
  } else if (channel) {
    details.medium = channel.text;
    by.push(channel.row.id);
  } else if (lexicon.mediumCues.has(doc.lemma(relation.head).toLowerCase())) {
    const row = lexicon.mediumCues.get(doc.lemma(relation.head).toLowerCase())!;
    if (row.name !== undefined) details.medium = row.name;
    by.push(row.id);
  } else if (document) {
    details.medium = nameOf(doc, document, lexicon);
    by.push('attribution/document');
  }
}

/** The day of the saying: a date in the frame, the nearest after the cue, else before it. */
function addDay(
  details: Details,
  source: Source,
  dates: readonly DateMention[],
  frame: Frame,
  inSource: readonly TokenRange[],
): void {
  const ranges = [...frame.after, ...frame.before, ...inSource];
  for (const range of ranges) {
    const mention = dates[firstFrom(dates, range.from)];
    if (!mention || mention.to > range.to) continue;
    details.saidOn = { ...mention.date, evidence: [source.span(mention)] };
    if (mention.time?.start !== undefined && mention.time.start === mention.time.end)
      details.saidAt = mention.time.start;
    else if (mention.time?.start !== undefined && /\d/.test(mention.time.text))
      details.saidAt = mention.time.start;
    return;
  }
}

/**
 * "The government said on Sunday … According to a statement read on state television on Sunday night": a document that
 * is nobody else's is the saying that was just reported, so its channel is the channel of both.
 */
function shareChannels(drafts: readonly Draft[]): void {
  for (const { document, speaker, details } of drafts) {
    if (!document || !speaker || details.medium === undefined) continue;
    for (const earlier of drafts) {
      if (earlier.document || earlier.speaker !== speaker || earlier.details.medium !== undefined) continue;
      const day = earlier.details.saidOn;
      if (day && details.saidOn && day.start === details.saidOn.start && day.end === details.saidOn.end) {
        earlier.details.medium = details.medium;
        earlier.by.push('attribution/same-saying');
      }
    }
  }
}

/**
 * "An officer, who asked not to be named because he feared reprisals, said": neither the wish about the name nor its reason is
 * a saying of the report's.
 */
function withoutAsides(relations: readonly FoundRelation[], doc: Doc, lexicon: Lexicon): FoundRelation[] {
  return relations.filter((relation) => {
    const near = doc.sentence(doc.sentenceOf(relation.head));
    const from = Math.max(near.from, relation.head - LONGEST_WISH);
    const aside = findAnonymity(
      doc,
      { from, to: Math.min(near.to, relation.head + LONGEST_WISH) },
      [],
      lexicon,
    );
    if (!aside) return true;
    if (relation.head >= aside.from && relation.head < aside.to) return relation.cue.to > aside.to;
    const first = relation.content[0]!;
    const isWish =
      first.from >= relation.cue.to &&
      relation.content.some((range) => range.from <= aside.from && aside.from < range.to);
    return !(isWish && relation.content.at(-1)!.to - relation.cue.from <= LONGEST_WISH);
  });
}

/** "declined to be named because he was not allowed to speak to the media" */
const LONGEST_WISH = 16;

/** Whether a token is the participle of a verb that passes on another's word: "citing". */
function isCiting(doc: Doc, token: TokenIndex, { words }: Lexicon): boolean {
  return (
    words.citing.has(doc.lemma(token).toLowerCase()) &&
    doc.upos(token) === 'VERB' &&
    words.participles.has(doc.xpos(token))
  );
}

/** What the model reads at a citing word gives way to the saying that it belongs to; `withRelays` reads it anew. */
function withoutCiting(relations: FoundRelation[], doc: Doc, lexicon: Lexicon): FoundRelation[] {
  const hosts = relations.filter(({ head }) => !isCiting(doc, head, lexicon));
  const sentences = new Set(hosts.map(({ head }) => doc.sentenceOf(head)));
  return relations.filter(
    ({ head }) => !isCiting(doc, head, lexicon) || !sentences.has(doc.sentenceOf(head)),
  );
}

/**
 * "Diplomats, citing the mission's report, said …": whom a speaker cites is nearer the origin and said the same.
 */
function withRelays(drafts: readonly Draft[], doc: Doc, lexicon: Lexicon, speakers: Speakers): Draft[] {
  const cited = drafts.flatMap((host) => {
    for (const range of [...host.frame.after, ...host.frame.before]) {
      for (let token = range.from; token + 1 < range.to; token++) {
        if (!isCiting(doc, token, lexicon)) continue;
        const source = nounPhraseFrom(doc, token + 1, range.to, lexicon.words);
        if (!source) continue;
        const relation: FoundRelation = {
          ...host.relation,
          head: token,
          source: [source],
          cue: { from: token, to: token + 1 },
          by: ['attribution/citing'],
        };
        host.cites = citedDraft(relation, host, doc, lexicon, speakers);
        return [host.cites];
      }
    }
    return [];
  });
  return [...drafts, ...cited].sort((a, b) => a.relation.cue.from - b.relation.cue.from);
}

function citedDraft(
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
  return { relation, speaker, document, frame: host.frame, details, by };
}
