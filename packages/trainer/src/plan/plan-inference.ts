import { planWork } from '@manabi/backends/plan';
import { datasetSize } from '@manabi/datasets';
import { checkWeights } from '@manabi/models';
import type { InferenceEngine } from '../inference/inference-engine.js';
import type { InferenceTask } from '../inference/inference-task.js';
import { createExecutor } from './create-executor.js';
import { predictionPlan, predictProcedure } from './lower-prediction.js';
import { planExamples } from './plan-examples.js';

export interface PlanInferenceOptions extends InferenceTask {
  /** Most examples of one run. */
  readonly batchSize: number;
  /** Name of the tfjs backend in whose place the plan is executed: `wasm` or `cpu`. */
  readonly backend: string;
  /** How many threads may compute. Default: as many as are useful for so many examples. */
  readonly threads: number | undefined;
}

/** Multiplications that take as long as starting a thread. */
const workOfStart = 1_000_000_000;

/**
 * Runs a model by executing a plan, without tfjs.
 *
 * @throws ModelArgumentError when the weights are not those of the model; what the executor throws.
 */
export async function createPlanInference(options: PlanInferenceOptions): Promise<InferenceEngine> {
  const { model, weights, data, output, batchSize, backend } = options;
  checkWeights(model, weights);
  const { plan, buffers } = predictionPlan(model, batchSize);
  const work = (planWork(plan) / batchSize) * datasetSize(data);
  const threads = options.threads ?? (work < workOfStart ? 1 : undefined);
  const executor = await createExecutor(backend, plan, { threads });
  for (const [name, values] of Object.entries(weights)) executor.write(name, values);
  const examples = planExamples(data);
  return {
    ...{ name: 'plan', backend: executor.backend, threads: executor.threads },
    run(indices) {
      executor.run(predictProcedure, { rows: indices.length, batch: { examples, indices } });
      const rows = executor.read(buffers[output]) as Float32Array;
      return Promise.resolve(rows.subarray(0, indices.length * model.classes));
    },
    [Symbol.dispose]() {
      executor.dispose();
    },
  };
}
