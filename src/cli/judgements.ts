/** How judgements are told to people: who, when, of what, why. */
import type { IncidentRecord } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import { renderDay } from './words.ts';

type Decided = NonNullable<IncidentRecord['judgements']>[number];

/** "correct 4f2a…#c1 count: 19 → 18". */
export function renderJudgement(judgement: Judgement): string {
  return `${judgement.kind} ${aboutOf(judgement)}`.trim();
}

/** "vera, recorder, 2 May 2031 09:14". */
export function renderWho({ by, role, at }: Judgement): string {
  return `${by}, ${role}, ${renderDay(at)} ${at.slice(11, 16)}`;
}

/** What is to be known beside it: taken back, waits, its words not found. */
export function marksOf({ state, lost }: Decided): string[] {
  return [
    state === 'stands' ? '' : state === 'waits' ? 'waits for a second person' : state,
    lost ? 'its words are not found any more' : '',
  ].filter(Boolean);
}

/** What a judgement is about and what it says of it, in one line: "4f2a…#c1 count: 19 → 18". */
function aboutOf(judgement: Judgement): string {
  const { kind, id: _id, by: _by, role: _role, at: _at, why: _why, batch: _batch, ...fields } = judgement;
  if (kind === 'correct') {
    const { claim, field, old, new: value } = judgement;
    return `${shown(claim)} ${field}: ${shown(old)} → ${shown(value)}`;
  }
  return Object.values(fields).map(shown).filter(Boolean).join(' · ');
}

/** A value of a judgement for people: claims and mentions by their ids, counts by their bounds. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value !== 'object') return String(value);
  const { ref, report, min, max, quote, name } = value as Record<string, unknown>;
  if (typeof min === 'number') return max === null ? `${min}+` : min === max ? `${min}` : `${min}–${max}`;
  const called = ref ?? report ?? quote ?? name;
  return called === undefined ? JSON.stringify(value) : String(called);
}
