/** @file What of a kept run's settings the lab has no place for. */
import type { StoredRun } from '../../runs/stored-run.js';
import { mostLayers } from '../network/layer-text.js';

/**
 * - `callbacks`: a schedule of learning rates, early stopping and their like.
 * - `clipping`: long gradients were cut.
 * - `order`: the examples came in the same order in every epoch.
 * - `examples`: only a part of the data was used.
 * - `data`: the data is not here.
 * - `layers`: there are more layers than the page shows.
 */
export type LeftOut = 'callbacks' | 'clipping' | 'order' | 'examples' | 'data' | 'layers';

export function leftOut({ configuration, data, record }: StoredRun): readonly LeftOut[] {
  const { settings, spec } = configuration;
  const { trainSize, testSize } = record?.data.options ?? {};
  const isPart = trainSize !== undefined || testSize !== undefined;
  const found: Readonly<Record<LeftOut, boolean>> = {
    callbacks: (record?.callbacks.length ?? 0) > 0,
    clipping: (settings.gradientClipping ?? null) !== null,
    order: settings.shuffle === false,
    examples: isPart && data.choice.kind === 'published',
    data: data.choice.kind === 'own' && data.choice.id === 'elsewhere',
    layers: spec.layers.length > mostLayers,
  };
  return (Object.keys(found) as LeftOut[]).filter((kind) => found[kind]);
}
