import type { LayerSpec } from '../model-spec.js';

const prefixes: Record<LayerSpec['type'], string> = {
  flatten: 'flatten',
  dense: 'dense',
  conv2d: 'conv',
  maxPooling2d: 'pool',
  averagePooling2d: 'pool',
  dropout: 'dropout',
  activation: 'activation',
};

/**
 * The name of each layer: its own, else its kind and the running count of that kind, from 1.
 * A layer with its own name counts too, so that naming one does not rename the next.
 */
export function layerNames(layers: readonly LayerSpec[]): string[] {
  const counts = new Map<string, number>();
  return layers.map((layer) => {
    const prefix = prefixes[layer.type];
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return layer.name ?? `${prefix}${count}`;
  });
}
