import type { Plan } from '@manabi/backends/plan';
import type { ResolvedModel } from '@manabi/models';
import { lowerInputGradient } from './lower-backward.js';
import { lastOutput, lowerForward } from './lower-forward.js';
import { createPlanBuilder } from './plan-builder.js';
import { gradientOf } from './plan-names.js';

/** What the plan's procedures are called; between them the gradient of the logits is written. */
export const inputGradientsProcedures = { forward: 'forward', backward: 'backward' } as const;

/** Buffers of the plan: [classes, classes], and [classes, ...inputShape]. */
export interface InputGradientBuffers {
  readonly logitsGradient: string;
  readonly inputGradient: string;
}

/**
 * A plan that hands a gradient of the logits back to the inputs, without dropout and without
 * touching a weight, for as many rows as there are classes.
 */
export function lowerInputGradients(model: ResolvedModel): {
  readonly plan: Plan;
  readonly buffers: InputGradientBuffers;
} {
  const plan = createPlanBuilder(model.classes, { keepsEverything: true });
  plan.procedure(inputGradientsProcedures.forward);
  const layers = lowerForward(model, plan, { training: false });
  plan.procedure(inputGradientsProcedures.backward);
  const logitsGradient = plan.perExample(gradientOf(lastOutput(layers)), [model.classes]);
  const inputGradient = lowerInputGradient(layers, plan);
  return { plan: plan.build(), buffers: { logitsGradient, inputGradient } };
}
