import { checkNames, checkSetting, positive, share } from '../settings/check-setting.js';
import { TrainerError } from '../trainer-error.js';
import type { OptimizerSpec, ResolvedOptimizerSpec } from './optimizer-spec.js';

const defaults = {
  sgd: { type: 'sgd', learningRate: 0.01 },
  momentum: { type: 'momentum', learningRate: 0.01, momentum: 0.9 },
  rmsprop: { type: 'rmsprop', learningRate: 0.001, rho: 0.9, epsilon: 1e-7 },
  adam: { type: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
} as const satisfies Record<OptimizerSpec['type'], ResolvedOptimizerSpec>;

/** What `OptimizerSpec.type` may be. */
export const optimizerNames = Object.keys(defaults) as readonly OptimizerSpec['type'][];

/**
 * Fills in the defaults and checks the ranges.
 *
 * @throws TrainerError `invalid-setting`.
 */
export function resolveOptimizer(spec: OptimizerSpec): ResolvedOptimizerSpec {
  // From JavaScript or JSON, as Keras has it: optimizer 'adam'.
  if (typeof (spec as unknown) !== 'object' || (spec as unknown) === null) {
    throw new TrainerError('invalid-setting', {
      where: 'fit optimizer',
      expected: 'an object such as {"type":"adam"}',
      got: JSON.stringify(spec),
      remedy: 'put the name into type',
    });
  }
  if (!optimizerNames.includes(spec.type)) {
    throw new TrainerError('invalid-setting', {
      where: 'optimizer type',
      expected: `one of ${optimizerNames.join(', ')}`,
      got: JSON.stringify(spec.type),
      remedy: 'adam is a good start',
    });
  }
  const known = defaults[spec.type];
  const { type, ...options } = spec;
  const names = Object.keys(known).filter((name) => name !== 'type');
  checkNames(`optimizer ${type}`, options, names, 'remove it or choose the optimizer that has it');
  const resolved = { ...known, ...spec } as ResolvedOptimizerSpec;
  for (const [name, value] of Object.entries(resolved)) {
    if (name === 'type') continue;
    const range = name === 'learningRate' || name === 'epsilon' ? positive : share;
    checkSetting(`optimizer ${resolved.type} ${name}`, value, range);
  }
  return resolved;
}
