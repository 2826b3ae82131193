/**
 * What changed in a record between two moments, by either clock: each figure that is other than it was, with why (a new
 * report, a correction, a judgement, time that passed, reports put together otherwise) and in which words. Only incidents
 * that something touched in between are computed, so that asking for a week costs what that week brought.
 */
import * as z from 'zod';
import { type Change, changesBetween } from '../accounts/index.ts';
import { claimWordsSchema, type IncidentRecord, reportCalledSchema } from '../model/incident.ts';
import type { Judgement } from '../model/judgement.ts';
import { failureOf } from '../model/problems.ts';
import { dateRangeSchema, placeSchema } from '../model/reading.ts';
import { partsOf } from '../model/record.ts';
import type { RecordStore } from '../store/record.ts';
import { mentionsTouched, momentsJudged } from '../store/touched.ts';
import { fullId } from './ids.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { recordFields, withRecord } from './record.ts';
import { Incidents } from './view.ts';
import { momentIn, policyIn, type View, viewFields } from './view-input.ts';
import type { Seen } from './words.ts';

const changesInputSchema = z.object({
  ...recordFields,
  since: z
    .string()
    .optional()
    .describe('A moment; a day stands for its beginning; by default seven days before the other moment'),
  until: z.string().optional().describe('A moment; a day stands for its end; by default now'),
  clock: z
    .enum(['said', 'recorded'])
    .optional()
    .describe('By which clock; by default when it entered the record'),
  policy: viewFields.policy,
  incident: z.string().optional().describe('Only of this incident'),
  corrections: z
    .boolean()
    .optional()
    .describe('Only what had stood and stands no longer: no first figures, nothing that is only new'),
});
type ChangesInput = z.infer<typeof changesInputSchema>;

const causeSchema = z.object({
  cause: z.enum(['new report', 'correction', 'judgement', 'time', 'regrouped']),
  at: z.string().optional(),
  report: z.string().optional(),
  judgement: z.string().optional(),
  by: z.string().optional().describe('Whoever decided it'),
  says: z.string().describe('In a few words, for a person'),
});

const changeSchema = z.object({
  incident: z.string(),
  date: dateRangeSchema.optional(),
  place: placeSchema.optional(),
  from: z.string().describe('It was so at this moment, and is otherwise at the next'),
  to: z.string(),
  kind: z.string(),
  about: z.string().describe('The account, the harm, what is not known, the name'),
  before: z.string().optional(),
  after: z.string().optional(),
  claims: z.array(z.string()),
  why: z.array(causeSchema).describe('Empty: it follows from the other changes of its incident'),
  words: z
    .record(z.string(), claimWordsSchema)
    .describe('Of these claims: of those in new reports, where there are any'),
  told: z.record(z.string(), reportCalledSchema).describe('What the reports of these claims are called'),
});
export type ChangeOutput = z.infer<typeof changeSchema>;
type Cause = z.infer<typeof causeSchema>;

export const changesOfRecord: Operation<ChangesInput, ChangeOutput> = {
  name: 'record.changes',
  summary:
    'Show what changed in a record between two moments: each figure, from what to what, why, in which words.',
  input: changesInputSchema,
  output: changeSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record): AsyncGenerator<Outcome<ChangeOutput>> {
      const span = spanIn(input, context);
      const of = input.incident === undefined ? undefined : await fullId(record.db, input.incident);
      if ('code' in span || typeof of === 'object') {
        yield { ok: false, error: 'code' in span ? span : (of as never) };
        return;
      }
      const { before, after } = span;
      const states = {
        before: await Incidents.of(record, before, context),
        after: await Incidents.of(record, after, context),
      };
      const touched =
        of === undefined
          ? await mentionsTouched(record.db, {
              since: before.until!,
              until: after.until!,
              clock: after.clock,
              staleAfterHours: after.policy.staleAfterHours,
            })
          : [of];
      for await (const part of bothStates(states, touched, span)) {
        const steps = input.corrections ? await stepsOf(part, span, record, context) : [part];
        for (const step of steps) {
          const [old, young] = [step.old, step.young].map((all) => all.filter((seen) => isMeant(seen, of)));
          const changes = changesBetween(
            old!.map(({ incident }) => incident),
            young!.map(({ incident }) => incident),
          );
          for (const change of changes) {
            if (input.corrections && !isCorrection(change)) continue;
            yield { ok: true, value: await explained(change, old!, young!, states.after, step) };
          }
        }
      }
    }),
};

