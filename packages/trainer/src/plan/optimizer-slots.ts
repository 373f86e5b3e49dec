import type { UpdateRule } from '@manabi/backends/plan';

/** What each rule remembers of a parameter. */
export const optimizerSlots = {
  sgd: [],
  momentum: ['velocity'],
  rmsprop: ['meanSquare'],
  adam: ['m', 'v'],
} as const satisfies Record<UpdateRule['type'], readonly string[]>;
