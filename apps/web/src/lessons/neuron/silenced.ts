import { activations } from '@manabi/viz';
import type { NeuronValues } from './code-samples.js';
import { neuronSchema } from './state.js';
import { weightedSum } from './weighted-sum.js';

/** The challenge: the neuron as it is at first, with ReLU, answers 0 because of its bias alone. */
export function isSilenced({ x, w, b, f }: NeuronValues): boolean {
  const untouched =
    String(x) === String(neuronSchema.x.initial) && String(w) === String(neuronSchema.w.initial);
  return untouched && f === 'relu' && activations.relu.value(weightedSum(x, w, b)) === 0;
}
