import type { KernelActivation } from '../plan/kernel-call.js';

/**
 * `linear`: x; `relu`: max(0, x); `sigmoid`: 1 / (1 + e^-x); `tanh`: (e^x - e^-x) / (e^x + e^-x).
 *
 * @param x - at least [length].
 * @param y - at least [length], receives the result; may be `x`.
 */
export function activation(
  name: KernelActivation,
  length: number,
  x: Float32Array,
  y: Float32Array,
): void {
  switch (name) {
    case 'linear':
      if (x !== y) y.set(x.subarray(0, length));
      return;
    case 'relu':
      for (let i = 0; i < length; i++) y[i] = Math.max(0, x[i]!);
      return;
    case 'sigmoid':
      for (let i = 0; i < length; i++) y[i] = 1 / (1 + Math.exp(-x[i]!));
      return;
    case 'tanh':
      for (let i = 0; i < length; i++) y[i] = Math.tanh(x[i]!);
  }
}

/**
 * The derivative, told from the output: dx = dy * f', where f' is 1 for `linear`, [y > 0] for
 * `relu` (0 at the corner), y (1 - y) for `sigmoid` and 1 - y^2 for `tanh`.
 *
 * @param y - at least [length], what {@link activation} gave.
 * @param dy - at least [length].
 * @param dx - at least [length], receives the result; may be `dy`.
 */
export function activationGradient(
  name: KernelActivation,
  length: number,
  y: Float32Array,
  dy: Float32Array,
  dx: Float32Array,
): void {
  switch (name) {
    case 'linear':
      if (dy !== dx) dx.set(dy.subarray(0, length));
      return;
    case 'relu':
      for (let i = 0; i < length; i++) dx[i] = y[i]! > 0 ? dy[i]! : 0;
      return;
    case 'sigmoid':
      for (let i = 0; i < length; i++) dx[i] = dy[i]! * y[i]! * (1 - y[i]!);
      return;
    case 'tanh':
      for (let i = 0; i < length; i++) dx[i] = dy[i]! * (1 - y[i]! * y[i]!);
  }
}
