/** All that a person can ask for, and the world as it is: the door for faces. */
import { randomUUID } from 'node:crypto';
import packageJson from '../../package.json' with { type: 'json' };
import { loadKnowledge } from '../knowledge/knowledge.ts';
import { LANGUAGES } from '../languages/index.ts';
import { accountsOfReports } from './accounts.ts';
import { findCopies } from './copies.ts';
import { explainReadings } from './explain.ts';
import { reconcileReports } from './incidents.ts';
import type { Context, Network, Operation } from './operation.ts';
import { comparePolicies, listPolicies } from './policies.ts';
import { readReadings } from './readings.ts';
import { textOfReports } from './reports.ts';

export type { CopiesOutput } from './copies.ts';
export { type Derivation, type ExplainOutput, explain } from './explain.ts';
export type { IncidentOutput } from './incidents.ts';
export type { Context, Operation, Outcome } from './operation.ts';
export { isRecord } from './places.ts';
export type { PolicyChange, PolicyOutput } from './policies.ts';
export type { ReadOutput } from './readings.ts';
export type { TextOutput } from './reports.ts';
export {
  accountsOfReports,
  comparePolicies,
  explainReadings,
  findCopies,
  listPolicies,
  readReadings,
  reconcileReports,
  textOfReports,
};

/** Every operation that needs no record; records.ts has the others. The command line and its page are held against both. */
// biome-ignore lint/suspicious/noExplicitAny: each has an input of its own, which its schema checks
export const OPERATIONS: readonly Operation<any>[] = [
  readReadings,
  textOfReports,
  explainReadings,
  findCopies,
  reconcileReports,
  accountsOfReports,
  listPolicies,
  comparePolicies,
];

export const READER = { name: 'recount', version: packageJson.version };

/** The context of a process: its languages, knowledge and standard input. */
export function processContext(): Context {
  return {
    languages: LANGUAGES,
    knowledge: loadKnowledge,
    reader: READER,
    stdin: () => process.stdin,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    by: process.env.RECOUNT_BY ?? 'local',
    tell: (message) => process.emitWarning(message),
    network: processNetwork,
  };
}

/** Loaded only by who asks for it. RECOUNT_CONTACT says whom a site can ask about the robot. */
async function processNetwork(): Promise<Network> {
  const [{ Fetcher }, { WORLD }] = await Promise.all([
    import('../capture/fetcher.ts'),
    import('../capture/world.ts'),
  ]);
  const tool = `${READER.name} ${READER.version}`;
  const contact = process.env.RECOUNT_CONTACT;
  return {
    world: WORLD,
    fetcher: (allowedHosts) => new Fetcher({ tool, contact, allowedHosts, world: WORLD }),
  };
}
