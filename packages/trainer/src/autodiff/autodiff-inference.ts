import { gatherBatch } from '@manabi/datasets';
import { createWeightTensors, forward } from '@manabi/models';
import { dispose, getBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import type { InferenceEngine } from '../inference/inference-engine.js';
import type { InferenceTask } from '../inference/inference-task.js';

/**
 * Runs a model on the current tfjs backend.
 *
 * @throws ModelArgumentError when the weights are not those of the model.
 */
export function createAutodiffInference(task: InferenceTask): InferenceEngine {
  const { model, weights, data, output } = task;
  const tensors = createWeightTensors(model, weights);
  return {
    ...{ name: 'autodiff', backend: getBackend(), threads: 1 },
    async run(indices) {
      const batch = tidy(() => {
        const { inputs } = gatherBatch(data, indices);
        const shape = [indices.length, ...data.inputShape];
        return forward(model, tensors, tensor(inputs, shape, 'float32'), { output });
      });
      try {
        return await batch.data<'float32'>();
      } finally {
        batch.dispose();
      }
    },
    [Symbol.dispose]() {
      dispose(tensors);
    },
  };
}
