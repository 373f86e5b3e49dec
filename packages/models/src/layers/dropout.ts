import type { DropoutSpec } from '../model-spec.js';
import type { LayerPlace } from '../shape/layer-place.js';
import type { ExampleShape, ResolvedDropout } from '../shape/resolved-model.js';

/** The shape stays. */
export function resolveDropout(
  spec: DropoutSpec,
  place: LayerPlace,
  inputShape: ExampleShape,
): ResolvedDropout {
  const { rate } = spec;
  const shapes = { inputShape, outputShape: inputShape };
  return { type: 'dropout', name: place.name, ...shapes, rate, weights: [] };
}
