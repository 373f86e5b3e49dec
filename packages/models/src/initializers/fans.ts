/** Inputs and outputs of one unit. */
export interface Fans {
  readonly fanIn: number;
  readonly fanOut: number;
}

/**
 * Dense kernels [in, out]: in and out. Filters [h, w, in, out]: `h*w*in` and `h*w*out`, as Keras
 * counts them (`compute_fans` in keras/src/initializers/random_initializers.py).
 */
export function fans(shape: readonly number[]): Fans {
  const receptiveField = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return {
    fanIn: receptiveField * (shape.at(-2) ?? 1),
    fanOut: receptiveField * (shape.at(-1) ?? 1),
  };
}
