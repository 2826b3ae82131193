/**
 * One line of a record's journal: what was captured, decided or set, by whom and when. Each line holds the hash of the
 * one before, so that none can be changed, taken out or put in unseen. What concerns persons is not in the line: it
 * stands beside the journal with a salt, and the line holds the hash of both, so that a person can be erased and the
 * chain still holds.
 */
import { hash, randomBytes } from 'node:crypto';
import type { Moment } from '../model/record.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export const ENTRY_KINDS = ['capture', 'file', 'judgement', 'setting', 'person'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What is to be written: the journal gives it its number, and its place in the chain. */
export interface Draft {
  readonly kind: EntryKind;
  readonly at: Moment;
  readonly by: string;
  readonly payload: JsonObject;
  /** Fields that concern persons; they are joined to the payload when the entry is read. */
  readonly details?: JsonObject;
  /** The persons, by name or id, with whom the details are erased. */
  readonly about?: readonly string[];
}

/** A line as it is kept. */
export interface Entry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly at: Moment;
  readonly by: string;
  readonly kind: EntryKind;
  readonly payload: JsonObject;
  /** The hash of salt and details, which stand beside the journal. */
  readonly sealed?: string;
  /** The hash of the entry before; of the first: 64 zeros. */
  readonly prev: string;
  readonly hash: string;
}

/** What stands beside the journal for an entry with `sealed`. */
export interface Details {
  readonly seq: number;
  readonly salt: string;
  readonly about: readonly string[];
  readonly details: JsonObject;
}

/** An entry with its details joined in. `isErased`: it had some, and they were destroyed. */
export interface ReadEntry extends Entry {
  readonly isErased: boolean;
}

/** The end of a chain: what the next entry follows. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const BEGINNING: Head = { seq: 0, hash: '0'.repeat(64) };

export function hashOf(entry: Omit<Entry, 'hash'>): string {
  const { seq, at, by, kind, payload, sealed, prev } = entry;
  return hash('sha256', JSON.stringify([seq, at, by, kind, payload, sealed ?? null, prev]), 'hex');
}

export function sealOf({ salt, details }: Pick<Details, 'salt' | 'details'>): string {
  return hash('sha256', `${salt}\n${JSON.stringify(details)}`, 'hex');
}

/** The entries of some drafts, one after the other behind `head`, and what stands beside them. */
export function chain(drafts: readonly Draft[], head: Head): { entries: Entry[]; details: Details[] } {
  const entries: Entry[] = [];
  const details: Details[] = [];
  let { seq, hash: prev } = head;
  for (const draft of drafts) {
    seq++;
    // undefined fields would be hashed, and lost when the line is written
    const payload = JSON.parse(JSON.stringify(draft.payload)) as JsonObject;
    const beside = besideOf(draft, seq);
    if (beside) details.push(beside);
    const { at, by, kind } = draft;
    const entry = { seq, at, by, kind, payload, ...(beside ? { sealed: sealOf(beside) } : {}), prev };
    prev = hashOf(entry);
    entries.push({ ...entry, hash: prev });
  }
  return { entries, details };
}

function besideOf({ details, about = [] }: Draft, seq: number): Details | null {
  if (!details || Object.keys(details).length === 0) return null;
  const kept = JSON.parse(JSON.stringify(details)) as JsonObject;
  return { seq, salt: randomBytes(16).toString('hex'), about, details: kept };
}

/** Joins an entry with what stands beside it. Details that are not those that were sealed are as good as none. */
export function joined(entry: Entry, beside: Details | undefined): ReadEntry {
  if (entry.sealed === undefined) return { ...entry, isErased: false };
  if (!beside || sealOf(beside) !== entry.sealed) return { ...entry, isErased: true };
  return { ...entry, payload: { ...entry.payload, ...beside.details }, isErased: false };
}

/** What is wrong with an entry as the one after `head`; null where nothing is. */
export function faultOf(entry: Entry, head: Head): string | null {
  if (entry.seq !== head.seq + 1) return `entry ${entry.seq} stands where ${head.seq + 1} is due`;
  if (entry.prev !== head.hash) return `entry ${entry.seq} does not follow the one before it`;
  const { hash: kept, ...rest } = entry;
  if (hashOf(rest) !== kept) return `entry ${entry.seq} was changed after it was written`;
  return null;
}
