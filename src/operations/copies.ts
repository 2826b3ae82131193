/** Which of many reports carry the same text? Each is compared with those before it, in memory that texts do not fill. */
import * as z from 'zod';
import { CopyIndex } from '../copies/copy-index.ts';
import { CopyGroups } from '../copies/groups.ts';
import type { CopyReport } from '../copies/relation.ts';
import { ingest } from '../ingest/ingest.ts';
import { type ReportInput, reportInputSchema } from '../model/reading.ts';
import type { CopyRelation } from '../model/record.ts';
import { type ReportsInput, reportsInputSchema } from './contract.ts';
import type { Operation } from './operation.ts';
import { Shelf } from './shelf.ts';

const relationSchema = z.object({
  report: z.string(),
  source: z.string(),
  kind: z.enum(['copy', 'update']),
  share: z
    .number()
    .describe('The part of one text that stands in the other, the greater of the two directions: 0..1'),
});

const copiesOutputSchema = z.object({
  names: z
    .array(reportInputSchema.omit({ text: true }))
    .describe('What the reports are called, in the same order'),
  reports: z
    .array(z.string())
    .describe('Ids of reports that carry the same text, in the order in which they came'),
  relations: z.array(relationSchema).describe('Which of them is told from which'),
});
export type CopiesOutput = z.infer<typeof copiesOutputSchema>;

export const findCopies: Operation<ReportsInput, CopiesOutput> = {
  name: 'copies.find',
  summary: 'Find reports that carry the same text: copies of one agency’s, updates of one story.',
  input: reportsInputSchema,
  output: copiesOutputSchema,
  writes: false,
  async *run({ paths, format, columns }, { stdin, onProgress }) {
    using shelf = new Shelf<ReportInput>();
    const index = new CopyIndex((position) => {
      const report = shelf.at(position);
      return report && copyReportOf(report);
    });
    const groups = new CopyGroups();
    const order: string[] = [];
    const relations = new Map<string, CopyRelation[]>();
    for await (const arrival of ingest(paths, { format, columns, stdin, onProgress })) {
      if (!arrival.ok) {
        yield arrival;
        continue;
      }
      const { report } = arrival;
      const found = index.add(copyReportOf(report));
      shelf.add(report);
      order.push(report.id);
      groups.add(found);
      for (const relation of found) {
        if (relation.kind !== 'partial copy' && relation.report !== relation.source)
          pushTo(relations, relation.report, relation);
      }
    }
    const positions = new Map(order.map((id, position) => [id, position]));
    for (const reports of groups.groups(order)) {
      const within = reports.flatMap((id) =>
        (relations.get(id) ?? []).filter(({ source }) => reports.includes(source)),
      );
      const names = reports.map((id) => nameOf(shelf.at(positions.get(id)!)!));
      yield { ok: true, value: { names, reports, relations: within.map(outputOf) } };
    }
  },
};

/** A report as copying is told by. Its outlet is the site, where it came with one. */
export function copyReportOf({ id, text, title, source, url, published }: ReportInput): CopyReport {
  const outlet = siteOfUrl(url) ?? source;
  return { id, text, ...(title && { title }), ...(outlet && { outlet }), ...(published && { published }) };
}

function nameOf({ text: _text, ...name }: ReportInput): Omit<ReportInput, 'text'> {
  return name;
}

function siteOfUrl(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).hostname || undefined : undefined;
}

function outputOf({ report, source, kind, share }: CopyRelation): CopiesOutput['relations'][number] {
  return {
    report,
    source,
    kind: kind === 'update' ? 'update' : 'copy',
    share: Math.round(share * 1000) / 1000,
  };
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
