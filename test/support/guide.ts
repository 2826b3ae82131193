/** The annotation guide as tests: its headings, and the examples that stand in fenced blocks below them. */
import { readFileSync } from 'node:fs';

export interface GuideExample {
  readonly kind: 'example' | 'toll';
  /** The heading that it stands under, as a link's anchor: "at-least". */
  readonly anchor: string;
  /** Anchor and text: what a list of known misses names it by. */
  readonly id: string;
  readonly lines: readonly string[];
  readonly expected: readonly string[];
  /** Line of the guide at which the block opens, from 1. */
  readonly line: number;
}

export interface Guide {
  readonly anchors: ReadonlySet<string>;
  readonly examples: readonly GuideExample[];
}

export function loadGuide(): Guide {
  const anchors = new Set<string>();
  const examples: GuideExample[] = [];
  let anchor = '';
  let open: { kind: GuideExample['kind']; line: number; lines: string[]; expected: string[] } | null = null;
  const text = readFileSync(new URL('../../docs/annotation-guide.md', import.meta.url), 'utf8');
  for (const [i, line] of text.split('\n').entries()) {
    if (open) {
      if (line === '```') {
        examples.push({ ...open, anchor, id: `${anchor}: ${open.lines.join(' / ')}` });
        open = null;
      } else if (line.startsWith('==>')) open.expected.push(line.slice(3).trim());
      else open.lines.push(line);
    } else if (line === '```example' || line === '```toll') {
      open = { kind: line === '```toll' ? 'toll' : 'example', line: i + 1, lines: [], expected: [] };
    } else if (line.startsWith('#')) {
      anchor = anchorOf(line.replace(/^#+ /, ''));
      anchors.add(anchor);
    }
  }
  return { anchors, examples };
}

/** As code hosts make it: lower case, spaces as hyphens, other marks left out. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** "killed 3, said by "A, B", denied" → its parts; commas inside quotation marks part nothing. */
export function clausesOf(item: string): string[] {
  return [...item.matchAll(/(?:"[^"]*"|[^,"])+/g)].map(([clause]) => clause.trim()).filter(Boolean);
}

/** What stands between quotation marks in the clause; '' for none. */
export function quoted(clause: string): string {
  return /"([^"]*)"/.exec(clause)?.[1] ?? '';
}
