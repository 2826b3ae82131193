/** The claims of a `toll` block in the annotation guide: "1 killed 32+ of "people" civilian side "Velland" said by ministry, part of 2". */
import type { Claim, Count } from '../../src/model/reading.ts';
import { parseFigure } from './expect.ts';
import { quoted } from './guide.ts';

const STANCE = /\b(acknowledged|estimated|alleged|unconfirmed|rumoured|denied)\b/;
const STATUS = /\b(civilian|combatant|mixed|contested)\b/;
const RELATION = /\b(part of|updates|corrects|repeats|confirms|contradicts) (\d+)/g;

export function parseTollClaims(lines: readonly string[]): Claim[] {
  return lines.map((line) => {
    const [, id, figure] = /^(\d+) (.*)$/.exec(line)!;
    return parseClaim(id!, figure!, lines);
  });
}

function parseClaim(id: string, text: string, lines: readonly string[]): Claim {
  const { harm, bounds, rest } = parseFigure(text);
  const beside = /beside (\d+)/.exec(rest)?.[1];
  const of = /of "/.test(rest) ? quoted(rest) : undefined;
  const side = /side ("[^"]*")/.exec(rest)?.[1];
  const name = /naming ("[^"]*")/.exec(rest)?.[1];
  const origin = /said by (\w+)/.exec(rest)?.[1];
  const at = Number(beside ?? id) - 1;
  return {
    id,
    event: 'e1',
    scope: rest.includes('aggregate') ? 'aggregate' : 'incident',
    harm,
    count: parseBounds(bounds),
    victims: {
      ...(of === undefined ? {} : { text: of }),
      civilianStatus: (STATUS.exec(rest)?.[1] ?? 'unknown') as Claim['victims']['civilianStatus'],
      ...(side === undefined ? {} : { affiliation: quoted(side) }),
      named: name === undefined ? [] : [{ name: quoted(name), identity: 'stated', evidence: [] }],
      evidence: [],
    },
    perpetrators: [],
    attribution: origin === undefined ? [] : [origin],
    stance: (STANCE.exec(rest)?.[1] ?? 'asserted') as Claim['stance'],
    relations: [...rest.matchAll(RELATION)].map(([, kind, to]) => ({
      to: to!,
      kind: kind as Claim['relations'][number]['kind'],
    })),
    // Claims that stand beside each other under one verb share their first span.
    evidence: [{ start: 10 * at, end: 10 * at + 6, quote: lines[at]!.slice(0, 6) }],
    confidence: 1,
  };
}

function parseBounds(bounds: string): Count {
  const [, about, min, rest, kind] = /^(~?)(\d+)(\+|\.\.\d+)?(?: (vague|unstated))?$/.exec(bounds)!;
  const low = Number(min);
  const max = rest === '+' ? null : rest ? Number(rest.slice(2)) : low;
  const plain =
    max === null ? 'at least' : about ? 'about' : max === low ? 'exact' : low === 0 ? 'up to' : 'between';
  return {
    min: low,
    max,
    kind: (kind as Count['kind'] | undefined) ?? plain,
    approximate: about === '~' || kind === 'vague',
  };
}
