import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { createWeightTensors, forward, resolveModel } from '@manabi/models';
import { describe, expect, it } from 'vitest';
import { codeText } from '../../lesson/code-sample.js';
import { kerasSample, typescriptSample } from './code-samples.js';
import {
  brightPixels,
  detect,
  detectorNames,
  favourite,
  fittingBias,
  heart,
  patterns,
  weightsFor,
} from './detector.js';
import { exact } from './exact-number.js';
import { gates, inputsOf, rightRows, rightSides, rows } from './gates.js';
import { cut } from './half-plane.js';
import { respond, respondAll, type Network } from './network.js';
import { connections, networkLayout, onConnection } from './network-layout.js';
import { twoLayersSchema } from './state.js';

const lecture: Network = {
  n1: twoLayersSchema.n1.initial,
  n2: twoLayersSchema.n2.initial,
  n3: twoLayersSchema.n3.initial,
};
const answers = (network: Network) => rows.map((row) => respondAll(network, inputsOf(row)));
const outputs = (network: Network) => answers(network).map(({ n3 }) => n3.output);

describe('the network of the lecture', () => {
  it('computes XNOR through n1 = 0 1 1 2 and n2 = 0 0 0 1', () => {
    expect(answers(lecture).map(({ n1 }) => n1.output)).toEqual([0, 1, 1, 2]);
    expect(answers(lecture).map(({ n2 }) => n2.output)).toEqual([0, 0, 0, 1]);
    expect(outputs(lecture)).toEqual([1, 0, 0, 1]);
    expect(rightRows(outputs(lecture), 'xnor')).toEqual([true, true, true, true]);
  });

  it('becomes XOR with n3 = relu(n1 - 2 n2), and AND with n3 = relu(n2)', () => {
    expect(outputs({ ...lecture, n3: [1, -2, 0] })).toEqual(gates.xor);
    expect(outputs({ ...lecture, n3: [0, 1, 0] })).toEqual(gates.and);
  });
});

describe('the judge', () => {
  it('accepts what is 0.1 off, whatever binary fractions make of it, and nothing farther', () => {
    expect(rightRows([1 - 0.1, 0.1, 0.3 - 0.2, 1.1], 'xnor')).toEqual([true, true, true, true]);
    expect(rightRows([0.89, 0.11, 1, 1.11], 'xnor')).toEqual([false, false, false, false]);
  });

  it('reads 0.5 and more as yes: the lecture’s neuron with weights 1, 1 and bias -0.5 is an OR', () => {
    const single = rows.map((row) => respond([1, 1, -0.5], ...inputsOf(row)).output);
    expect(single).toEqual([0, 0.5, 0.5, 1.5]);
    expect(rightSides(single, 'or')).toEqual([true, true, true, true]);
    expect(rightSides(single, 'xnor').filter(Boolean)).toHaveLength(1);
  });
});

describe('one neuron', () => {
  // Every neuron with weights and bias in halves from -5 to 5: 21 x 21 x 21.
  const halves = Array.from({ length: 21 }, (_, i) => (i - 10) / 2);
  const best = { and: 0, or: 0, xor: 0, xnor: 0 };
  let unequal = 0;
  for (const a of halves) {
    for (const b of halves) {
      for (const bias of halves) {
        const all = rows.map((row) => respond([a, b, bias], ...inputsOf(row)));
        const [s00, s01, s10, s11] = all.map(({ sum }) => sum);
        if (s00! + s11! !== s01! + s10!) unequal++;
        for (const gate of ['and', 'or', 'xor', 'xnor'] as const) {
          const right = rightSides(
            all.map(({ output }) => output),
            gate,
          ).filter(Boolean).length;
          best[gate] = Math.max(best[gate], right);
        }
      }
    }
  }

  it('does AND and OR, and never more than 3 of 4 of XOR and XNOR', () => {
    expect(best).toEqual({ and: 4, or: 4, xor: 3, xnor: 3 });
  });

  it('has equal sums over both pairs of opposite corners', () => {
    // w1 + w2 + 2 b, twice.
    expect(unequal).toBe(0);
  });
});

describe('the shaded side', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ];

  it('of x + y >= 1 is the upper right triangle of the unit square', () => {
    expect(cut(square, 1, 1, -1)).toEqual([
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ]);
  });

  it('of x >= 0.25 begins there', () => {
    expect(cut(square, 1, 0, -0.25)).toEqual([
      { x: 0.25, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0.25, y: 1 },
    ]);
  });

  it('is everything or nothing where the line is outside', () => {
    expect(cut(square, 1, 1, 1)).toEqual(square);
    expect(cut(square, 1, 1, -3)).toEqual([]);
  });
});

