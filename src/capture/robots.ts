/**
 * What a site lets robots do, by its robots.txt as RFC 9309 has it: one that is not there allows all, one that cannot be
 * had forbids all for the time being, and each is read again after a day.
 */
import robotsParser from 'robots-parser';
import type { Answer } from './exchange.ts';
import { CaptureRefusal } from './refusal.ts';
import type { World } from './world.ts';

/** The package's types name a default export within the one that it has. */
const parseRobots = robotsParser as unknown as (address: string, text: string) => ParsedRobots;

interface ParsedRobots {
  isAllowed(address: string, robot: string): boolean | undefined;
  /** Seconds. */
  getCrawlDelay(robot: string): number | undefined;
}

/** The name that rules are looked up under. */
export const ROBOT = 'recount';
/** RFC 9309 asks that 500 KiB be read at least. */
const MAX_BYTES = 512 * 1024;
const KEEP_MS = 24 * 3600_000;
/** A site that could not be reached is asked again sooner. */
const KEEP_UNREACHED_MS = 10 * 60_000;
const MAX_SITES = 5000;
/** A longer pause than this is not waited for between two requests. */
const MAX_CRAWL_DELAY_MS = 30_000;

export interface Permission {
  readonly isAllowed: boolean;
  /** The pause that the site asks for; 0 where it asks for none. */
  readonly delayMs: number;
}

type RobotsFetch = (url: URL, signal?: AbortSignal) => Promise<Answer | CaptureRefusal>;

interface Rules {
  readonly untilMs: number;
  /** Throws the refusal by which a robots.txt could not be had. */
  permissionFor(url: URL): Permission;
}

export class Robots {
  readonly #world: World;
  readonly #fetch: RobotsFetch;
  readonly #sites = new Map<string, Promise<Rules>>();

  /** `fetch` follows redirects and gives a refusal where no answer came. */
  constructor(world: World, fetch: RobotsFetch) {
    this.#world = world;
    this.#fetch = fetch;
  }

  async permissionFor(url: URL, signal?: AbortSignal): Promise<Permission> {
    const known = await this.#sites.get(url.origin);
    if (known && known.untilMs > this.#world.now()) return known.permissionFor(url);
    const rules = this.#read(url.origin, signal);
    this.#sites.delete(url.origin);
    this.#sites.set(url.origin, rules);
    if (this.#sites.size > MAX_SITES) this.#sites.delete(this.#sites.keys().next().value!);
    return (await rules).permissionFor(url);
  }

  async #read(origin: string, signal: AbortSignal | undefined): Promise<Rules> {
    const address = new URL('/robots.txt', origin);
    const answer = await this.#fetch(address, signal);
    const now = this.#world.now();
    if (answer instanceof CaptureRefusal) {
      const permissionFor = (): never => {
        throw answer;
      };
      // that we stopped says nothing of the site
      return { untilMs: signal?.aborted ? now : now + KEEP_UNREACHED_MS, permissionFor };
    }
    const isThere = answer.status >= 200 && answer.status < 300;
    const text = isThere ? new TextDecoder().decode(answer.bytes.subarray(0, MAX_BYTES)) : '';
    const rules = parseRobots(address.href, text.replace(/^\ufeff/, ''));
    const delay = Number(rules.getCrawlDelay(ROBOT) ?? 0) * 1000;
    const delayMs = delay > 0 ? Math.min(delay, MAX_CRAWL_DELAY_MS) : 0;
    return {
      untilMs: now + KEEP_MS,
      permissionFor: (url) => ({ isAllowed: rules.isAllowed(url.href, ROBOT) !== false, delayMs }),
    };
  }
}
