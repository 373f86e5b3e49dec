/** A place in an image or a feature map, from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}
