import type { Weights } from '../model-spec.js';
import type { ResolvedConv2d } from '../shape/resolved-model.js';
import { windowStart } from '../shape/window-start.js';

/**
 * What each input channel adds to one feature map: the channel convolved with its slice of the
 * filter. Their sum and the bias are the map before its activation.
 *
 * @param input - [h, w, c] of one example, row-major.
 * @param filter - in [0, filters).
 * @returns a map [h' * w'] for each input channel, in the order of the channels.
 */
export function conv2dPartialSums(
  layer: ResolvedConv2d,
  weights: Weights,
  input: ArrayLike<number>,
  filter: number,
): readonly Float32Array[] {
  const [height, width, inputs] = layer.inputShape as readonly [number, number, number];
  const [outputRows, outputColumns] = layer.outputShape as readonly [number, number, number];
  const [rows, columns] = layer.kernelSize;
  const [top, left] = windowStart(layer);
  const kernel = weights[`${layer.name}/filter`]!;
  return Array.from({ length: inputs }, (_, channel) => {
    const map = new Float32Array(outputRows * outputColumns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const weight = kernel[((i * columns + j) * inputs + channel) * layer.filters + filter]!;
        for (let r = 0; r < outputRows; r++) {
          const y = r * layer.strides[0] + top + i;
          if (y < 0 || y >= height) continue;
          for (let k = 0; k < outputColumns; k++) {
            const x = k * layer.strides[1] + left + j;
            if (x < 0 || x >= width) continue;
            map[r * outputColumns + k]! += weight * input[(y * width + x) * inputs + channel]!;
          }
        }
      }
    }
    return map;
  });
}
