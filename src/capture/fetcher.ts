/**
 * Fetches links politely: what robots.txt lets, one request at a time to a host, with pauses, asking only for what has
 * changed, and again later where a server is busy. Gives bytes with a record of how they came, ready to be kept as
 * evidence, or the reason why there are none. It never throws for what a server does.
 */
import type { Failure } from '../model/problems.ts';
import { type Answer, exchange } from './exchange.ts';
import { Hosts } from './hosts.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Pace } from './pace.ts';
import { CaptureRefusal } from './refusal.ts';
import { backoffMs, parseRetryAfter } from './retry.ts';
import { Robots } from './robots.ts';
import { WORLD, type World } from './world.ts';

/** How some bytes came here: what stands with them as evidence. */
export interface CaptureRecord {
  /** The link that was asked for. */
  readonly url: string;
  /** Where the bytes came from in the end. */
  readonly finalUrl: string;
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly remoteAddress: string;
  /** When the answer had come: ISO 8601 in UTC with milliseconds. */
  readonly fetchedAt: string;
  /** "recount 0.1.0" */
  readonly tool: string;
}

/** By what a server tells whether something has changed since it was fetched. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly capture: CaptureRecord }
  /** The server says that nothing has changed. */
  | { readonly kind: 'unchanged'; readonly capture: CaptureRecord }
  | {
      readonly kind: 'failure';
      readonly error: Failure;
      /** Whether it may do better later, and when the server wants to be asked again. */
      readonly isPassing: boolean;
      readonly retryAfterMs?: number;
    };

export interface FetcherOptions {
  /** Name and version: "recount 0.1.0". */
  readonly tool: string;
  /** Whom a site can ask about this robot: a link or an address. Sent with each request. */
  readonly contact?: string | undefined;
  /** Hosts that may stand at addresses that are not public. */
  readonly allowedHosts?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly world?: World;
}

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.8';
/** As RFC 9309 has it. */
const MAX_ROBOTS_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Too many requests, and trouble that passes. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

export class Fetcher {
  readonly #limits: Limits;
  readonly #world: World;
  readonly #tool: string;
  readonly #agent: string;
  readonly #hosts: Hosts;
  readonly #pace: Pace;
  readonly #robots: Robots;

  constructor({ tool, contact, allowedHosts = [], limits, world = WORLD }: FetcherOptions) {
    this.#limits = { ...LIMITS, ...limits };
    this.#world = world;
    this.#tool = tool;
    this.#agent = `${tool.replace(' ', '/')}${contact ? ` (+${contact.replace(/[^\x21-\x7e]/g, '')})` : ''}`;
    this.#hosts = new Hosts(allowedHosts, world);
    this.#pace = new Pace(world);
    this.#robots = new Robots(world, (url, signal) => this.#robotsAt(url, signal));
  }

  /** Fetches one link, following redirects. */
  async fetch(link: string, { etag, lastModified }: Validators = {}, signal?: AbortSignal): Promise<Fetched> {
    try {
      const url = parseLink(link);
      const conditions = {
        ...(etag ? { 'if-none-match': etag } : {}),
        ...(lastModified ? { 'if-modified-since': lastModified } : {}),
      };
      return await this.#follow(url, conditions, signal);
    } catch (error) {
      if (!(error instanceof CaptureRefusal)) throw error;
      const { failure, isPassing, retryAfterMs } = error;
      return {
        kind: 'failure',
        error: failure,
        isPassing,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      };
    }
  }

  async #follow(
    asked: URL,
    conditions: Record<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<Fetched> {
    const redirects: { url: string; status: number }[] = [];
    for (let url = asked; ; ) {
      const answer = await this.#ask(url, redirects.length === 0 ? conditions : {}, signal);
      const next = redirectOf(answer, url);
      if (!next) return this.#fetchedOf(asked, url, redirects, answer);
      redirects.push({ url: url.href, status: answer.status });
      if (redirects.length > this.#limits.maxRedirects) {
        const message = `${asked.href} leads on and on: ${redirects.length} redirects, the last to ${next.href}.`;
        throw new CaptureRefusal('capture/too-many-redirects', message);
      }
      url = next;
    }
  }

