import type { ResolvedConv2d, ResolvedPooling2d, Size2d } from './resolved-model.js';

/**
 * Where the first window of a layer starts: [0, 0], or above and left of the image where it is
 * padded. `same` pads `max((output - 1) * stride + window - input, 0)` in all, the smaller half
 * before the image, as TensorFlow does.
 *
 * @returns [row, column], at most 0.
 */
export function windowStart(layer: ResolvedConv2d | ResolvedPooling2d): Size2d {
  if (layer.padding === 'valid') return [0, 0];
  const size = layer.type === 'conv2d' ? layer.kernelSize : layer.poolSize;
  const before = (axis: 0 | 1) => {
    const reach = (layer.outputShape[axis]! - 1) * layer.strides[axis] + size[axis];
    return Math.floor(Math.max(reach - layer.inputShape[axis]!, 0) / 2);
  };
  return [-before(0) + 0, -before(1) + 0];
}
