import { describe, expect, it } from 'vitest';
import { datasetHash, parseDatasetReference } from '@manabi/datasets';
import { toyDataset } from './toy-dataset.js';

describe('parseDatasetReference', () => {
  it.each([
    ['mnist', { kind: 'named', name: 'mnist' }],
    ['idx:./scans', { kind: 'idx', directory: './scans' }],
    ['images:C:\\photos', { kind: 'images', directory: 'C:\\photos' }],
  ])('reads %s', (word, reference) => {
    expect(parseDatasetReference(word)).toEqual(reference);
  });

  it.each(['', 'MNIST', 'idx:', 'images', 'folder:x', 'constructor'])('refuses "%s"', (word) => {
    expect(() => parseDatasetReference(word)).toThrow(
      `data set: expected one of mnist, fashion-mnist, kmnist, iris, synthetic-digits, idx:DIR or images:DIR, got "${word}"`,
    );
  });
});

describe('datasetHash', () => {
  it('is equal for equal data under another name and differs for any other change', async () => {
    const dataset = toyDataset([0, 1, 2]);
    const hash = await datasetHash(dataset);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await datasetHash({ ...dataset, name: 'other' })).toBe(hash);
    for (const changed of [
      { ...dataset, labels: Uint8Array.of(0, 1, 1) },
      { ...dataset, inputs: Uint8Array.of(0, 255, 1, 254, 2, 252) },
      { ...dataset, inputShape: [2, 1, 1] },
      { ...dataset, classNames: ['a', 'b', 'd'] },
      { ...dataset, normalization: { kind: 'scale', factor: 1 } as const },
    ]) {
      expect(await datasetHash(changed)).not.toBe(hash);
    }
  });
});
