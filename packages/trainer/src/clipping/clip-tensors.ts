import {
  add,
  clipByValue,
  mul,
  scalar,
  sqrt,
  square,
  sum,
  minimum,
  div,
} from '@tensorflow/tfjs-core';
import type { WeightTensors } from '@manabi/models';
import type { GradientClipping } from './gradient-clipping.js';

/** Clipped gradients, by name; new tensors. Call it inside `tidy`. */
export function clipTensors(
  gradients: WeightTensors,
  { type, limit }: GradientClipping,
): WeightTensors {
  const entries = Object.entries(gradients);
  if (type === 'value') {
    return Object.fromEntries(
      entries.map(([name, gradient]) => [name, clipByValue(gradient, -limit, limit)]),
    );
  }
  const squares = entries.map(([, gradient]) => sum(square(gradient)));
  const norm = sqrt(squares.reduce((total, one) => add(total, one)));
  const factor = minimum(scalar(1), div(limit, norm));
  return Object.fromEntries(entries.map(([name, gradient]) => [name, mul(gradient, factor)]));
}
