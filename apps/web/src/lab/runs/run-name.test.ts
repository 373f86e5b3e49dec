import { cnn, mlp, tinyVgg, type ModelSpec } from '@manabi/models';
import { describe, expect, it, vi } from 'vitest';
import type { DataChoice } from '../../training/data-choice.js';
import { choiceOf } from '../../training/known-data.js';
import type { RunConfiguration } from '../../training/run-configuration.js';

const language = vi.hoisted((): { now: 'en' | 'ja' } => ({ now: 'en' }));
vi.mock('../../i18n/language.svelte.js', () => ({
  localized: (texts: Readonly<Record<'en' | 'ja', unknown>>) => texts[language.now],
  formatNumber: (value: number) => new Intl.NumberFormat(language.now).format(value),
}));
const { runName, storedName } = await import('./run-name.js');

const image = { inputShape: [28, 28, 1], classes: 10 };
const digits: DataChoice = { kind: 'synthetic-digits', trainSize: 2000, testSize: 500, seed: 1 };

function configuration(spec: ModelSpec, data: DataChoice = digits): RunConfiguration {
  return { data, spec, settings: {} };
}

describe('a run that nobody named', () => {
  it.each([
    [
      mlp(image),
      digits,
      'MLP 784-128-10 on drawn digits, 2,000 images',
      'MLP 784-128-10（合成した手書き数字2,000枚）',
    ],
    [
      mlp({ ...image, hidden: [512, 512], dropout: 0.2 }),
      choiceOf('mnist'),
      'MLP 784-512-512-10 with dropout on MNIST',
      'MLP 784-512-512-10・ドロップアウト（MNIST）',
    ],
    [
      mlp({ inputShape: [4], classes: 3, hidden: [] }),
      choiceOf('iris'),
      'One layer 4-3 on Iris',
      '1層 4-3（アヤメ）',
    ],
    [
      cnn(image),
      choiceOf('mnist'),
      'CNN 32-64, then 128-10 with dropout on MNIST',
      'CNN 32-64→128-10・ドロップアウト（MNIST）',
    ],
    [
      {
        inputShape: [28, 28, 1],
        layers: [
          { type: 'conv2d', filters: 8, kernelSize: 3, activation: 'relu' },
          { type: 'conv2d', filters: 10, kernelSize: 26 },
          { type: 'flatten' },
        ],
      } satisfies ModelSpec,
      choiceOf('mnist'),
      'CNN 8-10 on MNIST',
      'CNN 8-10（MNIST）',
    ],
    [
      { ...tinyVgg({ ...image, inputShape: [64, 64, 3] }), name: 'tinyvgg' },
      { kind: 'own', id: 'cats-1' } as const,
      'Tiny VGG 10-10-10-10, then 10 on Cats',
      'Tiny VGG 10-10-10-10→10（Cats）',
    ],
  ])('is called by what it is, in the reader’s language', (spec, data, en, ja) => {
    const run = configuration(spec, data);
    const name = storedName({ layers: spec.layers }, data);
    for (const [now, expected] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      language.now = now;
      expect(runName({ name, configuration: run, data: { name: 'Cats' } })).toBe(expected);
    }
    language.now = 'en';
  });

  it('is known by its preset, and where it was opened from files', () => {
    const spec = { ...mlp(image), name: 'mlp' };
    const run = { configuration: configuration(spec), data: { name: 'synthetic-digits' } };
    const expected = 'MLP 784-128-10 on drawn digits, 2,000 images';
    expect(runName({ ...run, name: storedName({ preset: 'mlp' }, digits) })).toBe(expected);
    expect(runName({ ...run, name: 'mlp · synthetic-digits' })).toBe(expected);
  });
});

it('leaves a run the name that the reader gave it', () => {
  const run = { configuration: configuration(mlp(image)), data: { name: 'synthetic-digits' } };
  expect(runName({ ...run, name: 'My first' })).toBe('My first');
});
