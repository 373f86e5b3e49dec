import stringWidth from 'string-width';

export interface Column {
  readonly heading: string;
  /** Figures to the right, words to the left; default left. */
  readonly align?: 'left' | 'right';
}

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
}

/** Text in columns, two spaces apart; Japanese letters count double, as terminals draw them. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, column) =>
    Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))),
  );
  return lines
    .map((line) =>
      columns
        .map(({ align }, column) => pad(line[column] ?? '', widths[column]!, align))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
