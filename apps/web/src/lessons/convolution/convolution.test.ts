import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { createWeightTensors, forward, resolveModel } from '@manabi/models';
import { describe, expect, it } from 'vitest';
import { codeText } from '../../lesson/code-sample.js';
import { kerasSample, typescriptSample } from './code-samples.js';
import { edgeAnswers } from './edge-answers.js';
import { kernelName, kernels } from './kernels.js';
import { arrangeMaps, placeUnder } from './map-scene.js';
import { convolutionParameters, denseParameters, inputCount } from './parameters.js';
import { digitPicture, shapesPicture } from './pictures.js';
import { fitSize, toGrey } from './read-picture.js';
import { nearestStep, outputSize, slide, sumOfProducts, windowAt } from './sliding-window.js';
import { convolutionSchema } from './state.js';

const image = { rows: 5, columns: 5, values: convolutionSchema.x.initial };
const weights = convolutionSchema.k.initial;

describe('parameters in front of an image', () => {
  const grey = { width: 640, height: 480, channels: 1 };

  it('grow with the image for a dense layer: 640 x 480 = 307,200 inputs', () => {
    expect(inputCount(grey)).toBe(307_200);
    // 307,200 x 128 weights and 128 biases
    expect(denseParameters(grey, 128)).toBe(39_321_728);
    // 784 x 128 + 128
    expect(denseParameters({ width: 28, height: 28, channels: 1 }, 128)).toBe(100_480);
  });

  it('do not for kernels: 9 weights a channel and a bias each', () => {
    expect(convolutionParameters(grey, 128)).toBe(1280);
    expect(convolutionParameters({ ...grey, channels: 3 }, 1)).toBe(28);
  });
});

describe('a kernel sliding over the lecture’s image', () => {
  it('gives 4 3 5 in every row', () => {
    const result = [4, 3, 5];
    expect(slide({ image, weights }).values).toEqual([...result, ...result, ...result]);
  });

  it('adds the first window up to 4', () => {
    const window = windowAt({ image, weights }, 0, 0);
    expect(window).toEqual([0, 1, 1, 0, 1, 1, 0, 1, 1]);
    // 0x1 1x0 1x1 / 0x1 1x1 1x1 / 0x0 1x0 1x1
    expect(sumOfProducts(window, weights)).toBe(4);
  });

  it.each([
    [1, 0, 3],
    [1, 1, 5],
    [2, 0, 2],
    [2, 1, 3],
  ])('with stride %d and padding %d has %d places a side', (stride, padding, size) => {
    expect(outputSize(5, stride, padding)).toBe(size);
    expect(slide({ image, weights, stride, padding }).rows).toBe(size);
  });

  it('reads zeros outside the image', () => {
    expect(windowAt({ image, weights, padding: 1 }, 0, 0)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 1]);
  });

  it('finds the window whose middle is nearest to a cell', () => {
    const output = { rows: 3, columns: 3 };
    expect(nearestStep(0, 0, 1, output)).toBe(0);
    expect(nearestStep(2, 3, 1, output)).toBe(5);
    expect(nearestStep(4, 4, 1, output)).toBe(8);
    // Stride 2: middles at 1 and 3.
    expect(nearestStep(3, 1, 2, { rows: 2, columns: 2 })).toBe(2);
  });
});

describe('known kernels', () => {
  it('are known by their weights and divisor', () => {
    expect(kernelName(kernels.blur)).toBe('blur');
    expect(kernelName({ ...kernels.blur, divisor: 8 })).toBeUndefined();
  });

  it('leave an even surface as it is, or silence it', () => {
    const even = { rows: 3, columns: 3, values: Array.from({ length: 9 }, () => 7) };
    const answer = (name: keyof typeof kernels) =>
      slide({ image: even, weights: kernels[name].weights }).values[0]! / kernels[name].divisor;
    expect([answer('vertical'), answer('horizontal')]).toEqual([0, 0]);
    expect([answer('blur'), answer('sharpen'), answer('identity')]).toEqual([7, 7, 7]);
  });

  it('are told apart by the challenge', () => {
    // Dark left of bright, columns 0 0 1 1: each window covers one or two bright columns of three 1s.
    expect(edgeAnswers(kernels.vertical.weights)).toEqual({
      even: [0],
      horizontal: [0],
      vertical: [3],
      verticalOnly: true,
    });
    expect(edgeAnswers(kernels.horizontal.weights).verticalOnly).toBe(false);
    expect(edgeAnswers(weights).verticalOnly).toBe(false);
    expect(edgeAnswers([0, 0, 0, 0, 0, 0, 0, 0, 0]).verticalOnly).toBe(false);
    // Columns add up to 0 as well: silent at both kinds of edge.
    expect(edgeAnswers([1, 0, -1, 0, 0, 0, -1, 0, 1]).verticalOnly).toBe(false);
  });
});

