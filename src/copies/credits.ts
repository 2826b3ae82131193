/**
 * Whose text does a report say it carries? Dateline, byline, notice of rights and closing line name the agency:
 * "(Reuters) -", "By The Associated Press", "The Associated Press contributed to this report". How a language words
 * them is data of its pack, the agencies are a table; "told Reuters" is no credit.
 */
import { type Span, spanOf } from '../text/span.ts';

/** One wording of a credit. */
export interface CreditRule {
  readonly id: string;
  /** 'origin': the text is the agency's; 'contribution': it lent a part. */
  readonly how: 'origin' | 'contribution';
  /** A regular expression in which `{agency}` stands for the names of agencies; `^` and `$` are ends of lines. */
  readonly form: string;
  readonly says: readonly string[];
  readonly not: readonly string[];
  readonly source: string;
}

/** Names of one agency, the normalised one first. */
export type AgencyNames = readonly [string, ...string[]];

export interface Credit {
  readonly agency: string;
  readonly how: CreditRule['how'];
  readonly by: string;
  readonly evidence: Span;
}

/** Reads the credits of a text; made once for the rules of all languages and all agencies. */
export type CreditFinder = (text: string) => Credit[];

/** Credits stand at the ends of a report; so many characters of each are looked at. */
const HEAD = 1500;
const TAIL = 2500;

export function creditFinder(rules: readonly CreditRule[], agencies: readonly AgencyNames[]): CreditFinder {
  // as printed or in capitals, never in small letters: "AA" is an agency, "aa" may be anything
  const byMark = new Map(
    agencies.flatMap((names) =>
      names.flatMap((name) => [name, name.toUpperCase()].map((mark) => [mark, names[0]])),
    ),
  );
  const marks = [...byMark.keys()].sort((a, b) => b.length - a.length);
  const names = `(?<agency>${marks.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`;
  const compiled = rules.map((rule) => ({
    rule,
    pattern: new RegExp(rule.form.replaceAll('{agency}', names), 'gmu'),
  }));
  return (text) => {
    const found: Credit[] = [];
    for (const { start, end } of endsOf(text)) {
      const part = text.slice(start, end);
      for (const { rule, pattern } of compiled) {
        for (const match of part.matchAll(pattern)) {
          const agency = byMark.get(match.groups!.agency!)!;
          const at = start + match.index;
          found.push({
            agency,
            how: rule.how,
            by: rule.id,
            evidence: spanOf(text, at, at + match[0].length),
          });
        }
      }
    }
    return found;
  };
}

/** The agency whose text it is, the first that is named so; undefined for none, and where one only lent a part. */
export function originOf(credits: readonly Credit[]): string | undefined {
  return credits.find(({ how }) => how === 'origin')?.agency;
}

function endsOf(text: string): { start: number; end: number }[] {
  if (text.length <= HEAD + TAIL) return [{ start: 0, end: text.length }];
  // the tail begins with a line, so that "^" is not taken for its cut
  const line = text.indexOf('\n', text.length - TAIL);
  return [
    { start: 0, end: HEAD },
    { start: line < 0 ? text.length : line + 1, end: text.length },
  ];
}
