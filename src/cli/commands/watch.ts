/** `recount watch`: what is new in feeds, and which tolls it moved. Ctrl-C stops it when the page at hand is in the record. */
import { type WatchOutput, watchFeeds } from '../../operations/records.ts';
import { type CommandRun, EXIT } from '../command.ts';
import { tellFailure } from '../failures.ts';
import { interruptible } from '../interrupt.ts';
import { harmless } from '../terminal/width.ts';
import { plural } from '../words.ts';
import { contextFor, hostsNamed, recordNamed } from './record.ts';

export const runWatch: CommandRun = async (feeds, options, terminal) => {
  const asJson = options.json === true;
  const isOnce = options.once === true;
  const { every, language } = options;
  const input = watchFeeds.input.parse({
    ...recordNamed(options, terminal),
    feeds,
    ...(typeof every === 'string' ? { everyMinutes: Number(every) } : {}),
    once: isOnce,
    language,
    allowHosts: hostsNamed(options),
  });
  return interruptible(async (signal) => {
    const context = { ...contextFor(options, terminal), signal };
    let failures = 0;
    for await (const outcome of watchFeeds.run(input, context)) {
      if (outcome.ok) {
        const line = asJson ? `${JSON.stringify(outcome.value)}\n` : forPeople(outcome.value);
        if (line !== '') await terminal.out.write(line);
      } else {
        failures++;
        await tellFailure(outcome, asJson, terminal.err);
      }
    }
    if (signal.aborted) await terminal.err.write('Stopped; the next watch goes on from here.\n');
    return isOnce && failures > 0 ? EXIT.failed : EXIT.ok;
  });
};

function forPeople(output: WatchOutput): string {
  if (output.kind === 'polled') {
    return output.fresh === 0 ? '' : `${harmless(output.feed)}: ${plural(output.fresh, 'new item')}\n`;
  }
  const { source, status, report, claims = 0, tolls } = output;
  if (status === 'known' || status === 'known file') return '';
  const moved = tolls.map(({ incident, harm, before, after }) => {
    const from = before ? `${boundsOf(before)} → ` : '';
    return `  ${harm} ${from}${boundsOf(after)}  ${harmless(incident)}\n`;
  });
  const what = status === 'added' ? 'added' : 'new version';
  return `${harmless(source)}: ${what} as ${report}, ${plural(claims, 'figure')}\n${moved.join('')}`;
}

function boundsOf({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  if (high === null) return `${low}+`;
  return low === high ? `${low}` : `${low}–${high}`;
}
