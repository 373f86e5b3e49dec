import { mlp } from '@manabi/models';
import type { EpochEndEvent } from '@manabi/trainer';
import { describe, expect, it } from 'vitest';
import type { StoredRun } from '../../runs/stored-run.js';
import type { RunOutcome } from '../../training/run-status.js';
import { commonMoments } from './common-moments.js';
import { sameData } from './same-data.js';
import { untestedReason } from './untested-reason.js';
import { compareWords } from './words.js';
import { comparedFigures } from './compared-figures.js';
import { comparedSettings, type SettingTexts } from './compared-settings.js';

const epoch: EpochEndEvent = {
  ...{ type: 'epochEnd', epoch: 1, loss: 0.51236, accuracy: 0.8, valLoss: null, valAccuracy: null },
  ...{ learningRate: 0.001, durationMs: 1500, trainDurationMs: 1400 },
};

const run: StoredRun = {
  ...{ id: '1', name: 'one', savedAt: 0, hash: null, computation: null, epochs: 1 },
  configuration: {
    data: { kind: 'iris' },
    spec: mlp({ inputShape: [4], classes: 3, hidden: [8] }),
    settings: { batchSize: 16, optimizer: { type: 'adam', learningRate: 0.001 } },
  },
  data: {
    ...{ choice: { kind: 'iris' }, name: 'iris', inputShape: [4], classNames: ['a', 'b', 'c'] },
    ...{ normalization: { kind: 'scale', factor: 1 }, trainSize: 120, testSize: 30 },
  },
  ...{ rateChanged: false },
  ...{ learningRate: 0.001, position: { epoch: 1, step: 0, stepsPerEpoch: 8 }, history: [epoch] },
  ...{ outcome: null, test: null, firstWeights: 'seed', record: null, hasWeights: true },
};

const texts: SettingTexts = {
  ...compareWords.en.settings,
  data: ({ data }) => data.name,
  count: String,
  share: String,
  optimizers: { adam: 'Adam', momentum: 'Momentum' },
  backends: { wasm: 'WebAssembly' },
  engines: {},
};

describe('compared settings', () => {
  const rowsOf = (change: Partial<StoredRun>) =>
    comparedSettings(run, { ...run, ...change }, texts);
  const differing = (change: Partial<StoredRun>) =>
    rowsOf(change)
      .filter(({ differs }) => differs)
      .map(({ name, values }) => [name, ...values]);

  it('differ where one setting was changed, and only there', () => {
    expect(differing({})).toEqual([]);
    const { configuration } = run;
    const settings = { ...configuration.settings, batchSize: 64 };
    expect(differing({ configuration: { ...configuration, settings } })).toEqual([
      ['batchSize', '16', '64'],
    ]);
    const spec = mlp({ inputShape: [4], classes: 3, hidden: [9] });
    expect(differing({ configuration: { ...configuration, spec } })).toEqual([
      ['layers', 'dense8\u200Brelu · dense3', 'dense9\u200Brelu · dense3'],
    ]);
  });

  it('tell an optimiser’s own parameters where both have the same', () => {
    const { configuration } = run;
    const settings = {
      ...configuration.settings,
      optimizer: { type: 'momentum', learningRate: 0.001, momentum: 0.5 },
    } as const;
    const found = differing({ configuration: { ...configuration, settings } });
    expect(found).toEqual([['optimizer', 'Adam', 'Momentum']]);
    const faster = { ...settings, optimizer: { ...settings.optimizer, momentum: 0.9 } } as const;
    const [slow, fast] = [settings, faster].map((one) => ({
      ...run,
      configuration: { ...configuration, settings: one },
    }));
    const rows = comparedSettings(slow!, fast!, texts);
    expect(rows.filter(({ differs }) => differs)).toMatchObject([
      { name: 'momentum', values: ['0.5', '0.9'] },
    ]);
  });

  it('tell a rate that was changed on the way', () => {
    const history = [epoch, { ...epoch, epoch: 2, learningRate: 0.0001 }];
    expect(differing({ history })).toEqual([['learningRate', '0.001', '0.001 → 0.0001']]);
  });

  it('of a model alone say nothing of its training', () => {
    const found = rowsOf({ firstWeights: 'file', history: [], learningRate: 0.001 });
    expect(found.find(({ name }) => name === 'batchSize')?.values).toEqual(['16', undefined]);
    expect(found.find(({ name }) => name === 'firstWeights')?.values[1]).toBe('from a file');
  });
});

