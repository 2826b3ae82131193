/** What people decided: listed, and how far they agree. */
import * as z from 'zod';
import { cohensKappa, krippendorffsAlpha, NOMINAL } from '../model/agreement.ts';
import { type Judgement, judgementSchema } from '../model/judgement.ts';
import { fullId } from './ids.ts';
import type { Operation } from './operation.ts';
import { recordFields, withRecord } from './record.ts';

const listInputSchema = z.object({
  ...recordFields,
  lost: z.boolean().optional().describe('Only those whose words are not found in the reading of today'),
  waiting: z.boolean().optional().describe('Only those that wait for a second person'),
  on: z.string().optional().describe('Only those about this report, mention or incident'),
  by: z.string().optional().describe('Only this person’s'),
  batch: z.string().optional().describe('Only those of this bulk action'),
});
const listOutputSchema = z.object({
  judgement: judgementSchema,
  state: z.enum(['stands', 'taken back', 'waits']),
  lost: z.boolean(),
});
export type ListOutput = z.infer<typeof listOutputSchema>;

export const listJudgements: Operation<z.infer<typeof listInputSchema>, ListOutput> = {
  name: 'judgements.find',
  summary: 'List what people decided, with what stands of it and what has lost its words.',
  input: listInputSchema,
  output: listOutputSchema,
  writes: false,
  run: ({ lost, waiting, on, by, batch, ...input }, context) =>
    withRecord(input, context, async function* ({ db }) {
      const subject = on === undefined ? undefined : await fullId(db, on);
      if (typeof subject === 'object') {
        yield { ok: false, error: subject };
        return;
      }
      let found = db.selectFrom('judgement').selectAll('judgement').orderBy('judgement.seq');
      if (lost) found = found.where('lost', '=', 1);
      if (waiting) found = found.where('state', '=', 'waits');
      if (by !== undefined) found = found.where('by', '=', by);
      if (batch !== undefined) found = found.where('batch', '=', batch);
      if (subject !== undefined) {
        found = found.where('id', 'in', (from) =>
          from.selectFrom('judgement_on').select('judgement_on.judgement').where('on', '=', subject),
        );
      }
      for (const row of await found.execute()) {
        const judgement = JSON.parse(row.payload) as Judgement;
        yield { ok: true, value: { judgement, state: row.state, lost: row.lost === 1 } };
      }
    }),
};

const agreementInputSchema = z.object({
  ...recordFields,
  people: z.array(z.string()).optional().describe('Whose; by default everybody’s'),
});
const agreementOutputSchema = z.object({
  people: z.array(z.string()),
  units: z.int().describe('Claims that at least two of them judged'),
  alpha: z.number().nullable().describe('Krippendorff’s, over accepted, rejected and corrected to what'),
  pairs: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      units: z.int(),
      agree: z.number().nullable(),
      kappa: z.number().nullable().describe('Cohen’s'),
    }),
  ),
});
export type AgreementOutput = z.infer<typeof agreementOutputSchema>;

export const agreement: Operation<z.infer<typeof agreementInputSchema>, AgreementOutput> = {
  name: 'judgements.agreement',
  summary: 'Tell how far people agree on claims that several of them judged, beyond chance.',
  input: agreementInputSchema,
  output: agreementOutputSchema,
  writes: false,
  run: ({ people: wanted, ...input }, context) =>
    withRecord(input, context, async function* ({ db }) {
      const rows = await db
        .selectFrom('judgement')
        .select('payload')
        .where('kind', 'in', ['accept', 'reject', 'correct'])
        .where('state', '<>', 'taken back')
        .orderBy('seq')
        .execute();
      const judgements = rows.map(({ payload }) => JSON.parse(payload) as Judgement);
      const codes = codesOf(judgements, wanted);
      yield { ok: true, value: measured(codes) };
    }),
};

/** Claim → person → what they made of it: the last word of each. */
type Codes = ReadonlyMap<string, ReadonlyMap<string, string>>;

function codesOf(judgements: readonly Judgement[], people: readonly string[] | undefined): Codes {
  const codes = new Map<string, Map<string, string>>();
  for (const judgement of judgements) {
    if (judgement.kind !== 'accept' && judgement.kind !== 'reject' && judgement.kind !== 'correct') continue;
    if (people && !people.includes(judgement.by)) continue;
    const { report, ref, harm, evidence } = judgement.claim;
    const claim = ref ?? JSON.stringify([report, harm, evidence]);
    const own = codes.get(claim) ?? new Map<string, string>();
    const said =
      judgement.kind === 'correct' ? `${judgement.field} ${JSON.stringify(judgement.new)}` : judgement.kind;
    codes.set(claim, own.set(judgement.by, said));
  }
  return codes;
}

function measured(codes: Codes): AgreementOutput {
  const people = [...new Set([...codes.values()].flatMap((own) => [...own.keys()]))].sort();
  const units = [...codes.values()].map((own) => [...own.values()]).filter((values) => values.length > 1);
  const pairs = people.flatMap((a, i) =>
    people.slice(i + 1).map((b) => {
      const both = [...codes.values()].flatMap((own): [string, string][] =>
        own.has(a) && own.has(b) ? [[own.get(a)!, own.get(b)!]] : [],
      );
      const agree = both.length > 0 ? both.filter(([x, y]) => x === y).length / both.length : null;
      return { a, b, units: both.length, agree, kappa: cohensKappa(both) };
    }),
  );
  return { people, units: units.length, alpha: krippendorffsAlpha(units, NOMINAL), pairs };
}
