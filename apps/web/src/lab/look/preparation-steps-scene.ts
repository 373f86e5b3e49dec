import type { ImagePixels, Mark, Scene } from '@manabi/viz';
import type { PreparedImage } from './own-image.js';

export interface PreparationStepsWords {
  readonly title: string;
  readonly original: string;
  readonly cropped: string;
  readonly prepared: (size: string) => string;
  readonly crop: string;
  readonly place: string;
  readonly mass: string;
  readonly row: string;
}

/** Below each picture. */
const captionHeight = 26;
const gap = 28;

/**
 * The way from a reader's image to what the network gets: the image with its crop, and the prepared
 * one with the place of the crop and its centre of mass.
 *
 * @param inputShape - [height, width, channels] of the prepared image.
 */
export function preparationStepsScene(
  prepared: PreparedImage,
  inputShape: readonly number[],
  finding: string,
  words: PreparationStepsWords,
  width: number,
): Scene {
  const [rows = 1, columns = 1, channels = 1] = inputShape;
  const steps = prepared.crop === undefined ? 2 : 3;
  const side = Math.min(220, (width - gap * (steps - 1)) / steps);
  const at = (step: number) => step * (side + gap);
  const { original, crop, place, mass, pixels } = prepared;
  const scale = side / Math.max(original.width, original.height);
  const pixel = side / Math.max(columns, rows);
  const last = at(steps - 1);
  return {
    width: last + side,
    height: side + captionHeight,
    title: words.title,
    description: finding,
    table: {
      caption: words.title,
      columns: [words.row, ...Array.from({ length: columns * channels }, (_, i) => String(i + 1))],
      rows: Array.from({ length: rows }, (_, row) => [
        row + 1,
        ...pixels.subarray(row * columns * channels, (row + 1) * columns * channels),
      ]),
    },
    marks: [
      picture(original, 0, scale),
      ...(crop === undefined
        ? []
        : [frame('crop', words.crop, crop, 0, scale), ...cropped(prepared, at(1), side)]),
      picture({ width: columns, height: rows, channels, data: pixels }, last, pixel),
      ...(place === undefined ? [] : [frame('place', words.place, place, last, pixel)]),
      ...(mass === undefined ? [] : [cross(last + mass.x * pixel, mass.y * pixel, words.mass)]),
      ...Array.from({ length: steps - 1 }, (_, step) => arrow(at(step + 1) - gap / 2, side / 2)),
      caption(0, side, words.original),
      ...(crop === undefined ? [] : [caption(at(1), side, words.cropped)]),
      caption(last + side, side, words.prepared(`${rows}×${columns}`), 'end'),
    ],
  };
}

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

function picture({ width, height, channels, data }: Raster, x: number, scale: number): Mark {
  const levels = Uint8Array.from(data);
  const raster = { columns: width, rows: height, levels };
  const pixels: ImagePixels =
    channels === 3 ? { scale: 'rgb', ...raster } : { scale: 'ink', ...raster };
  return { type: 'image', x, y: 0, width: width * scale, height: height * scale, pixels };
}

/** The crop alone, as large as it fits. */
function cropped({ original, crop }: PreparedImage, x: number, side: number): readonly Mark[] {
  if (crop === undefined) return [];
  const { left, top, width, height } = crop;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * original.width + left;
    data.set(original.data.subarray(start, start + width), y * width);
  }
  const scale = side / Math.max(width, height);
  return [
    { type: 'rect', x, y: 0, width: side, height: side, stroke: 'grid', role: 'decoration' },
    {
      type: 'group',
      x: x + (side - width * scale) / 2,
      y: (side - height * scale) / 2,
      children: [picture({ width, height, channels: 1, data }, 0, scale)],
    },
  ];
}

function frame(
  id: string,
  label: string,
  { left, top, width, height }: NonNullable<PreparedImage['crop']>,
  x: number,
  scale: number,
): Mark {
  return {
    type: 'rect',
    id,
    label,
    x: x + left * scale,
    y: top * scale,
    width: width * scale,
    height: height * scale,
    stroke: 'highlight',
    strokeWidth: 2,
    dash: [4, 3],
  };
}

function cross(x: number, y: number, label: string): Mark {
  const d = `M${x - 8} ${y}H${x + 8}M${x} ${y - 8}V${y + 8}`;
  return { type: 'path', id: 'mass', label, d, stroke: 'predicted', strokeWidth: 2 };
}

function arrow(x: number, y: number): Mark {
  const d = `M${x - 8} ${y}H${x + 8}M${x + 3} ${y - 5}L${x + 8} ${y}L${x + 3} ${y + 5}`;
  return { type: 'path', d, stroke: 'axis', strokeWidth: 1.5, role: 'decoration' };
}

function caption(x: number, y: number, text: string, align: 'start' | 'end' = 'start'): Mark {
  return { type: 'text', x, y: y + captionHeight / 2 + 4, text, align, size: 13, fill: 'muted' };
}
