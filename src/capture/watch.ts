/**
 * Polls feeds for ever, some at a time, and gives the page of each new item. An item counts as seen only when whoever
 * takes it asks for the next event, so that a process that dies in between loses nothing; what fails is told of and
 * tried again; and it stops when the signal is given.
 */
import type { Failure } from '../model/problems.ts';
import { Channel } from './channel.ts';
import { type FeedItem, parseFeed } from './feed.ts';
import { afterFailure, afterPoll, type FeedState, newState, withSeen, withWaiting } from './feed-state.ts';
import type { CaptureRecord, Fetcher } from './fetcher.ts';
import type { World } from './world.ts';

export type WatchEvent =
  /** A new item's page. */
  | {
      readonly kind: 'page';
      readonly feed: string;
      readonly bytes: Uint8Array;
      readonly capture: CaptureRecord;
    }
  /** A feed, or the page of an item, could not be fetched or read. */
  | { readonly kind: 'failure'; readonly feed: string; readonly link: string; readonly error: Failure }
  /** A poll is over: how many items the feed held, how many of them were new. */
  | { readonly kind: 'polled'; readonly feed: string; readonly items: number; readonly fresh: number };

/** Where the states of feeds are kept. */
export interface FeedStates {
  load(url: string): Promise<FeedState | undefined>;
  save(state: FeedState): Promise<void>;
}

export interface WatchOptions {
  readonly fetcher: Fetcher;
  readonly world: World;
  readonly states: FeedStates;
  /** Between two polls of one feed. */
  readonly everyMs: number;
  /** Polls each feed that is due once, and ends. */
  readonly once?: boolean;
  readonly signal?: AbortSignal;
}

/** Feeds polled at a time, so that one that stalls holds up no other. */
const WORKERS = 8;
/** The longest sleep: a clock may be set meanwhile. */
const MAX_SLEEP_MS = 60_000;

export async function* watch(urls: readonly string[], options: WatchOptions): AsyncGenerator<WatchEvent> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const channel = new Channel<WatchEvent>();
  const due = new Schedule(await statesOf(urls, options.states));
  const work = async (): Promise<void> => {
    for (let state = due.take(); state && !signal.aborted; state = due.take()) {
      const waitMs = state.dueMs - options.world.now();
      if (waitMs > 0 && options.once) continue;
      if (waitMs > 0) {
        due.put(state);
        await options.world.sleep(Math.min(waitMs, MAX_SLEEP_MS), signal);
        continue;
      }
      const next = await pollFeed(state, { ...options, signal }, (event) => channel.send(event));
      if (!options.once) due.put(next);
    }
  };
  const workers = Array.from({ length: Math.min(WORKERS, urls.length) }, work);
  const ended = Promise.all(workers).then(
    () => channel.close(),
    (error) => channel.fail(error),
  );
  try {
    yield* channel;
  } finally {
    stop.abort();
    channel.close();
    await ended;
  }
}

async function statesOf(urls: readonly string[], states: FeedStates): Promise<FeedState[]> {
  return Promise.all([...new Set(urls)].map(async (url) => (await states.load(url)) ?? newState(url)));
}

/** Feeds by when they are due. */
class Schedule {
  readonly #states: FeedState[];

  constructor(states: readonly FeedState[]) {
    this.#states = [...states];
  }

  /** The one that is due first; undefined when all are taken. */
  take(): FeedState | undefined {
    let first = 0;
    this.#states.forEach(({ dueMs }, at) => {
      if (dueMs < this.#states[first]!.dueMs) first = at;
    });
    return this.#states.splice(first, 1)[0];
  }

  put(state: FeedState): void {
    this.#states.push(state);
  }
}

type Send = (event: WatchEvent) => Promise<void>;

async function pollFeed(
  before: FeedState,
  { fetcher, world, states, everyMs, signal }: WatchOptions,
  send: Send,
): Promise<FeedState> {
  const feed = before.url;
  const fetched = await fetcher.fetch(feed, before, signal);
  if (signal?.aborted) return before;
  const settle = async (state: FeedState): Promise<FeedState> => {
    await states.save(state);
    return state;
  };
  if (fetched.kind === 'failure') {
    await send({ kind: 'failure', feed, link: feed, error: fetched.error });
    return settle(afterFailure(before, fetched.retryAfterMs ?? 0, everyMs, world));
  }
  if (fetched.kind === 'unchanged') {
    await send({ kind: 'polled', feed, items: 0, fresh: 0 });
    return settle(afterPoll(before, before, everyMs, world));
  }
  const parsed = await parseFeed(fetched.bytes, fetched.capture.finalUrl);
  if (!parsed) {
    await send({ kind: 'failure', feed, link: feed, error: broken('What the link gives is no feed.') });
    return settle(afterFailure(before, 0, everyMs, world));
  }
  const { items, lost } = parsed;
  if (lost > 0) {
    const message = `${lost} items of the feed could not be read or have no link; the other ${items.length} were.`;
    await send({ kind: 'failure', feed, link: feed, error: broken(message) });
  }
  const known = new Set(before.seen);
  const fresh = items.filter(({ key }) => !known.has(key));
  let state = before;
  // the oldest first, as they were published
  for (const item of fresh.toReversed()) {
    if (signal?.aborted) return state;
    state = await settle(await takeItem(item, state, fetcher, signal, send));
  }
  await send({ kind: 'polled', feed, items: items.length, fresh: fresh.length });
  const { etag, 'last-modified': lastModified } = fetched.capture.headers;
  return settle(afterPoll(state, { etag, lastModified }, everyMs, world));
}

async function takeItem(
  { key, link }: FeedItem,
  state: FeedState,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
  send: Send,
): Promise<FeedState> {
  const feed = state.url;
  const fetched = await fetcher.fetch(link, {}, signal);
  if (signal?.aborted) return state;
  if (fetched.kind === 'bytes') {
    const { bytes, capture } = fetched;
    await send({ kind: 'page', feed, bytes, capture });
    return withSeen(state, key);
  }
  if (fetched.kind === 'unchanged') return withSeen(state, key);
  await send({ kind: 'failure', feed, link, error: fetched.error });
  return fetched.isPassing ? withWaiting(state, key) : withSeen(state, key);
}

function broken(message: string): Failure {
  return { code: 'capture/feed-broken', message };
}
