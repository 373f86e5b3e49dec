import type { Padding } from '../model-spec.js';
import { layerError, type LayerPlace } from './layer-place.js';
import type { Size2d } from './resolved-model.js';

/** A window that slides over an image: a convolution's filter or a pooling window. */
export interface SlidingWindow {
  /** What to call it in messages: the key of its size in the specification. */
  readonly key: 'kernelSize' | 'poolSize';
  readonly size: Size2d;
  readonly strides: Size2d;
  readonly padding: Padding;
}

/**
 * Positions that a window takes over an image.
 * `valid`: `floor((input - window) / stride) + 1`; `same`: `ceil(input / stride)`
 * (Dumoulin and Visin 2016, "A guide to convolution arithmetic for deep learning", relationship 5;
 * `same` as TensorFlow defines it).
 *
 * @param image - [height, width].
 * @returns [height, width] of the output.
 */
export function windowOutput(image: Size2d, window: SlidingWindow, place: LayerPlace): Size2d {
  const { key, size, strides, padding } = window;
  if (padding === 'same') {
    return [Math.ceil(image[0] / strides[0]), Math.ceil(image[1] / strides[1])];
  }
  if (size[0] > image[0] || size[1] > image[1]) {
    throw layerError(
      place,
      'windowTooLarge',
      `${key} expects at most the ${image.join('x')} of its input image, got ${size.join('x')}; ` +
        `make it smaller, set padding to "same", or remove a layer before it that shrinks the image`,
      key,
    );
  }
  return [
    Math.floor((image[0] - size[0]) / strides[0]) + 1,
    Math.floor((image[1] - size[1]) / strides[1]) + 1,
  ];
}
