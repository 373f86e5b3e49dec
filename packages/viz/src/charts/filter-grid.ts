import { imageTile } from '../guides/image-tile.js';
import type { ChartOptions } from '../records/chart-options.js';
import { largestSize } from '../records/matrix-record.js';
import { toLevels } from '../scene/image-pixels.js';
import { group, text } from '../scene/make-marks.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';
import { formatNumber } from '../text/number-format.js';

/** The filters of one convolution, or the weights of hidden units as images (inputs 1). */
export interface FilterRecord {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly inputs: number;
  readonly filters: number;
  /** [rows * columns * inputs * filters], as HWIO filters and [in, out] dense kernels are. */
  readonly values: ArrayLike<number>;
}

export interface FilterGridOptions extends ChartOptions {
  /** Which input channel is shown. Default 0. */
  readonly input?: number;
  /** Side of a filter in scene units, default 64. */
  readonly filterSize?: number;
  /** The filter that is framed. */
  readonly selected?: number;
}

const messages: Messages<{
  title: (name: string) => string;
  filter: string;
  low: string;
  high: string;
  key: (largest: string) => string;
  finding: (filters: number, size: string, inputs: number, largest: string) => string;
}> = {
  en: {
    title: (name) => `Filters of ${name}`,
    filter: 'Filter',
    low: 'Smallest weight',
    high: 'Largest weight',
    key: (largest) => `−${largest} orange, 0 page colour, ${largest} blue`,
    finding: (filters, size, inputs, largest) =>
      `${filters} filters of ${size} for ${inputs} input channels; no weight shown is larger than ${largest}.`,
  },
  ja: {
    title: (name) => `${name}のフィルター`,
    filter: 'フィルター',
    low: '最小の重み',
    high: '最大の重み',
    key: (largest) => `−${largest}は橙、0は背景色、${largest}は青`,
    finding: (filters, size, inputs, largest) =>
      `入力${inputs}チャンネルに対する${size}のフィルターが${filters}個あります。表示中の重みの大きさは最大${largest}です。`,
  },
};

/**
 * Filters as small images in diverging colours around zero, all with the same range. Hidden units
 * of a dense layer over images show here too: rows and columns of the image, one input, units as
 * filters. Default width 640.
 *
 * @throws SceneError `chart-record` when the values do not fill the shape.
 */
export function filterGrid(record: FilterRecord, options: FilterGridOptions = {}): Scene {
  const { rows, columns, inputs, filters, values } = record;
  const where = `filterGrid "${record.name}": values`;
  expectLength(where, values, rows * columns * inputs * filters);
  const { width = 640, locale = 'en', input = 0, filterSize = 64, selected } = options;
  const words = messages[locale];
  const planes = Array.from({ length: filters }, (_, filter) =>
    Array.from(
      { length: rows * columns },
      (_, i) => values[(i * inputs + input) * filters + filter]!,
    ),
  );
  const largest = largestSize(planes.flat());
  const height = Math.round((filterSize * rows) / columns);
  const [stepX, stepY] = [filterSize + 2 * cell.width, height + 1.5 * cell.height];
  const across = Math.max(1, Math.floor((width + 2 * cell.width) / stepX));
  const top = 2.5 * cell.height;
  const title = options.title ?? words.title(record.name);
  return {
    width,
    height: top + Math.ceil(filters / across) * stepY,
    title,
    description: words.finding(filters, `${rows}×${columns}`, inputs, formatNumber(largest)),
    table: {
      caption: title,
      columns: [words.filter, words.low, words.high],
      rows: planes.map((plane, i) => [
        i,
        formatNumber(Math.min(...plane)),
        formatNumber(Math.max(...plane)),
      ]),
    },
    marks: [
      text(0, 8, title, { bold: true, size: 13 }),
      text(0, cell.height + 8, words.key(formatNumber(largest)), { fill: 'muted' }),
      ...planes.map((plane, i) => {
        const levels = toLevels(plane, -largest, largest);
        const pixels = { scale: 'weight', columns, rows, levels } as const;
        return group(imageTile(pixels, filterSize, height, String(i), i === selected), {
          id: `filter-${i}`,
          x: (i % across) * stepX,
          y: top + Math.floor(i / across) * stepY,
          label: `${words.filter} ${i}`,
          datum: { filter: i, input },
          focusable: true,
        });
      }),
    ],
  };
}
