import type { Conv2dSpec, DenseSpec } from '../model-spec.js';
import type { LayerPlace } from '../shape/layer-place.js';
import type { ResolvedConv2d, ResolvedDense, ResolvedWeight } from '../shape/resolved-model.js';

type Weighted = Pick<
  ResolvedDense | ResolvedConv2d,
  'activation' | 'useBias' | 'kernelInitializer' | 'weights'
>;

/** What dense and convolution layers share: activation, and a kernel (or filter) with its bias. */
export function resolveWeighted(
  spec: DenseSpec | Conv2dSpec,
  place: LayerPlace,
  kernel: { readonly name: 'kernel' | 'filter'; readonly shape: readonly number[] },
): Weighted {
  const { activation = 'linear', useBias = true, kernelInitializer = 'glorotUniform' } = spec;
  const weights: ResolvedWeight[] = [
    { name: `${place.name}/${kernel.name}`, shape: kernel.shape, initializer: kernelInitializer },
  ];
  if (useBias) {
    weights.push({
      name: `${place.name}/bias`,
      shape: kernel.shape.slice(-1),
      initializer: 'zeros',
    });
  }
  return { activation, useBias, kernelInitializer, weights };
}
