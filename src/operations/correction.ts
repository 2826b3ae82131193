/**
 * What "correct" says of a claim: the new value, checked as far as it can be, and the old one as it was read. A value that
 * makes no claim would be recorded for ever and change nothing, and nobody would know.
 */
import { atLeast, between, exactly } from '../model/count.ts';
import { type Claim, claimSchema, type Reading } from '../model/reading.ts';

/** What is wrong with a correction, in words for whoever made it. */
export class WrongValue extends Error {}

type Corrected = 'count' | 'harm' | 'victims' | 'perpetrators' | 'stance' | 'scope';

/** The old and the new value. `old` is taken from the claim where it was not given. Throws WrongValue. */
export function correctionOf(
  { field, old, new: value }: Record<string, unknown>,
  claim: Claim,
  reading: Reading,
): { old: unknown; new: unknown } {
  const was = old ?? (claim as Record<string, unknown>)[String(field)] ?? null;
  const next = field === 'count' ? countFrom(value) : value;
  const trouble = troubleWith(String(field), next, reading);
  if (trouble) throw new WrongValue(`${field} cannot be ${JSON.stringify(value)}: ${trouble}.`);
  return { old: was, new: next };
}

function troubleWith(field: string, value: unknown, { events }: Reading): string {
  if (field === 'origin') return typeof value === 'string' && value !== '' ? '' : 'it takes a name';
  if (field === 'saidOn')
    return /^\d{4}-\d\d-\d\d(T|$)/.test(String(value)) ? '' : 'it takes an ISO day, 2031-05-02';
  if (field === 'event') {
    const known = events.map(({ id }) => id);
    const isKnown = value === null || known.includes(String(value));
    return isKnown ? '' : `the report’s events are ${known.join(', ') || 'none'}`;
  }
  // a field that there is not is the judgement's own schema to tell of
  const schema = claimSchema.shape[field as Corrected] as (typeof claimSchema.shape)[Corrected] | undefined;
  const { success, error } = schema?.safeParse(value) ?? { success: true };
  if (success) return '';
  if (field === 'count') return 'it takes 18, 18+, 14-19, ~40, or a Count with "min" and "max"';
  const [issue] = error!.issues;
  return [issue!.path.join('.'), issue!.message].filter(Boolean).join(': ');
}

/** A Count from what people write: 18, "18+", "14-19", "~40", or bounds alone; anything else as it came. */
function countFrom(value: unknown): unknown {
  if (typeof value === 'number') return exactly(value);
  if (typeof value === 'string') {
    const [, about, low, open, high] = /^(~?)(\d+)(?:(\+)|[–-](\d+))?$/.exec(value) ?? [];
    if (low === undefined) return value;
    const min = Number(low);
    if (open) return { ...atLeast(min), approximate: about === '~' };
    return between(min, high === undefined ? min : Number(high), about === '~');
  }
  const bounds = value as { min?: unknown; max?: unknown; kind?: unknown } | null;
  if (typeof bounds?.min !== 'number' || bounds.kind !== undefined) return value;
  return { ...between(bounds.min, typeof bounds.max === 'number' ? bounds.max : null), ...bounds };
}
