/** @file Features as a small picture, a bar for each, so that examples can be seen side by side. */

const height = 24;
const bar = 5;
const gap = 2;

/** [height, width, channels] of the picture of an example of shape [features]. */
export function featurePictureShape([features = 1]: readonly number[]): readonly number[] {
  return [height, features * (bar + gap) + gap, 1];
}

/**
 * Bytes of an image: bars that stand on its lower edge.
 *
 * @param most - fills the height; what is below 0 has no bar.
 */
export function featurePicture(values: ArrayLike<number>, most: number): Uint8Array {
  const [, width = 1] = featurePictureShape([values.length]);
  const bytes = new Uint8Array(height * width);
  for (let i = 0; i < values.length; i++) {
    const rows = Math.min(height, Math.max(0, Math.round((height * values[i]!) / most)));
    const left = gap + i * (bar + gap);
    for (let row = height - rows; row < height; row++) {
      bytes.fill(255, row * width + left, row * width + left + bar);
    }
  }
  return bytes;
}
