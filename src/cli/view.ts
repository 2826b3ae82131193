/**
 * A Reading as people look at it: incidents, one row for each account, gaps, and the sentences that they stand on. The
 * terminal and the page draw the same view, so neither can say what the other does not.
 */
import type { Attribution, Claim, Count, Event, Gap, Party, Reading, ReportInput } from '../model/reading.ts';
import type { ReadOutput } from '../operations/index.ts';
import type { Span } from '../text/span.ts';
import { plural, renderBounds, renderDate, renderPeriod, renderPlace, renderToll } from './words.ts';

export interface View {
  readonly report: ReportInput;
  /** Where in the text each page begins; none where there is one, or the form has none. */
  readonly pages: readonly number[];
  readonly reading: Reading;
  readonly incidents: readonly IncidentView[];
  readonly accounts: readonly AccountView[];
  readonly gaps: readonly GapView[];
}

export interface IncidentView {
  readonly id: string;
  /** "A. " to tell incidents apart where there are several, else "". */
  readonly label: string;
  readonly main: boolean;
  readonly what: string;
  readonly where: string;
  readonly when: string;
  readonly toll: string;
  readonly civilianToll: string;
  readonly by: string;
}

/** One row of the accounts table: a claim, and under it the claims that only repeat it. */
export interface AccountView {
  readonly number: number;
  readonly claim: Claim;
  readonly repeats: readonly Claim[];
  readonly speaker: string;
  readonly behalf: string;
  readonly channel: string;
  readonly saidOn: string;
  readonly harm: string;
  readonly words: string;
  readonly bounds: string;
  readonly details: string;
  readonly stance: string;
  /** Event.id, 'aggregate' or null. */
  readonly group: string | null;
  readonly marks: readonly Mark[];
}

export interface GapView {
  readonly gap: Gap;
  readonly kind: string;
  readonly about: string;
  readonly who: string;
  readonly marks: readonly Mark[];
}

/** What a stretch of the report is to a row: the figure and the harm, whose word it is, the word of saying, an unknown. */
export type MarkKind = 'figure' | 'source' | 'cue' | 'gap';
export interface Mark {
  readonly kind: MarkKind;
  readonly span: Span;
}

export const OWN_VOICE = 'the report itself';

export function viewOf({
  report,
  reading,
  pages = [],
}: Pick<ReadOutput, 'report' | 'reading' | 'pages'>): View {
  const context: Context = {
    report,
    attributions: new Map(reading.attributions.map((attribution) => [attribution.id, attribution])),
    parties: new Map(reading.events.map(({ id, perpetrators }) => [id, perpetrators.map(renderParty)])),
  };
  const groups = [...reading.events.map(({ id }) => id), 'aggregate', null];
  const accounts = [...withRepeats(reading.claims)]
    .map(([claim, repeats]) => accountOf(claim, repeats, context))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
    .map((account, i) => ({ ...account, number: i + 1 }));
  return {
    report,
    pages: pages.length > 1 ? pages : [],
    reading,
    incidents: reading.events.map((event, i, { length }) => incidentOf(event, i, length)),
    accounts,
    gaps: reading.gaps.map((gap) => gapOf(gap, context.attributions)),
  };
}

