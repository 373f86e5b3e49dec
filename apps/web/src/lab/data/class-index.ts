/** @file Examples by class, and in pages. */

/** Examples on a page: as many as a canvas each is drawn in a blink. */
const pageSize = 96;

/** How many examples each class has. */
export function countClasses(labels: Uint8Array, classes: number): readonly number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const label of labels) if (label < classes) counts[label]!++;
  return counts;
}

/** Indices of a class in their order; of all without one. */
export function indicesOf(labels: Uint8Array, label: number | undefined): Uint32Array {
  if (label === undefined) return Uint32Array.from(labels, (_, index) => index);
  const indices = new Uint32Array(labels.length);
  let count = 0;
  labels.forEach((one, index) => {
    if (one === label) indices[count++] = index;
  });
  return indices.slice(0, count);
}

export interface ExamplePage {
  /** From 0; the nearest that there is. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  readonly indices: readonly number[];
}

/** A page of a list of examples. */
export function pageOf(indices: Uint32Array, page: number, size = pageSize): ExamplePage {
  const pages = Math.max(1, Math.ceil(indices.length / size));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return { page: shown, pages, indices: [...indices.subarray(shown * size, (shown + 1) * size)] };
}
