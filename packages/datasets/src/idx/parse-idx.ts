/**
 * @file The IDX format of MNIST's files: two zero bytes, a type (8: unsigned bytes), the number of
 * dimensions, each dimension as a big-endian 32-bit number, then the numbers row-major
 * (yann.lecun.com/exdb/mnist, "FILE FORMATS FOR THE MNIST DATABASE").
 */
import { DatasetError } from '../dataset-error.js';

/** An array of bytes and its shape. */
export interface IdxArray {
  /** Such as [60000, 28, 28] or [60000]. */
  readonly shape: readonly number[];
  /** Row-major, as many as the product of `shape`. */
  readonly data: Uint8Array;
}

const unsignedByte = 8;

/**
 * Reads an uncompressed IDX file of unsigned bytes.
 *
 * @param where - names the file in errors.
 * @returns `data` is a view into `bytes`.
 * @throws DatasetError `corrupt` unless the file is exactly what its header says.
 */
export function parseIdx(bytes: Uint8Array, where: string): IdxArray {
  const fail = (expected: string, got: string): never => {
    throw new DatasetError('corrupt', { where, expected, got, path: where });
  };
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0) {
    const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0'));
    fail('an IDX file, which begins with two zero bytes', start.join(' ') || 'an empty file');
  }
  if (bytes[2] !== unsignedByte) fail('IDX type 8 (unsigned bytes)', `type ${bytes[2]!}`);
  const rank = bytes[3]!;
  const headerLength = 4 + 4 * rank;
  if (rank === 0) fail('at least one dimension', 'none');
  if (bytes.length < headerLength) {
    fail(`a header of ${headerLength} bytes`, `a file of ${bytes.length} bytes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const length = shape.reduce((product, extent) => product * extent, 1);
  if (bytes.length !== headerLength + length) {
    fail(
      `${headerLength + length} bytes for shape [${shape.join(', ')}]`,
      `${bytes.length} bytes, which is ${bytes.length < headerLength + length ? 'cut short' : 'too long'}`,
    );
  }
  return { shape, data: bytes.subarray(headerLength) };
}
