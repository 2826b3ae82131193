/** `recount import`: which column holds what from a project's name or from flags, then as `recount add`. */
import { importTables } from '../../operations/records.ts';
import type { CommandRun, OptionValues } from '../command.ts';
import { Refusal } from '../failures.ts';
import { addingWith } from './add.ts';
import { recordNamed } from './record.ts';

export const runImport: CommandRun = (paths, options, terminal) => {
  const { as, dryRun } = options;
  const given = { ...recordNamed(options, terminal), paths, as, dryRun, mapping: mappingOf(options) };
  const { success, data, error } = importTables.input.safeParse(given);
  if (!success) throw new Refusal(`${error.issues[0]!.path.join('.')}: ${error.issues[0]!.message}.`);
  return addingWith(importTables, data, options, terminal);
};

const HARMS = ['killed', 'injured', 'killed or injured', 'missing', 'detained', 'abducted', 'displaced'];

/** "killed=Dead", "killed.max=Dead (high)" are figures; all else are fields. Undefined where no column is named. */
function mappingOf({ columns, of, project }: OptionValues): unknown {
  if (columns === undefined) return undefined;
  const fields: Record<string, string> = {};
  const figures = new Map<string, { harm: string; min?: string; max?: string }>();
  for (const pair of [columns].flat() as string[]) {
    const at = pair.indexOf('=');
    if (at < 1) throw new Refusal(`--columns takes field=heading, and "${pair}" came.`);
    const [name, heading] = [pair.slice(0, at), pair.slice(at + 1)];
    const harm = name.replace(/\.max$/, '');
    if (!HARMS.includes(harm)) fields[name] = heading;
    else {
      const figure = figures.get(harm) ?? { harm };
      figures.set(harm, { ...figure, [name === harm ? 'min' : 'max']: heading });
    }
  }
  return {
    project: project ?? 'imported',
    of: of ?? 'incidents',
    columns: fields,
    figures: [...figures.values()],
  };
}
