/**
 * Any figure of a record down to its words (law 1): from a bound by the policy and its rules to the accounts, from an
 * account to its claims, from a claim to the rules that read it, the spans of the kept report and the bytes it came in;
 * with what people decided on the way. Nothing is remembered for it: reports are read again there and then.
 */
import * as z from 'zod';
import { applyJudgements, policyOf } from '../accounts/index.ts';
import { IMPORTER } from '../imports/row.ts';
import { accountSchema, type IncidentRecord, incidentSchema, reportCalledSchema } from '../model/incident.ts';
import { type Failure, failureOf } from '../model/problems.ts';
import { type Claim, countSchema, type Harm, harmSchema, spanSchema } from '../model/reading.ts';
import { type KeptReport, partsOf } from '../model/record.ts';
import { judgementCalled } from '../store/judgements.ts';
import type { RecordStore } from '../store/record.ts';
import { isQuoted } from '../text/span.ts';
import { derivationSchema, explain } from './explain.ts';
import { type FigureAsked, figureAsked } from './figure-asked.ts';
import { fullId } from './ids.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { readOne } from './readings.ts';
import { recordFields, withRecord } from './record.ts';
import { Incidents } from './view.ts';
import { viewFields, viewIn } from './view-input.ts';
import { quoteOf, type Seen } from './words.ts';

const explainInputSchema = z.object({
  ...recordFields,
  id: z.string().describe('An incident, an account, a claim, a report or a judgement'),
  figure: z
    .string()
    .optional()
    .describe('Of an incident: "killed", "killed low", "civilians killed high", "grade", or whose account'),
  ...viewFields,
});

const claimExplainedSchema = z.object({
  claim: z.string(),
  says: z.string().describe('As it counts now: "killed 21..21, asserted"'),
  harm: harmSchema,
  count: countSchema,
  stance: z.string(),
  quote: z.string(),
  evidence: z.array(spanSchema),
  stands: z.boolean().describe('Whether each span stands in the kept report letter by letter'),
  by: z.array(z.string()).describe('Ids of the rules and models that made it, most decisive first'),
  source: z
    .array(derivationSchema)
    .describe('Whose word it is, the origin first: the attributions of its chain with their rules and words'),
  reader: z.object({ name: z.string(), version: z.string() }),
  readAgain: z
    .enum(['same', 'differs', 'not read'])
    .describe('Whether the reader of today, asked again, says the same; "not read": no reader made it'),
  report: reportCalledSchema.extend({ id: z.string() }),
  kept: z
    .array(
      z.object({
        sha256: z.string().describe('Of the file as it came'),
        inside: z.string().describe('Where in it; empty: it is the whole'),
        from: z.string(),
        at: z.string(),
        by: z.string(),
        isThere: z.boolean(),
      }),
    )
    .describe('Every capture of the report'),
});
export type ClaimExplained = z.infer<typeof claimExplainedSchema>;

const explanationSchema = z.object({
  kind: z.enum(['toll', 'grade', 'account', 'claim', 'aggregate', 'report', 'judgement']),
  id: z.string(),
  says: z.string(),
  incident: z.string().optional(),
  bounds: z
    .array(
      z.object({
        bound: z.enum(['low', 'high', 'best']),
        value: z.int().nullable(),
        claims: z.array(z.string()),
      }),
    )
    .optional(),
  policy: z
    .object({
      name: z.string(),
      version: z.string(),
      rules: z.array(z.object({ id: z.string(), says: z.string(), mark: z.string(), source: z.string() })),
    })
    .optional()
    .describe('Each rule with how surely its source says so: V read in it, S told by another, M from memory'),
  accounts: z
    .array(accountSchema.extend({ part: z.string().describe('What it has to do with the figure') }))
    .optional(),
  claims: z.array(claimExplainedSchema),
  derivations: z.array(derivationSchema).optional().describe('Of a report: every part of its reading'),
  judgements: incidentSchema.shape.judgements,
  told: incidentSchema.shape.told,
});
export type Explanation = z.infer<typeof explanationSchema>;

export const explainFigure: Operation<z.infer<typeof explainInputSchema>, Explanation> = {
  name: 'record.explain',
  summary:
    'Show where a figure of a record comes from: policy, accounts, claims, rules, words, and judgements.',
  input: explainInputSchema,
  output: explanationSchema,
  writes: false,
  run: (input, context) =>
    withRecord(input, context, async function* (record): AsyncGenerator<Outcome<Explanation>> {
      const view = viewIn(input);
      const id = await fullId(record.db, input.id);
      if ('code' in view || typeof id === 'object') {
        yield { ok: false, error: 'code' in view ? view : (id as Failure) };
        return;
      }
      const incidents = await Incidents.of(record, view, context);
      const explainer = new Explainer(record, incidents, context);
      const found = await explainer.explained(id, input.figure);
      if ('code' in found) yield { ok: false, error: found };
      else for (const value of found) yield { ok: true, value };
    }),
};