describe('moments of two runs', () => {
  it('are those whose weights are kept of either, and the epochs of a record', () => {
    const history = [1, 2, 3].map((one) => ({ epoch: one }));
    const kept = { kept: [0, 1, 1.5, 2], history: history.slice(0, 2) };
    expect(commonMoments([kept, { kept: [0, 1, 2, 3], history }])).toEqual([0, 1, 1.5, 2, 3]);
    expect(commonMoments([kept, { kept: [], history }])).toEqual([0, 1, 1.5, 2, 3]);
    // Of a model that was opened, its weights are all there is.
    expect(commonMoments([{ kept: [0], history: [] }])).toEqual([]);
  });
});

describe('the data of two runs', () => {
  const hash = { train: 'a', test: 'b' };
  const other = { ...hash, test: 'c' };

  it('is the same by its bytes, whatever it is called', () => {
    const own = { ...run.data, choice: { kind: 'own', id: '2' } } as const;
    expect(sameData({ ...run, hash }, { ...run, hash, data: own })).toBe(true);
    expect(sameData({ ...run, hash }, { ...run, hash: other })).toBe(false);
  });

  it('is the same by choice where the bytes of one are not known', () => {
    const own = { ...run.data, choice: { kind: 'own', id: '2' } } as const;
    expect(sameData({ ...run, hash }, run)).toBe(true);
    expect(sameData({ ...run, hash }, { ...run, data: own })).toBe(false);
  });

  it('is told as another where only its bytes are', () => {
    const rows = comparedSettings({ ...run, hash }, { ...run, hash: other }, texts);
    expect(rows.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['data']);
  });
});

describe('a run without test figures', () => {
  const computation = {
    ...{ backend: 'cpu' as const, fallbacks: [], engine: null, engineReason: null, threads: null },
    mayHaveThreads: false,
  };

  it('is told to be tested only where it can be', () => {
    expect(untestedReason({ ...run, computation })).toBe('held');
    const opened = { ...run, firstWeights: 'file', history: [] } as const;
    expect(untestedReason(opened)).toBe('model');
    expect(untestedReason({ ...opened, computation })).toBe('held');
    expect(untestedReason({ ...opened, hasWeights: false })).toBe('record');
    const outcome = { kind: 'diverged', divergence: {} } as RunOutcome;
    expect(untestedReason({ ...run, computation, outcome })).toBe('diverged');
  });
});

describe('compared figures', () => {
  it('have the difference of what is shown, and the better one', () => {
    // 0.51236 and 0.50004 are shown as 0.5124 and 0.5000.
    const other = { ...run, history: [{ ...epoch, loss: 0.50004, accuracy: 0.79996 }] };
    const figures = comparedFigures(run, other, true);
    expect(figures.find(({ name }) => name === 'loss')).toEqual({
      ...{ name: 'loss', values: ['0.5124', '0.5000'], difference: '−0.0124', better: 'b' },
    });
    // What looks the same is the same.
    expect(figures.find(({ name }) => name === 'accuracy')).toEqual({
      ...{ name: 'accuracy', values: ['80.00', '80.00'], difference: '±0.00', better: undefined },
    });
    // 4·8+8 + 8·3+3
    expect(figures.find(({ name }) => name === 'parameters')?.values).toEqual(['67', '67']);
    expect(figures.find(({ name }) => name === 'testLoss')?.difference).toBeUndefined();
    // Of different data, neither is the better one.
    const unlike = comparedFigures(run, other, false);
    expect(unlike.map(({ better }) => better)).toEqual(unlike.map(() => undefined));
    expect(unlike.find(({ name }) => name === 'loss')?.difference).toBe('−0.0124');
  });
});
