/**
 * @file A reader's image, made like the images that the network learned from. A network only reads
 * what looks like its examples, so each kind of data has its way:
 *
 * - `digit`: cropped to the ink, fitted into 20x20, the centre of mass in the middle (MNIST)
 * - `fit`: cropped to the ink, fitted into the whole square, its middle in the middle (Fashion-MNIST)
 * - `stretch`: stretched to the size, as images of a folder are
 */
import {
  explainDigit,
  invertImage,
  isDarkOnLight,
  resizeImage,
  toColor,
  toGrey,
  type Bounds,
  type DecodedImage,
} from '@manabi/datasets/images';

export type PreparationKind = 'digit' | 'fit' | 'stretch';

export interface PreparedImage {
  readonly kind: PreparationKind;
  /** What the preparation began with: grey where the network sees grey. */
  readonly original: DecodedImage;
  /** Whether dark and light were swapped, because the ink was dark. */
  readonly inverted: boolean;
  /** What was kept of the original; undefined where nothing is cropped. */
  readonly crop: Bounds | undefined;
  /** Where that lies in the prepared image; undefined where it fills it. */
  readonly place: Bounds | undefined;
  /** Centre of mass of the prepared image in pixels; undefined where it plays no part. */
  readonly mass: { readonly x: number; readonly y: number } | undefined;
  /** [height, width, channels] as the network's data: bytes. */
  readonly pixels: Uint8Array;
}

/**
 * @param inputShape - [height, width, channels] of the network's data.
 * @returns undefined where there is nothing in the image.
 */
export function prepareImage(
  image: DecodedImage,
  kind: PreparationKind,
  [height = 28, width = 28, channels = 1]: readonly number[],
): PreparedImage | undefined {
  const colored = channels === 1 ? toGrey(image) : toColor(image);
  if (kind === 'stretch') {
    const { data: pixels } = resizeImage(colored, width, height);
    const none = { crop: undefined, place: undefined, mass: undefined };
    return { kind, original: colored, inverted: false, ...none, pixels };
  }
  const inverted = isDarkOnLight(colored);
  const original = darkenPaper(inverted ? invertImage(colored) : colored);
  if (kind === 'digit') {
    const steps = explainDigit(original);
    if (steps === undefined) return undefined;
    const { crop, place, mass, digit } = steps;
    return { kind, original, inverted, crop, place, mass, pixels: digit };
  }
  const crop = explainDigit(original)?.crop;
  if (crop === undefined) return undefined;
  const fitted = fitInto(cropImage(original, crop), width, height);
  return { kind, original, inverted, crop, mass: undefined, ...fitted };
}

/** Makes the paper of a photo black: what its edge shows becomes 0, the brightest ink 255. */
function darkenPaper(image: DecodedImage): DecodedImage {
  const { data, width, height } = image;
  const edge: number[] = [];
  for (let x = 0; x < width; x++) edge.push(data[x]!, data[(height - 1) * width + x]!);
  for (let y = 0; y < height; y++) edge.push(data[y * width]!, data[y * width + width - 1]!);
  edge.sort((a, b) => a - b);
  // Paper is uneven: nine tenths of its edge are darker than this.
  const paper = edge[Math.floor(edge.length * 0.9)] ?? 0;
  if (paper === 0) return image;
  let brightest = 0;
  for (const value of data) if (value > brightest) brightest = value;
  if (brightest <= paper) return image;
  const scale = 255 / (brightest - paper);
  return {
    ...image,
    data: data.map((value) => Math.max(0, Math.round((value - paper) * scale))),
  };
}

function cropImage(image: DecodedImage, { left, top, width, height }: Bounds): DecodedImage {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * image.width + left;
    data.set(image.data.subarray(start, start + width), y * width);
  }
  return { width, height, channels: 1, data };
}

function fitInto(
  image: DecodedImage,
  width: number,
  height: number,
): { readonly place: Bounds; readonly pixels: Uint8Array } {
  const scale = Math.min(width / image.width, height / image.height);
  const w = Math.max(1, Math.round(image.width * scale));
  const h = Math.max(1, Math.round(image.height * scale));
  const { data } = resizeImage(image, w, h);
  const [left, top] = [Math.floor((width - w) / 2), Math.floor((height - h) / 2)];
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < h; y++) {
    pixels.set(data.subarray(y * w, (y + 1) * w), (top + y) * width + left);
  }
  return { place: { left, top, width: w, height: h }, pixels };
}
