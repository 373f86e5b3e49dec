import { path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { cell, textRoom } from '../text/measure-text.js';
import type { Paint } from '../theme/paint.js';

/** One sign and what it says. */
export type KeyEntry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'brightness'; readonly text: string }
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly stroke: Paint;
      readonly width: number;
      readonly dash?: readonly number[];
      readonly hollow?: boolean;
    };

const sample = 3 * cell.width;

/** Entries in lines of their own kind, broken where the picture ends; from `top` downwards. */
export function networkKey(
  lines: readonly (readonly KeyEntry[])[],
  top: number,
  width: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  let y = top + cell.height / 2;
  const marks = lines.flatMap((entries) => {
    let x = 0;
    const line = entries.flatMap((entry) => {
      const drawn = entry.kind === 'text' ? 0 : sample + cell.width;
      const room = drawn + textRoom(entry.text, 12);
      if (x > 0 && x + room > width) {
        x = 0;
        y += cell.height;
      }
      const entryMarks = [
        ...sampleMarks(entry, x, y),
        text(x + drawn, y, entry.text, entry.kind === 'text' ? { fill: 'muted' } : {}),
      ];
      x += room + 2 * cell.width;
      return entryMarks;
    });
    y += cell.height * 1.25;
    return line;
  });
  return { marks, height: y - cell.height / 2 - top };
}

function sampleMarks(entry: KeyEntry, x: number, y: number): readonly Mark[] {
  switch (entry.kind) {
    case 'text':
      return [];
    case 'brightness':
      return Array.from({ length: 6 }, (_, i) =>
        rect(x + (i * sample) / 6, y - 6, sample / 6, 12, {
          fill: { scale: 'ink', value: i / 5 },
          stroke: 'axis',
          strokeWidth: 0.5,
        }),
      );
    case 'line': {
      const d = `M${x} ${y}H${x + sample}`;
      const { stroke, width, dash, hollow = false } = entry;
      return [
        path(d, { stroke, strokeWidth: width, ...(dash === undefined ? {} : { dash }) }),
        ...(hollow ? [path(d, { stroke: 'background', strokeWidth: 0.45 * width })] : []),
      ];
    }
  }
}
