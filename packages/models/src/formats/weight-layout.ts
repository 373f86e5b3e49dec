import { elementCount } from '../shape/element-count.js';
import type { ResolvedModel } from '../shape/resolved-model.js';

/** Where a weight lies in `weights.bin`. */
export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Little-endian IEEE 754, row-major. */
  readonly dtype: 'float32';
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** The weights of a model one after the other without gaps, in the order of its layers. */
export function weightLayout(model: ResolvedModel): StoredTensor[] {
  let byteOffset = 0;
  return model.layers
    .flatMap((layer) => layer.weights)
    .map(({ name, shape }) => {
      const byteLength = elementCount(shape) * Float32Array.BYTES_PER_ELEMENT;
      const tensor = { name, shape, dtype: 'float32', byteOffset, byteLength } as const;
      byteOffset += byteLength;
      return tensor;
    });
}

/** Length of `weights.bin`. */
export function layoutByteLength(layout: readonly StoredTensor[]): number {
  return layout.reduce((total, tensor) => total + tensor.byteLength, 0);
}
