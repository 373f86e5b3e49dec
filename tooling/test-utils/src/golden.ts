import { readFileSync } from 'node:fs';

/** A tensor in a golden file: row-major float64 numbers made by PyTorch (see goldens/). */
export interface GoldenTensor {
  readonly shape: number[];
  readonly data: number[];
}

/** Reads `goldens/<name>.json`; the caller states the shape of its cases as `T`. */
export function readGolden<T>(name: 'conv2d' | 'pooling' | 'training'): readonly T[] {
  const file = new URL(`../goldens/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { cases: T[] }).cases;
}
