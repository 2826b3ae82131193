/** How far fetching goes, and how politely. */
export interface Limits {
  /** Until a connection stands, TLS included. */
  readonly connectMs: number;
  /** Between two pieces of an answer. */
  readonly idleMs: number;
  /** For one exchange, whatever comes. */
  readonly totalMs: number;
  /** Of an answer as it is sent, and as it is unpacked. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
  /** Tries of one request that fails in passing, the first included. */
  readonly tries: number;
  /** The first wait before a new try; each further one is twice as long, by chance up to as much shorter. */
  readonly backoffMs: number;
  /** The longest wait within one fetch; a server that asks for more is left for a later time. */
  readonly maxWaitMs: number;
  /** Between two requests to one host; a robots.txt may ask for more. */
  readonly hostDelayMs: number;
}

export const LIMITS: Limits = {
  connectMs: 10_000,
  idleMs: 20_000,
  totalMs: 120_000,
  maxBytes: 64 * 2 ** 20,
  maxRedirects: 8,
  tries: 3,
  backoffMs: 1000,
  maxWaitMs: 60_000,
  hostDelayMs: 1000,
};
