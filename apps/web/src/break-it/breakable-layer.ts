/** A layer whose biases can be dropped and whose units silenced. */
export interface BreakableLayer {
  /** As the model calls it. */
  readonly name: string;
  /** As the page calls it. */
  readonly title: string;
  readonly units: number;
  /** How a unit is called, counted from 0. */
  readonly unitName: (unit: number) => string;
}
