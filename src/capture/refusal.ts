/** Why something was not fetched. Thrown within this room; `Fetcher` hands it out as a value. */
import type { ErrorCode, Failure } from '../model/problems.ts';

type CaptureCode = Extract<ErrorCode, `capture/${string}`>;

export class CaptureRefusal extends Error {
  readonly code: CaptureCode;
  /** Whether the same request may do better later. */
  readonly isPassing: boolean;
  /** When the server asked to be tried again: milliseconds from now. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: CaptureCode,
    message: string,
    {
      isPassing = false,
      retryAfterMs,
      cause,
    }: { isPassing?: boolean; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.code = code;
    this.isPassing = isPassing;
    this.retryAfterMs = retryAfterMs;
  }

  get failure(): Failure {
    return { code: this.code, message: this.message };
  }
}
