/** The door of the room: accounts of incidents from readings and judgements. */
export { type AccountsOptions, accountsOf, lastMoment } from './accounts.ts';
export { type Series, seriesOf } from './aggregates.ts';
export { asOf, type Clock } from './as-of.ts';
export { type Change, changesBetween } from './changes.ts';
export { applyJudgements, type Judged } from './judged.ts';
export type { IncidentGroup, Material } from './material.ts';
export { type TollDifference, tollDifferences } from './policies/difference.ts';
export { POLICIES, type Policy, policyOf } from './policies/index.ts';
export { redacted } from './redacted.ts';
export { type SourceWords, type Vocabulary, vocabularyOf } from './words.ts';
