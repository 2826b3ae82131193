/** All that a person can ask of a record: a door of its own, so that reading a report loads no database. */
import { addReports } from './add.ts';
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
import type { Operation } from './operation.ts';
import { watchFeeds } from './watch.ts';

export type { AddOutput } from './add.ts';
export type { JudgeOutput } from './judge.ts';
export type { FaultOutput, SizeOutput } from './keep.ts';
export type { WatchOutput } from './watch.ts';
export {
  addReports,
  backupRecord,
  checkWhole,
  initRecord,
  judge,
  moveRecord,
  rebuildRecord,
  restoreRecord,
  verifyEvidence,
  watchFeeds,
};

/** Every operation on a record. */
// biome-ignore lint/suspicious/noExplicitAny: each has an input of its own, which its schema checks
export const RECORD_OPERATIONS: readonly Operation<any>[] = [
  initRecord,
  addReports,
  judge,
  checkWhole,
  verifyEvidence,
  rebuildRecord,
  moveRecord,
  backupRecord,
  restoreRecord,
  watchFeeds,
];
