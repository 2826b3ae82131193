/** What changed between two states of a record: "what changed this week", each change with the claims that made it. */
import type { Account, IncidentRecord, Range } from '../model/incident.ts';
import { foldName } from '../model/victims.ts';
import { tollDifferences } from './policies/difference.ts';

export interface Change {
  readonly incident: string;
  readonly kind:
    | 'incident added'
    | 'incident gone'
    | 'account added'
    | 'account gone'
    | 'figure changed'
    | 'toll changed'
    | 'contradiction added'
    | 'contradiction gone'
    | 'gap added'
    | 'gap answered'
    | 'victim named'
    | 'grade changed';
  /** What it is about: the origin, the harm, what is not known, the name. */
  readonly about: string;
  /** The id of the account whose figure it is. */
  readonly account?: string;
  readonly before?: string;
  readonly after?: string;
  readonly claims: readonly string[];
}

/** All changes from one state to a later one, incident by incident in the order of the later. */
export function changesBetween(
  before: readonly IncidentRecord[],
  after: readonly IncidentRecord[],
): Change[] {
  const old = new Map(before.map((record) => [record.incident, record]));
  const young = new Set(after.map(({ incident }) => incident));
  const gone = before.filter(({ incident }) => !young.has(incident));
  return [
    ...after.flatMap((record) => changesOf(old.get(record.incident), record)),
    ...gone.map(
      ({ incident, type }): Change => ({ incident, kind: 'incident gone', about: type ?? '', claims: [] }),
    ),
  ];
}

function changesOf(before: IncidentRecord | undefined, after: IncidentRecord): Change[] {
  const { incident } = after;
  const change = (
    kind: Change['kind'],
    about: string,
    claims: readonly string[],
    values: { before?: string; after?: string; account?: string } = {},
  ): Change => ({
    incident,
    kind,
    about,
    ...values,
    claims,
  });
  const added = before ? [] : [change('incident added', after.type ?? '', [])];
  const was = new Map(before?.accounts.map((account) => [account.id, account]));
  const is = new Map(after.accounts.map((account) => [account.id, account]));
  const accounts = after.accounts.flatMap((account) => {
    const old = was.get(account.id);
    const figure = figureOf(account);
    const of = { account: account.id, after: figure };
    if (!old) return [change('account added', nameOf(account), claimsOf(account), of)];
    if (figureOf(old) === figure) return [];
    const values = { ...of, before: figureOf(old) };
    return [change('figure changed', nameOf(account), claimsOf(account), values)];
  });
  const lost = [...was.values()]
    .filter(({ id }) => !is.has(id))
    .map((account) =>
      change('account gone', nameOf(account), claimsOf(account), {
        account: account.id,
        before: figureOf(account),
      }),
    );
  const tolls = tollDifferences(before ? [before] : [], [after])
    .filter(({ group }) => group === 'all')
    .map(({ harm, before: low, after: high }) =>
      change('toll changed', harm, [...(high?.from?.low ?? []), ...(high?.from?.high ?? [])], {
        before: rangeOf(low),
        after: rangeOf(high),
      }),
    );
  const pairs = (record: IncidentRecord | undefined): Set<string> =>
    new Set(
      record?.contradictions.map((pair) =>
        pair.map((id) => nameOf(record.accounts.find((account) => account.id === id)!)).join(' × '),
      ),
    );
  const [pairsBefore, pairsAfter] = [pairs(before), pairs(after)];
  const contradictions = [
    ...[...pairsAfter]
      .filter((pair) => !pairsBefore.has(pair))
      .map((pair) => change('contradiction added', pair, [])),
    ...[...pairsBefore]
      .filter((pair) => !pairsAfter.has(pair))
      .map((pair) => change('contradiction gone', pair, [])),
  ];
  const gapsBefore = new Map(before?.gaps.map((gap) => [foldName(gap.about) + gap.kind, gap]));
  const gaps = after.gaps.flatMap((gap) => {
    const old = gapsBefore.get(foldName(gap.about) + gap.kind);
    if (!old) return [change('gap added', gap.about, [])];
    return gap.answeredBy && !old.answeredBy ? [change('gap answered', gap.about, gap.answeredBy)] : [];
  });
  const known = new Set(before?.named.map(({ name }) => name));
  const named = after.named
    .filter(({ name }) => !known.has(name))
    .map(({ name, claims }) => change('victim named', name, claims ?? []));
  const grades =
    gradeOf(before) === gradeOf(after)
      ? []
      : [change('grade changed', '', [], { before: gradeOf(before), after: gradeOf(after) })];
  return [...added, ...accounts, ...lost, ...tolls, ...contradictions, ...gaps, ...named, ...grades];
}

function nameOf({ origin, harm, victims }: Account): string {
  return victims === 'all' ? `${origin}: ${harm}` : `${origin}: ${harm}, ${victims}`;
}

/** The figure that stands; where none does, what became of the last. */
function figureOf({ current, trajectory }: Account): string {
  return current ? `${current.min}..${current.max ?? ''}` : (trajectory.at(-1)?.status ?? 'none');
}

/** The claims of what stands; where nothing does, all. */
function claimsOf({ trajectory }: Account): string[] {
  const standing = trajectory.filter(({ status }) => status === 'current');
  return (standing.length > 0 ? standing : trajectory).flatMap(({ claims }) => claims);
}

function rangeOf(range: Range | null): string {
  if (!range) return 'none';
  return `${range.low}..${range.high ?? ''}${range.best === undefined ? '' : ` best ${range.best}`}`;
}

function gradeOf(record: IncidentRecord | undefined): string {
  return record?.grade?.decided ?? record?.grade?.proposed ?? 'none';
}
