/**
 * @file MNIST's preparation: crop to the ink, fit into 20x20 pixels keeping the aspect ratio,
 * anti-aliased, then put the centre of mass at the centre of 28x28, as far as no ink is cut off (LeCun, Cortes and Burges, "The
 * MNIST database of handwritten digits"). A network that learnt from MNIST reads any drawing
 * better after it.
 *
 * The centre of 28 pixels lies between two of them; in 69,998 of MNIST's 70,000 images the mass
 * is centred, to within half a pixel, on the lower right of them: row 14 and column 14 from 0.
 */

/** One image of one channel, 0 background, 255 ink. */
export interface GreyImage {
  /** [height, width] row-major bytes. */
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Height and width of a prepared digit. */
export const digitSize = 28;

/** Height and width of the square that the ink is fitted into. */
const boxSize = 20;

/**
 * Prepares a drawing as MNIST's digits are prepared.
 *
 * @param image - ink bright on a dark ground: 0 background, 255 ink.
 * @returns [28, 28, 1] bytes; all zero when there is no ink.
 */
export function prepareDigit(image: GreyImage): Uint8Array {
  const digit = new Uint8Array(digitSize * digitSize);
  prepareDigitInto(image, digit);
  return digit;
}

/** Where the mass goes, in pixels from the edge: the middle of pixel 14. */
const centre = digitSize / 2 + 0.5;

/** The fitted ink; reused, since a data set prepares tens of thousands. */
const box = new Float64Array(boxSize * boxSize);

/** A rectangle of whole pixels. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the preparation does to one image, to be looked at. */
export interface DigitPreparation {
  /** The ink in the image, which the crop keeps. */
  readonly crop: Bounds;
  /** Where the fitted ink lies in the 28x28 pixels; its longer side is 20. */
  readonly place: Bounds;
  /** Centre of mass of the prepared digit, in pixels from its left and top edges. */
  readonly mass: { readonly x: number; readonly y: number };
  /** [28, 28, 1] bytes, as {@link prepareDigit} gives. */
  readonly digit: Uint8Array;
}

/**
 * {@link prepareDigit} with its steps; undefined when there is no ink.
 *
 * @param image - ink bright on a dark ground: 0 background, 255 ink.
 */
export function explainDigit(image: GreyImage): DigitPreparation | undefined {
  const digit = new Uint8Array(digitSize * digitSize);
  const placed = prepareDigitInto(image, digit);
  return placed === undefined ? undefined : { ...placed, digit };
}

/**
 * {@link prepareDigit} into memory of the caller.
 *
 * @param digit - [28 * 28], all zero before.
 * @returns where the ink came from and went; undefined when there is none.
 */
export function prepareDigitInto(
  image: GreyImage,
  digit: Uint8Array,
): Omit<DigitPreparation, 'digit'> | undefined {
  const crop = inkBounds(image);
  if (crop === undefined) return undefined;
  const longest = Math.max(crop.width, crop.height);
  const width = Math.max(1, Math.round((crop.width * boxSize) / longest));
  const height = Math.max(1, Math.round((crop.height * boxSize) / longest));
  averageAreas(image, crop, width, height);

  let mass = 0;
  let momentX = 0;
  let momentY = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = box[y * width + x]!;
      mass += value;
      momentX += value * (x + 0.5);
      momentY += value * (y + 0.5);
    }
  }
  const left = placeInside(centre - momentX / mass, width);
  const top = placeInside(centre - momentY / mass, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      digit[(top + y) * digitSize + left + x] = Math.round(box[y * width + x]!);
    }
  }
  return {
    crop,
    place: { left, top, width, height },
    mass: { x: left + momentX / mass, y: top + momentY / mass },
  };
}

/** The nearest whole pixel at which the ink is not cut off: mass far to one side stays off centre. */
function placeInside(start: number, length: number): number {
  return Math.min(Math.max(Math.round(start), 0), digitSize - length);
}

/** Ink fainter than this is dust or the fringe of anti-aliasing, and does not widen the crop. */
const faintest = 32;

function inkBounds({ data, width, height }: GreyImage): Bounds | undefined {
  let left = width;
  let right = -1;
  let top = -1;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let first = 0;
    while (first < width && data[row + first]! < faintest) first++;
    if (first === width) continue;
    let last = width - 1;
    while (data[row + last]! < faintest) last--;
    if (top < 0) top = y;
    bottom = y;
    if (first < left) left = first;
    if (last > right) right = last;
  }
  if (top < 0) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Sums of columns over one band of rows; grows to the widest image seen. */
let columnSums = new Float64Array(64);

/** Resamples the ink to width x height in `box`: each value is the mean of the area it covers. */
function averageAreas(image: GreyImage, ink: Bounds, width: number, height: number): void {
  const { data, width: stride } = image;
  if (columnSums.length < ink.width) columnSums = new Float64Array(ink.width);
  const stepX = ink.width / width;
  const stepY = ink.height / height;
  const area = stepX * stepY;
  for (let y = 0; y < height; y++) {
    columnSums.fill(0, 0, ink.width);
    const upper = y * stepY;
    const lower = Math.min(ink.height, upper + stepY);
    for (let row = Math.floor(upper); row < lower; row++) {
      const weight = Math.min(row + 1, lower) - Math.max(row, upper);
      const start = (ink.top + row) * stride + ink.left;
      for (let x = 0; x < ink.width; x++) columnSums[x]! += data[start + x]! * weight;
    }
    for (let x = 0; x < width; x++) {
      const from = x * stepX;
      const to = Math.min(ink.width, from + stepX);
      let sum = 0;
      for (let column = Math.floor(from); column < to; column++) {
        sum += columnSums[column]! * (Math.min(column + 1, to) - Math.max(column, from));
      }
      box[y * width + x] = sum / area;
    }
  }
}
