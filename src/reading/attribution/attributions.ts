/** Who said what, on whose behalf, through what, to whom, when. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Doc, TokenRange } from '../../language/doc.ts';
import { childOf, isRelation, subtreeOf } from '../../language/tree.ts';
import type { Annotations, AttributionMention, DateMention, HarmMention } from '../annotations.ts';
import type { Source } from '../source.ts';
import { findAnonymity } from './anonymity.ts';
import { findChannel, findHearer, nameOf } from './channels.ts';
import { Columns } from './columns.ts';
import type { Details, Draft } from './draft.ts';
import { equalSources } from './equal-sources.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { firstFrom } from './order.ts';
import type { AttributionPack } from './pack.ts';
import { type FoundRelation, findRelations } from './relations.ts';
import { withoutCiting, withRelays } from './relays.ts';
import type { Speaker } from './speaker.ts';
import { Speakers } from './speakers.ts';
import { findStance } from './stance.ts';

/** The attributions of a report, in the order of their cues. */
export function findAttributions(
  { source, dates, parties, harms }: Pick<Annotations, 'source' | 'dates' | 'parties' | 'harms'>,
  pack: AttributionPack,
  _knowledge: Knowledge,
): AttributionMention[] {
  const { doc } = source;
  if (doc.length === 0) return [];
  const columns = new Columns(doc);
  const lexicon = lexiconOf(pack);
  const found = findRelations(columns, pack.loadModel(), lexicon, dates);
  const said = withPutFigures(withoutNobody(found, doc, lexicon), harms, doc, lexicon);
  const relations = withoutAsides(withoutCiting(said, doc, lexicon), doc, lexicon);
  const speakers = new Speakers(doc, columns.layout, lexicon, parties, dates);
  const triggers = harms.map(({ trigger }) => trigger).sort((a, b) => a.from - b.from);
  const drafts = relations.flatMap((relation, i) => {
    // only neighbours can stand in one sentence with it
    const frame = frameOf(doc, relation, relations.slice(Math.max(0, i - 12), i + 13));
    const draft = (speaking: readonly TokenRange[], sharesWith?: Draft): Draft => ({
      ...draftOf({ ...relation, source: speaking }, frame, source, dates, speakers, lexicon),
      ...(sharesWith && { sharesWith, by: [...relation.by, 'attribution/equal-source'] }),
    });
    if (!tellsOfHarm(relation, triggers)) return [draft(relation.source)];
    const [main, ...others] = equalSources(doc, relation, lexicon);
    const first = draft(main!);
    return [first, ...others.map((other) => draft(other, first))];
  });
  shareChannels(drafts);
  const all = withRelays(drafts, doc, lexicon, speakers);
  const places = new Map(all.map((draft, i) => [draft, i]));
  return all.map(({ relation, details, by, isHearsay, cites, sharesWith }) => ({
    source: relation.source,
    cue: [relation.cue],
    content: relation.content,
    details,
    ...(isHearsay && { isHearsay }),
    ...(cites && { cites: places.get(cites)! }),
    ...(sharesWith && { sharesWith: places.get(sharesWith)! }),
    by,
  }));
}

/** "Nobody has claimed responsibility": where nobody speaks nothing is said. */
function withoutNobody(relations: readonly FoundRelation[], doc: Doc, { words }: Lexicon): FoundRelation[] {
  return relations.filter(({ source }) => !source[0] || !words.nobody.has(doc.lower(source[0].from)));
}

/** "The director of the hospital put the death toll at 17": whoever puts a toll says it. */
function withPutFigures(
  relations: readonly FoundRelation[],
  harms: readonly HarmMention[],
  doc: Doc,
  { words }: Lexicon,
): FoundRelation[] {
  const put = harms.flatMap(({ total, trigger, evidence }): FoundRelation[] => {
    const noun = trigger.to - 1;
    const isSaid = relations.some(({ content }) => content.some(({ from, to }) => from <= noun && noun < to));
    if (!total || isSaid || !isRelation(doc, noun, 'obj')) return [];
    const verb = doc.head(noun);
    const subject = words.putting.has(doc.lower(verb)) ? childOf(doc, verb, 'nsubj') : null;
    if (subject === null || subject > verb) return [];
    const source = subtreeOf(doc, subject);
    const object = subtreeOf(doc, noun);
    const to = Math.max(object.to, ...evidence.map((range) => range.to));
    if (source.to > verb || object.from <= verb) return [];
    return [
      {
        source: [source],
        cue: { from: verb, to: verb + 1 },
        head: verb,
        content: [{ from: object.from, to }],
        odds: 0,
        by: ['attribution/put-figure'],
      },
    ];
  });
  return put.length === 0 ? [...relations] : [...relations, ...put].sort((a, b) => a.cue.from - b.cue.from);
}

/** Whether what is said tells of harm to people. `triggers` stand in the order of the text. */
function tellsOfHarm({ content }: FoundRelation, triggers: readonly TokenRange[]): boolean {
  return content.some(({ from, to }) => (triggers[firstFrom(triggers, from)]?.from ?? to) < to);
}

function draftOf(
  relation: FoundRelation,
  frame: Frame,
  source: Source,
  dates: readonly DateMention[],
  speakers: Speakers,
  lexicon: Lexicon,
): Draft {
  const { doc } = source;
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
  const isHearsay = speakers.isHearsay(relation.source);
  return { relation, speaker, document, isHearsay, frame, details, by };
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
