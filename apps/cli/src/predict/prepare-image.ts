import {
  digitSize,
  invertImage,
  isDarkOnLight,
  prepareDigit,
  resizeImage,
  toColor,
  toGrey,
  type DecodedImage,
} from '@manabi/datasets/images';
import type { PredictOptions } from './command.js';

/** Sets whose images are bright ink on a dark ground. */
const inkSets = ['mnist', 'fashion-mnist', 'kmnist', 'synthetic-digits'];

/** Sets whose images were cropped to the ink and centred by its mass. */
const digitSets = ['mnist', 'synthetic-digits'];

/** What decides how an image is prepared. */
export interface PreparationOptions extends Pick<PredictOptions, 'prepare' | 'invert'> {
  /** [height, width, channels] of the model. */
  readonly inputShape: readonly [height: number, width: number, channels: number];
  /** What the model was trained on, if it says so. */
  readonly dataset: string | undefined;
}

/** An image as the model reads it. */
export interface PreparedImage {
  /** [height, width, channels] bytes. */
  readonly data: Uint8Array;
  /** What was done to it, in words and in order; empty when it is as it was. */
  readonly steps: readonly string[];
}

/** Brings an image into the form of the images that the model was trained on. */
export function prepareImage(original: DecodedImage, options: PreparationOptions): PreparedImage {
  const { inputShape, dataset, prepare, invert } = options;
  const [height, width, channels] = inputShape;
  const steps: string[] = [];
  let image = channels === 1 ? toGrey(original) : toColor(original);
  if (image.channels !== original.channels) {
    steps.push(channels === 1 ? 'colours to grey' : 'grey to three channels');
  }
  const isInk = dataset !== undefined && inkSets.includes(dataset);
  if (invert === 'yes' || (invert === 'auto' && isInk && isDarkOnLight(toGrey(image)))) {
    image = invertImage(image);
    steps.push('inverted');
  }
  const fits = image.width === width && image.height === height;
  const isDigit = dataset !== undefined && digitSets.includes(dataset) && fitsDigits(inputShape);
  // An image of the model's own size on a dark ground comes from such a set: it is prepared already.
  if (prepare && isDigit && !(fits && !steps.includes('inverted'))) {
    const data = prepareDigit(image);
    const hasInk = data.some((value) => value > 0);
    steps.push(hasInk ? 'cropped and centred as MNIST is' : 'there is no ink in it');
    return { data, steps };
  }
  if (!fits) steps.push(`resized from ${image.width}×${image.height} to ${width}×${height}`);
  return { data: resizeImage(image, width, height).data, steps };
}

function fitsDigits([height, width, channels]: PreparationOptions['inputShape']): boolean {
  return height === digitSize && width === digitSize && channels === 1;
}
