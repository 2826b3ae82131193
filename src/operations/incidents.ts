/** Reports of the same incident put together, in memory: which reports tell of which incident, and what it comes to. */
import * as z from 'zod';
import { accountsOf, type Material } from '../accounts/index.ts';
import {
  formsOfReport,
  type Incident,
  type Rarity,
  type Reconciled,
  rarityFrom,
  reconcile,
} from '../incidents/index.ts';
import { between } from '../model/count.ts';
import { comparisonSchema, type IncidentToll } from '../model/incident.ts';
import {
  type Count,
  countSchema,
  type Harm,
  harmSchema,
  type ReportInput,
  reportInputSchema,
} from '../model/reading.ts';
import type { KeptReport } from '../model/record.ts';
import { reportsInputSchema } from './contract.ts';
import { copiesAmong, keptReports } from './kept.ts';
import type { Context, Operation } from './operation.ts';
import { withParents } from './parents.ts';
import { materialAsOf, type View, viewFields, viewIn } from './view-input.ts';
import { vocabularyOfContext } from './vocabulary.ts';

export { renderComparison } from '../incidents/index.ts';

const reconcileInputSchema = reportsInputSchema.extend({
  ...viewFields,
  explain: z
    .boolean()
    .optional()
    .describe('Add why each mention is in its incident, and which pairs are in doubt'),
});
export type ReconcileInput = z.infer<typeof reconcileInputSchema>;

export const incidentOutputSchema = z.object({
  incident: z.string().describe('A permanent name: that of the mention it was first told in, "reportId#e1"'),
  names: z
    .array(reportInputSchema.omit({ text: true }))
    .describe('What these reports and those of alsoIn are called, in that order'),
  reports: z.array(z.string()).describe('Reports whose main event it is; each report is in one incident’s'),
  alsoIn: z.array(z.string()).describe('Other reports that tell of it'),
  partOf: z.string().optional().describe('The operation or campaign that it belongs to'),
  toll: z
    .partialRecord(harmSchema, countSchema)
    .describe('By the default policy, from its low to its high; the accounts behind it: `recount accounts`'),
  joins: z
    .array(comparisonSchema)
    .optional()
    .describe('Of each mention but one that is alone: what it is most like here'),
  doubts: z
    .array(comparisonSchema)
    .optional()
    .describe('Pairs with mentions of other incidents, for a person to decide'),
});
export type IncidentOutput = z.infer<typeof incidentOutputSchema>;

export const reconcileReports: Operation<ReconcileInput, IncidentOutput> = {
  name: 'incidents.reconcile',
  summary: 'Put reports of the same incident together, with what each incident comes to.',
  input: reconcileInputSchema,
  output: incidentOutputSchema,
  writes: false,
  async *run(input, context) {
    const view = viewIn(input);
    if ('code' in view) {
      yield { ok: false, error: view };
      return;
    }
    const all: KeptReport[] = [];
    for await (const outcome of keptReports(input, context)) {
      if (outcome.ok) all.push(outcome.value);
      else yield outcome;
    }
    const material = materialAsOf(view, { reports: all, copies: copiesAmong(all), judgements: [] });
    const reports = new Map(material.reports.map((report) => [report.id, report]));
    const reconciled = reconcile(material.reports, [], rarityAmong(material.reports, context));
    const tolls = tollsOf(material, reconciled.incidents, view, context);
    const named = reconciled.incidents.map((incident) => ({ ...incident, incident: incident.id }));
    for (const { partOf, ...incident } of withParents(named, material.reports)) {
      const whole = partOf === undefined ? {} : { partOf };
      const why = input.explain ? reasonsOf(incident, reconciled) : {};
      const { id, reports: own, alsoIn } = incident;
      const toll = tolls.get(id) ?? {};
      const names = [...own, ...alsoIn].map((report) => nameOf(reports.get(report)!));
      yield {
        ok: true,
        value: { incident: id, names, reports: [...own], alsoIn: [...alsoIn], ...whole, toll, ...why },
      };
    }
  },
};

export function nameOf({ id, title, published, outlet, source }: KeptReport): Omit<ReportInput, 'text'> {
  const from = outlet ?? source;
  return { id, ...(title && { title }), ...(published && { published }), ...(from && { source: from }) };
}

/** How rare words are in the news of every language that is read, and among these reports: for a set that is put together at once. */
export function rarityAmong(
  reports: Iterable<KeptReport>,
  { languages }: Pick<Context, 'languages'>,
): Rarity {
  const lists = languages.map((language) => language.loadWordCounts());
  return rarityFrom(lists, Iterator.from(reports).map(formsOfReport));
}

function reasonsOf({ mentions }: Incident, { explain, doubts }: Reconciled) {
  const inside = new Set(mentions);
  return {
    joins: mentions.flatMap((mention) => explain(mention) ?? []),
    doubts: doubts.filter(({ a, b }) => inside.has(a) || inside.has(b)),
  };
}

/** What each incident comes to, by its name. */
function tollsOf(
  material: Material,
  incidents: readonly Incident[],
  view: View,
  context: Context,
): Map<string, IncidentOutput['toll']> {
  const groups = incidents.map(({ id, ...group }) => ({ incident: id, ...group }));
  const { until: now, policy } = view;
  const options = {
    vocabulary: vocabularyOfContext(context),
    policy,
    ...(now === undefined ? {} : { now }),
  };
  const records = accountsOf(material, groups, options);
  return new Map(records.map(({ incident, toll }) => [incident, countsOf(toll)]));
}

/** The ranges of a policy as counts of people. */
export function countsOf(toll: IncidentToll): Partial<Record<Harm, Count>> {
  return Object.fromEntries(
    Object.entries(toll).map(([harm, { low, high, approximate }]) => [harm, between(low, high, approximate)]),
  );
}
