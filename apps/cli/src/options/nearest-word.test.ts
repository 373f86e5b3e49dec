import { describe, expect, it } from 'vitest';
import { nearestWord, suggestion } from './nearest-word.js';
import { datasetNameWords, optimizerWords } from './words.js';

describe('nearestWord', () => {
  it.each([
    ['fashon-mnist', 'fashion-mnist'],
    ['MNSIT', 'mnist'],
    ['k-mnist', 'kmnist'],
    ['irs', 'iris'],
    ['synthetic-digit', 'synthetic-digits'],
    ['fashion', 'fashion-mnist'],
  ])('takes "%s" for %s', (typed, meant) => {
    expect(nearestWord(typed, datasetNameWords)).toBe(meant);
  });

  it.each(['cifar', 'x', '', 'photographs'])('offers nothing for "%s"', (typed) => {
    expect(nearestWord(typed, datasetNameWords)).toBeUndefined();
  });

  it('takes the nearest of several near words', () => {
    expect(nearestWord('sdg', optimizerWords)).toBe('sgd');
    expect(nearestWord('rms', optimizerWords)).toBe('rmsprop');
  });
});

describe('suggestion', () => {
  it('is a line of its own, or nothing', () => {
    expect(suggestion('adan', optimizerWords)).toBe('\n(Did you mean adam?)');
    expect(suggestion('lbfgs', optimizerWords)).toBe('');
  });
});
