import { describe, expect, it } from 'vitest';
import { squareWindow } from '../../test/plan/windows.js';
import { convolutionAlgorithm } from './convolution-algorithm.js';

const algorithm = (
  image: readonly [number, number, number],
  filters: number,
  { size = 3, stride = 1, padding = 'valid' } = {},
) => convolutionAlgorithm(squareWindow(image, size, stride, padding), filters);

describe('convolutionAlgorithm', () => {
  it('takes Winograd for 3x3 windows over many channels', () => {
    expect(algorithm([26, 26, 32], 64)).toBe('winograd');
    expect(algorithm([13, 13, 10], 10, { padding: 'same' })).toBe('winograd');
  });

  it('takes im2col for other windows and strides', () => {
    expect(algorithm([26, 26, 32], 64, { size: 5 })).toBe('im2col');
    expect(algorithm([26, 26, 32], 64, { stride: 2 })).toBe('im2col');
  });

  it('takes im2col where the transforms cost more than they save', () => {
    expect(algorithm([28, 28, 1], 32)).toBe('im2col');
    expect(algorithm([28, 28, 32], 4)).toBe('im2col');
  });

  it('takes im2col where most of a tile lies beside the image', () => {
    // One tile of 36 products for 4 outputs of 9 each.
    expect(algorithm([4, 4, 32], 64)).toBe('im2col');
  });

  it('takes im2col where the transformed filter would fill the memory', () => {
    expect(algorithm([26, 26, 256], 256)).toBe('im2col');
  });
});
