import type { Dataset } from '@manabi/datasets';

/** Images of 1x2 pixels whose bytes are (index, 255 - index), with the labels given. */
export function toyDataset(labels: readonly number[]): Dataset {
  return {
    name: 'toy',
    inputs: Uint8Array.from(labels.flatMap((_, index) => [index, 255 - index])),
    inputShape: [1, 2, 1],
    labels: Uint8Array.from(labels),
    classNames: ['a', 'b', 'c'],
    normalization: { kind: 'scale', factor: 1 / 255 },
  };
}
