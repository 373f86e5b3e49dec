import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { syntheticDigits } from '@manabi/datasets';
import { countParameters as countOfModel, initializeModel, summary } from '@manabi/models';
import { fit, traceStep } from '@manabi/trainer';
import { describe, expect, it } from 'vitest';
import { codeText } from '../../lesson/code-sample.js';
import { kerasSample, typescriptSample, type BuildAndTrainValues } from './code-samples.js';
import { lossScene } from './loss-scene.js';
import { countParameters, misfit, networkSpec } from './network.js';
import { runConfiguration } from './run-setup.js';
import { resolveSelection } from './selection.js';
import { shownComparison, shownLosses, shownUpdate, written } from './shown-numbers.js';
import { StepChain } from './step-chain.js';
import { share, unitColumns } from './unit-grid-scene.js';
import { weightImageSize, weightUnder, type WeightImage } from './weight-image-scene.js';
import { weightLevels, weightTiles, weightTilesScene } from './weight-tiles-scene.js';

const parts = { input: [28, 28], hidden: 128, activation: 'relu', outputs: 10 } as const;

describe('the parts', () => {
  it('of the lecture have 100,480 + 1,290 = 101,770 parameters', () => {
    expect(countParameters(parts)).toEqual({
      inputs: 784,
      first: 784 * 128 + 128,
      second: 128 * 10 + 10,
      total: 101_770,
    });
    expect(countOfModel(networkSpec(parts))).toBe(101_770);
  });

  it('fit the images only with 784 inputs in 28 rows and ten outputs', () => {
    expect(misfit(parts)).toBeNull();
    // As many numbers, but rows of another length.
    expect(misfit({ ...parts, input: [14, 56] })).toBe('input');
    expect(misfit({ ...parts, outputs: 9 })).toBe('outputs');
  });

  it('stay below 10,000 parameters with 12 hidden neurons, as the challenge says', () => {
    expect(countParameters({ ...parts, hidden: 12 }).total).toBe(9_550);
    expect(countParameters({ ...parts, hidden: 13 }).total).toBeGreaterThan(10_000);
  });
});

describe('numbers as they are written', () => {
  const value = (text: string) => Number(text.replace('−', '-'));

  it.each([
    [0.0285141, -0.06015304, 0.1],
    [-0.0712345678, 0.000012345, 0.001],
    [0.5, 0.3333333, 10],
    [12.3456789, -456.789, 3.21],
    [0, 0, 0.1],
  ])('add up to the last digit: %d, gradient %d, rate %d', (before, gradient, rate) => {
    const shown = shownUpdate(before, gradient, rate);
    const decimals = shown.after.split('.')[1]?.length ?? 0;
    const unit = 10 ** -decimals;
    expect(shown.product).toBe(written(rate * value(shown.gradient), decimals));
    expect(shown.after).toBe(written(value(shown.before) - value(shown.product), decimals));
    // Each of three numbers is rounded by half a unit of its last digit at most.
    expect(Math.abs(value(shown.after) - (before - rate * gradient))).toBeLessThan(1.5 * unit);
  });

  it('say which way the weight goes', () => {
    expect(shownUpdate(1, -1, 0.1).direction).toBe('increase');
    expect(shownUpdate(1, 1, 0.1).direction).toBe('decrease');
    expect(shownUpdate(1, 0, 0.1).direction).toBe('none');
  });

  it('stay words where a number is none', () => {
    expect(shownUpdate(NaN, Infinity, 1)).toMatchObject({ before: 'NaN', gradient: '∞' });
    expect(written(-0.0001, 3)).toBe('0.000');
    expect(written(-Infinity, 3)).toBe('−∞');
  });

  it('of a comparison add up to 1 and to 0', () => {
    const shown = shownComparison([1 / 3, 1 / 3, 1 / 3], 1);
    expect(shown.probabilities).toEqual(['0.334', '0.333', '0.333']);
    expect(shown.differences).toEqual(['0.334', '−0.667', '0.333']);
  });

  it('of a batch have the mean of what is shown', () => {
    expect(shownLosses([1, 2.0004])).toEqual({
      each: ['1.000', '2.000'],
      sum: '3.000',
      mean: '1.500',
    });
  });
});

