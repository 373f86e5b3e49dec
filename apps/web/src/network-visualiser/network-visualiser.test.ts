import { disturb, iris } from '@manabi/datasets';
import { countParameters } from '@manabi/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLevelOut, readSelection, writeSelection } from './address/selection.js';
import { visualiserSchema } from './address/state.js';
import { markBroken } from './drawing/mark-broken.js';
import { unitSum } from './inspection/unit-sum.js';
import { brokenNetwork } from './network/broken-network.js';
import { EpochFigures } from './network/epoch-figures.js';
import {
  journalUntil,
  readJournal,
  stepsOf,
  withEdit,
  withStep,
  writeJournal,
  type Edit,
  type Journal,
} from './network/journal.js';
import { layerWeights } from './network/layer-values.js';
import {
  applyEdit,
  firstState,
  judge,
  replay,
  stepsPerEpoch,
  trainStep,
  type NetworkState,
  type RunPlan,
} from './network/network-run.js';
import { pageMoments } from './network/page-moments.js';
import { sampleAt, sampleCount } from './network/samples.js';
import { networkSpec } from './network/structure.js';

const data = iris();
const plan: RunPlan = {
  data,
  spec: networkSpec([4], 3, [{ units: 8, activation: 'relu' }]),
  optimizer: 'sgd',
  batchSize: 15,
  seed: 1,
};

function last(states: Iterable<NetworkState>): NetworkState {
  return [...states].at(-1)!;
}

describe('the structure', () => {
  it('has the layers and activations that were configured', () => {
    const spec = networkSpec([28, 28, 1], 10, [
      { units: 16, activation: 'relu' },
      { units: 4, activation: 'tanh' },
    ]);
    expect(spec.layers.map(({ type }) => type)).toEqual(['flatten', 'dense', 'dense', 'dense']);
    expect(countParameters(spec)).toBe(784 * 16 + 16 + 16 * 4 + 4 + 4 * 10 + 10);
    expect(spec.layers[2]).toMatchObject({ units: 4, activation: 'tanh' });
  });

  it('stands in the address as 8relu-4tanh', () => {
    const { net } = visualiserSchema;
    const layers = net.read('8relu-4tanh')!;
    expect(layers).toEqual([
      { units: 8, activation: 'relu' },
      { units: 4, activation: 'tanh' },
    ]);
    expect(net.write(layers)).toBe('8relu-4tanh');
    for (const nonsense of ['', '0relu', '8', '8step', '1relu-1relu-1relu-1relu']) {
      expect(net.read(nonsense)).toBeUndefined();
    }
  });
});

describe('the journal', () => {
  it('is cut where a number of steps is done, before what was done to that state', () => {
    const journal = readJournal('b1.1:2,10x0.1,w1.1.1:1,5x0.3,b2.1:1')!;
    expect(writeJournal(journalUntil(journal, 12))).toBe('b1.1:2,10x0.1,w1.1.1:1,2x0.3');
    expect(writeJournal(journalUntil(journal, 10))).toBe('b1.1:2,10x0.1');
    expect(writeJournal(journalUntil(journal, 15))).toBe('b1.1:2,10x0.1,w1.1.1:1,5x0.3');
    expect(journalUntil(journal, 0)).toEqual([]);
  });

  const steps = fc.record({
    kind: fc.constant('train' as const),
    steps: fc.integer({ min: 1, max: 500 }),
    learningRate: fc.constantFrom(0.001, 0.03, 0.1, 1),
  });
  const edits = fc
    .record({
      layer: fc.integer({ min: 1, max: 4 }),
      unit: fc.nat(15),
      from: fc.option(fc.nat(783), { nil: undefined }),
      value: fc.integer({ min: -200_000, max: 200_000 }).map((value) => value / 10_000),
    })
    .map(({ from, ...edit }): Edit => {
      return { kind: 'edit', ...edit, ...(from === undefined ? {} : { from }) };
    });

  it('comes back from the address as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(steps, edits), { maxLength: 8 }), (journal) => {
        expect(readJournal(writeJournal(journal))).toEqual(journal);
      }),
    );
  });

  it('reads nonsense as nothing', () => {
    for (const nonsense of ['x', '0x0.1', '5x', '99999x0.1', 'w1.1:2', 'b1.1.1:2', 'w1.0.1:2']) {
      expect(readJournal(nonsense)).toBeUndefined();
    }
  });

  it('joins steps of one learning rate and edits of one weight', () => {
    let journal: Journal = [];
    for (const rate of [0.1, 0.1, 0.3]) journal = withStep(journal, rate);
    const edit = { kind: 'edit', layer: 1, unit: 2, from: 3 } as const;
    journal = withEdit(journal, { ...edit, value: 1 });
    journal = withEdit(journal, { ...edit, value: 0.5 });
    expect(writeJournal(journal)).toBe('2x0.1,1x0.3,w1.3.4:0.5');
    expect(stepsOf(journal)).toBe(3);
  });
});

