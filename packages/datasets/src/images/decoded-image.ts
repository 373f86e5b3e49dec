/** An image of any format, in memory. */
export interface DecodedImage {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 red, green, blue. */
  readonly channels: 1 | 3;
  /** [height, width, channels] bytes. */
  readonly data: Uint8Array;
}