describe('steps in a row', () => {
  const settings = { hidden: 16, activation: 'relu', batch: 1, learningRate: 0.1 } as const;

  it('lower the loss of their batch, from the same first weights each time', async () => {
    const chain = new StepChain();
    const { losses, now, again, step } = (await chain.trace(settings, 2))!;
    expect(step).toBe(2);
    expect(losses).toHaveLength(4);
    expect(losses.toSorted((a, b) => b - a)).toEqual(losses);
    expect([losses[2], losses[3]]).toEqual([now.loss, again.loss]);

    const faster = await chain.trace({ ...settings, learningRate: 0.2 }, 0);
    expect(faster!.losses[0]).toBe(losses[0]);
    expect((await chain.trace(settings, 2))!.losses).toEqual(losses);
  });

  it('drop what was asked for before', async () => {
    const chain = new StepChain();
    const [first, second] = await Promise.all([chain.trace(settings, 8), chain.trace(settings, 1)]);
    expect(first).toBeUndefined();
    expect(second!.step).toBe(1);
  });

  it('explode at a rate of 2 with 128 neurons, as the challenge says', async () => {
    const chain = new StepChain();
    const { losses } = (await chain.trace({ ...settings, hidden: 128, learningRate: 2 }, 10))!;
    expect(Math.max(...losses)).toBeGreaterThan(10 * losses[0]!);
  });

  it('leave black pixels and silent neurons alone', async () => {
    const chain = new StepChain();
    const { now } = (await chain.trace(settings, 0))!;
    const { change } = now.weights['dense1/kernel']!;
    // No digit reaches the first row: its 28 pixels have 16 weights each.
    expect(change.slice(0, 28 * 16).every((one) => one === 0)).toBe(true);
    const outputs = now.layers[1]!.output;
    const silent = Array.from({ length: 16 }, (_, unit) => unit).filter((unit) =>
      now.labels.every((_, row) => outputs[row * 16 + unit] === 0),
    );
    for (const unit of silent) {
      expect(change.filter((one, i) => i % 16 === unit && one !== 0)).toHaveLength(0);
    }
    const chosen = resolveSelection([1, -1, -1], now);
    const largest = Math.max(...change.map(Math.abs));
    expect(Math.abs(change[chosen.input * 16 + chosen.neuron]!)).toBe(largest);
    expect(resolveSelection([2, 3, 16], now)).toEqual({ layer: 2, neuron: 3, input: 16 });
    // Nonsense falls back to the largest change.
    expect(resolveSelection([1, 99, 9999], now)).toEqual(chosen);
  });
});

