import type { ChartOptions } from '../records/chart-options.js';
import { greyImage, type GreyImage } from '../records/grey-image.js';
import { group, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import type { SolidPaint } from '../theme/paint.js';

export interface PixelGridOptions extends ChartOptions {
  /** Whether every pixel shows its number. Default false: the picture alone. */
  readonly numbers?: boolean;
  /** How many rows from the top are shown, such as 7 to fit 28 columns on a slide. Default all. */
  readonly rows?: number;
  /** The pixel pointed at: outlined, with its place and value in words below. */
  readonly cursor?: { readonly row: number; readonly column: number };
}

const messages: Messages<{
  title: string;
  description: (columns: number, rows: number, count: number, inked: number) => string;
  /** All of them from 1. */
  cursor: (row: number, column: number, index: number, value: number) => string;
  row: string;
}> = {
  en: {
    title: 'Pixels of an image',
    description: (columns, rows, count, inked) =>
      `${columns} by ${rows} pixels are ${count} numbers from 0 (black) to 255 (white); ${inked} of them are not black.`,
    cursor: (row, column, index, value) =>
      `row ${row}, column ${column}: input ${index} is ${value}`,
    row: 'Row',
  },
  ja: {
    title: '画像の画素',
    description: (columns, rows, count, inked) =>
      `縦${rows}×横${columns}の画素は、0（黒）から255（白）までの${count}個の数値です。そのうち黒でない画素は${inked}個です。`,
    cursor: (row, column, index, value) => `${row}行${column}列：入力${index}の値は${value}`,
    row: '行',
  },
};

/**
 * A grey image as the numbers it is. Without numbers a pixel is 8 units, so that a terminal shows
 * two pixels a cell; with numbers 28. Default width: the image at that size.
 *
 * @throws SceneError `chart-record` when the values are not columns times rows.
 */
export function pixelGrid(image: GreyImage, options: PixelGridOptions = {}): Scene {
  const { columns, values } = image;
  expectLength('pixelGrid: values', values, columns * image.rows);
  const { numbers = false, locale = 'en', cursor } = options;
  const words = messages[locale];
  const rows = Math.min(image.rows, options.rows ?? image.rows);
  const width = options.width ?? columns * (numbers ? 28 : cell.width);
  const size = width / columns;
  const shown = Array.from(values).slice(0, rows * columns);
  const crop = { columns, rows, values: shown };
  const inked = Array.from(values).filter((value) => value > 0).length;
  return {
    width,
    height: rows * size + (cursor === undefined ? 0 : 24),
    title: options.title ?? words.title,
    description: words.description(columns, image.rows, values.length, inked),
    table: {
      caption: options.title ?? words.title,
      columns: [words.row, ...Array.from({ length: columns }, (_, column) => String(column + 1))],
      rows: Array.from({ length: rows }, (_, row) => [
        row + 1,
        ...shown.slice(row * columns, (row + 1) * columns),
      ]),
    },
    marks: [
      ...(numbers
        ? // Hundreds of numbers are read in the table, not one by one in the picture.
          [
            group(
              shown.map((value, i) => numberedPixel(value, i, columns, size)),
              { id: 'pixels', role: 'decoration' },
            ),
          ]
        : [greyImage(crop, 0, 0, Math.max(rows, columns) * size)]),
      ...(cursor === undefined ? [] : cursorMarks(crop, cursor, size, words.cursor)),
    ],
  };
}

function numberedPixel(value: number, index: number, columns: number, size: number): Mark {
  const [row, column] = [Math.floor(index / columns), index % columns];
  const [x, y] = [column * size, row * size];
  const fill: SolidPaint = { scale: 'ink', value: value / 255 };
  return group(
    [
      rect(x, y, size, size, { fill, stroke: 'axis', strokeWidth: 0.5 }),
      text(x + size / 2, y + size / 2, String(value), {
        size: size * 0.42,
        align: 'middle',
        fill: { on: fill },
      }),
    ],
    {
      id: `pixel-${row}-${column}`,
      datum: { row, column, value },
    },
  );
}

function cursorMarks(
  { columns, rows, values }: GreyImage,
  { row, column }: { row: number; column: number },
  size: number,
  write: (row: number, column: number, index: number, value: number) => string,
): readonly Mark[] {
  const index = row * columns + column;
  const words = write(row + 1, column + 1, index + 1, values[index] ?? 0);
  return [
    rect(column * size, row * size, size, size, {
      id: 'cursor',
      role: 'highlight',
      stroke: 'highlight',
      strokeWidth: 2,
    }),
    text(0, rows * size + 16, words, { id: 'cursor-text' }),
  ];
}
