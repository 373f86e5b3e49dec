/** @file Training with manabi itself: the plan, or tfjs by automatic differentiation. */
import { selectBackend } from '@manabi/backends';
import { selectExamples } from '@manabi/datasets';
import { initializeModel } from '@manabi/models';
import { fit } from '@manabi/trainer';
import { median } from './median.mjs';

/**
 * @param {object} peer
 * @param {'plan' | 'autodiff'} peer.engine
 * @param {number} peer.threads
 * @param {import('@manabi/datasets').Dataset} train
 * @param {{ spec: import('@manabi/models').ModelSpec, steps: number }} network
 * @param {number} batchSize
 * @returns {Promise<number>} seconds for an epoch of 60,000: the median of five runs after a first
 */
export async function manabiSeconds({ engine, threads }, train, { spec, steps }, batchSize) {
  await selectBackend({ backend: 'wasm' });
  const samples = Math.min(60_000, steps * batchSize);
  const part = selectExamples(
    train,
    Array.from({ length: samples }, (_, index) => index),
  );
  const model = initializeModel(spec, { seed: 1 });
  const durations = [];
  const settings = { epochs: 6, batchSize, seed: 1, engine, logEvery: steps };
  for await (const event of fit(model, { train: part }, settings, { threads })) {
    if (event.type === 'epochEnd') durations.push(event.trainDurationMs / 1000);
  }
  return (median(durations.slice(1)) / samples) * 60_000;
}