function isMeant({ incident: { mentions = [] } }: Seen, of: string | undefined): boolean {
  return of === undefined || mentions.includes(of);
}

interface Span {
  readonly before: View & { readonly until: string };
  readonly after: View & { readonly until: string };
}

/** A part of the record that hangs together, at the two ends of a time. */
interface Part extends Span {
  readonly mentions: readonly string[];
  readonly old: readonly Seen[];
  readonly young: readonly Seen[];
}

const WEEK_MS = 7 * 86_400_000;

function spanIn(
  { since, until, clock = 'recorded', policy: name = 'accounts' }: ChangesInput,
  { now }: Context,
) {
  const policy = policyIn(name);
  if ('code' in policy) return policy;
  const end = until === undefined ? now() : momentIn(until);
  if (typeof end === 'object') return end;
  const start =
    since === undefined
      ? new Date(Date.parse(end) - WEEK_MS).toISOString()
      : since.length === 10
        ? momentIn(`${since}T00:00:00Z`)
        : momentIn(since);
  if (typeof start === 'object') return start;
  if (start > end)
    return failureOf(
      'accounts/not-understood',
      `${since} comes after ${until ?? 'now'}: nothing lies between.`,
    );
  return { before: { until: start, clock, policy }, after: { until: end, clock, policy } } satisfies Span;
}

/** For each part of the record that hangs together, its incidents as they were and as they are; each part once. */
async function* bothStates(
  { before, after }: { readonly before: Incidents; readonly after: Incidents },
  mentions: Iterable<string>,
  span: Span,
): AsyncGenerator<Part> {
  const seen = new Set<string>();
  for (const start of mentions) {
    if (seen.has(start)) continue;
    const [old, young] = [new Map<string, Seen>(), new Map<string, Seen>()];
    const [done, reached] = [[new Set<string>(), new Set<string>()] as const, new Set([start])];
    // judgements of one moment may tie together what those of the other do not
    for (let more = true; more; ) {
      more = false;
      for (const [i, state] of [before, after].entries()) {
        for (const mention of [...reached]) {
          if (done[i]!.has(mention)) continue;
          const part = await state.component(mention);
          for (const one of [mention, ...part.mentions]) {
            done[i]!.add(one);
            if (!reached.has(one)) more = true;
            reached.add(one);
          }
          for (const each of part.seen) (i === 0 ? old : young).set(each.incident.incident, each);
        }
      }
    }
    for (const one of reached) seen.add(one);
    yield { ...span, mentions: [...reached], old: [...old.values()], young: [...young.values()] };
  }
}

/** Beyond so many steps the days alone are looked at. */
const MAX_STEPS = 60;
/** Reports that come in so soon after one another come in together. */
const TOGETHER_MS = 60_000;

/** The same time in steps, one for each thing that happened in it: what was said and unsaid within a week is in none of its ends. */
async function stepsOf(part: Part, span: Span, record: RecordStore, context: Context): Promise<Part[]> {
  const { before, after } = span;
  const reports = [...part.old, ...part.young].flatMap(({ material }) => material.reports);
  const came = reports.flatMap(({ recordedAt, published }) => {
    if (after.clock === 'recorded') return recordedAt;
    const moment = published === undefined ? null : momentIn(published);
    return typeof moment === 'string' ? moment : [];
  });
  const inside = (moment: string): boolean => before.until < moment && moment < after.until;
  const arrivals = [...new Set(came)].sort().filter(inside);
  const lastOfMany = arrivals.filter((moment, i) => {
    const next = arrivals[i + 1];
    return next === undefined || Date.parse(next) - Date.parse(moment) > TOGETHER_MS;
  });
  const judged =
    after.clock === 'recorded'
      ? await momentsJudged(record.db, part.mentions, before.until, after.until)
      : [];
  // what came before a judgement stands by itself, however soon the judgement followed
  const beforeJudged = judged.flatMap((moment) => arrivals.findLast((one) => one < moment) ?? []);
  const all = [...new Set([...lastOfMany, ...beforeJudged, ...judged.filter(inside)])].sort();
  const moments = all.length <= MAX_STEPS ? all : lastOfDays(all);
  const steps: Part[] = [];
  let [old, from] = [part.old, before];
  for (const until of [...moments, after.until]) {
    const to = { ...after, until };
    const young = until === after.until ? part.young : await stateOf(part.mentions, to, record, context);
    steps.push({ before: from, after: to, mentions: part.mentions, old, young });
    [old, from] = [young, to];
  }
  return steps;
}

