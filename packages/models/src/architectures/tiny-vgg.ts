import type { LayerSpec, ModelSpec } from '../model-spec.js';
import { resolveModel } from '../shape/resolve-model.js';

export interface TinyVggOptions {
  /** [height, width, channels]; at least 16x16. Default [64, 64, 3]. */
  readonly inputShape?: readonly number[];
  readonly classes: number;
}

/**
 * Tiny VGG: twice two convolutions of ten 3x3 filters with ReLU and a 2x2 max pooling, then
 * softmax. Small enough to look at every number; it is the network of CNN Explainer (Wang et al.
 * 2020), whose images shrink from 64 to 62, 60, 30, 28, 26 and 13.
 *
 * @throws ModelSpecError when the options make no model.
 *
 * @example
 * ```ts
 * const spec = tinyVgg({ classes: 10 });
 * countParameters(spec); // 19920
 * ```
 */
export function tinyVgg(options: TinyVggOptions): ModelSpec {
  const { inputShape = [64, 64, 3], classes } = options;
  const convolution: LayerSpec = {
    type: 'conv2d',
    filters: 10,
    kernelSize: 3,
    activation: 'relu',
  };
  const block: LayerSpec[] = [convolution, convolution, { type: 'maxPooling2d' }];
  return resolveModel({
    name: 'tinyVgg',
    inputShape,
    layers: [
      ...block,
      ...block,
      { type: 'flatten' },
      { type: 'dense', units: classes, activation: 'softmax' },
    ],
  }).spec;
}
