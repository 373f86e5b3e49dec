import type { UpdateRule } from '@manabi/backends/plan';
import type { ResolvedWeight } from '@manabi/models';
import type { ResolvedOptimizerSpec } from '../optimizers/optimizer-spec.js';
import { numbersIn } from './numbers-in.js';
import { optimizerSlots } from './optimizer-slots.js';
import type { PlanBuilder } from './plan-builder.js';
import { gradientOf, slotOf } from './plan-names.js';

/** Adds the optimiser's step of one weight, from its gradient. */
export function lowerUpdate(
  { name, shape }: ResolvedWeight,
  optimizer: ResolvedOptimizerSpec,
  plan: PlanBuilder,
): void {
  const slots = optimizerSlots[optimizer.type].map(
    (slot) => [slot, plan.kept(slotOf(slot, name), shape)] as const,
  );
  plan.call({
    kind: 'update',
    reads: { gradient: gradientOf(name) },
    writes: { parameter: name, ...Object.fromEntries(slots) },
    length: numbersIn(shape),
    rule: updateRule(optimizer),
  });
}

/** The constants of an optimiser without its learning rate, which may change from step to step. */
function updateRule(optimizer: ResolvedOptimizerSpec): UpdateRule {
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