  #fetchedOf(asked: URL, url: URL, redirects: CaptureRecord['redirects'], answer: Answer): Fetched {
    const { status, headers, bytes, remoteAddress } = answer;
    const capture = {
      url: asked.href,
      finalUrl: url.href,
      redirects,
      status,
      headers: keptHeaders(headers),
      remoteAddress,
      fetchedAt: new Date(this.#world.now()).toISOString(),
      tool: this.#tool,
    };
    if (status === 304) return { kind: 'unchanged', capture };
    if (status >= 200 && status < 300) return { kind: 'bytes', bytes, capture };
    throw new CaptureRefusal('capture/status', `${url.href} answered ${status}${WORDS[status] ?? ''}.`);
  }

  /** One answer that is no passing trouble, after as many tries as are allowed. */
  async #ask(url: URL, conditions: Record<string, string>, signal: AbortSignal | undefined): Promise<Answer> {
    this.#hosts.check(url);
    const { isAllowed, delayMs } = await this.#robots.permissionFor(url, signal);
    if (!isAllowed) {
      throw new CaptureRefusal(
        'capture/robots',
        `The robots.txt of ${url.host} asks robots to leave ${url.pathname} alone; save the page by hand and add the file.`,
      );
    }
    const { tries, backoffMs: firstMs, maxWaitMs } = this.#limits;
    for (let attempt = 1; ; attempt++) {
      const refusal = await this.#once(url, conditions, delayMs, signal);
      if (!(refusal instanceof CaptureRefusal)) return refusal;
      if (!refusal.isPassing || attempt >= tries) throw refusal;
      const wait = Math.max(refusal.retryAfterMs ?? 0, backoffMs(attempt, firstMs, this.#world.random));
      if (wait > maxWaitMs) throw refusal;
      await this.#world.sleep(wait, signal);
      if (signal?.aborted) throw refusal;
    }
  }

  async #once(
    url: URL,
    conditions: Record<string, string>,
    delayMs: number,
    signal: AbortSignal | undefined,
  ): Promise<Answer | CaptureRefusal> {
    const headers = { 'user-agent': this.#agent, accept: ACCEPT, ...conditions };
    try {
      const answer = await this.#pace.take(
        url.host,
        Math.max(delayMs, this.#limits.hostDelayMs),
        signal,
        () => exchange(url, headers, this.#hosts, this.#limits, signal),
      );
      if (!PASSING.has(answer.status)) return answer;
      const retryAfterMs = parseRetryAfter(answer.headers['retry-after'], this.#world.now());
      const message = `${url.href} answered ${answer.status}${WORDS[answer.status] ?? ''}.`;
      return new CaptureRefusal('capture/status', message, { isPassing: true, retryAfterMs });
    } catch (error) {
      if (error instanceof CaptureRefusal) return error;
      throw error;
    }
  }

  /** A robots.txt, for which no robots.txt is asked. One that a server has trouble with is no answer. */
  async #robotsAt(address: URL, signal: AbortSignal | undefined): Promise<Answer | CaptureRefusal> {
    let url = address;
    for (let hops = 0; hops <= MAX_ROBOTS_REDIRECTS; hops++) {
      const answer = await this.#once(url, {}, 0, signal);
      if (answer instanceof CaptureRefusal) {
        if (answer.code !== 'capture/status') return answer;
        const message = `The robots.txt of ${address.host} cannot be had just now, and without it nothing is fetched: ${answer.message}`;
        return new CaptureRefusal('capture/robots', message, { isPassing: true });
      }
      const next = redirectOf(answer, url);
      if (!next) return answer;
      url = next;
    }
    const message = `The robots.txt of ${address.host} leads on and on.`;
    return new CaptureRefusal('capture/robots', message, { isPassing: true });
  }
}

const WORDS: Readonly<Record<number, string>> = {
  401: ' (it wants a login)',
  403: ' (it refuses)',
  404: ' (there is nothing)',
  410: ' (it is gone)',
  429: ' (too many requests)',
  451: ' (withheld for legal reasons)',
  503: ' (busy)',
};

function parseLink(link: string): URL {
  if (URL.canParse(link)) return new URL(link);
  throw new CaptureRefusal(
    'capture/link-refused',
    `"${link.slice(0, 200)}" is no link; one begins with https:// or http://.`,
  );
}

function redirectOf({ status, headers }: Answer, from: URL): URL | null {
  const { location } = headers;
  if (!REDIRECTS.has(status) || location === undefined) return null;
  if (!URL.canParse(location, from.href)) {
    const message = `${from.href} leads to "${location.slice(0, 200)}", which is no link.`;
    throw new CaptureRefusal('capture/link-refused', message);
  }
  return new URL(location, from);
}

/** Cookies are the reader's session and no evidence of the page. */
function keptHeaders(headers: Answer['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^set-cookie2?$/.test(name)));
}
