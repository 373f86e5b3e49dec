import {
  createWeightTensors,
  forward,
  type ForwardOptions,
  type ResolvedModel,
  type Weights,
} from '@manabi/models';
import { dispose, ready, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { macrotask } from '../event-loop/macrotask.js';
import { checkSetting, count } from '../settings/check-setting.js';
import { evaluationBatchSize } from './evaluation-batch-size.js';

/** How to go through many examples; none of it changes the numbers. */
export interface InferenceOptions {
  /** Examples a forward pass. Default 256; fewer for large images on a device with little memory. */
  readonly batchSize?: number;
  /** Stops between two passes by throwing the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Examples as tensors, a range at a time. */
export interface ExampleSource {
  /** How many there are. */
  readonly n: number;
  /** Examples [start, end) as a new float32 tensor [end - start, ...inputShape]. */
  upload(start: number, end: number): Tensor;
}

/**
 * Runs a model over n examples on the current tfjs backend; others get a turn between batches.
 *
 * @returns [n, classes], float32.
 */
export async function runBatches(
  model: ResolvedModel,
  weights: Weights,
  examples: ExampleSource,
  output: NonNullable<ForwardOptions['output']>,
  { batchSize = evaluationBatchSize, signal }: InferenceOptions,
): Promise<Float32Array> {
  checkSetting('batchSize', batchSize, count);
  await ready();
  const { n } = examples;
  const outputs = new Float32Array(n * model.classes);
  const tensors = createWeightTensors(model, weights);
  try {
    for (let start = 0; start < n; start += batchSize) {
      signal?.throwIfAborted();
      const end = Math.min(start + batchSize, n);
      const batch = tidy(() => forward(model, tensors, examples.upload(start, end), { output }));
      try {
        outputs.set(await batch.data<'float32'>(), start * model.classes);
      } finally {
        batch.dispose();
      }
      await macrotask();
    }
  } finally {
    dispose(tensors);
  }
  return outputs;
}
