import { crc32c } from './crc32c.js';

/**
 * One record of a TFRecord file (TensorFlow `core/lib/io/record_writer.h`), all little-endian:
 *
 * | bytes  | content                          |
 * | ------ | -------------------------------- |
 * | 8      | length of the data               |
 * | 4      | masked CRC-32C of the length     |
 * | length | data                             |
 * | 4      | masked CRC-32C of the data       |
 */
export function tfRecord(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 + 4 + data.length + 4);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(data.length), true);
  view.setUint32(8, maskedCrc(bytes.subarray(0, 8)), true);
  bytes.set(data, 12);
  view.setUint32(12 + data.length, maskedCrc(data), true);
  return bytes;
}

/**
 * A checksum that may itself be part of checked data: rotated right by 15 bits, plus a constant
 * (TensorFlow `core/lib/hash/crc32c.h`).
 */
function maskedCrc(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
