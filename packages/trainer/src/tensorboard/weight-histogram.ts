/** How numbers are spread: what TensorBoard's histograms and distributions are drawn from. */
export interface WeightHistogram {
  readonly min: number;
  readonly max: number;
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** [buckets], rising: a bucket holds what is above the limit before its own, up to its own. */
  readonly limits: readonly number[];
  /** [buckets] */
  readonly counts: readonly number[];
}

/** TensorBoard redraws at 30 buckets. */
const buckets = 30;

/**
 * Counts numbers in 30 buckets of the same width from the smallest to the largest; equal numbers
 * have one bucket. Numbers that are not finite are left out.
 */
export function weightHistogram(values: Float32Array): WeightHistogram {
  const finite = values.filter(Number.isFinite);
  let [min, max, sum, sumOfSquares] = [Infinity, -Infinity, 0, 0];
  for (const value of finite) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    sumOfSquares += value * value;
  }
  const count = finite.length;
  if (count === 0) return { min: 0, max: 0, count, sum, sumOfSquares, limits: [0], counts: [0] };
  const width = (max - min) / buckets;
  if (width === 0) return { min, max, count, sum, sumOfSquares, limits: [max], counts: [count] };
  const limits = Array.from({ length: buckets }, (_, i) => min + (i + 1) * width);
  limits[buckets - 1] = max;
  const counts = new Array<number>(buckets).fill(0);
  for (const value of finite) {
    // The smallest belongs to the first bucket, a limit to the bucket that it closes.
    let bucket = Math.min(buckets - 1, Math.max(0, Math.ceil((value - min) / width) - 1));
    while (bucket > 0 && value <= limits[bucket - 1]!) bucket--;
    while (value > limits[bucket]!) bucket++;
    counts[bucket]!++;
  }
  return { min, max, count, sum, sumOfSquares, limits, counts };
}
