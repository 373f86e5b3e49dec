/** @file Maps of one class, from what the worker says of all of them. */
import type { Explanation } from '../training/explain-answer.js';
import type { Plane } from '../pictures/plane.js';

/** How the probability of a class changes when each part is covered: [rows, columns], in [-1, 1]; of features a row. */
export function occlusionPlane({ occlusion }: Explanation, label: number): Plane {
  const { rows, columns, classes, whole, covered } = occlusion;
  const values = Float32Array.from(
    { length: rows * columns },
    (_, place) => covered[place * classes + label]! - whole[label]!,
  );
  return { rows, columns, values };
}

/**
 * The derivative of a class's logit by each pixel: [height, width]. Of a pixel with several
 * channels, the one that is largest in size.
 */
export function saliencyPlane(
  { gradients }: Explanation,
  shape: readonly number[],
  label: number,
): Plane {
  const [rows = 1, columns = 1, channels = 1] = shape;
  const start = label * rows * columns * channels;
  const values = Float32Array.from({ length: rows * columns }, (_, pixel) => {
    const at = start + pixel * channels;
    return gradients
      .subarray(at, at + channels)
      .reduce((most, slope) => (Math.abs(slope) > Math.abs(most) ? slope : most), 0);
  });
  return { rows, columns, values };
}

/**
 * The derivative of a class's logit by each feature, in the features' own units.
 *
 * @param deviations - one unit of what the network reads, of each feature.
 */
export function featureSlopes(
  { gradients }: Explanation,
  deviations: readonly number[],
  label: number,
): readonly number[] {
  return deviations.map(
    (deviation, feature) => gradients[label * deviations.length + feature]! / deviation,
  );
}

/** Where a map is lowest, such as where covering costs most; the first of equals. */
export function lowest({ values, columns }: Plane): {
  readonly row: number;
  readonly column: number;
} {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! < values[best]!) best = i;
  return { row: Math.floor(best / columns), column: best % columns };
}

/** How many of a few examples show each class, the most frequent first, of equals the lower label. */
export function countLabels(
  labels: ArrayLike<number>,
): readonly { readonly label: number; readonly count: number }[] {
  const counts = new Map<number, number>();
  for (const label of Array.from(labels)) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || a.label - b.label);
}
