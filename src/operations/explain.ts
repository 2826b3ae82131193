/** What made each part of a reading: the rule, model or table row, and the words it stands on. */
import * as z from 'zod';
import type { Attribution, Claim, Event, Gap, Problem } from '../model/reading.ts';
import { spanSchema } from '../model/reading.ts';
import type { Span } from '../text/span.ts';
import { type ReportsInput, reportsInputSchema } from './contract.ts';
import type { Operation } from './operation.ts';
import { type ReadOutput, readReadings } from './readings.ts';

export const derivationSchema = z.object({
  kind: z.enum(['attribution', 'claim', 'event', 'gap', 'problem']),
  id: z.string().describe('The id of the part; of a problem its code'),
  says: z.string().describe('What it is, in short: "killed 21..21, asserted"'),
  by: z.array(z.string()).describe('Ids of the rules and models that made it, most decisive first'),
  from: z.array(z.string()).describe('Ids of the parts of the same reading that it rests on'),
  evidence: z.array(spanSchema),
});
const explainOutputSchema = z.object({
  report: z.object({ id: z.string(), source: z.string().optional() }),
  derivations: z.array(derivationSchema),
});
export type Derivation = z.infer<typeof derivationSchema>;
export type ExplainOutput = z.infer<typeof explainOutputSchema>;

export const explainReadings: Operation<ReportsInput, ExplainOutput> = {
  name: 'readings.explain',
  summary: 'Show what made each claim, attribution, event and gap: the rule or model, and its words.',
  input: reportsInputSchema,
  output: explainOutputSchema,
  writes: false,
  async *run(input, context) {
    for await (const outcome of readReadings.run(input, context)) {
      yield outcome.ok ? { ok: true, value: explain(outcome.value) } : outcome;
    }
  },
};

/** The derivation of every part of a reading, in the order of the wire form; a report left unread has its problems alone. */
export function explain({ reading, reasons }: Pick<ReadOutput, 'reading' | 'reasons'>): ExplainOutput {
  const { id, source } = reading.report;
  const by = (part: string): string[] => reasons[part] ?? [];
  return {
    report: source === undefined ? { id } : { id, source },
    derivations: [
      ...reading.attributions.map((part) => ofAttribution(part, by(part.id))),
      ...reading.claims.map((part) => ofClaim(part, by(part.id))),
      ...reading.events.map((part) => ofEvent(part, by(part.id))),
      ...reading.gaps.map((part, i) => ofGap(part, `g${i + 1}`, by(`g${i + 1}`))),
      ...reading.problems.map(ofProblem),
    ],
  };
}

function ofAttribution({ id, source, cue, content, speaker, stance }: Attribution, by: string[]): Derivation {
  const evidence: Span[] = [...source, ...cue, ...content];
  const says = `${speaker ?? source[0]?.quote ?? 'not said who'} ${stance}`;
  return { kind: 'attribution', id, says, by, from: [], evidence };
}

function ofClaim(
  { id, attribution, event, relations, evidence, harm, count, stance }: Claim,
  by: string[],
): Derivation {
  const from = [...attribution, ...(event ? [event] : []), ...relations.map(({ to }) => to)];
  const says = `${harm} ${count.min}..${count.max ?? ''}, ${stance}`;
  return { kind: 'claim', id, says, by, from, evidence };
}

function ofEvent({ id, type, place, tollFrom, evidence }: Event, by: string[]): Derivation {
  const bounds = Object.values(tollFrom).flatMap((bound) => (bound ? [...bound.min, ...bound.max] : []));
  const says = [type, place?.name].filter(Boolean).join(', ');
  return { kind: 'event', id, says, by, from: [...new Set(bounds)], evidence };
}

function ofGap({ kind, about, attribution, event, evidence }: Gap, id: string, by: string[]): Derivation {
  const says = `${kind}: ${about}`;
  return { kind: 'gap', id, says, by, from: [...attribution, ...(event ? [event] : [])], evidence };
}

function ofProblem({ code, level, message }: Problem): Derivation {
  return { kind: 'problem', id: code, says: `${level}: ${message}`, by: [], from: [], evidence: [] };
}
