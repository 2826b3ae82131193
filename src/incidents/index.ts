/**
 * The door of the room. `reconcile` does it all in memory, `IncidentIndex` a report at a time. A store does the same: it keeps
 * mentions under their keys, compares each new one with the first `FIRST` under each, keeps links above `UNLIKE`, and groups anew
 * the incidents that links of `tied` and decisions tie to what is new, and those tied to one that changes by it.
 */
export { blockKeysOf, FIRST } from './block.ts';
export { cluster, type Group, type Link, type Member, UNLIKE } from './cluster.ts';
export { compare, scoreOf, verdictOf, WEIGHTS, type Weights } from './compare/compare.ts';
export { type Profile, profileOf } from './compare/feature.ts';
export { explainJoin, renderComparison } from './explain.ts';
export { IncidentIndex } from './incident-index.ts';
export { type Anchor, type Decision, type Decisions, decide, findMention } from './judge.ts';
export { formsOfReport, type Mention, mentionsOf, NO_EVENT } from './mention.ts';
export { type Incident, incidentOf, type Reconciled, reconcile } from './reconcile.ts';
export { type Rarity, rarityFrom } from './words.ts';
