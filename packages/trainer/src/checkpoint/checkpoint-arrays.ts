/** @file The arrays of a checkpoint by name, one after the other as float32 little-endian. */
import type { Weights } from '@manabi/models';
import type { TrainingCheckpoint } from './training-checkpoint.js';

type Arrays = Readonly<Record<string, Float32Array>>;

/** `weights/dense1/kernel`, `optimizer/m/dense1/kernel`, `callback 0/dense1/kernel`. */
export function checkpointArrays(checkpoint: TrainingCheckpoint): Map<string, Float32Array> {
  const { weights, optimizer, callbacks } = checkpoint;
  const groups: (readonly [prefix: string, arrays: Arrays])[] = [
    ['weights', weights],
    ['optimizer', optimizer.slots],
    ...callbacks.map((state, index) => [callbackGroup(index), state.model?.weights ?? {}] as const),
  ];
  return new Map(
    groups.flatMap(([prefix, arrays]) =>
      Object.entries(arrays).map(([name, array]) => [`${prefix}/${name}`, array] as const),
    ),
  );
}

/** The arrays of one group, under their own names. */
export function arrayGroup(arrays: ReadonlyMap<string, Float32Array>, prefix: string): Weights {
  const start = `${prefix}/`;
  return Object.fromEntries(
    [...arrays]
      .filter(([name]) => name.startsWith(start))
      .map(([name, array]) => [name.slice(start.length), array]),
  );
}

export function callbackGroup(index: number): string {
  return `callback ${index}`;
}

/** Little-endian, as JavaScript's typed arrays are wherever tfjs runs. */
export function packArrays(arrays: Iterable<Float32Array>): Uint8Array<ArrayBuffer> {
  const list = [...arrays];
  const bytes = new Uint8Array(list.reduce((total, { byteLength }) => total + byteLength, 0));
  let offset = 0;
  for (const { buffer, byteOffset, byteLength } of list) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += byteLength;
  }
  return bytes;
}

/** Copies of the arrays whose lengths (in numbers) add up to the bytes. */
export function unpackArrays(
  bytes: Uint8Array,
  lengths: readonly (readonly [name: string, length: number])[],
): Map<string, Float32Array> {
  let offset = 0;
  return new Map(
    lengths.map(([name, length]) => {
      const end = offset + length * Float32Array.BYTES_PER_ELEMENT;
      const array = new Float32Array(bytes.slice(offset, end).buffer);
      offset = end;
      return [name, array] as const;
    }),
  );
}
