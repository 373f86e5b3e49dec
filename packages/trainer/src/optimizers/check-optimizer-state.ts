import type { OptimizerState } from '../engine/engine.js';
import { TrainerError } from '../trainer-error.js';

/**
 * @param lengths - numbers in each slot, by its name in the state.
 * @throws TrainerError `state-mismatch` when a slot is missing, unknown or of another length.
 */
export function checkOptimizerState(
  state: OptimizerState,
  lengths: ReadonlyMap<string, number>,
): void {
  for (const name of new Set([...lengths.keys(), ...Object.keys(state.slots)])) {
    const size = lengths.get(name);
    const length = state.slots[name]?.length;
    if (size === length) continue;
    throw new TrainerError('state-mismatch', {
      where: `optimizer state "${name}"`,
      expected: size === undefined ? 'no such slot' : `${size} numbers`,
      got: length === undefined ? 'none' : `${length}`,
      remedy: 'use the state of a run with the same model and optimizer',
    });
  }
}
