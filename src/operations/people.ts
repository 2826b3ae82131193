/** Who works on a record, and the rules it is kept by. */
import * as z from 'zod';
import { judgementSchema, ROLES } from '../model/judgement.ts';
import { failureOf } from '../model/problems.ts';
import type { Draft } from '../store/entry.ts';
import type { Context, Operation, Outcome } from './operation.ts';
import { type RecordInput, recordFields, withRecord } from './record.ts';

const personInputSchema = z.object({
  ...recordFields,
  id: z.string().min(1).describe('A pseudonymous id: it stays in the journal for ever'),
  name: z.string().optional().describe('Kept beside the journal; "judge erase" destroys it'),
  role: z.enum(ROLES).optional(),
});
const doneSchema = z.object({ set: z.string() });
type Done = z.infer<typeof doneSchema>;

export const putPerson: Operation<z.infer<typeof personInputSchema>, Done> = {
  name: 'persons.put',
  summary: 'Say who somebody is who works on the record, and in what role.',
  input: personInputSchema,
  output: doneSchema,
  writes: true,
  run: ({ id, name, role = 'recorder', ...input }, context) =>
    entering(input, context, id, {
      ...stamp(context),
      kind: 'person',
      payload: { id, role },
      ...(name === undefined ? {} : { details: { name }, about: [id, name] }),
    }),
};

const KINDS = judgementSchema.options.map((option) => option.shape.kind.value);

/** The rules that a record knows, each with what it may be. */
const SETTINGS = {
  'two-person': z
    .array(z.enum(KINDS))
    .describe('Kinds of judgement that stand only once a second person agrees'),
} as const;

const settingInputSchema = z.object({
  ...recordFields,
  key: z.enum(Object.keys(SETTINGS) as [keyof typeof SETTINGS]),
  value: z.unknown().describe('As JSON'),
});

export const setRule: Operation<z.infer<typeof settingInputSchema>, Done> = {
  name: 'record.set',
  summary: 'Set a rule of the record: "two-person" lists the judgements that take two people.',
  input: settingInputSchema,
  output: doneSchema,
  writes: true,
  async *run({ key, value, ...input }, context) {
    const { success, data, error } = SETTINGS[key].safeParse(value);
    if (success)
      yield* entering(input, context, key, {
        ...stamp(context),
        kind: 'setting',
        payload: { key, value: data },
      });
    else
      yield { ok: false, error: failureOf('record/setting-invalid', `${key}: ${error.issues[0]!.message}.`) };
  },
};

function stamp({ now, by }: Context): Pick<Draft, 'at' | 'by'> {
  return { at: now(), by };
}

function entering(
  input: RecordInput,
  context: Context,
  set: string,
  draft: Draft,
): AsyncIterable<Outcome<Done>> {
  return withRecord(input, context, async function* (record) {
    await record.write((writing) => writing.append([draft]));
    yield { ok: true, value: { set } };
  });
}
