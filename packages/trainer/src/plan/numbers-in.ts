/** Numbers in an array of this shape. */
export function numbersIn(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}