describe('the run', () => {
  it('learns Iris in 36 epochs at a rate of 0.1', () => {
    const steps = 36 * stepsPerEpoch(plan);
    const trained = last(replay(plan, [{ kind: 'train', steps, learningRate: 0.1 }]));
    const all = Uint32Array.from({ length: 30 }, (_, i) => i);
    expect(judge(firstState(plan).model, data.test, all).accuracy).toBeLessThan(0.7);
    expect(judge(trained.model, data.test, all).accuracy).toBeGreaterThan(0.9);
  });

  it('is the same, to the last bit, step by step and replayed', () => {
    let state = firstState(plan);
    for (let i = 0; i < 10; i++) state = trainStep(plan, state, i < 5 ? 0.1 : 0.3);
    const edit = { kind: 'edit', layer: 1, unit: 2, from: 3, value: 0.5 } as const;
    state = trainStep(plan, applyEdit(state, edit), 0.3);
    const journal = readJournal('5x0.1,5x0.3,w1.3.4:0.5,1x0.3')!;
    expect(last(replay(plan, journal)).model).toEqual(state.model);
  });

  it('sets one weight and says how it moved', () => {
    const state = firstState(plan);
    const edit = { kind: 'edit', layer: 1, unit: 2, from: 3, value: 0.5 } as const;
    const edited = applyEdit(state, edit);
    const before = layerWeights(state.model, 1).kernel;
    const after = layerWeights(edited.model, 1).kernel;
    // Row-major [in, out] with 8 columns.
    expect(after).toEqual(before.with(3 * 8 + 2, 0.5));
    expect(edited.changes?.['dense1/kernel']?.[26]).toBe(Math.fround(0.5 - before[26]!));
    expect(applyEdit(state, { ...edit, from: 4 })).toBe(state);
    expect(applyEdit(state, { ...edit, layer: 3 })).toBe(state);
  });

  it('adds up the figures of its epochs as a weighted mean of their steps', () => {
    const uneven = { ...plan, batchSize: 50 };
    const figures = new EpochFigures(uneven);
    const states = [...replay(uneven, [{ kind: 'train', steps: 3, learningRate: 0.1 }])].slice(1);
    states.forEach((state) => figures.add(state));
    const [a, b, c] = states.map(({ last: step }) => step!.trace.loss);
    // 120 examples in batches of 50, 50 and 20.
    expect(figures.epochs).toHaveLength(1);
    expect(figures.epochs[0]!.loss).toBeCloseTo((50 * a! + 50 * b! + 20 * c!) / 120, 6);
    expect(figures.epochs[0]!.valAccuracy).toBeGreaterThanOrEqual(0);
  });
});

describe('the samples', () => {
  it('go through the training part, then the test part, and round', () => {
    expect(sampleCount(data)).toBe(150);
    expect(sampleAt(data, 0)).toMatchObject({ part: 'train', index: 0 });
    expect(sampleAt(data, 120)).toMatchObject({ part: 'test', index: 0 });
    expect(sampleAt(data, 150)).toMatchObject({ part: 'train', index: 0 });
    expect(sampleAt(data, 120).raw).toEqual(Array.from(data.test.inputs.subarray(0, 4)));
  });
});

describe('a broken network', () => {
  const trained = last(replay(plan, [{ kind: 'train', steps: 16, learningRate: 0.1 }]));
  const ablation = { biases: ['dense2'], units: [{ layer: 'dense1', unit: 2 }] };

  it('is without its parts as it is shown, and whole as it learns', () => {
    const before = structuredClone(trained.model.weights);
    const { model, changes, last: step } = brokenNetwork(trained, ablation);
    const { kernel, bias } = layerWeights(model, 1);
    const old = layerWeights(trained.model, 1);
    // Row-major [in, out] with 8 columns.
    expect(kernel).toEqual(old.kernel.map((w, i) => (i % 8 === 2 ? 0 : w)));
    expect(bias).toEqual(old.bias.with(2, 0));
    expect(layerWeights(model, 2).bias).toEqual(new Float32Array(3));
    // Row-major [in, out] with 3 columns: what leads on from the silenced neuron is its third row.
    const onward = layerWeights(trained.model, 2).kernel;
    expect(layerWeights(model, 2).kernel).toEqual(
      onward.map((w, i) => (Math.floor(i / 3) === 2 ? 0 : w)),
    );
    expect(changes?.['dense1/kernel']?.[10]).toBe(0);
    expect(changes?.['dense1/kernel']?.[11]).toBe(trained.changes!['dense1/kernel']![11]);
    expect(trained.model.weights).toEqual(before);
    expect(step).toBe(trained.last);
    expect(brokenNetwork(trained, undefined)).toBe(trained);
    // After an edit only what was edited has moved.
    const edit = { kind: 'edit', layer: 1, unit: 2, from: 3, value: 0.5 } as const;
    const edited = brokenNetwork(applyEdit(trained, edit), ablation);
    expect(Object.keys(edited.changes!)).toEqual(['dense1/kernel']);
  });

  it('is crossed out in the drawing', () => {
    const layers = [4, 8, 3].map((units, i) => ({ name: String(i), units }));
    const { layers: marked } = markBroken(
      { layers },
      { ablation, disturbance: undefined },
      'no biases',
    );
    expect(marked).toEqual([
      layers[0],
      { ...layers[1], silenced: [2] },
      { ...layers[2], note: 'no biases' },
    ]);
  });

  it('reads a sample as it is in the spoiled set', () => {
    const disturbance = { noise: 0.3, offset: 0.5 };
    const sample = sampleAt(data, 127, disturbance);
    expect(sample).toMatchObject({ part: 'test', place: 7, index: 0 });
    const whole = disturb(data.test, disturbance).inputs;
    expect(sample.raw).toEqual(Array.from(whole.subarray(28, 32)));
    expect(sample.label).toBe(data.test.labels[7]);
  });

  it('stands in the address, its neurons counted from 1', () => {
    expect(visualiserSchema.off.write([{ layer: 'dense1', unit: 2 }])).toBe('dense1:3');
    expect(visualiserSchema.offset.read('-0.5')).toBe(-0.5);
  });
});

