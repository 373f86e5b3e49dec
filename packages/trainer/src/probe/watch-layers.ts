import type { LayerWatch } from '../events.js';
import type { RunContext } from '../run/run-context.js';
import { probeLayers, type ProbedLayer } from './layer-probe.js';

/** Examples that are looked at: enough to call a unit dead, few enough to cost next to nothing. */
const mostExamples = 256;

/**
 * What the layers do with some training examples, spread evenly over the training data: the same
 * ones in every epoch, and whatever the engine.
 */
export async function watchLayers(run: RunContext): Promise<LayerWatch[]> {
  const { engine, model, data, settings } = run;
  const all = data.train.indices;
  const rows = Math.min(all.length, mostExamples);
  const indices = Uint32Array.from(
    { length: rows },
    (_, row) => all[Math.floor((row * all.length) / rows)]!,
  );
  const { step } = await engine.readOptimizerState();
  const batch = { data: data.train.dataset, indices, seed: settings.seed, step: Math.max(1, step) };
  const layers = await probeLayers(model, await engine.readWeights(), batch, engine.backend);
  return layers.filter(({ output }) => output !== null).map(figures);
}

function figures({ layer, output, gradients }: ProbedLayer): LayerWatch {
  const values = output!;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const isRelu = 'activation' in layer && layer.activation === 'relu';
  const arrays = Object.values(gradients);
  return {
    layer: layer.name,
    mean,
    deviation: Math.sqrt(variance),
    deadShare: isRelu ? deadShare(values, layer.outputShape.at(-1)!) : null,
    gradientNorm: arrays.length === 0 ? null : norm(arrays),
  };
}

/** Share of the units (of an image: channels) that give 0 for every example, everywhere. */
function deadShare(values: Float32Array, units: number): number {
  const isAlive = new Uint8Array(units);
  for (let i = 0; i < values.length; i++) if (values[i]! !== 0) isAlive[i % units] = 1;
  return 1 - isAlive.reduce((sum, alive) => sum + alive, 0) / units;
}

function norm(arrays: readonly Float32Array[]): number {
  const square = (array: Float32Array) => array.reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(arrays.reduce((sum, array) => sum + square(array), 0));
}