describe('pictures', () => {
  it('are drawn with dark and bright pixels', () => {
    for (const picture of [digitPicture(), shapesPicture()]) {
      expect(picture.values).toHaveLength(picture.rows * picture.columns);
      expect(Math.max(...picture.values)).toBeGreaterThan(200);
      expect(Math.min(...picture.values)).toBeLessThan(50);
    }
  });

  it('of the reader keep their shape within 64 pixels and turn grey by luminance', () => {
    expect(fitSize(640, 480)).toEqual({ rows: 48, columns: 64 });
    expect(fitSize(20, 10)).toEqual({ rows: 10, columns: 20 });
    expect(fitSize(1000, 1)).toEqual({ rows: 3, columns: 64 });
    // 0.299 x 255 = 76.2; 0.587 x 255 = 149.7; 0.114 x 255 = 29.1
    expect(toGrey([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255])).toEqual([76, 150, 29]);
  });

  it('say which window is under a point, in the picture and in the map', () => {
    const picture = { rows: 5, columns: 5, values: image.values };
    const map = slide({ image: picture, weights });
    const layout = arrangeMaps(picture, 1000);
    const middle = (corner: { x: number; y: number }, row: number, column: number) => ({
      x: corner.x + (column + 0.5) * layout.pixel,
      y: corner.y + (row + 0.5) * layout.pixel,
    });
    expect(placeUnder(layout, map, middle(layout.map, 1, 2))).toEqual([1, 2]);
    expect(placeUnder(layout, map, middle(layout.image, 2, 3))).toEqual([1, 2]);
    expect(placeUnder(layout, map, middle(layout.image, 0, 0))).toBeUndefined();
  });
});

describe('the program of the lesson', () => {
  const values = { x: image.values, k: weights, m: convolutionSchema.m.initial } as const;

  async function run(stride: '1' | '2', padding: 'valid' | 'same') {
    const program = codeText(typescriptSample({ ...values, stride, padding }))
      .replaceAll(/^import .*$/gm, '')
      .replaceAll(/^(squeeze.*)\.print\(\);$/gm, 'outputs.push($1);');
    const outputs: tf.Tensor[] = [];
    const names = { ...tf, createWeightTensors, forward, resolveModel, Float32Array, outputs };
    await (runInNewContext(`(async () => {${program}})()`, names) as Promise<void>);
    return outputs.map((output) => Array.from(output.dataSync()));
  }

  it.each([
    ['1', 'valid'],
    ['1', 'same'],
    ['2', 'valid'],
    ['2', 'same'],
  ] as const)('computes what the page shows at stride %s, padding %s', async (stride, padding) => {
    const shown = slide({
      image,
      weights,
      stride: Number(stride),
      padding: padding === 'same' ? 1 : 0,
    });
    const [convolved, pooled] = await run(stride, padding);
    expect(convolved).toEqual(shown.values);
    // 4 8 / 7 1, 1 0 / 2 3, 0 2 / 1 0, 6 5 / 9 4
    expect(pooled).toEqual([8, 3, 2, 9]);
  });

  it('carries the reader’s values in Keras', () => {
    const keras = codeText(kerasSample({ ...values, stride: '2', padding: 'same' }));
    expect(keras).toContain('strides=2, padding="same"');
    expect(keras).toContain('np.array([1, 0, 1, 1, 1, 1, 0, 0, 1]).reshape(3, 3, 1, 1)');
  });
});
