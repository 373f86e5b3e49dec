import type { Model } from '@manabi/models';
import { describe, expect, it } from 'vitest';
import { firstLayerPicture } from './first-layer-picture.js';

describe('firstLayerPicture', () => {
  it('shows what a neuron multiplies each pixel with, black for -max and white for +max', () => {
    const kernel = new Float32Array(4 * 2);
    // [in, units]: the first neuron has 2 at the top left, the second -1 at the bottom right.
    kernel[0] = 2;
    kernel[7] = -1;
    const model: Model = {
      spec: {
        inputShape: [2, 2, 1],
        layers: [{ type: 'flatten' }, { type: 'dense', units: 2, activation: 'softmax' }],
      },
      weights: { 'dense1/kernel': kernel, 'dense1/bias': new Float32Array(2) },
    };
    // Two tiles of 2x2 pixels, each pixel 12 wide, and one pixel between the tiles.
    const { width, height, channels, data } = firstLayerPicture(model)!;
    expect({ width, height, channels }).toEqual({ width: 49, height: 24, channels: 1 });
    const at = (x: number, y: number) => data[y * width + x];
    expect([at(0, 0), at(11, 11), at(12, 0), at(0, 12)]).toEqual([255, 255, 128, 128]);
    expect(at(24, 5)).toBe(128);
    // 128 - 127/2 = 64.5, rounded.
    expect([at(25, 0), at(48, 23)]).toEqual([128, 65]);
  });

  it('shows the filters of a convolution in colour where the images have colours', () => {
    const filter = new Float32Array(3 * 3 * 3 * 4);
    // [height, width, in, out]: the green of the first pixel in the last of four filters.
    filter[1 * 4 + 3] = 1;
    const model: Model = {
      spec: {
        inputShape: [8, 8, 3],
        layers: [
          { type: 'conv2d', filters: 4, kernelSize: 3 },
          { type: 'flatten' },
          { type: 'dense', units: 2, activation: 'softmax' },
        ],
      },
      weights: {
        'conv1/filter': filter,
        'conv1/bias': new Float32Array(4),
        'dense1/kernel': new Float32Array(6 * 6 * 4 * 2),
        'dense1/bias': new Float32Array(2),
      },
    };
    // Two by two tiles of 24x24.
    const { width, height, channels, data } = firstLayerPicture(model)!;
    expect({ width, height, channels }).toEqual({ width: 49, height: 49, channels: 3 });
    const start = (25 * width + 25) * 3;
    expect([...data.subarray(start, start + 3)]).toEqual([128, 255, 128]);
    expect(data.filter((level) => level !== 128)).toHaveLength(8 * 8);
  });

  it('shows nothing of features', () => {
    const model: Model = {
      spec: { inputShape: [4], layers: [{ type: 'dense', units: 3, activation: 'softmax' }] },
      weights: { 'dense1/kernel': new Float32Array(12), 'dense1/bias': new Float32Array(3) },
    };
    expect(firstLayerPicture(model)).toBeUndefined();
  });
});