function lastOfDays(moments: readonly string[]): string[] {
  return [...Map.groupBy(moments, (moment) => moment.slice(0, 10)).values()].map((day) => day.at(-1)!);
}

async function stateOf(
  mentions: readonly string[],
  view: View,
  record: RecordStore,
  context: Context,
): Promise<Seen[]> {
  const incidents = await Incidents.of(record, view, context);
  const states = new Map<string, Seen>();
  const done = new Set<string>();
  for (const mention of mentions) {
    if (done.has(mention)) continue;
    const part = await incidents.component(mention);
    for (const one of [mention, ...part.mentions]) done.add(one);
    for (const seen of part.seen) states.set(seen.incident.incident, seen);
  }
  return [...states.values()];
}

/** Whether something that had stood is no longer so. */
function isCorrection({ kind, before }: Change): boolean {
  return kind === 'incident gone' || kind === 'contradiction gone' || !NOTHING.has(before ?? 'none');
}

const NOTHING = new Set(['none', 'denied', 'stale', 'superseded', 'lagged']);

async function explained(
  change: Change,
  old: readonly Seen[],
  young: readonly Seen[],
  incidents: Incidents,
  span: Span,
): Promise<ChangeOutput> {
  const was = old.find(({ incident }) => incident.incident === change.incident);
  const is = young.find(({ incident }) => incident.incident === change.incident);
  const shown = await incidents.shown((is ?? was)!);
  const { date, place, words = {}, told = {} } = shown;
  const known = new Set((was ? [was] : old).flatMap(({ material }) => material.reports.map(({ id }) => id)));
  const fresh = change.claims.filter((ref) => !known.has(partsOf(ref).report));
  const reports = [...change.claims, change.incident].map((ref) => partsOf(ref).report);
  const pick = <T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
    Object.fromEntries(keys.flatMap((key) => (all[key] ? [[key, all[key]]] : [])));
  return {
    ...change,
    claims: [...new Set(change.claims)],
    ...(date ? { date } : {}),
    ...(place ? { place } : {}),
    from: span.before.until,
    to: span.after.until,
    why: causesOf(change, { was, is, old, young, shown, span }),
    words: pick(words, fresh.length > 0 ? fresh : change.claims),
    told: pick(told, reports),
  };
}

interface Around {
  readonly was: Seen | undefined;
  readonly is: Seen | undefined;
  readonly old: readonly Seen[];
  readonly young: readonly Seen[];
  readonly shown: IncidentRecord;
  readonly span: Span;
}

function causesOf(change: Change, around: Around): Cause[] {
  const judged = judgementsBehind(change, around);
  const corrected = correctionBehind(change, around);
  const reports = newReports(change, around);
  const causes = [...judged, ...corrected, ...(corrected.length > 0 ? [] : reports)];
  if (causes.length > 0) return causes;
  return [...timeBehind(change, around), ...regroupingBehind(change, around)];
}

