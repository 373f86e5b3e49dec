import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { OptimizerState } from '../engine/engine.js';
import { checkOptimizerState } from './check-optimizer-state.js';
import type { Slots } from './optimizer.js';

/** The slots of every parameter, by the parameter's name. */
export type SlotsByParameter = Readonly<Record<string, Slots>>;

/** `{ 'dense1/kernel': { m } }` as `{ 'm/dense1/kernel': m }`; the tensors are shared. */
export function nameSlots(slots: SlotsByParameter): Record<string, Tensor> {
  const named: Record<string, Tensor> = {};
  for (const [parameter, ofParameter] of Object.entries(slots)) {
    for (const [slot, value] of Object.entries(ofParameter)) named[`${slot}/${parameter}`] = value;
  }
  return named;
}

/**
 * New tensors with the numbers of a state, laid out as `like`. Call it inside `tidy`.
 *
 * @throws TrainerError `state-mismatch` when a slot is missing, unknown or of another length.
 */
export function slotsFrom(state: OptimizerState, like: SlotsByParameter): SlotsByParameter {
  const lengths = Object.entries(nameSlots(like)).map(([name, { size }]) => [name, size] as const);
  checkOptimizerState(state, new Map(lengths));
  const restored = Object.entries(like).map(([parameter, slots]) => {
    const values = Object.entries(slots).map(([slot, { shape }]) => {
      return [slot, tensor(state.slots[`${slot}/${parameter}`]!, shape, 'float32')] as const;
    });
    return [parameter, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(restored);
}
