import type { Scene } from '@manabi/viz';

/** Texts of the picture in one language. */
export interface PreparationWords {
  readonly title: string;
  readonly finding: string;
  readonly empty: string;
  readonly row: string;
  readonly mass: string;
  readonly box: string;
}

const side = 28;

/** The 20x20 box and the centre of mass inside a prepared digit, in pixels; undefined without ink. */
function preparedPlaces(pixels: Uint8Array) {
  let [mass, massX, massY] = [0, 0, 0];
  let [left, right, top, bottom] = [side, -1, side, -1];
  pixels.forEach((value, i) => {
    if (value === 0) return;
    const [x, y] = [i % side, Math.floor(i / side)];
    mass += value;
    massX += value * (x + 0.5);
    massY += value * (y + 0.5);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  });
  if (mass === 0) return undefined;
  const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  return { box, centre: { x: massX / mass, y: massY / mass } };
}

/**
 * A prepared digit as the network sees it: 28x28 pixels, a dashed frame around the ink, which fits
 * into 20x20, and a cross at its centre of mass.
 *
 * @param pixels - [784], 0 background, 255 ink.
 */
export function preparationScene(
  pixels: Uint8Array,
  words: PreparationWords,
  width: number,
): Scene {
  const scale = width / side;
  const places = preparedPlaces(pixels);
  return {
    width,
    height: width,
    title: words.title,
    description: places === undefined ? words.empty : words.finding,
    table: {
      caption: words.title,
      columns: [words.row, ...Array.from({ length: side }, (_, i) => String(i + 1))],
      rows: Array.from({ length: side }, (_, row) => [
        row + 1,
        ...pixels.subarray(row * side, (row + 1) * side),
      ]),
    },
    marks: [
      {
        type: 'image',
        x: 0,
        y: 0,
        width,
        height: width,
        pixels: { scale: 'ink', columns: side, rows: side, levels: pixels },
      },
      ...(places === undefined
        ? []
        : [
            {
              type: 'rect',
              id: 'box',
              label: words.box,
              x: places.box.x * scale,
              y: places.box.y * scale,
              width: places.box.width * scale,
              height: places.box.height * scale,
              stroke: 'highlight',
              strokeWidth: 1.5,
              dash: [4, 3],
            } as const,
            {
              type: 'path',
              id: 'mass',
              label: words.mass,
              d: cross(places.centre.x * scale, places.centre.y * scale, scale),
              stroke: 'predicted',
              strokeWidth: 2,
            } as const,
          ]),
    ],
  };
}

function cross(x: number, y: number, arm: number): string {
  return `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`;
}
