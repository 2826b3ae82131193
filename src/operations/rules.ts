/** The rules by which a record is derived: the rooms `incidents`, `accounts` and `copies`, as the store asks for them. */
import { accountsOf, vocabularyOf } from '../accounts/index.ts';
import { rankCandidates } from '../copies/candidates.ts';
import { relate } from '../copies/relation.ts';
import { signatureOf } from '../copies/signature.ts';
import { IMPORTER, rowNameOf, withoutHeadings } from '../imports/row.ts';
import {
  blockKeysOf,
  cluster,
  compare,
  decide,
  FIRST,
  type Member,
  type Mention,
  mentionsOf,
  type Profile,
  profileOf,
  type Rarity,
  rarityFrom,
  scoreOf,
  UNLIKE,
  verdictOf,
  WEIGHTS,
} from '../incidents/index.ts';
import type { Judgement } from '../model/judgement.ts';
import { partsOf } from '../model/record.ts';
import type { JsonObject } from '../store/entry.ts';
import type { GroupedMention, IncidentMaterial, KeptMention, Rules } from '../store/rules.ts';
import type { Context } from './operation.ts';

/** To be raised where a change of these rooms gives another record from the same readings: records are then derived anew. */
const VERSION = '5';

export function rulesOf({ languages, reader }: Pick<Context, 'languages' | 'reader'>): Rules {
  const vocabulary = vocabularyOf(languages.map(({ sources }) => sources));
  // of the news at large and not of this record: that grows, and what was compared before must come out the same
  let counted: Rarity | undefined;
  const rarity = (): Rarity =>
    (counted ??= rarityFrom(languages.map((language) => language.loadWordCounts())));
  const profiles = new WeakMap<KeptMention, Profile>();
  const profile = (kept: KeptMention): Profile => {
    const known = profiles.get(kept);
    if (known) return known;
    const made = profileOf(kept.profile as unknown as Mention, rarity());
    profiles.set(kept, made);
    return made;
  };
  return {
    version: `${reader.version} ${VERSION}`,
    mentionsOf(report) {
      const row = rowNameOf(report.reading);
      const read = row ? { ...report, title: '', text: withoutHeadings(report.text) } : report;
      return mentionsOf(read, rarity()).map((mention) => ({
        id: mention.id,
        profile: { ...mention, ...(row ? { row } : {}) } as unknown as JsonObject,
      }));
    },
    blockKeysOf({ profile: mention }) {
      const row = mention.row as RowName | undefined;
      return [
        ...blockKeysOf(mention as unknown as Mention),
        ...(row ? [`row ${row.project} ${row.id}`] : []),
      ];
    },
    firstUnderKey: FIRST,
    compare(a, b) {
      const told = compareRows(a.profile.row as RowName | undefined, b.profile.row as RowName | undefined);
      if (told) return told;
      const score = scoreOf(profile(a), profile(b));
      return { score, verdict: verdictOf(score), connects: score >= WEIGHTS.tied };
    },
    explain: (a, b) => compare(profile(a), profile(b)),
    keepsAbove: UNLIKE,
    group(mentions, links, judgements) {
      const decisions = decide(judgements, ({ ref }) => ref ?? null);
      return cluster(mentions.map(memberOf), links, decisions, WEIGHTS).map(({ mains, others }) => [
        ...mains,
        ...others,
      ]);
    },
    fold(material) {
      const judgements = onIncident(material);
      return accountsOf({ ...material, judgements }, [groupOf(material)], { vocabulary })[0]!;
    },
    isText: (name) => name !== IMPORTER.name,
    keysOf: (report) => [...signatureOf(report)],
    rankCandidates,
    copyBetween: relate,
  };
}

type RowName = NonNullable<ReturnType<typeof rowNameOf>>;

/** A project tells its own rows apart: two of one id are one incident, two of others are two. Null where others must be asked. */
function compareRows(a: RowName | undefined, b: RowName | undefined) {
  if (!a || !b || a.project !== b.project) return null;
  if (a.id === b.id) return { score: WEIGHTS.sure + 10, verdict: 'same' as const, connects: true };
  return { score: UNLIKE, verdict: 'different' as const, connects: false };
}

function memberOf({ id, report, placeInReport, recordedAt }: GroupedMention): Member {
  return { id, report, isMain: placeInReport === 0, recordedAt };
}

/** Judgements on an incident by a former id of it are on what it is called now: its mention is in it. */
export function onIncident({ id, mentions, judgements }: IncidentMaterial): Judgement[] {
  const own = new Set(mentions);
  return judgements.map((judgement) =>
    'incident' in judgement && judgement.incident !== undefined && own.has(judgement.incident)
      ? { ...judgement, incident: id }
      : judgement,
  );
}

/** A report is an incident's own where its main event is; of the others it only tells. */
export function groupOf({ id, mentions, mains, reports }: IncidentMaterial) {
  const told = new Set(mentions.map((mention) => partsOf(mention).report));
  const own = new Set(mains.map((mention) => partsOf(mention).report));
  const ids = reports.map((report) => report.id).filter((report) => told.has(report));
  const there = new Set(ids);
  return {
    incident: id,
    reports: ids.filter((report) => own.has(report)),
    alsoIn: ids.filter((report) => !own.has(report)),
    mentions: mentions.filter((mention) => there.has(partsOf(mention).report)),
  };
}