/** What people decided in between, where it is on a claim or on the field that changed. */
function judgementsBehind({ kind, claims, incident }: Change, { was, is, shown, span }: Around): Cause[] {
  if (span.after.clock === 'said') return [];
  const { before, after } = span;
  const own = new Set([...claims, ...accountClaims(was?.incident), ...accountClaims(is?.incident)]);
  const isBehind = (judgement: Judgement): boolean => {
    switch (judgement.kind) {
      case 'grade':
        return kind === 'grade changed';
      case 'victim':
        return kind === 'victim named' || kind === 'toll changed';
      case 'same-incident':
      case 'different-incident':
        return !was || !is || was.incident.mentions?.length !== is.incident.mentions?.length;
      case 'source-order':
      case 'resolve':
        return kind === 'toll changed';
      case 'accept':
      case 'reject':
      case 'correct':
      case 'derives-from':
      case 'part-or-whole':
        return judgement.claim.ref !== undefined && own.has(judgement.claim.ref) && isOfFigures(kind);
      case 'add':
        return isOfFigures(kind);
      default:
        return false;
    }
  };
  return (shown.judgements ?? [])
    .filter(({ judgement: { at } }) => before.until < at && at <= after.until)
    .filter(({ judgement }) => isBehind(judgement))
    .map(({ judgement, state }) => ({
      cause: 'judgement' as const,
      at: judgement.at,
      judgement: judgement.id,
      by: judgement.by,
      says: [
        judgement.kind,
        state === 'stands' ? '' : `(${state})`,
        judgement.why ? `because: ${judgement.why}` : '',
      ]
        .filter(Boolean)
        .join(' '),
    }))
    .filter(
      ({ judgement }, i, all) =>
        all.findIndex((each) => each.judgement === judgement) === i && incident !== '',
    );
}

function isOfFigures(kind: Change['kind']): boolean {
  return /^(account|figure|toll|contradiction|victim)/.test(kind);
}

function accountClaims(incident: IncidentRecord | undefined): string[] {
  return (incident?.accounts ?? []).flatMap(({ trajectory }) => trajectory.flatMap(({ claims }) => claims));
}

/** A figure that its own source took back or put another in the place of. */
function correctionBehind({ kind, account }: Change, { is }: Around): Cause[] {
  if (kind !== 'figure changed') return [];
  const points = is?.incident.accounts.find(({ id }) => id === account)?.trajectory ?? [];
  const left = points.findLast(({ reason, status }) => reason === 'corrected' && status !== 'current');
  const by = points.find(({ claims }) => claims.some((ref) => left?.supersededBy?.includes(ref)));
  if (!left || !by) return [];
  const report = by.reports[0]!;
  return [
    { cause: 'correction', report, ...(by.saidOn ? { at: by.saidOn } : {}), says: 'its source corrected it' },
  ];
}

/** Reports that were not known before, of those that tell it. */
function newReports({ claims }: Change, { was, old, is, span }: Around): Cause[] {
  const known = new Set((was ? [was] : old).flatMap(({ material }) => material.reports.map(({ id }) => id)));
  const fresh = [...new Set(claims.map((ref) => partsOf(ref).report))].filter((id) => !known.has(id));
  return fresh.flatMap((id): Cause[] => {
    const report = is?.material.reports.find((each) => each.id === id);
    const at = span.after.clock === 'recorded' ? report?.recordedAt : report?.published;
    const says = report?.title ?? report?.outlet ?? id;
    return [{ cause: 'new report', report: id, ...(at ? { at } : {}), says }];
  });
}

/** Figures that had grown stale by the later moment. */
function timeBehind({ kind, account }: Change, { was, is }: Around): Cause[] {
  if (kind !== 'toll changed' && kind !== 'figure changed' && kind !== 'contradiction gone') return [];
  const stood = new Map((was?.incident.accounts ?? []).map((each) => [each.id, each.current]));
  return (is?.incident.accounts ?? [])
    .filter(({ id }) => kind !== 'figure changed' || id === account)
    .filter(({ id, trajectory }) => stood.get(id) && trajectory.some(({ status }) => status === 'stale'))
    .map(({ origin, trajectory }) => ({
      cause: 'time' as const,
      says: `${origin}: ${trajectory.findLast(({ status }) => status === 'stale')!.reason ?? 'stale'}`,
    }));
}

/** Reports that are in another incident than they were. */
function regroupingBehind({ incident }: Change, { was, is, young }: Around): Cause[] {
  if (was && is) {
    const known = new Set(was.material.reports.map(({ id }) => id));
    const then = new Set(was.incident.mentions);
    const now = (is.incident.mentions ?? []).filter((mention) => known.has(partsOf(mention).report));
    const isSame = then.size === now.length && now.every((mention) => then.has(mention));
    return isSame ? [] : [{ cause: 'regrouped', says: 'its reports are put together otherwise' }];
  }
  const into = was && young.find((each) => each.incident.mentions?.includes(incident));
  return into ? [{ cause: 'regrouped', says: `it is in ${into.incident.incident} now` }] : [];
}
