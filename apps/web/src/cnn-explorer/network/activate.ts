import type { ActivationName } from '@manabi/models';

/** One number through a layer's activation; softmax is the affair of all of them. */
export function activate(name: ActivationName, value: number): number {
  switch (name) {
    case 'relu':
      return Math.max(0, value);
    case 'sigmoid':
      return 1 / (1 + Math.exp(-value));
    case 'tanh':
      return Math.tanh(value);
    case 'linear':
    case 'softmax':
      return value;
  }
}
