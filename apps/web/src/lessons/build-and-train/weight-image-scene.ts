/** @file The weights of one neuron as a large image, one of them pointed at. */
import type { ColorScaleName, Mark, Scene } from '@manabi/viz';
import { weightLevels } from './weight-tiles-scene.js';

export interface WeightImage {
  /** [inputs] */
  readonly weights: Float32Array;
  /** Pixels in a row. */
  readonly columns: number;
  /** A diverging one. */
  readonly scale: ColorScaleName;
  /** What has the full colour; above 0. */
  readonly limit: number;
  /** Whether arrows say which way the large ones point, beside the colour. */
  readonly arrows: boolean;
  /** Index of the weight pointed at; undefined for none, such as while the bias is. */
  readonly cursor: number | undefined;
  readonly title: string;
  /** What is read aloud at the weight pointed at. */
  readonly finding: string;
  /** Over the rows of the table. */
  readonly row: string;
}

/** Of the image as a mark. */
export const weightImageId = 'weights';

const largestSide = 392;
/** A weight with a smaller share of the limit has no arrow. */
const arrowFrom = 0.25;

export function weightImageSize({ weights, columns }: WeightImage, width: number) {
  const rows = Math.ceil(weights.length / columns);
  const pixel = Math.min(largestSide, width) / Math.max(columns, rows);
  return { rows, pixel, width: columns * pixel, height: rows * pixel };
}

/** Index of the weight under a point of the scene; undefined beside them. */
export function weightUnder(
  image: WeightImage,
  width: number,
  point: { readonly x: number; readonly y: number },
): number | undefined {
  const { rows, pixel } = weightImageSize(image, width);
  const column = Math.floor(point.x / pixel);
  const row = Math.floor(point.y / pixel);
  const isInside = row >= 0 && row < rows && column >= 0 && column < image.columns;
  const index = row * image.columns + column;
  return isInside && index < image.weights.length ? index : undefined;
}

export function weightImageScene(image: WeightImage, width: number): Scene {
  const { weights, columns, scale, limit, cursor } = image;
  const { rows, pixel, ...size } = weightImageSize(image, width);
  const place = (index: number) => ({
    x: (index % columns) * pixel,
    y: Math.floor(index / columns) * pixel,
  });
  return {
    ...size,
    title: image.title,
    description: image.finding,
    table: {
      caption: image.title,
      columns: [image.row, ...Array.from({ length: columns }, (_, column) => String(column + 1))],
      rows: Array.from({ length: rows }, (_, row) => [
        row + 1,
        ...Array.from({ length: columns }, (__, column) => {
          const value = weights[row * columns + column];
          return value === undefined ? '' : Number(value.toPrecision(3));
        }),
      ]),
    },
    marks: [
      {
        type: 'image',
        id: weightImageId,
        ...{ x: 0, y: 0, ...size },
        pixels: { scale, columns, rows, levels: weightLevels(weights, columns, limit) },
        label: image.finding,
        focusable: true,
      },
      ...(image.arrows ? [arrows(weights, limit, pixel, place)] : []),
      {
        type: 'rect',
        role: 'grid',
        ...{ x: 0, y: 0, ...size },
        stroke: 'axis',
        strokeWidth: 0.5,
      },
      ...(cursor === undefined
        ? []
        : [
            {
              type: 'rect',
              id: 'cursor',
              role: 'highlight',
              ...place(cursor),
              ...{ width: pixel, height: pixel },
              stroke: 'highlight',
              strokeWidth: 3,
            } satisfies Mark,
          ]),
    ],
  };
}

/** Small triangles up and down, for eyes that tell the two colours apart badly. */
function arrows(
  weights: Float32Array,
  limit: number,
  pixel: number,
  place: (index: number) => { x: number; y: number },
): Mark {
  const half = pixel * 0.22;
  const children = Array.from(weights).flatMap((weight, index): Mark[] => {
    const size = Math.abs(weight) / limit;
    if (!(size >= arrowFrom)) return [];
    const { x, y } = place(index);
    const [middle, centre] = [x + pixel / 2, y + pixel / 2];
    const [tip, foot] =
      weight > 0 ? [centre - half, centre + half] : [centre + half, centre - half];
    const value = 0.5 + Math.sign(weight) * Math.min(0.5, size / 2);
    return [
      {
        type: 'path',
        d: `M${middle} ${tip}L${middle + half} ${foot}L${middle - half} ${foot}Z`,
        fill: { on: { scale: 'change', value } },
        opacity: 0.8,
      },
    ];
  });
  return { type: 'group', id: 'arrows', role: 'decoration', children };
}