interface Context {
  readonly report: ReportInput;
  readonly attributions: ReadonlyMap<string, Attribution>;
  /** The parties that the line of each incident names. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
}

/** Each claim that says something of its own, with those that only repeat it. Of claims that repeat each other in a ring the last stays. */
function withRepeats(claims: readonly Claim[]): Map<Claim, Claim[]> {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const repeated = new Map<Claim, Claim>();
  const rootOf = (claim: Claim): Claim => {
    let root = claim;
    for (let next = repeated.get(root); next; next = repeated.get(root)) root = next;
    return root;
  };
  for (const claim of claims) {
    const to = byId.get(claim.relations.find(({ kind }) => kind === 'repeats')?.to ?? '');
    if (to && rootOf(to) !== claim) repeated.set(claim, to);
  }
  const rows = new Map<Claim, Claim[]>(
    claims.filter((claim) => !repeated.has(claim)).map((claim) => [claim, []]),
  );
  for (const claim of repeated.keys()) rows.get(rootOf(claim))!.push(claim);
  return rows;
}

function accountOf(
  claim: Claim,
  repeats: readonly Claim[],
  { report, attributions, parties }: Context,
): AccountView {
  const chain = claim.attribution.flatMap((id) => attributions.get(id) ?? []);
  const [origin, ...relays] = chain;
  return {
    number: 0,
    claim,
    repeats,
    speaker: origin ? speakerOf(origin) : OWN_VOICE,
    behalf: origin?.speaksFor && origin.speaksFor !== speakerOf(origin) ? origin.speaksFor : '',
    channel: channelOf(origin, relays),
    saidOn: origin?.saidOn ? renderDate(origin.saidOn) : '',
    harm: claim.harm,
    words: wordsOf(claim, report),
    bounds: renderBounds(claim.count),
    details: detailsOf(claim, parties.get(claim.event ?? '') ?? []),
    stance: claim.stance,
    group: claim.scope === 'aggregate' ? 'aggregate' : claim.event,
    marks: marksOf(claim, chain),
  };
}

export function speakerOf({ speaker, source, anonymous }: Attribution): string {
  const name = speaker ?? source.map(({ quote }) => quote).join(' … ');
  if (!name) return 'not said who';
  return anonymous ? `${name} (not named)` : name;
}

function channelOf(origin: Attribution | undefined, relays: readonly Attribution[]): string {
  const told = origin?.toldTo ? `told to ${origin.toldTo}` : '';
  const parts = [
    origin?.medium === origin?.toldTo ? '' : (origin?.medium ?? ''),
    told,
    ...relays.map((relay) => `via ${speakerOf(relay)}`),
  ];
  return parts.filter(Boolean).join('; ');
}

/** The figure as the report words it, with the people it counts or the harm beside it; "…" where other words stand between. */
function wordsOf({ count, victims, evidence }: Claim, { title = '', text }: ReportInput): string {
  const figure = count.text ?? '';
  const people = victims.text ?? '';
  if (!people) return evidence.find(({ quote }) => quote.includes(figure))?.quote ?? figure;
  if (!figure || people.includes(figure)) return people;
  if (figure.includes(people)) return figure;
  const together = `${figure} ${people}`;
  return text.includes(together) || title.includes(together) ? together : `${figure} … ${people}`;
}

/** What is said beside the number: "5 women, 3 children; civilian; Dena Orlu, 34". Parties that the incident's line names are left to it. */
function detailsOf({ victims, perpetrators, period, area }: Claim, knownParties: readonly string[]): string {
  const { children, women, men, attackers, groups, civilianStatus, affiliation, named } = victims;
  const parts = [
    children && counted(children, 'child', 'children'),
    women && counted(women, 'woman', 'women'),
    men && counted(men, 'man', 'men'),
    attackers && counted(attackers, 'attacker', 'attackers'),
    ...(groups ?? []).map(({ group, count }) => `${renderBounds(count)} ${group}`),
  ].filter((part) => part !== undefined);
  const blamed = new Set(perpetrators.map(renderParty).filter((party) => !knownParties.includes(party)));
  return [
    parts.join(', '),
    civilianStatus === 'unknown' ? '' : civilianStatus,
    affiliation ? `of ${affiliation}` : '',
    named.map(({ name, age }) => (age === undefined ? name : `${name}, ${age}`)).join('; '),
    blamed.size > 0 ? `by ${[...blamed].join(', ')}` : '',
    period ? renderPeriod(period) : '',
    area ? renderPlace(area) : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function counted(count: Count, one: string, many: string): string {
  return `${renderBounds(count)} ${count.max === 1 ? one : many}`;
}

function marksOf(claim: Claim, chain: readonly Attribution[]): Mark[] {
  return [
    ...claim.evidence.map((span): Mark => ({ kind: 'figure', span })),
    ...chain.flatMap(({ source, cue }) => [
      ...source.map((span): Mark => ({ kind: 'source', span })),
      ...cue.map((span): Mark => ({ kind: 'cue', span })),
    ]),
  ];
}

/** "Karsia", "the rebels (denied)" */
function renderParty({ name, responsibility }: Party): string {
  return responsibility === 'stated' ? name : `${name} (${responsibility})`;
}

function incidentOf(event: Event, index: number, of: number): IncidentView {
  const what = event.type === 'unknown' ? 'incident of unknown kind' : event.type;
  const weapons = [...new Set(event.weapons.map(({ text }) => text))].join(', ');
  return {
    id: event.id,
    label: of > 1 ? `${index < 26 ? String.fromCharCode(65 + index) : index + 1}. ` : '',
    main: index === 0,
    what: weapons && !what.includes(weapons) ? `${what} (${weapons})` : what,
    where: event.place ? renderPlace(event.place) : '',
    when: [event.date ? renderDate(event.date) : '', event.time?.text ?? ''].filter(Boolean).join(', '),
    toll: renderToll(event.toll),
    civilianToll: renderToll(event.civilianToll),
    by: [...new Set(event.perpetrators.map(renderParty))].join(', '),
  };
}

function gapOf(gap: Gap, attributions: ReadonlyMap<string, Attribution>): GapView {
  const who = gap.attribution.flatMap((id) => attributions.get(id) ?? []);
  return {
    gap,
    kind: gap.kind,
    about: gap.about,
    who: who.map(speakerOf).join(', '),
    marks: gap.evidence.map((span): Mark => ({ kind: 'gap', span })),
  };
}

/** Where the report came from, for people. */
export function originOf({ source, id }: ReportInput): string {
  return source === '-' ? 'standard input' : (source ?? id);
}

/** Whether the report was left unread, so that the lack of figures says nothing. */
export function isUnread({ reading }: View): boolean {
  return reading.claims.length === 0 && reading.problems.some(({ level }) => level === 'error');
}

/** The rows of each incident under its name; then those over several, and those of none. */
export function accountGroups({ accounts, incidents }: View): AccountGroup[] {
  return [...new Set(accounts.map(({ group }) => group))].map((group) => ({
    title: groupTitle(group, incidents),
    rows: accounts.filter((account) => account.group === group),
  }));
}

export interface AccountGroup {
  readonly title: string;
  readonly rows: readonly AccountView[];
}

function groupTitle(group: string | null, incidents: readonly IncidentView[]): string {
  if (group === 'aggregate') return 'Over more than one incident';
  const incident = incidents.find(({ id }) => id === group);
  if (!incident) return 'Of no incident that was found';
  return incident.label + [incident.what, incident.where].filter(Boolean).join(' · ');
}

/** "5 figures from 4 sources, 3 gaps" */
export function summaryOf(view: View): string {
  if (isUnread(view)) return 'not read';
  const { accounts, gaps } = view;
  const speakers = new Set(accounts.map(({ speaker }) => speaker));
  speakers.delete(OWN_VOICE);
  const figures = `${plural(accounts.length, 'figure')} from ${plural(speakers.size, 'source')}`;
  return `${accounts.length > 0 ? figures : 'no figure of people harmed'}, ${plural(gaps.length, 'gap')}`;
}
