import type { HiddenFeatures } from './hidden-features.js';

/** The examples that lie nearest, the nearest first; of equals the one with the lower index. */
export interface NearestExamples {
  readonly indices: Uint32Array;
  /** Euclidean. */
  readonly distances: Float64Array;
}

/**
 * Which examples look most alike to a network: those whose features lie nearest to a point,
 * `sqrt(sum_k (a_k - b_k)^2)`.
 *
 * @param point - [length], features of one example.
 * @param among - features of the examples to choose from.
 * @param count - how many; fewer where there are not so many.
 */
export function nearestExamples(
  point: Float32Array,
  { length, values }: HiddenFeatures,
  count: number,
): NearestExamples {
  const size = values.length / length;
  const squares = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = 0; k < length; k++) sum += (values[i * length + k]! - point[k]!) ** 2;
    squares[i] = sum;
  }
  const indices = Uint32Array.from(squares, (_, i) => i)
    .sort((a, b) => squares[a]! - squares[b]! || a - b)
    .slice(0, count);
  return { indices, distances: Float64Array.from(indices, (i) => Math.sqrt(squares[i]!)) };
}
