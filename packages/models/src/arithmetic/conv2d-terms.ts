import type { Weights } from '../model-spec.js';
import type { ResolvedConv2d } from '../shape/resolved-model.js';
import { windowStart } from '../shape/window-start.js';
import type { Cell } from './cell.js';

/** One product of a convolution's sum. */
export interface Conv2dTerm {
  /** Where the input comes from; outside the image where it is padding. */
  readonly row: number;
  readonly column: number;
  /** Whether the place is outside the image and counts as 0. */
  readonly padding: boolean;
  readonly input: number;
  readonly weight: number;
  /** `input * weight`. */
  readonly product: number;
}

/** Everything that one number of a convolution is made of, before its activation. */
export interface Conv2dTerms {
  /** By input channel; each [kernel height * kernel width], row by row. */
  readonly channels: readonly {
    readonly terms: readonly Conv2dTerm[];
    /** Of the channel's products. */
    readonly sum: number;
  }[];
  /** 0 where the layer has none. */
  readonly bias: number;
  /** `bias + sum_c sum_c`, in float64. */
  readonly sum: number;
}

/**
 * The products behind one cell of one feature map:
 * `sum = b_f + sum_c sum_ij x[r s - p + i, k s - p + j, c] F[i, j, c, f]`, without flipping
 * (Goodfellow et al. 2016, equation 9.6).
 *
 * @param input - [h, w, c] of one example, row-major.
 * @param cell - of the layer's output.
 * @param filter - in [0, filters).
 */
export function conv2dTerms(
  layer: ResolvedConv2d,
  weights: Weights,
  input: ArrayLike<number>,
  { row, column }: Cell,
  filter: number,
): Conv2dTerms {
  const [height, width, inputs] = layer.inputShape as readonly [number, number, number];
  const [rows, columns] = layer.kernelSize;
  const [top, left] = windowStart(layer);
  const kernel = weights[`${layer.name}/filter`]!;
  const channels = Array.from({ length: inputs }, (_, channel) => {
    const terms = Array.from({ length: rows * columns }, (_, i): Conv2dTerm => {
      const [y, x] = [Math.floor(i / columns), i % columns];
      const place = {
        row: row * layer.strides[0] + top + y,
        column: column * layer.strides[1] + left + x,
      };
      const padding =
        place.row < 0 || place.row >= height || place.column < 0 || place.column >= width;
      const value = padding ? 0 : input[(place.row * width + place.column) * inputs + channel]!;
      const weight = kernel[(i * inputs + channel) * layer.filters + filter]!;
      return { ...place, padding, input: value, weight, product: value * weight };
    });
    return { terms, sum: terms.reduce((sum, { product }) => sum + product, 0) };
  });
  const bias = layer.useBias ? weights[`${layer.name}/bias`]![filter]! : 0;
  return { channels, bias, sum: channels.reduce((total, { sum }) => total + sum, bias) };
}
