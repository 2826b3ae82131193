/** One report as ingest hands it on, or why there is none. A bad report never stops the ones after it. */
import type { ErrorCode, Failure } from '../model/problems.ts';
import type { Problem, ReportInput } from '../model/reading.ts';

/** Which report a failure is about: its id where one is known, and the path and line where it stood. */
export interface ReportName {
  readonly id?: string;
  readonly source?: string;
}

export type Arrival =
  | { readonly ok: true; readonly report: ReportInput; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly error: Failure; readonly report: ReportName };

export function failed(code: ErrorCode, message: string, report: ReportName): Arrival {
  return { ok: false, error: { code, message }, report };
}
