import { batches, datasetSize } from '@manabi/datasets';
import { ready, getBackend } from '@tensorflow/tfjs-core';
import { allExamples } from '../data/training-data.js';
import { chooseEngine } from '../engine/choose-engine.js';
import { engineChoices } from '../engine/engine-choice.js';
import { macrotask } from '../event-loop/macrotask.js';
import { createPlanInference } from '../plan/plan-inference.js';
import { checkChoice, checkSetting, count } from '../settings/check-setting.js';
import { evaluationBatchSize } from './evaluation-batch-size.js';
import type { InferenceEngine } from './inference-engine.js';
import type { Computation, InferenceOptions } from './inference-options.js';
import type { InferenceTask } from './inference-task.js';

export interface Outputs {
  /** [n, classes] row-major. */
  readonly values: Float32Array;
  readonly computation: Computation;
}

/**
 * Runs a model over all examples of a data set; others get a turn between batches.
 *
 * @param where - names the function whose options they are, such as `evaluate`.
 * @throws TrainerError `invalid-setting`; ModelArgumentError; the signal's reason.
 */
export async function computeOutputs(
  where: string,
  task: InferenceTask,
  { batchSize = evaluationBatchSize, engine: choice = 'auto', threads, signal }: InferenceOptions,
): Promise<Outputs> {
  checkSetting(`${where} batchSize`, batchSize, count);
  checkChoice(`${where} engine`, choice, engineChoices);
  if (threads !== undefined) checkSetting(`${where} threads`, threads, count);
  signal?.throwIfAborted();
  await ready();
  const backend = getBackend();
  const rows = Math.min(batchSize, datasetSize(task.data));
  const { engine, reason } = await chooseEngine<InferenceEngine>(where, choice, backend, {
    plan: () => createPlanInference({ ...task, batchSize: rows, backend, threads }),
    autodiff: async () => {
      const { createAutodiffInference } = await import('../autodiff/autodiff-inference.js');
      return createAutodiffInference(task);
    },
  });
  try {
    const values = new Float32Array(datasetSize(task.data) * task.model.classes);
    let done = 0;
    for (const batch of batches(allExamples(task.data).indices, rows)) {
      signal?.throwIfAborted();
      const outputs = await engine.run(batch);
      values.set(outputs, done);
      done += outputs.length;
      await macrotask();
    }
    const { name, backend: place } = engine;
    const computation = { backend: place, engine: name, threads: engine.threads };
    return { values, computation: { ...computation, engineReason: reason } };
  } finally {
    engine[Symbol.dispose]();
  }
}
