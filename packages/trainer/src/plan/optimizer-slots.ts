import type { UpdateRule } from '@manabi/backends/plan';
import type { ResolvedModel } from '@manabi/models';
import { numbersIn } from './numbers-in.js';
import { slotOf } from './plan-names.js';

/** What each rule remembers of a parameter. */
export const optimizerSlots = {
  sgd: [],
  momentum: ['velocity'],
  rmsprop: ['meanSquare'],
  adam: ['m', 'v'],
} as const satisfies Record<UpdateRule['type'], readonly string[]>;

/** Numbers in every slot of a model's weights, by the slot's name in `OptimizerState`. */
export function slotLengths(
  model: ResolvedModel,
  rule: UpdateRule['type'],
): ReadonlyMap<string, number> {
  return new Map(
    model.layers.flatMap(({ weights }) =>
      weights.flatMap(({ name, shape }) =>
        optimizerSlots[rule].map((slot) => [slotOf(slot, name), numbersIn(shape)] as const),
      ),
    ),
  );
}