describe('what is open', () => {
  const sizes = [4, 8, 3];

  it('comes back from the path as it was', () => {
    for (const selection of [
      { layer: 1, unit: 7 },
      { layer: 2, unit: 0, from: 7 },
    ]) {
      expect(readSelection(writeSelection(selection), sizes)).toEqual(selection);
    }
  });

  it('is nothing for places that are not there', () => {
    for (const path of [['0.1'], ['1.9'], ['3.1'], ['x'], ['1.0'], []]) {
      expect(readSelection(path, sizes)).toBeUndefined();
    }
    expect(readSelection(['1.1', '5'], sizes)).toEqual({ layer: 1, unit: 0 });
  });

  it('backs out one level at a time', () => {
    const connection = { layer: 2, unit: 0, from: 7 };
    expect(oneLevelOut(connection)).toEqual({ layer: 2, unit: 0 });
    expect(oneLevelOut({ layer: 2, unit: 0 })).toBeUndefined();
  });
});

describe('a written sum', () => {
  const numbers = fc.float({ min: -5, max: 5, noNaN: true });

  it('adds up to the last digit, and is the sum of the exact products', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(numbers, numbers), { minLength: 1, maxLength: 40 }),
        numbers,
        fc.integer({ min: 1, max: 40 }),
        (pairs, bias, most) => {
          const inputs = pairs.map(([input]) => input);
          const weights = pairs.map(([, weight]) => weight);
          const { terms, rest, bias: shown, sum, others } = unitSum(inputs, weights, bias, most);
          expect(terms).toHaveLength(Math.min(most, pairs.length));
          expect(terms.length + others).toBe(pairs.length);
          const ticks = [...terms.map(({ product }) => product), rest, shown].map((term) =>
            Math.round(term * 1e4),
          );
          expect(ticks.reduce((a, b) => a + b, 0)).toBe(Math.round(sum * 1e4));
          const exact = inputs.reduce((total, input, i) => total + input * weights[i]!, bias);
          expect(Math.abs(sum - exact)).toBeLessThanOrEqual(0.5001e-4);
          for (const { input, weight, product } of terms) {
            expect(Math.abs(product - input * weight)).toBeLessThan(1.0001e-4);
          }
        },
      ),
    );
  });
});

describe('the moments of the page’s network', () => {
  it('are judged on every test example, and keyed by their weights', async () => {
    const states = [...replay(plan, [{ kind: 'train', steps: 40, learningRate: 0.1 }])];
    const at = (epoch: number) => states[epoch * stepsPerEpoch(plan)];
    const moments = pageMoments(at, data.test);
    const { accuracy, loss, confusionMatrix } = await moments.judge(5);
    const size = data.test.labels.length;
    const every = Uint32Array.from({ length: size }, (_, i) => i);
    const expected = judge(at(5)!.model, data.test, every);
    expect(accuracy).toBe(expected.accuracy);
    expect(loss).toBeCloseTo(expected.loss, 12);
    expect(confusionMatrix.flat().reduce((sum, count) => sum + count)).toBe(size);
    data.test.labels.forEach((label, i) => {
      expect(confusionMatrix[label]![expected.predicted[i]!]).toBeGreaterThan(0);
    });
    expect((await moments.network(2)).network.weights).toBe(at(2)!.model.weights);
    expect(moments.keyOf(3)).toBe(moments.keyOf(3));
    expect(moments.keyOf(3)).not.toBe(moments.keyOf(4));
    await expect(moments.judge(9)).rejects.toThrow('expected one that is kept, got 9');
  });
});
