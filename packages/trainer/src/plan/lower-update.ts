import type { UpdateRule, UpdateTarget } from '@manabi/backends/plan';
import type { ResolvedWeight } from '@manabi/models';
import type { ResolvedOptimizerSpec } from '../optimizers/optimizer-spec.js';
import { numbersIn } from './numbers-in.js';
import { optimizerSlots } from './optimizer-slots.js';
import type { PlanBuilder } from './plan-builder.js';
import { gradientOf, slotOf } from './plan-names.js';

/** Adds the optimiser's step of one weight, from its gradient. */
export function lowerUpdate(
  weight: ResolvedWeight,
  optimizer: ResolvedOptimizerSpec,
  plan: PlanBuilder,
): void {
  plan.call({
    kind: 'update',
    reads: { gradient: gradientOf(weight.name) },
    writes: updateTarget(weight, optimizer, plan),
    length: numbersIn(weight.shape),
    rule: updateRule(optimizer),
  });
}

/** The buffers of a weight and of what the optimiser remembers of it, declared. */
export function updateTarget(
  { name, shape }: ResolvedWeight,
  optimizer: ResolvedOptimizerSpec,
  plan: PlanBuilder,
): UpdateTarget {
  const slots = optimizerSlots[optimizer.type].map(
    (slot) => [slot, plan.kept(slotOf(slot, name), shape)] as const,
  );
  return { parameter: name, ...Object.fromEntries(slots) };
}

/** The constants of an optimiser without its learning rate, which may change from step to step. */
export function updateRule(optimizer: ResolvedOptimizerSpec): UpdateRule {
  switch (optimizer.type) {
    case 'sgd':
      return { type: 'sgd' };
    case 'momentum':
      return { type: 'momentum', momentum: optimizer.momentum };
    case 'rmsprop':
      return { type: 'rmsprop', rho: optimizer.rho, epsilon: optimizer.epsilon };
    case 'adam': {
      const { beta1, beta2, epsilon } = optimizer;
      return { type: 'adam', beta1, beta2, epsilon };
    }
  }
}
