import { cnn, forward, initializeModel, createWeightTensors, resolveModel } from '@manabi/models';
import '@tensorflow/tfjs-backend-cpu';
import { setBackend, tensor } from '@tensorflow/tfjs-core';

export async function use() {
  await setBackend('cpu');
  const spec = cnn({ inputShape: [8, 8, 1], classes: 3, filters: [2, 2], dense: 4 });
  const model = initializeModel(spec, { seed: 1 });
  const resolved = resolveModel(spec);
  const weights = createWeightTensors(resolved, model.weights);
  const inputs = tensor(new Float32Array(64).fill(0.5), [1, 8, 8, 1]);
  const probabilities = await forward(resolved, weights, inputs, {
    output: 'probabilities',
  }).data();
  const sum = probabilities.reduce((total, value) => total + value, 0);
  return { ok: Math.abs(sum - 1) < 1e-6, parameters: resolved.parameterCount };
}
