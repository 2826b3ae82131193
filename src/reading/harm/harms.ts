/**
 * Every clause that tells of harm to people, or of none: table look-ups find the words that may report it; only
 * sentences that hold one are tagged and parsed; then each rule asks who stands where about its trigger.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Doc, TokenIndex, TokenRange } from '../../language/doc.ts';
import type { Annotations, HarmMention } from '../annotations.ts';
import type { ReadingPack } from '../pack.ts';
import { findChunks, Marks } from '../people/chunks.ts';
import { PeopleReader } from '../people/people.ts';
import { Phrases } from '../people/phrases.ts';
import { hasRoundUp } from './aggregate.ts';
import { ArgumentFinder } from './arguments.ts';
import { Matcher } from './match.ts';
import { attachNames, findNamings, mayName, type Naming } from './naming.ts';
import type { HarmPack } from './pack.ts';
import { settle } from './settle.ts';
import { TriggerTable } from './triggers.ts';

const tables = new WeakMap<HarmPack, TriggerTable>();

function tableOf(pack: HarmPack): TriggerTable {
  let table = tables.get(pack);
  if (table === undefined) tables.set(pack, (table = new TriggerTable(pack)));
  return table;
}

export function findHarms(annotations: Annotations, pack: ReadingPack, _knowledge: Knowledge): HarmMention[] {
  const { doc } = annotations.source;
  const table = tableOf(pack.harm);
  const found: HarmMention[] = [];
  const namings: Naming[] = [];
  let marks: Marks | null = null;
  for (let s = 0; s < doc.sentenceCount; s++) {
    const sentence = doc.sentence(s);
    const isNaming = mayName(doc, sentence, pack.harm);
    if (!isNaming && !hasTrigger(doc, sentence, table)) continue;
    marks ??= new Marks(
      doc,
      annotations.quantities,
      annotations.dates,
      annotations.places,
      annotations.parties,
    );
    for (const clause of pieces({ from: afterDateline(doc, sentence), to: sentence.to })) {
      const { harms, reader } = harmsIn(annotations, clause, pack, table, marks, isNaming);
      found.push(...harms);
      if (isNaming && reader !== null) namings.push(...findNamings(doc, clause, reader, pack.harm));
    }
  }
  return attachNames(
    doc,
    dropPointers(
      doc,
      asRoundUp(annotations, asTold(dropNotAlone(found, pack.harm), pack.harm), pack.harm),
      pack,
    ),
    namings,
  );
}

/** Leaves out "the deadly strike" where another clause tells of the dead; keeps the first where none does. */
function dropNotAlone(found: readonly HarmMention[], { rules }: HarmPack): HarmMention[] {
  const alone = new Set<string>(rules.filter((rule) => rule.onlyAlone).map((rule) => rule.id));
  const isAlone = (mention: HarmMention) => alone.has(mention.by[0]!);
  return found.filter(
    (mention, i) =>
      !isAlone(mention) ||
      !found.some((other, k) => other.harm === mention.harm && (!isAlone(other) || k < i)),
  );
}

/** "Among the victims was a cook": hurt, where the others are hurt and nobody has died. */
function asTold(found: readonly HarmMention[], { rules }: HarmPack): readonly HarmMention[] {
  const open = new Set<string>(rules.filter((rule) => rule.orHurt).map((rule) => rule.id));
  const others = found.filter(({ by, count }) => !open.has(by[0]!) && count.max !== 0);
  const isOfHurt = others.some(({ harm }) => harm === 'injured');
  if (others.some(({ harm }) => harm === 'killed') || !isOfHurt) return found;
  return found.map((mention) => (open.has(mention.by[0]!) ? { ...mention, harm: 'injured' } : mention));
}

