/**
 * A counting policy: how the current figures of all accounts become a low and a high for each harm. A policy is data,
 * with its version, the source of each rule and how surely that source says so; one engine (`../fold.ts`) reads them all.
 */
import type { Claim, Harm } from '../../model/reading.ts';

/** How surely a rule is the institution's own: read in the source; told by another; from memory, to be checked. */
export type Mark = 'V' | 'S' | 'M';

export interface PolicyRule {
  readonly id: string;
  /** What it does, in words for a person. */
  readonly says: string;
  readonly mark: Mark;
  readonly source: string;
}

/** Figures of accounts, and what the policy makes of them: "32" exact, "32+" at least, "24v" vague, "2u" unstated. */
export interface PolicyExample {
  readonly name: string;
  /** "health ministry: killed 12 civilians", "army: killed 0 denied". */
  readonly accounts: readonly string[];
  /** "killed 12..14 best 12"; a harm that is not named has no toll. */
  readonly gives: readonly string[];
  /** The ids of the rules that it shows. */
  readonly shows: readonly string[];
}

export interface Policy {
  readonly name: string;
  readonly version: string;
  readonly summary: string;
  /** After so many hours a figure that another account has overtaken is stale, and bounds nothing. */
  readonly staleAfterHours: number;
  readonly stances: readonly Claim['stance'][];
  /** Of whom it counts; 'civilians' leaves out those of whom no source says so. */
  readonly counts: 'everybody' | 'civilians';
  readonly harms: readonly Harm[];
  /** Numbers for words without one, by the least that they allow: "dozens" are [24, 12, 12]. null: no number is given. */
  readonly vague:
    | readonly (readonly [floor: number, low: number | null, high: number | null])[]
    | 'as the words allow';
  /** What a figure without any quantity word is ("civilians were killed"). */
  readonly unstated: 'as the words allow' | number | 'unknown';
  /** "At least 32": whether the high stays open, or is the figure that was given. */
  readonly open: 'stays open' | 'closed at the figure';
  /** What one report alone says bounds nothing where so many others say another thing; null: it always does. */
  readonly lone: number | null;
  /** Harms that people leave when they die: who is dead is counted among them no more. */
  readonly died: readonly Harm[];
  /** Of figures that differ: the range, or the lowest alone. */
  readonly conflict: 'range' | 'lowest';
  readonly best:
    | 'first of the source order'
    | 'first of the source order, else where the bounds meet'
    | 'the low'
    | 'none';
  readonly rules: readonly PolicyRule[];
  readonly examples: readonly PolicyExample[];
}
