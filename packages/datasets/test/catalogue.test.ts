import { describe, expect, it } from 'vitest';
import { datasetInfo, datasetNames, isDatasetName } from '@manabi/datasets';

describe('catalogue', () => {
  it.each(datasetNames)('names every class of %s in both languages', (name) => {
    const { classNames } = datasetInfo(name);
    expect(classNames.ja).toHaveLength(classNames.en.length);
    expect(new Set(classNames.ja).size).toBe(classNames.ja.length);
  });

  it.each(['mnist', 'fashion-mnist', 'kmnist'] as const)('can check every file of %s', (name) => {
    const { files, mirrors } = datasetInfo(name);
    expect(files).toHaveLength(4);
    for (const { gzip, content } of files) {
      expect(gzip.sha256 ?? content.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    for (const mirror of mirrors) expect(mirror).toMatch(/^https?:.*\/$/);
  });

  it('states sizes that follow from the shape and the number of examples', () => {
    for (const { part, holds, content } of datasetInfo('mnist').files) {
      const examples = datasetInfo('mnist').sizes[part];
      // IDX: 4 bytes of magic, 4 a dimension, then one byte a number.
      const expected = holds === 'images' ? 4 + 3 * 4 + examples * 784 : 4 + 4 + examples;
      expect(content.sizeBytes).toBe(expected);
    }
  });

  it('knows its names', () => {
    expect(isDatasetName('kmnist')).toBe(true);
    expect(isDatasetName('toString')).toBe(false);
    // @ts-expect-error: a name that the types refuse as well
    expect(() => datasetInfo('imagenet')).toThrow('datasetInfo: expected one of mnist, ');
  });
});
