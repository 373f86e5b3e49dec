import type { PlanStep } from '@manabi/backends/plan';
import { selectExamples, type Dataset } from '@manabi/datasets';
import type { ResolvedLayer, ResolvedModel, Weights } from '@manabi/models';
import { createExecutor, hasExecutor } from '../plan/create-executor.js';
import { lowerTracedStep } from '../plan/lower-traced-step.js';
import { planExamples } from '../plan/plan-examples.js';
import { gradientOf } from '../plan/plan-names.js';

/** One layer while a batch goes through the network and back. */
export interface ProbedLayer {
  readonly layer: ResolvedLayer;
  /** [rows, ...outputShape]; null for a layer that computes nothing, such as flatten. */
  readonly output: Float32Array | null;
  /** Of the loss with respect to each weight, by the weight's name. */
  readonly gradients: Readonly<Record<string, Float32Array>>;
}

/**
 * One forward and one backward pass that changes nothing, with every number kept: by the plan's
 * kernels of this backend, or the reference where it has none. Dropout is as in training.
 *
 * @param indices - [rows], at least one, examples of `data`.
 */
export async function probeLayers(
  model: ResolvedModel,
  weights: Weights,
  {
    data,
    indices,
    ...step
  }: Required<Pick<PlanStep, 'seed' | 'step'>> & {
    readonly data: Dataset;
    readonly indices: Uint32Array;
  },
  backend: string,
): Promise<ProbedLayer[]> {
  const rows = indices.length;
  const sgd = { type: 'sgd', learningRate: 1 } as const;
  const { plan: traced, layers } = lowerTracedStep(model, sgd, rows);
  const plan = {
    ...traced,
    procedures: { probe: traced.procedures.train!.filter(({ kind }) => kind !== 'update') },
  };
  using executor = await createExecutor(hasExecutor(backend) ? backend : 'cpu', plan, {
    threads: 1,
  });
  for (const { name } of model.layers.flatMap((layer) => layer.weights)) {
    executor.write(name, weights[name]!);
  }
  const examples = planExamples(selectExamples(data, indices));
  executor.run('probe', { rows, ...step, batch: { examples, indices: places(rows) } });
  const read = (name: string) => executor.read(name) as Float32Array;
  return layers.map(({ layer, input, output }) => ({
    layer,
    output: output === input ? null : read(output),
    gradients: Object.fromEntries(
      layer.weights.map(({ name }) => [name, read(gradientOf(name))] as const),
    ),
  }));
}

/** [0, 1, ..., rows - 1] */
function places(rows: number): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => row);
}
