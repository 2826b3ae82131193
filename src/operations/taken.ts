/** What comes out of kept bytes. */
import type { Failure } from '../model/problems.ts';
import type { TakenReport } from '../store/rules.ts';

/** A report taken out of bytes, or why one could not be. */
export type Taken = { readonly ok: true; readonly taken: TakenReport } | TakeFailure;

export interface TakeFailure {
  readonly ok: false;
  readonly error: Failure;
  /** The name of the bytes, and the way in. */
  readonly source: string;
  /** A link that stands there alone: whoever may use the network can fetch it. */
  readonly link?: string | undefined;
}
