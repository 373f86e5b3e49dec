/** Element-wise functions of a neuron, as the lecture introduces them. */
export type NeuronActivation = 'step' | 'sigmoid' | 'tanh' | 'relu' | 'linear';

interface Activation {
  readonly value: (x: number) => number;
  /** Slope at x; at a kink the one on the right, and 0 for the jump of `step`. */
  readonly derivative: (x: number) => number;
  readonly formula: string;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Each function beside its derivative. */
export const activations: Readonly<Record<NeuronActivation, Activation>> = {
  step: {
    value: (x) => (x >= 0 ? 1 : 0),
    derivative: () => 0,
    formula: 'x < 0: 0, x ≥ 0: 1',
  },
  sigmoid: {
    value: sigmoid,
    derivative: (x) => sigmoid(x) * (1 - sigmoid(x)),
    formula: '1 / (1 + e^−x)',
  },
  tanh: {
    value: Math.tanh,
    derivative: (x) => 1 - Math.tanh(x) ** 2,
    formula: '(e^x − e^−x) / (e^x + e^−x)',
  },
  relu: {
    value: (x) => Math.max(0, x),
    derivative: (x) => (x >= 0 ? 1 : 0),
    formula: 'max(0, x)',
  },
  linear: {
    value: (x) => x,
    derivative: () => 1,
    formula: 'x',
  },
};
