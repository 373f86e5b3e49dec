import { WasmPlanExecutor, type Plan } from '@manabi/backends/plan';

/** A training run as JSON, for Node, a page and its worker alike. */
export interface PlanTraining {
  readonly plan: Plan;
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** [n, 784] bytes. */
  readonly inputs: readonly number[];
  readonly labels: readonly number[];
  readonly epochs: number;
  readonly threads: number;
}

export interface PlanTrained {
  /** How many threads computed. */
  readonly threads: number;
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Trains in batches in order, the last one short. */
export async function trainByPlan(training: PlanTraining): Promise<PlanTrained> {
  const { plan, weights, inputs, labels, epochs, threads } = training;
  using executor = await WasmPlanExecutor.create(plan, { threads });
  for (const [name, values] of Object.entries(weights)) executor.write(name, values);
  const examples = {
    ...{ inputs: Uint8Array.from(inputs), labels: Uint8Array.from(labels) },
    ...{ scale: [1 / 255], offset: [0] },
  };
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let start = 0; start < labels.length; start += plan.batchSize) {
      const rows = Math.min(plan.batchSize, labels.length - start);
      const indices = Uint32Array.from({ length: rows }, (_, row) => start + row);
      const batch = { examples, indices };
      executor.run('train', { rows, batch, learningRate: 0.01, step: ++step, seed: 1 });
    }
  }
  const names = Object.keys(weights);
  return {
    threads: executor.threads,
    weights: Object.fromEntries(names.map((name) => [name, Array.from(executor.read(name))])),
  };
}