/** "Seven people were wounded in shootings across the city": a figure of none of them, where the report goes on to tell of them. */
function asRoundUp(
  { source: { doc } }: Annotations,
  found: readonly HarmMention[],
  pack: HarmPack,
): readonly HarmMention[] {
  const isOver = new Map<number, boolean>();
  const isOfSeveral = ({ trigger, count, aggregate }: HarmMention): boolean => {
    if (aggregate !== null || count.min < 2) return false;
    const sentence = doc.sentenceOf(trigger.from);
    const known = isOver.get(sentence) ?? hasRoundUp(doc, doc.sentence(sentence), pack);
    isOver.set(sentence, known);
    return known;
  };
  const over = new Set(found.slice(0, MAX_OF_LEAD).filter(isOfSeveral));
  const rest = found.filter(
    (mention) => !over.has(mention) && mention.people !== null && mention.count.max !== 0,
  );
  if (over.size === 0 || rest.length < MIN_TOLD) return found;
  return found.map((mention) =>
    over.has(mention) ? { ...mention, aggregate: mention.trigger, isRoundUp: true } : mention,
  );
}

/** A round-up gives its figure in the title or the lead. */
const MAX_OF_LEAD = 6;
/** Fewer than so many mentions tell of no several incidents. */
const MIN_TOLD = 2;

/** Leaves out "the slain guards", who are told of before. A name that is new stays. */
function dropPointers(doc: Doc, found: readonly HarmMention[], pack: ReadingPack): HarmMention[] {
  const prenominal = new Set(
    pack.harm.rules.filter((rule) => rule.victims === 'amod').map((rule) => rule.id),
  );
  return found.filter(({ by, people, harm }, i) => {
    if (people === null || !prenominal.has(by[0]!) || people.victims.named.length > 0) return true;
    const isDefinite = pack.people.words.definite.has(doc.lower(people.from));
    return !isDefinite || !found.slice(0, i).some((other) => other.harm === harm);
  });
}

/** Whether any word of the sentence can begin a trigger; decides alone whether its tags and tree are asked for. */
function hasTrigger(doc: Doc, { from, to }: TokenRange, table: TriggerTable): boolean {
  for (let i = from; i < to; i++) if (table.begins(doc.lower(i))) return true;
  return false;
}

/** Past "MARO, Oru (Agency) —" at the head of a story. */
function afterDateline(doc: Doc, { from, to }: TokenRange): TokenIndex {
  if (!/^\p{Lu}{3,}$/u.test(doc.form(from))) return from;
  for (let at = from + 1; at < to && at < from + MAX_DATELINE; at++) {
    if (/^(?:[-–—]{1,3}|>>|:)$/.test(doc.form(at)) && doc.start(at) > doc.end(at - 1)) return at + 1;
  }
  return from;
}

const MAX_DATELINE = 14;

/** No sentence of prose is longer; lists and tables without stops are read in pieces, so that time stays linear. */
const MAX_TOKENS = 250;

function* pieces({ from, to }: TokenRange): Generator<TokenRange> {
  for (let at = from; at < to; at += MAX_TOKENS) yield { from: at, to: Math.min(to, at + MAX_TOKENS) };
}

function harmsIn(
  { source }: Annotations,
  sentence: TokenRange,
  pack: ReadingPack,
  table: TriggerTable,
  marks: Marks,
  isNaming: boolean,
): { harms: HarmMention[]; reader: PeopleReader | null } {
  const { doc } = source;
  const triggers = table.find(doc, sentence);
  if (triggers.length === 0 && !isNaming) return { harms: [], reader: null };
  const verbs = new Set<TokenIndex>(
    triggers
      .filter(({ verb, rules }) =>
        verb === null
          ? rules.some((rule) => rule.victims === 'nsubj')
          : !verb.base || verb.past || verb.participle,
      )
      .map((trigger) => trigger.from),
  );
  const isTrigger = (token: TokenIndex) => verbs.has(token);
  const chunks = findChunks(doc, sentence, pack.people, marks, isTrigger);
  const phrases = new Phrases(doc, chunks, sentence.to, pack.people, isTrigger);
  const reader = new PeopleReader(source, phrases, pack.people, marks);
  const finder = new ArgumentFinder(reader, sentence, pack.people, pack.harm);
  const matcher = new Matcher(source, sentence, reader, finder, pack, marks, isTrigger);
  const found: HarmMention[] = [];
  for (const trigger of triggers) {
    found.push(...matcher.match(trigger));
  }
  return { harms: settle(doc, found, pack.harm), reader };
}
