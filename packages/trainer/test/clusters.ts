import type { Dataset } from '@manabi/datasets';
import { initializeModel, type Model } from '@manabi/models';

/** Points around three centres in the plane, n in all, in turn; the same for the same n. */
export function clusters(n: number): Dataset {
  const centres = [
    [1, 0],
    [-1, 1],
    [-1, -1],
  ] as const;
  const inputs = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    const [x, y] = centres[i % 3]!;
    inputs[2 * i] = x + 0.6 * Math.sin(12.9898 * i);
    inputs[2 * i + 1] = y + 0.6 * Math.cos(78.233 * i);
  }
  return {
    name: 'clusters',
    inputs,
    inputShape: [2],
    labels: Uint8Array.from({ length: n }, (_, i) => i % 3),
    classNames: ['right', 'top', 'bottom'],
    normalization: { kind: 'scale', factor: 1 },
  };
}

/** A network for the clusters, untrained. */
export function clustersModel(seed = 1): Model {
  return initializeModel(
    {
      inputShape: [2],
      layers: [
        { type: 'dense', units: 6, activation: 'tanh' },
        { type: 'dropout', rate: 0.1 },
        { type: 'dense', units: 3, activation: 'softmax' },
      ],
    },
    { seed },
  );
}
