import { DatasetError } from '../dataset-error.js';
import type { IdxArray } from './parse-idx.js';

/**
 * Writes an uncompressed IDX file of unsigned bytes; {@link parseIdx} reads it back.
 *
 * @throws DatasetError `invalid` when the data does not fill the shape.
 */
export function encodeIdx({ shape, data }: IdxArray): Uint8Array {
  const length = shape.reduce((product, extent) => product * extent, 1);
  if (shape.length < 1 || shape.length > 255 || length !== data.length) {
    throw new DatasetError('invalid', {
      where: 'encodeIdx',
      expected: `${length} bytes for shape [${shape.join(', ')}]`,
      got: `${data.length} bytes`,
    });
  }
  const bytes = new Uint8Array(4 + 4 * shape.length + length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, 8, shape.length]);
  shape.forEach((extent, axis) => {
    view.setUint32(4 + 4 * axis, extent);
  });
  bytes.set(data, 4 + 4 * shape.length);
  return bytes;
}
