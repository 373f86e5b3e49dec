import type { Plan } from '@manabi/backends/plan';
import type { ResolvedModel } from '@manabi/models';
import type { GradientClipping } from '../clipping/gradient-clipping.js';
import type { ResolvedOptimizerSpec } from '../optimizers/optimizer-spec.js';
import { lowerBackward } from './lower-backward.js';
import { lastOutput, lowerForward } from './lower-forward.js';
import { lowerPrediction } from './lower-prediction.js';
import { createPlanBuilder } from './plan-builder.js';
import { gradientOf, labelsBuffer, totalsBuffer } from './plan-names.js';

/** How to lower. */
export interface LoweringOptions {
  /** Of the gradients, before the optimiser uses them; fuses no updates. Default: none. */
  readonly clipping?: GradientClipping | null;
}

/**
 * Turns a model into work: procedure `train` does one optimiser step with softmax cross-entropy,
 * `evaluate` adds a batch to the totals, `predict` leaves the probabilities of a batch. Weights,
 * optimiser slots and totals keep their numbers between runs.
 *
 * @param batchSize - most examples of one run, at least 1; a short last batch needs no plan of its own.
 */
export function lowerModel(
  model: ResolvedModel,
  optimizer: ResolvedOptimizerSpec,
  batchSize: number,
  { clipping = null }: LoweringOptions = {},
): Plan {
  const plan = createPlanBuilder(batchSize);
  const { classes } = model;
  const labels = labelsBuffer;
  const totals = () => plan.kept(totalsBuffer, [3], 'float64');

  plan.procedure('train');
  const layers = lowerForward(model, plan, { training: true });
  const logits = lastOutput(layers);
  const logitsGradient = plan.perExample(gradientOf(logits), [classes]);
  const writes = { totals: totals(), logitsGradient };
  plan.call({ kind: 'softmaxCrossEntropy', reads: { logits, labels }, writes, classes });
  lowerBackward(model, layers, { optimizer, clipping }, plan);

  plan.procedure('evaluate');
  const judged = lastOutput(lowerForward(model, plan, { training: false }));
  plan.call({
    kind: 'softmaxCrossEntropy',
    reads: { logits: judged, labels },
    writes: { totals: totals() },
    classes,
  });

  lowerPrediction(model, plan);
  return plan.build();
}
