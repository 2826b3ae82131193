/** All that a person can ask for, and the world as it is: the door for faces. */
import packageJson from '../../package.json' with { type: 'json' };
import { loadKnowledge } from '../knowledge/knowledge.ts';
import { LANGUAGES } from '../languages/index.ts';
import type { Context } from './operation.ts';

export { type Derivation, type ExplainOutput, explain, explainReadings } from './explain.ts';
export type { Context, Operation, Outcome } from './operation.ts';
export { type ReadOutput, readReadings } from './readings.ts';
export { type TextOutput, textOfReports } from './reports.ts';

export const READER = { name: 'recount', version: packageJson.version };

/** The context of a process: its languages, knowledge and standard input. */
export function processContext(): Context {
  return { languages: LANGUAGES, knowledge: loadKnowledge, reader: READER, stdin: () => process.stdin };
}
