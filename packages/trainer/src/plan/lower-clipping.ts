import { normBlocks } from '@manabi/backends/plan';
import type { ResolvedWeight } from '@manabi/models';
import type { GradientClipping } from '../clipping/gradient-clipping.js';
import { numbersIn } from './numbers-in.js';
import type { PlanBuilder } from './plan-builder.js';
import { gradientOf, normPartialsBuffer } from './plan-names.js';

/** Adds the calls that clip the gradients of all these weights; they are complete by then. */
export function lowerClipping(
  weights: readonly ResolvedWeight[],
  { type, limit }: GradientClipping,
  plan: PlanBuilder,
): void {
  const gradients = weights.map(({ name, shape }) => ({
    gradient: gradientOf(name),
    length: numbersIn(shape),
  }));
  if (type === 'value') {
    for (const { gradient, length } of gradients) {
      plan.call({ kind: 'clipByValue', reads: {}, writes: { gradient }, length, limit });
    }
    return;
  }
  const count = gradients.reduce((total, { length }) => total + normBlocks(length), 0);
  const partials = plan.scratch(normPartialsBuffer, [count], 'float64');
  let first = 0;
  for (const { gradient, length } of gradients) {
    const buffers = { reads: { gradient }, writes: { partials } };
    plan.call({ kind: 'sumOfSquares', ...buffers, first, length });
    first += normBlocks(length);
  }
  for (const { gradient, length } of gradients) {
    const buffers = { reads: { partials }, writes: { gradient } };
    plan.call({ kind: 'clipByNorm', ...buffers, length, partials: count, limit });
  }
}
