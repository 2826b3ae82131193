/**
 * The tables of a record's database, the same on SQLite and PostgreSQL. All of it is derived from evidence and journal
 * and can be made anew. JSON stands as text: both databases keep it as it was written, and neither has to look inside.
 * Days and moments are ISO text, which sorts by time.
 */
export interface Schema {
  /** Where the database stands: `checkpoint` of the journal, `schema` version, `rules` it was derived by, `copies` and `compared`: reports up to this number are compared with those before them. */
  meta: { key: string; value: string };
  setting: { key: string; value: string; seq: number };
  /** Files whose reports are all in the record: bytes, and how they were taken apart. */
  file: { evidence: string; options: string; seq: number; payload: string };
  report: ReportRow;
  capture: CaptureRow;
  reading: { report: string; reader: string; version: string; language: string; body: string };
  mention: MentionRow;
  /** The keys, as hashes, under which mentions look for each other, with the number and place of the first ones under each. */
  block: { key: number; seq: number; place_in_report: number };
  /** Pairs of mentions that are somewhat alike. `a` sorts before `b`. */
  comparison: {
    a: string;
    b: string;
    score: number;
    verdict: 'same' | 'doubtful' | 'different';
    /** 1: both may be in one incident. */
    connects: number;
  };
  incident: IncidentRow;
  claim: ClaimRow;
  account: AccountRow;
  copy: { report: string; source: string; kind: string; share: number; passages: string };
  /** The keys under which a report's text is looked up by those that copy it; `seq` is the report's. */
  text_key: { key: number; seq: number };
  judgement: JudgementRow;
  /** The reports and incidents (by a mention's id) that a judgement is about. */
  judgement_on: { judgement: string; on: string };
  person: { id: string; seq: number; payload: string };
}

export interface ReportRow {
  /** Of the entry that captured it first; also the key of its words in the full text. */
  seq: number;
  id: string;
  /** SHA-256 of all that is read of it: text, title, day, link. */
  content: string;
  title: string | null;
  text: string;
  published: string | null;
  outlet: string | null;
  url: string | null;
  wire: string | null;
  source: string | null;
  recorded_at: string;
  /** The link without what only counts visits; versions of one page share it. */
  page: string | null;
}

export interface CaptureRow {
  seq: number;
  /** What makes it the same as another capture: content, bytes and where from. */
  key: string;
  report: string;
  evidence: string;
  inside: string;
  at: string;
  by: string;
  payload: string;
}

export interface MentionRow {
  id: string;
  report: string;
  seq: number;
  recorded_at: string;
  /** Its place among the events of its report, from 0: the first is what the report is chiefly about. */
  place_in_report: number;
  /** What it is compared by, as JSON. */
  profile: string;
  incident: string | null;
}

export interface IncidentRow {
  id: string;
  founded: number;
  day_start: string | null;
  day_end: string | null;
  place: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  type: string | null;
  killed_low: number | null;
  killed_high: number | null;
  injured_low: number | null;
  injured_high: number | null;
  reports: number;
  accounts: number;
  findings: number;
  /** The whole IncidentRecord, as JSON. */
  body: string;
}

export interface ClaimRow {
  ref: string;
  report: string;
  seq: number;
  mention: string | null;
  scope: string;
  harm: string;
  stance: string;
  min: number;
  max: number | null;
  count_kind: string;
  speaker: string | null;
  /** This and the next two without case, marks and punctuation, to be looked up by. */
  speaker_key: string | null;
  speaker_kind: string | null;
  speaks_for: string | null;
  said_on: string | null;
  side: string | null;
  side_key: string | null;
  status: string;
  perpetrators: string | null;
  place: string | null;
  place_key: string | null;
  country: string | null;
  day_start: string | null;
  day_end: string | null;
  confidence: number;
}

export interface AccountRow {
  incident: string;
  id: string;
  origin: string;
  origin_kind: string;
  harm: string;
  victims: string;
  min: number | null;
  max: number | null;
}

export interface JudgementRow {
  id: string;
  seq: number;
  kind: string;
  by: string;
  role: string;
  at: string;
  batch: string | null;
  /** waits: the record asks a second person for such judgements, and none has agreed yet. */
  state: 'stands' | 'taken back' | 'waits';
  /** 1: its evidence is not found in the reading of today. */
  lost: number;
  payload: string;
}

/** Tables in an order in which each comes after those that it refers to. */
export const TABLES = [
  'meta',
  'setting',
  'file',
  'person',
  'report',
  'capture',
  'reading',
  'incident',
  'mention',
  'block',
  'comparison',
  'claim',
  'account',
  'copy',
  'text_key',
  'judgement',
  'judgement_on',
] as const satisfies readonly (keyof Schema)[];
