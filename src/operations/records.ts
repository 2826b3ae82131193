/** All that a person can ask of a record: a door of its own, so that reading a report loads no database. */

import { addReports } from './add.ts';
import { aggregatesOfRecord } from './aggregates.ts';
import { changesOfRecord } from './changes.ts';
import { explainFigure } from './explain-figure.ts';
import { importTables } from './import.ts';
import { judge } from './judge.ts';
import {
  backupRecord,
  checkWhole,
  initRecord,
  moveRecord,
  rebuildRecord,
  restoreRecord,
  verifyEvidence,
} from './keep.ts';
import { accountsOfRecord, incidentsOfRecord } from './of-record.ts';
import type { Operation } from './operation.ts';
import { putPerson, setRule } from './people.ts';
import { policiesOfRecord } from './policies-of-record.ts';
import { agreement, listJudgements } from './review.ts';
import { search } from './search.ts';
import { showIncident } from './show.ts';
import { diffReports } from './versions.ts';
import { watchFeeds } from './watch.ts';

export type { AddOutput } from './added.ts';
export type { SeriesOutput } from './aggregates.ts';
export type { ChangeOutput } from './changes.ts';
export type { ClaimExplained, Explanation } from './explain-figure.ts';
export type { JudgeOutput } from './judge.ts';
export type { FaultOutput, SizeOutput } from './keep.ts';
export type { AgreementOutput, ListOutput } from './review.ts';
export type { SearchOutput } from './search.ts';
export type { DiffOutput } from './versions.ts';
export type { WatchOutput } from './watch.ts';
export {
  accountsOfRecord,
  addReports,
  aggregatesOfRecord,
  agreement,
  backupRecord,
  changesOfRecord,
  checkWhole,
  diffReports,
  explainFigure,
  importTables,
  incidentsOfRecord,
  initRecord,
  judge,
  listJudgements,
  moveRecord,
  policiesOfRecord,
  putPerson,
  rebuildRecord,
  restoreRecord,
  search,
  setRule,
  showIncident,
  verifyEvidence,
  watchFeeds,
};

/** Every operation on a record. */
// biome-ignore lint/suspicious/noExplicitAny: each has an input of its own, which its schema checks
export const RECORD_OPERATIONS: readonly Operation<any>[] = [
  initRecord,
  addReports,
  importTables,
  search,
  showIncident,
  accountsOfRecord,
  incidentsOfRecord,
  explainFigure,
  changesOfRecord,
  aggregatesOfRecord,
  policiesOfRecord,
  diffReports,
  judge,
  listJudgements,
  agreement,
  putPerson,
  setRule,
  checkWhole,
  verifyEvidence,
  rebuildRecord,
  moveRecord,
  backupRecord,
  restoreRecord,
  watchFeeds,
];
