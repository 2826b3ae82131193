/** What is remembered of a feed between two polls, and when it is due again. Plain data, kept by whoever keeps the record. */
import type { Validators } from './fetcher.ts';
import type { World } from './world.ts';

export interface FeedState extends Validators {
  readonly url: string;
  /** Keys of items that are done with, the newest last. */
  readonly seen: readonly string[];
  /** Items that could not be fetched, and how often that was tried. */
  readonly waiting: Readonly<Record<string, number>>;
  /** Polls that failed since the last that did not. */
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly dueMs: number;
}

/** More than any feed holds at a time: what has left the feed may be forgotten. */
const MAX_SEEN = 5000;
/** An item that fails in passing is tried at so many polls. */
export const ITEM_TRIES = 5;
/** A feed that fails is polled ever less often, down to once a day. */
const MAX_EVERY_MS = 24 * 3600_000;
/** Part of the time between polls that is left to chance, so that feeds do not all come at once. */
const JITTER = 0.1;

export function newState(url: string): FeedState {
  return { url, seen: [], waiting: {}, failures: 0, dueMs: 0 };
}

/** The state once an item is done with. */
export function withSeen(state: FeedState, key: string): FeedState {
  const { [key]: _done, ...waiting } = state.waiting;
  return { ...state, seen: [...state.seen.filter((old) => old !== key), key].slice(-MAX_SEEN), waiting };
}

/** The state once an item has failed in passing; after so many tries it is done with. */
export function withWaiting(state: FeedState, key: string): FeedState {
  const tries = (state.waiting[key] ?? 0) + 1;
  return tries >= ITEM_TRIES
    ? withSeen(state, key)
    : { ...state, waiting: { ...state.waiting, [key]: tries } };
}

/** The state once a poll is over. While items wait, the feed is asked for whole again. */
export function afterPoll(
  state: FeedState,
  validators: Validators,
  everyMs: number,
  world: World,
): FeedState {
  const isSettled = Object.keys(state.waiting).length === 0;
  const { url, seen, waiting } = state;
  const kept = isSettled ? definedOf(validators) : {};
  return { url, seen, waiting, failures: 0, dueMs: world.now() + jittered(everyMs, world), ...kept };
}

/** The state once a poll has failed. */
export function afterFailure(
  state: FeedState,
  retryAfterMs: number,
  everyMs: number,
  world: World,
): FeedState {
  const failures = state.failures + 1;
  const longer = Math.min(MAX_EVERY_MS, everyMs * 2 ** Math.min(failures, 20));
  const wait = Math.max(Math.min(retryAfterMs, MAX_EVERY_MS), jittered(Math.max(longer, everyMs), world));
  return { ...state, failures, dueMs: world.now() + wait };
}

function jittered(ms: number, { random }: World): number {
  return ms * (1 + JITTER * (random() * 2 - 1));
}

function definedOf({ etag, lastModified }: Validators): Validators {
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
}
