/** The door of the room: accounts of incidents from readings and judgements. */
export { type AccountsOptions, accountsOf, lastMoment } from './accounts.ts';
export { asOf, type Clock } from './as-of.ts';
export type { IncidentGroup, Material } from './material.ts';
export { POLICIES, type Policy, policyOf } from './policies/index.ts';
export { type SourceWords, type Vocabulary, vocabularyOf } from './words.ts';
