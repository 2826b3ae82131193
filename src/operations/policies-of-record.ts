/** What one policy makes of the incidents of a record that another counts otherwise. The record itself stays as it is. */
import * as z from 'zod';
import type { Operation } from './operation.ts';
import { comparisonFields, type PolicyChange, policyChange, policyChangeSchema } from './policies.ts';
import { recordFields, withRecord } from './record.ts';
import { Incidents } from './view.ts';
import { policyIn, viewIn } from './view-input.ts';

const inputSchema = z.object({ ...recordFields, ...comparisonFields });

export const policiesOfRecord: Operation<z.infer<typeof inputSchema>, PolicyChange> = {
  name: 'record.policies',
  summary: 'Show what one policy makes of the incidents of a record that another counts otherwise.',
  input: inputSchema,
  output: policyChangeSchema,
  writes: false,
  run: ({ before, after, ...input }, context) =>
    withRecord(input, context, async function* (record) {
      const view = viewIn({ ...input, policy: before });
      const other = policyIn(after);
      if ('code' in view || 'code' in other) {
        yield { ok: false, error: 'code' in view ? view : (other as never) };
        return;
      }
      const incidents = await Incidents.of(record, view, context);
      for await (const seen of incidents.all()) {
        const young = incidents.by(other, seen);
        yield { ok: true, value: policyChange(seen.incident, young, view.policy, other) };
      }
    }),
};
