/** From articles with their gold attributions to the examples that the two stages learn from. */
import type { TokenRange } from '../../src/language/doc.ts';
import type { Columns } from '../../src/reading/attribution/columns.ts';
import { canBeCue } from '../../src/reading/attribution/model.ts';
import { CONTENT, CUE, SOURCE } from '../../src/reading/attribution/role-features.ts';
import { windowOf } from '../../src/reading/attribution/window.ts';
import type { Article, GoldAttribution } from './corpus.ts';
import type { CueExample } from './cues.ts';
import type { RoleExample } from './roles.ts';

export interface TrainingArticle {
  readonly article: Article;
  readonly columns: Columns;
}

const NO_FORMS: ReadonlySet<string> = new Set();

/** Forms outside the open classes that head a cue at least three times, and once in 300. */
export function cueFormsOf(articles: readonly TrainingArticle[]): string[] {
  const counts = new Map<string, { heads: number; all: number }>();
  for (const { article } of articles) {
    const { doc, gold } = article;
    const heads = new Set(gold.map(({ head }) => head));
    for (let i = 0; i < doc.length; i++) {
      if (canBeCue(doc, i, NO_FORMS)) continue;
      const count = counts.get(doc.lower(i)) ?? { heads: 0, all: 0 };
      counts.set(doc.lower(i), { heads: count.heads + (heads.has(i) ? 1 : 0), all: count.all + 1 });
    }
  }
  return [...counts]
    .filter(([, { heads, all }]) => heads >= 3 && heads * 300 >= all)
    .map(([form]) => form)
    .sort();
}

export function cueExamples(articles: readonly TrainingArticle[], forms: ReadonlySet<string>): CueExample[] {
  const examples: CueExample[] = [];
  for (const { article, columns } of articles) {
    const heads = new Set(article.gold.map(({ head }) => head));
    for (let token = 0; token < article.doc.length; token++) {
      if (canBeCue(article.doc, token, forms)) examples.push({ columns, token, isCue: heads.has(token) });
    }
  }
  return examples;
}

export function roleExamples(articles: readonly TrainingArticle[]): RoleExample[] {
  return articles.flatMap(({ article, columns }) =>
    article.gold.flatMap((gold) => {
      const window = windowOf(article.doc, columns.layout, gold.head);
      const labels = labelsOf(gold, window);
      return isOneRun(labels, gold.head - window.from) ? [{ columns, head: gold.head, window, labels }] : [];
    }),
  );
}

function labelsOf({ source, cue, content }: GoldAttribution, window: TokenRange): Uint8Array {
  const labels = new Uint8Array(window.to - window.from);
  const paint = ({ from, to }: TokenRange, label: number): void => {
    labels.fill(label, Math.max(from - window.from, 0), Math.max(to - window.from, 0));
  };
  for (const range of content) paint(range, CONTENT);
  for (const range of source) paint(range, SOURCE);
  paint(cue, CUE);
  return labels;
}

/** Whether the cue is one run that holds its head: the chain can say nothing else. */
function isOneRun(labels: Uint8Array, head: number): boolean {
  let runs = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === CUE && labels[i - 1] !== CUE) runs++;
  return runs === 1 && labels[head] === CUE;
}
