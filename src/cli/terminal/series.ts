/** `recount aggregates` for people: each source's series, and beside it what the incidents of the record come to. */
import type { SeriesOutput } from '../../operations/records.ts';
import { plural, renderBounds, renderDay, renderPlace } from '../words.ts';
import { shortened } from './incident.ts';
import type { Style } from './style.ts';
import { harmless, wrap } from './width.ts';

export function renderSeries(
  series: SeriesOutput,
  { style, columns }: { readonly style: Style; readonly columns: number },
): string {
  const { origin, harm, victims, since, area, points, record, compares, words, told } = series;
  const what = [
    harm,
    victims === 'all' ? '' : victims,
    area ? renderPlace(area) : '',
    since ? `since ${renderDay(since)}` : '',
  ];
  const lines: string[] = points.flatMap(({ saidOn, count, claims }) => {
    const ref = claims.find((claim) => words[claim]);
    const report = ref === undefined ? undefined : told[ref.slice(0, ref.lastIndexOf('#'))];
    const where = [report?.outlet ?? report?.title, report?.published && renderDay(report.published)];
    const quote = ref === undefined ? '' : `“${words[ref]!.quote}” `;
    const more = claims.length > 1 ? `, and ${claims.length - 1} more` : '';
    return [
      `${renderBounds(count)}  ${saidOn ? renderDay(saidOn) : 'not dated'}`,
      `    ${quote}${where.filter(Boolean).join(', ')} [${shortened(ref ?? claims[0]!, told)}]${more}`,
    ];
  });
  const { low, high, incidents, elsewhere, from, to } = record;
  const sum = high === low ? `${low}` : high === null ? `${low}+` : `${low}–${high}`;
  const days = [from && `from ${renderDay(from)}`, to && `to ${renderDay(to)}`].filter(Boolean).join(' ');
  const beside = [
    `this record: ${harm} ${sum} in ${plural(incidents, 'incident')}${days ? ` ${days}` : ''}${record.area ? `, ${record.area}` : ''}; the figure is ${compares}`,
    ...(elsewhere > 0
      ? [`${plural(elsewhere, 'incident')} left out: on other days, or not known to be there`]
      : []),
  ];
  return [
    ...wrap(harmless(`${origin}: ${what.filter(Boolean).join(', ')}`), columns).map((line) =>
      style('source', line),
    ),
    ...lines.flatMap((line) => wrap(harmless(line), columns - 2).map((text) => `  ${text}`)),
    ...beside.flatMap((line) => wrap(harmless(line), columns - 2).map((text) => style('dim', `  ${text}`))),
    '',
    '',
  ].join('\n');
}
