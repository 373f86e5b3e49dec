/** @file A network that the reader has broken, as it is shown: what it learned stays as it is. */
import { ablate, type Ablation } from '@manabi/models';
import { isSilenced, type Damage } from '../../break-it/damage.js';
import type { NetworkState } from './network-run.js';

/** The same moment of the network without what is taken out of it. */
export function brokenNetwork(state: NetworkState, ablation: Ablation | undefined): NetworkState {
  if (ablation === undefined) return state;
  const { model, changes } = state;
  return {
    ...state,
    model: ablate(model, ablation),
    changes: changes && brokenChanges(state, changes, ablation),
  };
}

/** What is taken out did not move either. */
function brokenChanges(
  { model }: NetworkState,
  changes: NonNullable<NetworkState['changes']>,
  ablation: Ablation,
): NetworkState['changes'] {
  const { weights } = ablate({ ...model, weights: { ...model.weights, ...changes } }, ablation);
  return Object.fromEntries(Object.keys(changes).map((name) => [name, weights[name]!]));
}

/** What of a layer, counted from 1, is taken out. */
export interface BrokenLayer {
  readonly bias: boolean;
  readonly silenced: (unit: number) => boolean;
}

export function brokenLayer({ ablation }: Damage, layer: number): BrokenLayer {
  const name = `dense${layer}`;
  return {
    bias: ablation?.biases?.includes(name) === true,
    silenced: (unit) => isSilenced(ablation?.units ?? [], { layer: name, unit }),
  };
}
