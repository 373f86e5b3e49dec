import type { WindowGeometry } from './window-geometry.js';

/**
 * How the WebAssembly executor computes a convolution. `im2col`: windows are copied out and
 * multiplied, as defined. `winograd`: minimal filtering F(4x4, 3x3), 36 products where the definition
 * has 144 (Lavin and Gray 2016); it rounds differently, by about a millionth of the result.
 */
export type ConvolutionAlgorithm = 'im2col' | 'winograd';

/** Channels below which the transforms cost more than the products that they save. */
const fewestChannels = 8;

/** Filters and channels whose transformed filter, 36 numbers each, still fits a thread's scratch. */
const mostFilterPairs = 2 ** 15;

/**
 * Depends on sizes only, so that the same plan gives the same numbers everywhere: Winograd for 3 x 3
 * windows and a stride of one where it does less than two thirds of the multiplications.
 *
 * @param filters - of the convolution, at least 1.
 */
export function convolutionAlgorithm(
  geometry: WindowGeometry,
  filters: number,
): ConvolutionAlgorithm {
  const { windowHeight, windowWidth, strideHeight, strideWidth, channels } = geometry;
  const { outHeight, outWidth } = geometry;
  const fits =
    windowHeight === 3 &&
    windowWidth === 3 &&
    strideHeight === 1 &&
    strideWidth === 1 &&
    Math.min(channels, filters) >= fewestChannels &&
    channels * filters <= mostFilterPairs;
  const tiles = Math.ceil(outHeight / 4) * Math.ceil(outWidth / 4);
  return fits && 36 * tiles <= 6 * outHeight * outWidth ? 'winograd' : 'im2col';
}
