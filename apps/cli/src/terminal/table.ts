import process from 'node:process';
import stringWidth from 'string-width';
import { terminalColumns } from './columns.js';

export interface Column {
  readonly heading: string;
  /** Figures to the right, words to the left; default left. */
  readonly align?: 'left' | 'right';
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/**
 * Text in columns, two spaces apart; Japanese letters count double, as terminals draw them. Where
 * the columns do not fit, each row becomes a few lines: what stands first, then the rest as
 * `heading value`, as many to a line as fit.
 *
 * @param room - width of the terminal, in letters; whoever reads a pipe has as much as it takes.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  room = process.stdout.isTTY ? terminalColumns() : Infinity,
): string {
  const lines = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))),
  );
  const width = widths.reduce((sum, one) => sum + 2 + one, -2);
  if (width > room) return rows.map((row) => stacked(columns, row, room)).join('\n');
  return lines
    .map((line) =>
      columns
        .map(({ align }, column) => pad(line[column] ?? '', widths[column]!, align))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function stacked(columns: readonly Column[], row: readonly string[], room: number): string {
  const [first = '', ...rest] = row;
  const lines: string[] = [];
  let line = '';
  rest.forEach((value, i) => {
    if (value === '') return;
    const entry = `${columns[i + 1]!.heading} ${value}`;
    if (line !== '' && stringWidth(`  ${line}, ${entry}`) > room) {
      lines.push(line);
      line = entry;
    } else {
      line = line === '' ? entry : `${line}, ${entry}`;
    }
  });
  if (line !== '') lines.push(line);
  return [first, ...lines.map((text) => `  ${text}`)].join('\n');
}
