import { layerWatch } from '@manabi/viz';
import type { ChartExample } from './chart-example.js';

/** A network whose gradients shrink towards the input, by a factor a layer, and whose ReLUs die. */
export const layerWatchExample: ChartExample = {
  name: 'layer-watch',
  controls: {
    shrink: { kind: 'range', min: 1, max: 6, step: 0.5, start: 2 },
    dying: { kind: 'range', min: 0, max: 0.1, step: 0.01, start: 0.02 },
    epochs: { kind: 'range', min: 0, max: 12, step: 1, start: 8 },
  },
  draw: ({ shrink, dying, epochs }, options) =>
    layerWatch(
      Array.from({ length: Number(epochs) }, (_, i) => ({
        epoch: i + 1,
        layers: ['conv1', 'pool1', 'dense1', 'dense2'].map((layer, depth) => ({
          layer,
          mean: layer === 'dense2' ? -2 - i / 4 : 0.2 + 0.05 * i * depth,
          deviation: 0.4 + 0.1 * i * (depth + 1),
          deadShare: ['conv1', 'dense1'].includes(layer) ? Math.min(1, Number(dying) * i) : null,
          gradientNorm: layer === 'pool1' ? null : (0.9 / Number(shrink) ** (3 - depth)) * 0.9 ** i,
        })),
      })),
      options,
    ),
  variants: { none: { shrink: 2, dying: 0, epochs: 0 }, alive: { shrink: 1, dying: 0, epochs: 1 } },
};
