import type { PlanStep } from '@manabi/backends/plan';
import { exampleLength, selectExamples, type Dataset } from '@manabi/datasets';
import { checkWeights, resolveModel, type Model } from '@manabi/models';
import { getBackend, ready } from '@tensorflow/tfjs-core';
import { checkDataset } from '../data/check-dataset.js';
import { createExecutor, hasExecutor } from '../plan/create-executor.js';
import { lowerInputGradients, inputGradientsProcedures } from '../plan/lower-input-gradients.js';
import { planExamples } from '../plan/plan-examples.js';
import { checkExample } from './check-example.js';

/** How the logits of an example change with its input. */
export interface InputGradients {
  readonly classes: number;
  /** [classes, ...inputShape]: derivative of each class's logit by each normalised input. */
  readonly gradients: Float32Array;
}

/**
 * Derivatives of every logit by every input of an example, `dS_c / dx` (Simonyan, Vedaldi and
 * Zisserman 2014, section 3): a saliency map is one class's part. By the plan's kernels of the
 * current tfjs backend, or the reference where it has none; dropout is off.
 *
 * @param index - which example of the data set.
 * @throws TrainerError `data-mismatch`; what `resolveModel` and `checkWeights` throw.
 */
export async function inputGradients(
  model: Model,
  dataset: Dataset,
  index: number,
): Promise<InputGradients> {
  const resolved = resolveModel(model.spec);
  checkWeights(resolved, model.weights);
  checkExample('inputGradients', dataset, index);
  checkDataset(`inputGradients "${dataset.name}"`, dataset, resolved);
  const { classes } = resolved;
  await ready();
  const backend = getBackend();
  const { plan, buffers } = lowerInputGradients(resolved);
  using executor = await createExecutor(hasExecutor(backend) ? backend : 'cpu', plan, {
    threads: 1,
  });
  for (const [name, values] of Object.entries(model.weights)) executor.write(name, values);
  // One row for each class: the same example, and the derivative of that class's logit by itself.
  const examples = planExamples(selectExamples(dataset, new Uint32Array(classes).fill(index)));
  const indices = Uint32Array.from({ length: classes }, (_, row) => row);
  const step: PlanStep = { rows: classes, batch: { examples, indices } };
  executor.run(inputGradientsProcedures.forward, step);
  executor.write(buffers.logitsGradient, identity(classes));
  executor.run(inputGradientsProcedures.backward, step);
  const read = executor.read(buffers.inputGradient) as Float32Array;
  return { classes, gradients: read.slice(0, classes * exampleLength(dataset)) };
}

function identity(size: number): Float32Array {
  const values = new Float32Array(size * size);
  for (let i = 0; i < size; i++) values[i * size + i] = 1;
  return values;
}
