import type { WindowGeometry } from '@manabi/backends/plan';
import type { Padding, Size2d } from '@manabi/models';

/** A convolution or pooling layer, as far as its window goes. */
export interface WindowedLayer {
  /** [height, width, channels] */
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  readonly strides: Size2d;
  readonly padding: Padding;
}

/**
 * How the window of a layer lies on its image. With `same` padding, `(out - 1) stride + window - in`
 * rows are missing; half of them, rounded down, stand before the image, as TensorFlow has it.
 */
export function windowGeometry(layer: WindowedLayer, window: Size2d): WindowGeometry {
  const [inHeight = 1, inWidth = 1, channels = 1] = layer.inputShape;
  const [outHeight = 1, outWidth = 1] = layer.outputShape;
  const [strideHeight, strideWidth] = layer.strides;
  const [windowHeight, windowWidth] = window;
  const missing = (input: number, size: number, stride: number, output: number) =>
    layer.padding === 'valid' ? 0 : Math.max(0, (output - 1) * stride + size - input);
  return {
    ...{ inHeight, inWidth, channels, windowHeight, windowWidth, strideHeight, strideWidth },
    padTop: Math.floor(missing(inHeight, windowHeight, strideHeight, outHeight) / 2),
    padLeft: Math.floor(missing(inWidth, windowWidth, strideWidth, outWidth) / 2),
    ...{ outHeight, outWidth },
  };
}
