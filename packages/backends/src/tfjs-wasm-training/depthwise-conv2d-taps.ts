import type { backend_util } from '@tensorflow/tfjs-core';

/**
 * Calls `visit` for every product of a depthwise convolution of one input channel group: every
 * output position and every filter position that lies inside the image.
 *
 * @param visit - places of the first channel: of the output in [n, oh, ow, c m], of the input in
 *   [n, h, w, c], of the filter in [kh, kw, c, m].
 */
export function forEachDepthwiseTap(
  conv: backend_util.Conv2DInfo,
  visit: (output: number, input: number, filter: number) => void,
): void {
  const { batchSize, outHeight, outWidth, outChannels, inHeight, inWidth, inChannels } = conv;
  for (let n = 0; n < batchSize; n++) {
    for (let y = 0; y < outHeight; y++) {
      for (let x = 0; x < outWidth; x++) {
        const output = ((n * outHeight + y) * outWidth + x) * outChannels;
        for (let i = 0; i < conv.filterHeight; i++) {
          const row = y * conv.strideHeight + i * conv.dilationHeight - conv.padInfo.top;
          if (row < 0 || row >= inHeight) continue;
          for (let j = 0; j < conv.filterWidth; j++) {
            const column = x * conv.strideWidth + j * conv.dilationWidth - conv.padInfo.left;
            if (column < 0 || column >= inWidth) continue;
            const input = ((n * inHeight + row) * inWidth + column) * inChannels;
            visit(output, input, (i * conv.filterWidth + j) * outChannels);
          }
        }
      }
    }
  }
}
