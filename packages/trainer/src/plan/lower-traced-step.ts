import type { Plan } from '@manabi/backends/plan';
import type { ResolvedModel } from '@manabi/models';
import type { GradientClipping } from '../clipping/gradient-clipping.js';
import type { ResolvedOptimizerSpec } from '../optimizers/optimizer-spec.js';
import { lowerBackward } from './lower-backward.js';
import { lastOutput, lowerForward, type LoweredLayer } from './lower-forward.js';
import { createPlanBuilder } from './plan-builder.js';
import { gradientOf, labelsBuffer, probabilitiesBuffer, totalsBuffer } from './plan-names.js';

/** A training step whose numbers can all be read when it is done. */
export interface TracedPlan {
  /** Its only procedure is `train`. */
  readonly plan: Plan;
  /** Each layer with its buffers; `gradientOf` names those of their gradients. */
  readonly layers: readonly LoweredLayer[];
}

/**
 * One training step as `lowerModel` has it, with every number in a buffer of its own, and the
 * probabilities beside. On the CPU it gives the same bits.
 *
 * @param rows - examples of the batch.
 */
export function lowerTracedStep(
  model: ResolvedModel,
  optimizer: ResolvedOptimizerSpec,
  rows: number,
  clipping: GradientClipping | null = null,
): TracedPlan {
  const plan = createPlanBuilder(rows, { keepsEverything: true });
  const { classes } = model;
  plan.procedure('train');
  const layers = lowerForward(model, plan, { training: true });
  const logits = lastOutput(layers);
  const probabilities = plan.perExample(probabilitiesBuffer, [classes]);
  const buffers = { reads: { input: logits }, writes: { output: probabilities } };
  plan.call({ kind: 'softmax', ...buffers, classes });
  const reads = { logits, labels: labelsBuffer };
  const writes = {
    totals: plan.kept(totalsBuffer, [3], 'float64'),
    logitsGradient: plan.perExample(gradientOf(logits), [classes]),
  };
  plan.call({ kind: 'softmaxCrossEntropy', reads, writes, classes });
  lowerBackward(model, layers, { optimizer, clipping }, plan);
  return { plan: plan.build(), layers };
}
