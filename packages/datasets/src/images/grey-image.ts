/** One image of one channel. */
export interface GreyImage {
  /** [height, width] row-major bytes. */
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}
