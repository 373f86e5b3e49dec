import type { Plan } from '@manabi/backends/plan';
import type { ResolvedModel } from '@manabi/models';
import { lowerForward } from './lower-forward.js';
import { createPlanBuilder, type PlanBuilder } from './plan-builder.js';
import { probabilitiesBuffer } from './plan-names.js';

/** What the procedure of prediction is called. */
export const predictProcedure = 'predict';

/** Where a prediction leaves its results, [batch, classes] each; they keep their numbers until the next procedure runs. */
export interface PredictionBuffers {
  readonly logits: string;
  readonly probabilities: string;
}

/** Adds `predict`, which leaves the logits and the probabilities of a batch. */
export function lowerPrediction(model: ResolvedModel, plan: PlanBuilder): PredictionBuffers {
  const { classes } = model;
  plan.procedure(predictProcedure);
  const logits = lowerForward(model, plan, { training: false }).at(-1)!.output;
  const probabilities = plan.perExample(probabilitiesBuffer, [classes]);
  const buffers = { reads: { input: logits }, writes: { output: probabilities } };
  plan.call({ kind: 'softmax', ...buffers, classes });
  return { logits, probabilities };
}

/**
 * A plan that only predicts: its memory holds weights, but no gradients and no optimiser state.
 *
 * @param batchSize - most examples of one run, at least 1.
 */
export function predictionPlan(
  model: ResolvedModel,
  batchSize: number,
): { readonly plan: Plan; readonly buffers: PredictionBuffers } {
  const builder = createPlanBuilder(batchSize);
  const buffers = lowerPrediction(model, builder);
  return { plan: builder.build(), buffers };
}
