/** @file Stored images as the page's canvases want them. */

/**
 * Red, green, blue and alpha of an image of one or three channels; grey is 0 black, 255 white, as
 * in the files.
 *
 * @param bytes - [height, width, channels].
 * @returns [height, width, 4].
 */
export function toRgba(
  bytes: ArrayLike<number>,
  [height = 1, width = 1, channels = 1]: readonly number[],
): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(4 * height * width);
  for (let pixel = 0; pixel < height * width; pixel++) {
    for (let color = 0; color < 3; color++) {
      rgba[4 * pixel + color] = bytes[pixel * channels + (channels === 3 ? color : 0)]!;
    }
    rgba[4 * pixel + 3] = 255;
  }
  return rgba;
}

/** One channel of an image: [height, width]. */
export function channelOf(
  bytes: ArrayLike<number>,
  channels: number,
  channel: number,
): readonly number[] {
  return Array.from(
    { length: bytes.length / channels },
    (_, pixel) => bytes[pixel * channels + channel]!,
  );
}

/** A small window of an image, where all of it is too much to read. */
export interface ImageWindow {
  /** Of its first row and column. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The numbers inside a window. */
export function cropChannel(
  values: readonly number[],
  columns: number,
  window: ImageWindow,
): readonly number[] {
  return Array.from({ length: window.rows * window.columns }, (_, i) => {
    const row = window.row + Math.floor(i / window.columns);
    const column = window.column + (i % window.columns);
    return values[row * columns + column]!;
  });
}