class Explainer {
  readonly #record: RecordStore;
  readonly #incidents: Incidents;
  readonly #context: Context;
  readonly #claims = new Map<string, ClaimExplained>();

  constructor(record: RecordStore, incidents: Incidents, context: Context) {
    this.#record = record;
    this.#incidents = incidents;
    this.#context = context;
  }

  async explained(id: string, figure: string | undefined): Promise<Explanation[] | Failure> {
    const [, mention, account] = /^(.+#e\d+)(?:\/(.+))?$/s.exec(id) ?? [];
    if (mention !== undefined) {
      const seen = await this.#incidents.one(mention);
      if (!seen) return failureOf('record/no-incident', `There is no incident ${mention} in the record.`);
      if (account !== undefined) return this.#account(seen, id, mention);
      return this.#figures(seen, figure);
    }
    const part = partsOf(id);
    if (id.includes('#')) return this.#claim(id, part.report);
    return (await this.#report(id)) ?? (await this.#judgement(id)) ?? noFigure(id);
  }

  async #figures(seen: Seen, figure: string | undefined): Promise<Explanation[] | Failure> {
    const incident = await this.#incidents.shown(seen);
    const asked = figureAsked(figure, incident);
    if (asked === null) {
      const tolls = tollsOf(incident).map(({ group, harm }) => (group === 'all' ? harm : `${group} ${harm}`));
      const known = [...tolls, 'grade', ...incident.accounts.map(({ origin }) => origin)];
      return failureOf(
        'record/no-figure',
        `There is no figure "${figure}" in this incident; there are ${[...new Set(known)].join(', ')}.`,
      );
    }
    const explanations: Explanation[] = [];
    for (const toll of asked.tolls) explanations.push(await this.#toll(seen, incident, toll, asked));
    if (asked.isGrade) explanations.push(await this.#grade(seen, incident));
    for (const account of asked.accounts) explanations.push(await this.#ofAccount(seen, incident, account));
    return explanations;
  }

  async #toll(
    seen: Seen,
    incident: IncidentRecord,
    { group, harm }: { readonly group: string; readonly harm: Harm },
    { bounds }: FigureAsked,
  ): Promise<Explanation> {
    const range = (group === 'all' ? incident.toll : incident.groups![group]!)[harm]!;
    const made = (['low', 'high', 'best'] as const).flatMap((bound) =>
      bounds.includes(bound) && range[bound] !== undefined
        ? [{ bound, value: range[bound], claims: [...(range.from?.[bound] ?? [])] }]
        : [],
    );
    const policy = policyOf(incident.policy!.name)!;
    const refs = made.flatMap(({ claims }) => claims);
    const what = group === 'all' ? harm : `${group} ${harm}`;
    return {
      kind: 'toll',
      id: `${incident.incident} ${what}`,
      says: `${what} ${range.low}..${range.high ?? ''}${range.best === undefined ? '' : `, best ${range.best}`}`,
      incident: incident.incident,
      bounds: made,
      policy: {
        name: policy.name,
        version: policy.version,
        rules: policy.rules.map((rule) => ({ ...rule })),
      },
      accounts: incident.accounts
        .filter(
          (account) =>
            account.harm === harm ||
            account.trajectory.some(({ claims }) => claims.some((ref) => refs.includes(ref))),
        )
        .map((account) => ({ ...account, part: partIn(account, made, incident) })),
      ...(await this.#rest(seen, incident, refs)),
    };
  }

  async #grade(seen: Seen, incident: IncidentRecord): Promise<Explanation> {
    const { grade } = incident;
    const decided = (incident.judgements ?? []).filter(({ judgement }) => judgement.kind === 'grade');
    return {
      kind: 'grade',
      id: `${incident.incident} grade`,
      says: grade
        ? `${grade.decided ?? grade.proposed ?? 'none proposed'}${grade.decided ? ', decided' : ''}: ${grade.reason}`
        : 'none',
      incident: incident.incident,
      ...(await this.#rest(seen, incident, [])),
      judgements: decided,
    };
  }

  async #account(seen: Seen, id: string, mention: string): Promise<Explanation[] | Failure> {
    const incident = await this.#incidents.shown(seen);
    // an account is called after its incident, which may be called otherwise by now
    const own = incident.incident + id.slice(mention.length);
    const account = incident.accounts.find((each) => each.id === own);
    return account ? [await this.#ofAccount(seen, incident, account)] : noFigure(id);
  }

  async #ofAccount(
    seen: Seen,
    incident: IncidentRecord,
    account: IncidentRecord['accounts'][number],
  ): Promise<Explanation> {
    const { origin, harm, victims, current, trajectory } = account;
    const refs = trajectory.flatMap(({ claims }) => claims);
    const figure = current ? `${current.min}..${current.max ?? ''}` : 'no figure stands';
    return {
      kind: 'account',
      id: account.id,
      says: `${origin}: ${harm}${victims === 'all' ? '' : `, ${victims}`}: ${figure}`,
      incident: incident.incident,
      accounts: [{ ...account, part: partIn(account, [], incident) }],
      ...(await this.#rest(seen, incident, refs)),
    };
  }

  /** A claim with the account that it is told in, where it is in one. */
  async #claim(ref: string, report: string): Promise<Explanation[] | Failure> {
    const seen = await this.#incidentOf(ref, report);
    const incident = seen ? await this.#incidents.shown(seen) : undefined;
    const material = seen ?? (await this.#incidents.report(report));
    if (!material) return noFigure(ref);
    const rest = await this.#rest(material, incident, [ref]);
    const [claim] = rest.claims;
    if (!claim) return noFigure(ref);
    const accounts = (incident?.accounts ?? [])
      .filter(({ trajectory }) => trajectory.some(({ claims }) => claims.includes(ref)))
      .map((account) => ({ ...account, part: partIn(account, [], incident!) }));
    const isAggregate = incident?.aggregates.some(({ id }) => id === ref) ?? false;
    return [
      {
        kind: isAggregate ? 'aggregate' : 'claim',
        id: ref,
        says: claim.says,
        ...(incident ? { incident: incident.incident } : {}),
        ...(accounts.length > 0 ? { accounts } : {}),
        ...rest,
      },
    ];
  }

  /** The incident of a claim: by its event; one without tells of its report's first. */
  async #incidentOf(ref: string, report: string): Promise<Seen | null> {
    const { db } = this.#record;
    const row = await db.selectFrom('claim').select('mention').where('ref', '=', ref).executeTakeFirst();
    const own =
      row?.mention ??
      (
        await db
          .selectFrom('mention')
          .select('id')
          .where('report', '=', report)
          .orderBy('place_in_report')
          .executeTakeFirst()
      )?.id;
    return own === undefined ? null : this.#incidents.one(own);
  }

  async #report(id: string): Promise<Explanation[] | null> {
    const alone = await this.#incidents.report(id);
    const report = alone?.material.reports[0];
    if (!alone || !report) return null;
    const { reasons } = await this.#readAgain(report);
    const rest = await this.#rest(alone, undefined, []);
    const { derivations } = explain({ reading: report.reading, reasons });
    const says = `${report.reading.claims.length} claims, ${report.reading.gaps.length} gaps`;
    return [{ kind: 'report', id, says, derivations, ...rest }];
  }

  async #judgement(id: string): Promise<Explanation[] | null> {
    const found = await judgementCalled(this.#record.db, id);
    if (!found) return null;
    const { judgement, state } = found;
    return [{ kind: 'judgement', id, says: `${judgement.kind}, ${state}`, claims: [], judgements: [found] }];
  }

  async #rest(
    { material }: Pick<Seen, 'material'>,
    incident: IncidentRecord | undefined,
    refs: readonly string[],
  ): Promise<Pick<Explanation, 'claims' | 'judgements' | 'told'>> {
    const judged = applyJudgements(material).material.reports;
    const claims: ClaimExplained[] = [];
    for (const ref of new Set(refs)) {
      const known = this.#claims.get(ref);
      const { report: id, part } = partsOf(ref);
      const report = judged.find((each) => each.id === id);
      const asRead = material.reports.find((each) => each.id === id);
      const claim =
        report?.reading.claims.find((each) => each.id === part) ??
        asRead?.reading.claims.find((each) => each.id === part);
      const explained = known ?? (report && claim ? await this.#ofClaim(ref, report, claim, asRead!) : null);
      if (!explained) continue;
      this.#claims.set(ref, explained);
      claims.push(explained);
    }
    const judgements = incident?.judgements ?? (await this.#incidents.decided(material.reports));
    return {
      claims,
      ...(judgements.length > 0 ? { judgements } : {}),
      told: incident?.told ?? (await this.#incidents.called(material.reports)),
    };
  }

  async #ofClaim(ref: string, report: KeptReport, claim: Claim, asRead: KeptReport): Promise<ClaimExplained> {
    const { reading } = asRead;
    const again = await this.#readAgain(asRead);
    const read = reading.claims.find(({ id }) => id === claim.id);
    const isSame =
      read !== undefined && again.claims.some((each) => JSON.stringify(each) === JSON.stringify(read));
    const reasons = isSame ? again.reasons : {};
    const { derivations } = explain({ reading, reasons });
    const { harm, count, stance, evidence } = claim;
    const told = (await this.#incidents.called([report]))[report.id]!;
    return {
      claim: ref,
      says: `${harm} ${count.min}..${count.max ?? ''}, ${stance}`,
      harm,
      count,
      stance,
      quote: quoteOf(report, evidence),
      evidence: [...evidence],
      stands: evidence.every((span) =>
        isQuoted(span.in === 'title' ? (report.title ?? '') : report.text, span),
      ),
      by: reasons[claim.id] ?? [],
      source: claim.attribution.flatMap((id) => derivations.find((each) => each.id === id) ?? []),
      reader: { name: reading.reader.name, version: reading.reader.version },
      readAgain: reading.reader.name === IMPORTER.name || !read ? 'not read' : isSame ? 'same' : 'differs',
      report: { id: report.id, ...told },
      kept: await this.#kept(report.id),
    };
  }

  /** What the reader of today makes of a kept report; of a row of a table nothing. */
  async #readAgain({ id, text, title, published, url, reading }: KeptReport) {
    if (reading.reader.name === IMPORTER.name) return { claims: [], reasons: {} };
    const { source } = reading.report;
    const report = {
      id,
      text,
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
      ...(source === undefined ? {} : { source }),
      ...(url === undefined ? {} : { url }),
    };
    const read = await readOne(report, [], reading.report.language, this.#context);
    return { claims: read.reading.claims, reasons: read.reasons };
  }

  async #kept(report: string): Promise<ClaimExplained['kept']> {
    const { db, evidence } = this.#record;
    const rows = await db
      .selectFrom('capture')
      .selectAll()
      .where('report', '=', report)
      .orderBy('seq')
      .execute();
    return rows.map(({ evidence: sha256, inside, at, by, payload }) => ({
      sha256,
      inside,
      from: String((JSON.parse(payload) as { from?: string }).from ?? ''),
      at,
      by,
      isThere: evidence.has(sha256),
    }));
  }
}

function noFigure(id: string): Failure {
  return failureOf(
    'record/no-figure',
    `Nothing in the record is called ${id}: an incident or claim is called like 4f2a90#e1 or 4f2a90#c1.`,
  );
}

/** The tolls of an incident, of all and of groups. */
export function tollsOf({ toll, groups }: IncidentRecord): { group: string; harm: Harm }[] {
  return [['all', toll] as const, ...Object.entries(groups ?? {})].flatMap(([group, own]) =>
    (Object.keys(own) as Harm[]).map((harm) => ({ group, harm })),
  );
}

/** Findings by which a figure bounds nothing. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'lone-figure': 'one report alone says so, against others; until a person accepts it',
  'died-since': 'told beside fewer dead than there are',
};

/** What an account has to do with a bound: it makes it, is counted in, or is not counted, and why. */
function partIn(
  { trajectory, current, partial, originKind }: IncidentRecord['accounts'][number],
  bounds: NonNullable<Explanation['bounds']>,
  { counted, policy, findings }: IncidentRecord,
): string {
  const own = new Set(trajectory.flatMap(({ claims }) => claims));
  const made = bounds.filter(({ claims }) => claims.some((ref) => own.has(ref)));
  if (made.length > 0) return `makes the ${made.map(({ bound }) => bound).join(' and the ')}`;
  if (counted?.some((ref) => own.has(ref))) return 'counted';
  if (!current) {
    const { status, reason } = trajectory.at(-1)!;
    return `not counted: ${status}${reason ? `, ${reason}` : ''}`;
  }
  const { stance } = trajectory.findLast(({ status }) => status === 'current') ?? {};
  const stances = policyOf(policy?.name ?? '')?.stances ?? [];
  if (stance !== undefined && !stances.includes(stance)) return `not counted: ${stance}`;
  const found = findings.find(({ check, claims }) => check in LEFT_OUT && claims.some((ref) => own.has(ref)));
  if (found) return `not counted: ${LEFT_OUT[found.check]}`;
  if (partial) return 'not counted: a part only';
  if (originKind === 'outlet') return 'not counted: an outlet’s own voice beside sources';
  return 'not counted: others tell of the whole';
}
