/**
 * Readings as one page that stands alone: no network, no fonts, nothing to install. Each report's text stands beside
 * its accounts; a figure that is chosen lights up its words. Works from the keyboard, prints, and reads well aloud.
 */
import {
  type AccountGroup,
  type AccountView,
  accountGroups,
  type GapView,
  type IncidentView,
  isUnread,
  type Mark,
  originOf,
  summaryOf,
  type View,
} from '../view.ts';
import { renderDay } from '../words.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** Everything before the first report. */
export function pageHead(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Recount: who says how many</title>
<style>${STYLE}</style>
</head>
<body>
<header class="page">
<p><strong>Recount</strong> — every figure with who says so, and in which words.</p>
<ul class="key" aria-label="How words are marked"><li><span class="m figure">figure</span></li><li><span class="m source">source</span></li><li><span class="m cue">saying</span></li><li><span class="m gap">not known</span></li></ul>
<p class="hint">Choose a figure to see its words; Escape lets go.</p>
</header>
<main>
`;
}

/** Everything after the last report. */
export function pageTail(): string {
  return `</main>
<footer class="page"><p>Read by machine, from the words marked here and nothing else. Places: GeoNames, CC BY 4.0.</p></footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** One report; `key` is unlike that of any other report of the page. */
export function renderArticle(view: View, key: string): string {
  const { report, reading } = view;
  const facts = [
    reading.report.published ? renderDay(reading.report.published) : 'no date',
    originOf(report),
    summaryOf(view),
  ];
  const labelled = `${key}-title`;
  return `<article class="report" id="${key}" aria-labelledby="${labelled}">
<header>
<h1 id="${labelled}" dir="auto">${report.title ? markedText(view, key, 'title') : escapeHtml(originOf(report))}</h1>
<p class="facts">${escapeHtml(facts.join(' · '))}</p>
</header>
<div class="columns">
<section class="record" aria-label="What was read">
${view.incidents.map(incidentHtml).join('\n')}
${accountsHtml(view, key)}
${gapsHtml(view.gaps, key)}
${problemsHtml(view)}
</section>
<section class="text" aria-label="The report’s text">
<div class="body" dir="auto" lang="${escapeHtml(reading.report.language)}">${markedText(view, key, 'text')}</div>
</section>
</div>
</article>
`;
}

function incidentHtml({ label, what, where, when, toll, civilianToll, by, main }: IncidentView): string {
  const first = label + [what, where, when].filter(Boolean).join(' · ');
  const second = [civilianToll && `civilians: ${civilianToll}`, by && `by ${by}`].filter(Boolean).join(' · ');
  return `<div class="incident${main ? ' main' : ''}"><h2>${escapeHtml(first)}</h2><p class="toll">${escapeHtml(toll || 'no toll')}</p>${
    second ? `<p>${escapeHtml(second)}</p>` : ''
  }</div>`;
}

function accountsHtml(view: View, key: string): string {
  if (isUnread(view))
    return '<p class="none">This report was not read; that no figure stands here says nothing about who came to harm.</p>';
  if (view.accounts.length === 0)
    return '<p class="none">No figure of people harmed was found in this report.</p>';
  const groups = accountGroups(view);
  return `<table class="accounts"><caption>Who says how many</caption>
<thead><tr><th scope="col">figure</th><th scope="col">who says so</th><th scope="col">in these words</th><th scope="col">stance</th></tr></thead>
${groups.map((group) => groupHtml(group, groups.length > 1, key)).join('\n')}
</table>`;
}

function groupHtml({ title, rows }: AccountGroup, isTitled: boolean, key: string): string {
  const heading = `<tr class="group"><th scope="rowgroup" colspan="4">${escapeHtml(title)}</th></tr>\n`;
  return `<tbody>\n${isTitled ? heading : ''}${rows.map((account) => accountHtml(account, key)).join('\n')}\n</tbody>`;
}

function accountHtml(account: AccountView, key: string): string {
  const { number, harm, bounds, speaker, behalf, channel, saidOn, words, details, stance } = account;
  const said = [behalf && `for ${behalf}`, channel, saidOn].filter(Boolean).join(' · ');
  return `<tr data-row="${key}-${number}"><td><button type="button" aria-pressed="false" data-of="${key}-${number}"><span class="bounds">${bounds}</span> ${harm}</button></td><td>${escapeHtml(speaker)}${small(said)}</td><td>${words ? `<q>${escapeHtml(words)}</q>` : ''}${small(details)}</td><td>${stance}</td></tr>`;
}

function small(text: string): string {
  return text ? `<small>${escapeHtml(text)}</small>` : '';
}

function gapsHtml(gaps: readonly GapView[], key: string): string {
  if (gaps.length === 0) return '';
  const items = gaps.map(
    ({ kind, about, who }, i) =>
      `<li data-row="${key}-g${i + 1}"><button type="button" aria-pressed="false" data-of="${key}-g${i + 1}">${kind}</button> ${escapeHtml(about)}${small(who)}</li>`,
  );
  return `<h2>What is not known, or not told</h2>\n<ul class="gaps">${items.join('\n')}</ul>`;
}

function problemsHtml({ reading: { problems } }: View): string {
  if (problems.length === 0) return '';
  const items = problems.map(
    ({ code, level, message }) =>
      `<li class="${level}">${level}: ${escapeHtml(message)} <small>${escapeHtml(code)}</small></li>`,
  );
  return `<h2>What was odd</h2>\n<ul class="problems">${items.join('\n')}</ul>`;
}

interface Owned extends Mark {
  readonly of: string;
}

/** The text or title with every mark of every row; a stretch under several marks carries the classes and rows of all. */
function markedText(view: View, key: string, part: 'title' | 'text'): string {
  const text = (part === 'title' ? view.report.title : view.report.text) ?? '';
  const marks = ownedMarks(view, key).filter(({ span }) => (span.in === 'title') === (part === 'title'));
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ span }) => [span.start, span.end])])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .sort((a, b) => a - b);
  const opening = [...marks].sort((a, b) => a.span.start - b.span.start);
  let open: Owned[] = [];
  let next = 0;
  let html = '';
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i]!;
    while (next < opening.length && opening[next]!.span.start <= from) open.push(opening[next++]!);
    open = open.filter(({ span }) => span.end > from);
    html += markedPiece(text.slice(from, edges[i + 1]!), open);
  }
  return html;
}

