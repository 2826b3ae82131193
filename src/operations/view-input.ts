/** How incidents are asked for: as of which moment, by which clock, counted by which policy. */
import * as z from 'zod';
import { asOf, type Material, POLICIES, type Policy, policyOf } from '../accounts/index.ts';
import { type Failure, failureOf } from '../model/problems.ts';

export const viewFields = {
  asOf: z
    .string()
    .optional()
    .describe('A moment: only what was known by then; an ISO day stands for its end'),
  clock: z.enum(['said', 'recorded']).optional().describe('By which clock; by default when it was said'),
  policy: z.string().optional().describe('The counting policy, by name'),
};

export interface View {
  /** In UTC with milliseconds; undefined: now. */
  readonly until: string | undefined;
  readonly clock: 'said' | 'recorded';
  readonly policy: Policy;
}

/** What was asked for; else what is wrong with it. */
export function viewIn(input: {
  readonly asOf?: string | undefined;
  readonly clock?: 'said' | 'recorded' | undefined;
  readonly policy?: string | undefined;
}): View | Failure {
  const policy = policyIn(input.policy ?? 'accounts');
  if ('code' in policy) return policy;
  const until = input.asOf === undefined ? undefined : momentIn(input.asOf);
  if (typeof until === 'object') return until;
  return { until, clock: input.clock ?? 'said', policy };
}

/** The policy of a name; else what is wrong with it. */
export function policyIn(name: string): Policy | Failure {
  const known = POLICIES.map((policy) => policy.name).join(', ');
  return (
    policyOf(name) ??
    failureOf('accounts/not-understood', `There is no policy "${name}"; there are ${known}.`)
  );
}

/** A moment in UTC, a day for its end; else what is wrong with it. */
export function momentIn(text: string): string | Failure {
  const ms = /^\d{4}-\d{2}-\d{2}/.test(text)
    ? Date.parse(text.length === 10 ? `${text}T23:59:59.999Z` : text)
    : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  const message = `"${text}" is no moment: give an ISO day, 2031-03-10, or date-time, 2031-03-10T12:00Z.`;
  return failureOf('accounts/not-understood', message);
}

/** The material as the view has it: whole, or as it was. */
export function materialAsOf({ until, clock }: View, material: Material): Material {
  return until === undefined ? material : asOf(material, { clock, moment: until });
}