describe('the drawn network', () => {
  it.each([328, 560, 760])('keeps its numbers apart at a width of %d', (width) => {
    const layout = networkLayout(width);
    const fields = [
      ...connections.map((connection) => onConnection(layout, connection)),
      ...Object.values(layout.biases),
    ];
    // A field is 53 x 34 pixels.
    for (const [i, a] of fields.entries()) {
      for (const b of fields.slice(i + 1)) {
        expect(Math.abs(a.x - b.x) >= 53 || Math.abs(a.y - b.y) >= 34).toBe(true);
      }
      for (const node of Object.values(layout.nodes)) {
        const gap = Math.hypot(
          Math.max(0, Math.abs(a.x - node.x) - 26.5),
          Math.max(0, Math.abs(a.y - node.y) - 17),
        );
        expect(gap).toBeGreaterThanOrEqual(0.7 * layout.radius);
      }
      expect(a.x + 26.5).toBeLessThanOrEqual(width);
    }
  });
});

describe('a detector', () => {
  it.each(['vertical', 'horizontal', 'cross', 'ring'] as const)(
    'of the pattern %s answers 3 to it and one less for each wrong pixel',
    (name) => {
      const pattern = patterns[name];
      const weights = weightsFor(pattern);
      const bias = fittingBias(pattern);
      expect(favourite(weights)).toEqual(pattern);
      expect(detect(weights, bias, pattern)).toMatchObject({ answer: 3, brightness: 1 });
      for (let wrong = 0; wrong < 4; wrong++) {
        const image = pattern.map((pixel, i) => (i < wrong ? 1 - pixel : pixel));
        expect(detect(weights, bias, image).answer).toBe(3 - wrong);
      }
    },
  );

  it('answers 0 to a white image: 5 - 20 - 2 = -17', () => {
    const white = Array<number>(25).fill(1);
    const bar = detect(weightsFor(patterns.vertical), fittingBias(patterns.vertical), white);
    expect(bar).toMatchObject({ fitting: 5, disturbing: 20, sum: -17, answer: 0, brightness: 0 });
  });

  it('stays dark where its bias lets no image through', () => {
    expect(detect(weightsFor(heart), -20, heart)).toMatchObject({ answer: 0, brightness: 0 });
  });

  it('opens with biases that fit: 3 less than the pattern has bright pixels', () => {
    const all = detectorNames.map((name) => (name === 'own' ? heart : patterns[name]));
    expect(all.map(brightPixels)).toEqual([5, 5, 9, 16, 16]);
    expect(twoLayersSchema.bias.initial).toEqual([-2, -2, -6, -13, -13]);
  });
});

describe('numbers on the screen', () => {
  it.each([
    [1, '1'],
    [-0.5, '−0.5'],
    [-0, '0'],
    [0.1 * 3, '0.3'],
    [-1.25, '−1.25'],
  ])('%d is written %s', (value, text) => {
    expect(exact(value)).toBe(text);
  });
});

describe('the program of the lesson', () => {
  it.each([
    ['the lecture’s numbers', lecture],
    // Unequal weights everywhere: a kernel laid out wrongly would show.
    ['others', { n1: [2, -1, 0.5], n2: [0.5, 3, -1], n3: [1, -0.5, 0.25] }],
  ])('computes what the page shows with %s', async (_, network) => {
    const program = codeText(typescriptSample(network))
      .replaceAll(/^import .*$/gm, '')
      .replace(/^(.*)\.print\(\);$/m, 'return $1;');
    const names = { ...tf, createWeightTensors, forward, resolveModel, Float32Array };
    const output = (await runInNewContext(`(async () => {${program}})()`, names)) as tf.Tensor;
    // Halves and quarters are exact in float32.
    expect([...output.dataSync()]).toEqual(outputs(network));
  });

  it('carries the reader’s values in both languages', () => {
    expect(codeText(typescriptSample(lecture))).toContain('Float32Array.from([-1, 2])');
    expect(codeText(kerasSample(lecture))).toContain('np.array([1, 1, 1, 1]).reshape(2, 2)');
    expect(codeText(kerasSample(lecture))).toContain('[[0, 0], [0, 1], [1, 0], [1, 1]]');
  });
});
