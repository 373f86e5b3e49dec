/**
 * @file float32 numbers as little-endian bytes on any machine. The numbers travel as 32-bit
 * integers, so that every bit arrives: the payload of a NaN, the sign of a zero.
 */

/** Writes `values` into `bytes` from `byteOffset` on. */
export function writeFloat32(values: Float32Array, bytes: Uint8Array, byteOffset: number): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < words.length; i++) view.setUint32(byteOffset + 4 * i, words[i]!, true);
}

/** Reads `length` numbers from `bytes` from `byteOffset` on. */
export function readFloat32(bytes: Uint8Array, byteOffset: number, length: number): Float32Array {
  const values = new Float32Array(length);
  const words = new Uint32Array(values.buffer);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < length; i++) words[i] = view.getUint32(byteOffset + 4 * i, true);
  return values;
}
