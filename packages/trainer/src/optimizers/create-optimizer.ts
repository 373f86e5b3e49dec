import { adam } from './adam.js';
import { momentum } from './momentum.js';
import type { ResolvedOptimizerSpec } from './optimizer-spec.js';
import type { Optimizer } from './optimizer.js';
import { rmsprop } from './rmsprop.js';
import { sgd } from './sgd.js';

/** The rule that a specification names. */
export function createOptimizer(spec: ResolvedOptimizerSpec): Optimizer {
  switch (spec.type) {
    case 'sgd':
      return sgd();
    case 'momentum':
      return momentum(spec);
    case 'rmsprop':
      return rmsprop(spec);
    case 'adam':
      return adam(spec);
  }
}