describe('weights as images', () => {
  it('are high enough for a finger where there are few of them', () => {
    const values = Float32Array.from({ length: 2 * 10 }, (_, i) => i);
    const tiles = weightTiles({ values, inputs: 2, neurons: 10 }, 2, 'change', 20);
    const scene = weightTilesScene(
      {
        ...{ tiles, id: 'layer2', name: String, named: true, title: '', finding: '' },
        head: ['', '', ''],
      },
      328,
    );
    for (const mark of scene.marks) {
      const [image] = mark.type === 'group' ? mark.children : [];
      expect(image).toMatchObject({ type: 'image', height: 28 });
    }
  });

  it('have one tile a neuron, its inputs row by row, all of one range', () => {
    // [inputs, neurons] = [4, 2]
    const values = Float32Array.of(1, -1, 0, 0.5, 0, 0, -1, 1);
    const [first, second] = weightTiles({ values, inputs: 4, neurons: 2 }, 2, 'change', 1);
    expect([...first!.pixels.levels]).toEqual([255, 128, 128, 0]);
    expect([...second!.pixels.levels]).toEqual([0, 191, 128, 255]);
    expect(second).toMatchObject({ smallest: -1, largest: 1 });
  });

  it('fill an unfinished row with the colour of 0, as they do what is no number', () => {
    expect([...weightLevels(Float32Array.of(1, NaN, -1), 2, 1)]).toEqual([255, 128, 0, 128]);
    expect(share(Infinity, 1)).toBe(1);
  });

  it('say which weight is under a point', () => {
    const image = { weights: new Float32Array(5), columns: 2 } as WeightImage;
    expect(weightImageSize(image, 300)).toMatchObject({ rows: 3, pixel: 100 });
    expect(weightUnder(image, 300, { x: 150, y: 120 })).toBe(3);
    expect(weightUnder(image, 300, { x: 150, y: 250 })).toBeUndefined();
    expect(weightUnder(image, 300, { x: -1, y: 0 })).toBeUndefined();
    expect(unitColumns(128, 1000)).toBe(16);
    expect(unitColumns(5, 1000)).toBe(5);
  });

  it('show a curve of losses also where some are no numbers', () => {
    const words = { title: 't', step: 's', loss: 'l', finding: () => 'f' };
    const { table, marks } = lossScene([2, 20_000, Infinity], words, 400);
    expect(table.rows).toEqual([
      [0, '2.000'],
      [1, '20000.000'],
      [2, '∞'],
    ]);
    expect(marks.filter(({ type }) => type === 'circle')).toHaveLength(2);
  });
});

describe('the run of many epochs', () => {
  it('keeps a thousand drawn digits for validation, whatever it learns from', () => {
    const choice = { ...parts, set: 'synthetic-digits', size: 100, epochs: 60 } as const;
    const { data, settings } = runConfiguration(choice);
    expect(data).toMatchObject({ trainSize: 1100 });
    expect(settings.validationSplit! * 1100).toBeCloseTo(1000, 9);
    expect(runConfiguration({ ...choice, set: 'mnist' })).toMatchObject({
      data: { kind: 'published', name: 'mnist' },
      settings: { validationSplit: 0.1, epochs: 60 },
    });
  });
});

describe('the program of the lesson', () => {
  const values: BuildAndTrainValues = {
    ...{ hidden: 16, activation: 'relu', learningRate: 0.1, batch: 2 },
    ...{ set: 'synthetic-digits', size: 100, epochs: 2 },
  };

  it('runs, and computes what the page shows', async () => {
    const printed: unknown[][] = [];
    const program = codeText(typescriptSample(values)).replaceAll(/^import .*$/gm, '');
    const console = { log: (...line: unknown[]) => printed.push(line) };
    const names = { ...tf, syntheticDigits, initializeModel, summary, fit, traceStep, Uint32Array };
    await (runInNewContext(`(async () => {${program}})()`, { ...names, console }) as Promise<void>);
    const traced = await new StepChain().trace(values, 0);
    expect(printed[0]![0]).toMatch(/12,?730/);
    expect([printed[1]![1], printed[1]![3]]).toEqual(traced!.losses);
    expect(printed.slice(2).map(([epoch]) => epoch)).toEqual([1, 2]);
    expect(printed[3]!.slice(1).every(Number.isFinite)).toBe(true);
  });

  it('carries the reader’s values to Keras, and other data to both', () => {
    expect(codeText(kerasSample(values))).toContain('Dense(16, activation="relu")');
    expect(codeText(kerasSample(values))).toContain('x[:100], y[:100], epochs=2');
    const fashion = { ...values, set: 'fashion-mnist' } as const;
    expect(codeText(kerasSample(fashion))).toContain('datasets.fashion_mnist.load_data()');
    expect(codeText(typescriptSample(fashion))).toContain("(await loadDatasets('fashion-mnist'))");
  });
});
