/**
 * What was known when, by two clocks (law 7). By the said clock a claim is there once it had been said, even where the
 * report that we know it from came out later; by the recorded clock a report and a judgement are there once they entered
 * the record. The same material and moment give the same result each time.
 */
import type { Claim, Reading } from '../model/reading.ts';
import type { KeptReport, Moment } from '../model/record.ts';
import type { Material } from './material.ts';
import { compareMoments, earlier, momentOf, publicationOf } from './moments.ts';

export type Clock = 'said' | 'recorded';

export interface AsOf {
  readonly clock: Clock;
  /** A day stands for its end. */
  readonly moment: Moment;
}

/** The material as it was at a moment. Throws a RangeError where the moment is no ISO day or date-time. */
export function asOf(material: Material, { clock, moment }: AsOf): Material {
  const until = momentOf(moment);
  if (until === null) throw new RangeError(`"${moment}" is no moment: an ISO day or date-time is wanted.`);
  const reports =
    clock === 'recorded'
      ? material.reports.filter(({ recordedAt }) => recordedAt <= until)
      : material.reports.flatMap((report) => reportAsOf(report, until));
  const kept = new Set(reports.map(({ id }) => id));
  return {
    reports,
    copies: material.copies.filter(({ report, source }) => kept.has(report) && kept.has(source)),
    judgements:
      clock === 'recorded' ? material.judgements.filter(({ at }) => at <= until) : material.judgements,
  };
}

/** A report that had come out; of a later one what had been said already; nothing where that is nothing. */
function reportAsOf(report: KeptReport, until: Moment): KeptReport[] {
  const published = publicationOf(report);
  if (published !== null && published <= until) return [report];
  const { reading } = report;
  const claims = reading.claims.filter((claim) => isSaidBy(claim, reading, published, until));
  if (claims.length === 0) return [];
  const ids = new Set(claims.map(({ id }) => id));
  const left = claims.map((claim) => ({
    ...claim,
    relations: claim.relations.filter(({ to }) => ids.has(to)),
  }));
  // Gaps are the report's own, and are there when it is.
  return [{ ...report, reading: { ...reading, claims: left, gaps: [] } }];
}

/** Of a report that came out later only what it lays to an earlier day. */
function isSaidBy(
  { attribution, asOf: stood }: Claim,
  reading: Reading,
  published: Moment | null,
  until: Moment,
): boolean {
  const said = reading.attributions.find(({ id }) => id === attribution[0])?.saidOn;
  const day = momentOf(said?.end ?? said?.start) ?? momentOf(stood);
  const moment = earlier(day, published);
  return day !== null && compareMoments(moment, until) <= 0;
}
