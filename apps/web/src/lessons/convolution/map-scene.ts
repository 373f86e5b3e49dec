/** @file A picture and its feature map, pixel above pixel, with the window looked at. */
import type { Mark, Scene } from '@manabi/viz';
import { kernelSize } from './state.js';
import type { Matrix } from './sliding-window.js';
import { rounded } from './written-number.js';

export interface MapWords {
  readonly title: string;
  readonly finding: string;
  readonly image: string;
  readonly map: string;
  readonly smallest: string;
  readonly largest: string;
}

/** Where the two pictures stand, in scene units. */
export interface MapLayout {
  readonly pixel: number;
  readonly image: { readonly x: number; readonly y: number };
  /** Of its first cell: one pixel inside, under the middle of the first window. */
  readonly map: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

const gap = 24;
const heading = 26;
const largestSide = 340;

/** Side by side where there is room, else one above the other. */
export function arrangeMaps(image: Matrix, width: number): MapLayout {
  const beside = width >= 460;
  const side = Math.min(largestSide, beside ? (width - gap) / 2 : width);
  const pixel = side / Math.max(image.rows, image.columns);
  const [wide, high] = [image.columns * pixel, image.rows * pixel];
  const [x, y] = beside ? [wide + gap, heading] : [0, heading + high + heading];
  return {
    pixel,
    image: { x: 0, y: heading },
    map: { x: x + pixel, y: y + pixel },
    width: beside ? 2 * wide + gap : wide,
    height: beside ? heading + high : 2 * (heading + high),
  };
}

/** The output cell under a point of the scene: a cell of the map, or the window around a pixel. */
export function placeUnder(
  layout: MapLayout,
  map: Matrix,
  point: { readonly x: number; readonly y: number },
): readonly [row: number, column: number] | undefined {
  const { pixel, image } = layout;
  const first = { x: image.x + pixel, y: image.y + pixel };
  for (const { x, y } of [layout.map, first]) {
    const row = Math.floor((point.y - y) / pixel);
    const column = Math.floor((point.x - x) / pixel);
    if (row >= 0 && row < map.rows && column >= 0 && column < map.columns) return [row, column];
  }
  return undefined;
}

export function mapScene(
  image: Matrix,
  map: Matrix,
  [row, column]: readonly [number, number],
  words: MapWords,
  width: number,
): Scene {
  const layout = arrangeMaps(image, width);
  const { pixel } = layout;
  const limit = Math.max(...map.values.map(Math.abs), Number.MIN_VALUE);
  const frame = (id: string, at: { x: number; y: number }, size: number): Mark => ({
    type: 'rect',
    id,
    role: 'highlight',
    x: at.x + column * pixel,
    y: at.y + row * pixel,
    width: size * pixel,
    height: size * pixel,
    stroke: 'highlight',
    strokeWidth: 2.5,
  });
  const name = (x: number, y: number, text: string): Mark => ({
    type: 'text',
    role: 'label',
    x,
    y: y - heading / 2,
    text,
    size: 13,
    bold: true,
  });
  const [left, top] = [layout.map.x - pixel, layout.map.y - pixel];
  return {
    width: layout.width,
    height: layout.height,
    title: words.title,
    description: words.finding,
    table: {
      caption: words.title,
      columns: ['', words.smallest, words.largest],
      rows: [
        [words.image, ...extremes(image.values)],
        [words.map, ...extremes(map.values)],
      ],
    },
    marks: [
      name(0, layout.image.y, `${words.image} ${image.columns}×${image.rows}`),
      picture(image, 'ink', layout.image, pixel, (value) => value),
      name(left, top, `${words.map} ${map.columns}×${map.rows}`),
      {
        type: 'rect',
        role: 'grid',
        x: left,
        y: top,
        width: image.columns * pixel,
        height: image.rows * pixel,
        stroke: 'axis',
        strokeWidth: 0.5,
        dash: [3, 3],
      },
      picture(map, 'activation', layout.map, pixel, (value) => 127.5 + (127.5 * value) / limit),
      frame('window', layout.image, kernelSize),
      frame('map-cell', layout.map, 1),
    ],
  };
}

function extremes(values: Matrix['values']): readonly string[] {
  return [rounded(Math.min(...values)), rounded(Math.max(...values))];
}

function picture(
  { rows, columns, values }: Matrix,
  scale: 'ink' | 'activation',
  { x, y }: { readonly x: number; readonly y: number },
  pixel: number,
  level: (value: number) => number,
): Mark {
  const levels = Uint8Array.from(values, (value) => Math.round(level(value)));
  const size = { width: columns * pixel, height: rows * pixel };
  return { type: 'image', x, y, ...size, pixels: { scale, columns, rows, levels } };
}
