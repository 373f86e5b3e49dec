import { mean } from 'd3-array';
import type { ChartOptions } from '../records/chart-options.js';
import type { ImagePixels } from '../scene/image-pixels.js';
import { group, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import { expectLength } from '../scene/scene-error.js';
import type { Scene } from '../scene/scene.js';
import type { Messages } from '../text/locale.js';
import { cell } from '../text/measure-text.js';

/** A colour image. */
export interface ColorImage {
  readonly columns: number;
  readonly rows: number;
  /** [rows * columns * 3], row-major, in [0, 255], in the order red, green, blue. */
  readonly values: ArrayLike<number>;
}

export interface ColorPlanesOptions extends ChartOptions {
  /** `rgb`: red, green, blue. `luminance`: one brightness and two colours. Default `rgb`. */
  readonly space?: 'rgb' | 'luminance';
  /** The pixel whose numbers are written under each plane. */
  readonly cursor?: { readonly row: number; readonly column: number };
}

interface Words {
  readonly title: string;
  readonly image: string;
  readonly planes: Readonly<Record<'rgb' | 'luminance', readonly [string, string, string]>>;
  readonly mean: string;
  readonly plane: string;
  readonly finding: (count: number, brightest: string) => string;
}

const messages: Messages<Words> = {
  en: {
    title: 'A colour image is three planes of numbers',
    image: 'image',
    planes: {
      rgb: ['red', 'green', 'blue'],
      luminance: ['luminance', 'blue difference', 'red difference'],
    },
    mean: 'Mean',
    plane: 'Plane',
    finding: (count, brightest) =>
      `Every pixel is three numbers, ${count} in all. On average the ${brightest} plane has the largest.`,
  },
  ja: {
    title: 'カラー画像は3枚の数値の面',
    image: '画像',
    planes: { rgb: ['赤', '緑', '青'], luminance: ['輝度', '青の色差', '赤の色差'] },
    mean: '平均',
    plane: '面',
    finding: (count, brightest) =>
      `1画素は3つの数値で、全部で${count}個です。平均が最も大きいのは「${brightest}」の面です。`,
  },
};

/**
 * Luminance and two colour differences in [0, 255], as JPEG stores them (ITU-R BT.601, full range):
 * `Y = 0.299 R + 0.587 G + 0.114 B`, `Cb = 128 + (B - Y) / 1.772`, `Cr = 128 + (R - Y) / 1.402`.
 */
function luminancePlanes(
  red: number,
  green: number,
  blue: number,
): readonly [number, number, number] {
  const luminance = 0.299 * red + 0.587 * green + 0.114 * blue;
  const hold = (value: number) => Math.min(255, Math.max(0, Math.round(value)));
  return [
    hold(luminance),
    hold(128 + (blue - luminance) / 1.772),
    hold(128 + (red - luminance) / 1.402),
  ];
}

/**
 * A colour image beside the three planes it is made of, four pictures in a row or two by two.
 * Default width 640.
 *
 * @throws SceneError `chart-record` when the values are not columns times rows times 3.
 */
export function colorPlanes(image: ColorImage, options: ColorPlanesOptions = {}): Scene {
  const { columns, rows, values } = image;
  expectLength('colorPlanes: values', values, columns * rows * 3);
  const { width = 640, locale = 'en', space = 'rgb', cursor } = options;
  const words = messages[locale];
  const pixels = Array.from({ length: columns * rows }, (_, i) => {
    const rgb = [values[3 * i]!, values[3 * i + 1]!, values[3 * i + 2]!] as const;
    return space === 'rgb' ? rgb : luminancePlanes(...rgb);
  });
  const planes = [0, 1, 2].map((plane) => pixels.map((pixel) => pixel[plane]!));
  const across = width >= 480 ? 4 : 2;
  const gap = 2 * cell.width;
  const size = Math.floor((width - gap * (across - 1)) / across / cell.width) * cell.width;
  const height = Math.ceil((size * rows) / columns / cell.height) * cell.height;
  const tileHeight = height + 2.5 * cell.height;
  const pictures: readonly { name: string; pixels: ImagePixels; note: string }[] = [
    {
      name: words.image,
      pixels: { scale: 'rgb', columns, rows, levels: Uint8Array.from(values) },
      note: '',
    },
    ...planes.map((levels, plane) => ({
      name: words.planes[space][plane]!,
      pixels: planePixels(space, plane, columns, rows, levels),
      note: cursor === undefined ? '' : String(levels[cursor.row * columns + cursor.column]),
    })),
  ];
  const averages = planes.map((levels) => mean(levels) ?? 0);
  const brightest = averages.indexOf(Math.max(...averages));
  const title = options.title ?? words.title;
  return {
    width,
    height: tileHeight * (4 / across),
    title,
    description: words.finding(columns * rows * 3, words.planes[space][brightest]!),
    table: {
      caption: title,
      columns: [words.plane, words.mean],
      rows: words.planes[space].map((name, i) => [name, Math.round(averages[i]!)]),
    },
    marks: pictures.map(({ name, pixels: shown, note }, i) =>
      group(
        [
          text(0, 8, note === '' ? name : `${name} ${note}`, { bold: true }),
          { type: 'image', x: 0, y: cell.height, width: size, height, pixels: shown },
          ...cursorMark(cursor, size / columns, height / rows),
        ],
        {
          id: `plane-${i}`,
          x: (i % across) * (size + gap),
          y: Math.floor(i / across) * tileHeight,
          label: name,
          datum: { plane: i - 1 },
        },
      ),
    ),
  };
}

function planePixels(
  space: 'rgb' | 'luminance',
  plane: number,
  columns: number,
  rows: number,
  values: readonly number[],
): ImagePixels {
  if (space === 'rgb') {
    const scale = (['red', 'green', 'blue'] as const)[plane]!;
    return { scale, columns, rows, levels: Uint8Array.from(values) };
  }
  if (plane === 0) return { scale: 'ink', columns, rows, levels: Uint8Array.from(values) };
  // A colour difference as its own colour at middle brightness, by the formula turned round.
  const levels = values.flatMap((value) => {
    const [cb, cr] = plane === 1 ? [value - 128, 0] : [0, value - 128];
    return [128 + 1.402 * cr, 128 - 0.344 * cb - 0.714 * cr, 128 + 1.772 * cb].map((byte) =>
      Math.min(255, Math.max(0, Math.round(byte))),
    );
  });
  return { scale: 'rgb', columns, rows, levels: Uint8Array.from(levels) };
}

function cursorMark(
  cursor: ColorPlanesOptions['cursor'],
  pixelWidth: number,
  pixelHeight: number,
): readonly Mark[] {
  if (cursor === undefined) return [];
  return [
    rect(
      cursor.column * pixelWidth,
      cell.height + cursor.row * pixelHeight,
      pixelWidth,
      pixelHeight,
      {
        role: 'highlight',
        stroke: 'highlight',
        strokeWidth: 2,
      },
    ),
  ];
}
