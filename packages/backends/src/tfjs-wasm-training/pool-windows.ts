import type { backend_util } from '@tensorflow/tfjs-core';

/**
 * Calls `visit` once for every window of a pooling, images first, then rows, then columns.
 *
 * @param visit - gets the place of the window's output in [n, oh, ow, c] (of its first channel) and
 *   the rows and columns of the input under it, padding excluded: [top, bottom) x [left, right).
 */
export function forEachPoolWindow(
  pool: backend_util.Conv2DInfo,
  visit: (
    output: number,
    image: number,
    top: number,
    bottom: number,
    left: number,
    right: number,
  ) => void,
): void {
  const { batchSize, outHeight, outWidth, outChannels } = pool;
  let output = 0;
  for (let image = 0; image < batchSize; image++) {
    for (let y = 0; y < outHeight; y++) {
      const firstRow = y * pool.strideHeight - pool.padInfo.top;
      const top = Math.max(firstRow, 0);
      const bottom = Math.min(firstRow + pool.filterHeight, pool.inHeight);
      for (let x = 0; x < outWidth; x++) {
        const firstColumn = x * pool.strideWidth - pool.padInfo.left;
        const left = Math.max(firstColumn, 0);
        const right = Math.min(firstColumn + pool.filterWidth, pool.inWidth);
        visit(output, image, top, bottom, left, right);
        output += outChannels;
      }
    }
  }
}
