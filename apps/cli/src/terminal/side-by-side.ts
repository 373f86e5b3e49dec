import stringWidth from 'string-width';

/** Spaces between two blocks. */
const gap = 2;

interface Block {
  readonly lines: readonly string[];
  readonly width: number;
}

function block(text: string): Block {
  const lines = text.split('\n');
  return { lines, width: Math.max(...lines.map((line) => stringWidth(line))) };
}

function joinRow(row: readonly Block[]): string {
  const height = Math.max(...row.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, y) =>
    row
      .map(({ lines, width }) => {
        const line = lines[y] ?? '';
        return line + ' '.repeat(width - stringWidth(line));
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  ).join('\n');
}

/** Blocks of text (colours allowed) beside each other, in as many rows as the width asks for. */
export function sideBySide(texts: readonly string[], columns: number): string {
  const rows: Block[][] = [];
  let free = 0;
  for (const next of texts.map(block)) {
    const row = rows.at(-1);
    if (row === undefined || next.width + gap > free) {
      rows.push([next]);
      free = columns - next.width;
    } else {
      row.push(next);
      free -= next.width + gap;
    }
  }
  return rows.map(joinRow).join('\n\n');
}
