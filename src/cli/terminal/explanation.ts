/** `recount explain` of a record for people: a figure, and below it all that it stands on, down to bytes. */
import type { ClaimExplained, Explanation } from '../../operations/records.ts';
import { renderDay } from '../words.ts';
import { accountLines, judgements, shortened, titleOf } from './incident.ts';
import type { Style } from './style.ts';
import { harmless, widthOf, wrap } from './width.ts';

interface Looks {
  readonly style: Style;
  readonly columns: number;
}

const INDENT = '  ';

/** The lines of one explanation, a blank line last. */
export function renderExplanation(explanation: Explanation, { style, columns }: Looks): string {
  const room = columns - INDENT.length;
  const { told } = explanation;
  const sections = [
    bounds(explanation, room),
    rules(explanation, room, style),
    accounts(explanation, room, style),
    explanation.claims.length > 0
      ? [
          style('bold', 'IN THESE WORDS'),
          ...explanation.claims.flatMap((claim) => words(claim, told, room, style)),
        ]
      : [],
    parts(explanation, room, style),
    judgements(explanation, room, style),
  ];
  const body = sections
    .filter(({ length }) => length > 0)
    .map((lines) => lines.map((line) => (line ? INDENT + line : '')).join('\n'));
  const head = [
    style('dim', '━'.repeat(columns)),
    ...wrap(harmless(explanation.says), columns).map((line) => style('bold', line)),
    ...wrap(harmless(`${explanation.kind} · ${shortened(explanation.id, told)}`), columns).map((line) =>
      style('dim', line),
    ),
  ];
  return `${[head.join('\n'), ...body].join('\n\n')}\n\n`;
}

function bounds({ bounds = [], accounts = [], told }: Explanation, room: number): string[] {
  return bounds.flatMap(({ bound, value, claims }) => {
    const whose = claims.map((ref) => {
      const account = accounts.find(({ trajectory }) =>
        trajectory.some((point) => point.claims.includes(ref)),
      );
      return `${account?.origin ?? 'a report'} [${shortened(ref, told)}]`;
    });
    const by = [...new Set(whose)].join(', ') || 'no claim: the policy’s own';
    return wrap(harmless(`${bound} ${value ?? 'open'}: ${by}`), room);
  });
}

function rules({ policy }: Explanation, room: number, style: Style): string[] {
  if (!policy) return [];
  const marks = { V: '', S: ' (second-hand)', M: ' (from memory)' } as Readonly<Record<string, string>>;
  return [
    style('bold', `POLICY ${policy.name} ${policy.version}`),
    ...policy.rules.flatMap(({ id, says, mark, source }) =>
      hanging('· ', `${id}: ${says}${marks[mark] ?? ''} [${source}]`, room),
    ),
  ];
}

function accounts({ accounts = [], told }: Explanation, room: number, style: Style): string[] {
  if (accounts.length === 0) return [];
  const rows = accounts.map((account) => ({ account, title: [titleOf(account), account.part].join(' · ') }));
  const below = ({ claims }: { readonly claims: readonly string[] }) => [
    { text: claims.map((ref) => `[${shortened(ref, told)}]`).join(' '), name: 'dim' as const },
  ];
  return [style('bold', 'ACCOUNTS'), ...accountLines(rows, { told, room, style, below })];
}

/** One claim: its words, whose they are, what read them, where they are kept. */
function words(claim: ClaimExplained, told: Explanation['told'], room: number, style: Style): string[] {
  const { report } = claim;
  const name = [
    report.outlet,
    report.title && `“${report.title}”`,
    report.published && renderDay(report.published),
  ];
  const places = claim.evidence.map(({ start, end, in: field }) => `${field ?? 'text'} ${start}–${end}`);
  const stands = claim.stands ? 'letter by letter' : 'NOT as the report has them';
  const again = {
    same: `${claim.reader.name} ${claim.reader.version}, read again just now: the same`,
    differs: `${claim.reader.name} ${claim.reader.version}; read again just now it says otherwise`,
    'not read': claim.by.length > 0 ? '' : `${claim.reader.name} ${claim.reader.version}, or a person`,
  }[claim.readAgain];
  const lines: [text: string, name?: 'dim'][] = [
    [`“${claim.quote}”`],
    [`${places.join(', ')}: ${stands}`, 'dim'],
    ...claim.source.map(({ says, evidence, by }): [string] => {
      const quotes = evidence.slice(0, 2).map(({ quote }) => `“${quote}”`);
      return [`on the word of: ${says} ${quotes.join(' ')} by ${by.join(', ') || 'no rule'}`];
    }),
    ...(claim.source.length === 0 ? [['on the word of: the report itself'] as [string]] : []),
    [[claim.by.length > 0 ? `by ${claim.by.join(', ')}` : '', again].filter(Boolean).join('; ')],
    [[...name, report.url].filter(Boolean).join(', ')],
    ...claim.kept.map(({ sha256, inside, from, at, by, isThere }): [string, 'dim'] => [
      `kept: SHA-256 ${sha256}${inside ? `, in it ${inside}` : ''}, from ${from || 'standard input'}, ${renderDay(at)} ${at.slice(11, 16)}, by ${by}${isThere ? '' : ' – NOT THERE'}`,
      'dim',
    ]),
  ];
  return [
    style('source', `[${shortened(claim.claim, told)}] ${claim.says}`),
    ...lines
      .filter(([text]) => text !== '')
      .flatMap(([text, looks]) =>
        hanging(INDENT, text, room).map((line) => (looks ? style(looks, line) : line)),
      ),
  ];
}

/** Of a report: every part of its reading. */
function parts({ derivations = [] }: Explanation, room: number, style: Style): string[] {
  return derivations.flatMap(({ kind, id, says, by, from, evidence }) => {
    const basis = [
      by.length > 0 ? `by ${by.join(', ')}` : '',
      from.length > 0 ? `on ${from.join(', ')}` : '',
    ];
    const below = [
      basis.filter(Boolean).join('  '),
      ...evidence.map(({ start, end, quote, in: field }) => `${field ?? 'text'} ${start}–${end}  “${quote}”`),
    ];
    return [
      ...wrap(harmless(`${kind} ${id}  ${says}`), room).map((line) => style('source', line)),
      ...below.filter(Boolean).flatMap((text) => hanging(INDENT.repeat(2), text, room)),
    ];
  });
}

/** Wrapped behind a mark, the lines below it as far in. */
function hanging(mark: string, text: string, room: number): string[] {
  const width = widthOf(mark);
  return wrap(harmless(text), Math.max(20, room - width)).map(
    (line, i) => (i === 0 ? mark : ' '.repeat(width)) + line,
  );
}
