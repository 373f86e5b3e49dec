/** @file A picture of the reader's, as small as the network reads it. It is sent nowhere. */

export interface FittedImage {
  /** [height, width, channels] bytes as the data set holds them. */
  readonly bytes: Uint8Array;
  /** Whether dark and bright were exchanged: data sets of digits are bright on dark. */
  readonly inverted: boolean;
}

/** Rejects when the file is no picture that this browser reads. */
export async function readImage(file: Blob, shape: readonly number[]): Promise<FittedImage> {
  const [rows = 1, columns = 1, channels = 1] = shape;
  const bitmap = await createImageBitmap(file);
  try {
    const canvas = document.createElement('canvas');
    canvas.width = columns;
    canvas.height = rows;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser gives no canvas to draw on');
    // What is transparent lies on white paper.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, columns, rows);
    context.imageSmoothingQuality = 'high';
    const scale = Math.min(columns / bitmap.width, rows / bitmap.height);
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    context.drawImage(bitmap, (columns - width) / 2, (rows - height) / 2, width, height);
    return fitted(context.getImageData(0, 0, columns, rows).data, { rows, columns, channels });
  } finally {
    bitmap.close();
  }
}

/**
 * Red, green and blue, or the brightness `0.299 R + 0.587 G + 0.114 B` (ITU-R BT.601). A grey
 * picture whose rim is bright is on paper: it is inverted.
 *
 * @param rgba - [rows, columns, 4].
 */
export function fitted(
  rgba: ArrayLike<number>,
  size: { readonly rows: number; readonly columns: number; readonly channels: number },
): FittedImage {
  const { rows, columns, channels } = size;
  const pixels = rows * columns;
  if (channels === 3) {
    const bytes = Uint8Array.from(
      { length: 3 * pixels },
      (_, i) => rgba[4 * Math.floor(i / 3) + (i % 3)]!,
    );
    return { bytes, inverted: false };
  }
  const grey = Uint8Array.from({ length: pixels }, (_, i) =>
    Math.round(0.299 * rgba[4 * i]! + 0.587 * rgba[4 * i + 1]! + 0.114 * rgba[4 * i + 2]!),
  );
  const rim = [...grey].filter((_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    return row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
  });
  const inverted = rim.reduce((sum, value) => sum + value, 0) / rim.length > 127;
  return { bytes: inverted ? grey.map((value) => 255 - value) : grey, inverted };
}
