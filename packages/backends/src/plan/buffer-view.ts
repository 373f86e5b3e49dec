import { bufferLength, type PlanBuffer } from './plan-buffer.js';

/** A buffer's numbers as a typed array over the memory that holds them; nothing is copied. */
export function bufferView<M extends ArrayBufferLike>(
  buffer: PlanBuffer,
  memory: M,
  offset: number,
): Float32Array<M> | Int32Array<M> | Float64Array<M> {
  const length = bufferLength(buffer);
  switch (buffer.dtype) {
    case 'float32':
      return new Float32Array(memory, offset, length);
    case 'int32':
      return new Int32Array(memory, offset, length);
    case 'float64':
      return new Float64Array(memory, offset, length);
  }
}
