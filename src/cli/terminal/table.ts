/** A table that fits: columns without content go, the widest give way first, cells wrap. */
import type { Style, StyleName } from './style.ts';
import { widthOf, wrap } from './width.ts';

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly style?: StyleName;
  readonly alignRight?: boolean;
  /** Never made narrower than this, or than its longest word if that is shorter. */
  readonly min: number;
}

const GAP = '  ';

/** The lines of a table in `columns` columns; null where it does not fit even at its narrowest. */
export function renderTable<Row>(
  all: readonly Column<Row>[],
  groups: readonly { readonly title: string; readonly rows: readonly Row[] }[],
  columns: number,
  style: Style,
): string[] | null {
  const rows = groups.flatMap((group) => group.rows);
  const shown = all.filter((column) => rows.some((row) => column.cell(row) !== ''));
  const widths = fit(shown, rows, columns - GAP.length * (shown.length - 1));
  if (widths === null) return null;
  const line = (cells: readonly string[], paint: (column: Column<Row>, text: string) => string): string[] => {
    const wrapped = cells.map((cell, i) => wrap(cell, widths[i]!));
    return Array.from({ length: Math.max(...wrapped.map(({ length }) => length)) }, (_, at) =>
      shown
        .map((column, i) => {
          const text = wrapped[i]![at] ?? '';
          const padding = ' '.repeat(widths[i]! - widthOf(text));
          return column.alignRight ? padding + paint(column, text) : paint(column, text) + padding;
        })
        .join(GAP)
        .trimEnd(),
    );
  };
  const total = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  return [
    ...line(
      shown.map(({ title }) => title),
      (_column, text) => style('dim', text),
    ),
    style('dim', '─'.repeat(total)),
    ...groups.flatMap(({ title, rows: own }) => [
      ...(title && groups.length > 1 ? wrap(title, total).map((text) => style('bold', text)) : []),
      ...own.flatMap((row) =>
        line(
          shown.map((column) => column.cell(row)),
          (column, text) => (column.style ? style(column.style, text) : text),
        ),
      ),
    ]),
  ];
}

/** Widths that add to no more than `room`: the widest column gives up a column at a time. Null where the minima do not fit. */
function fit<Row>(columns: readonly Column<Row>[], rows: readonly Row[], room: number): number[] | null {
  const widths = columns.map(({ title, cell }) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(cell(row)))),
  );
  const minima = columns.map(({ title, min }, i) => Math.min(widths[i]!, Math.max(min, longestWord(title))));
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    let widest = -1;
    for (let i = 0; i < widths.length; i++) {
      if (widths[i]! > minima[i]! && (widest < 0 || widths[i]! > widths[widest]!)) widest = i;
    }
    if (widest < 0) return null;
    widths[widest]!--;
    over--;
  }
  return widths;
}

function longestWord(text: string): number {
  return Math.max(...text.split(' ').map(widthOf));
}