function markedPiece(piece: string, over: readonly Owned[]): string {
  if (over.length === 0) return escapeHtml(piece);
  const kinds = [...new Set(over.map(({ kind }) => kind))].join(' ');
  const rows = [...new Set(over.map(({ of }) => of).filter(Boolean))].join(' ');
  return `<span class="m ${kinds}" data-of="${rows}">${escapeHtml(piece)}</span>`;
}

function ownedMarks({ accounts, gaps, reading }: View, key: string): Owned[] {
  const own = accounts.flatMap(({ number, marks, repeats }) => [
    ...marks.map((mark): Owned => ({ ...mark, of: `${key}-${number}` })),
    ...repeats.flatMap(({ evidence }) =>
      evidence.map((span): Owned => ({ kind: 'figure', span, of: `${key}-${number}` })),
    ),
  ]);
  const unknown = gaps.flatMap(({ marks }, i) =>
    marks.map((mark): Owned => ({ ...mark, of: `${key}-g${i + 1}` })),
  );
  // sources that gave no figure are marked too, faintly: who else spoke is part of the record
  const others = reading.attributions.flatMap(({ source, cue }): Owned[] => [
    ...source.map((span): Owned => ({ kind: 'source', span, of: '' })),
    ...cue.map((span): Owned => ({ kind: 'cue', span, of: '' })),
  ]);
  return [...own, ...unknown, ...others];
}

/** Text as HTML; control characters, which HTML forbids, and marks that turn the writing become a visible sign. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
