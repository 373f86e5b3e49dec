import '@tensorflow/tfjs-backend-cpu';
import { evaluate, fit, TrainerError, type RunControl } from '@manabi/trainer';
import { setBackend, Tanh, unregisterGradient } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { clusters, clustersModel } from './clusters.js';
import { expectNoTensorsLeft } from './expect-no-tensors-left.js';
import { collect, ofType } from './collect.js';

const data = { train: clusters(40), validation: clusters(12), test: clusters(12) };
const settings = { epochs: 3, batchSize: 10, logEvery: 1 };

beforeAll(async () => {
  await setBackend('cpu');
});
expectNoTensorsLeft();

describe('an aborted run', () => {
  it('ends before its next step with the model so far and no test', async () => {
    const controller = new AbortController();
    const events = await collect(
      fit(clustersModel(), data, settings, {
        signal: controller.signal,
        callbacks: [
          (event) => {
            if (event.type === 'batchEnd' && event.epoch === 2 && event.step === 3) {
              controller.abort();
            }
          },
        ],
      }),
    );
    expect(ofType(events, 'batchEnd')).toHaveLength(4 + 3);
    expect(ofType(events, 'epochEnd')).toHaveLength(1);
    const end = events.at(-1);
    expect(end).toMatchObject({ outcome: 'aborted', reason: null, epochs: 1, testLoss: null });
    expect(end?.type === 'runEnd' && end.model.weights).not.toEqual(clustersModel().weights);
  });

  it('ends though nothing but a timer aborts it', async () => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      controller.abort();
    }, 5);
    const events = await collect(
      fit(clustersModel(), data, { ...settings, epochs: 1e6 }, { signal: controller.signal }),
    );
    clearTimeout(timer);
    expect(events.at(-1)).toMatchObject({ outcome: 'aborted' });
  });

  it('ends with the model it was given when the signal was there from the start', async () => {
    const model = clustersModel();
    const events = await collect(fit(model, data, settings, { signal: AbortSignal.abort() }));
    expect(events.map((event) => event.type)).toEqual(['runStart', 'runEnd']);
    expect(events.at(-1)).toMatchObject({
      outcome: 'aborted',
      epochs: 0,
      samplesPerSecond: 0,
      model,
    });
  });

  it('ends during validation without an epochEnd', async () => {
    const controller = new AbortController();
    const events = await collect(
      fit(clustersModel(), data, settings, {
        signal: controller.signal,
        callbacks: [
          (event) => {
            if (event.type === 'batchEnd' && event.step === event.stepsPerEpoch) controller.abort();
          },
        ],
      }),
    );
    expect(ofType(events, 'epochEnd')).toHaveLength(0);
    expect(events.at(-1)).toMatchObject({ outcome: 'aborted', epochs: 0 });
  });
});

describe('a run whose consumer leaves', () => {
  it('frees what it held', async () => {
    for await (const event of fit(clustersModel(), data, settings)) {
      if (event.type === 'batchEnd' && event.step === 2) break;
    }
  });
});

describe('a run that fails', () => {
  it('hands on what a callback throws', async () => {
    const run = fit(clustersModel(), data, settings, {
      callbacks: [
        (event) => {
          if (event.type === 'batchEnd') throw new Error('disk full');
        },
      ],
    });
    await expect(collect(run)).rejects.toThrow('disk full');
  });

  it('frees what it held when a step throws', async () => {
    const run = fit(clustersModel(), data, { ...settings, engine: 'autodiff' });
    await run.next();
    unregisterGradient(Tanh);
    await expect(collect(run)).rejects.toThrow('gradient function not found for Tanh');
  });
});

describe('a run that a callback stops', () => {
  it('ends before its next step, says why, and is tested', async () => {
    const events = await collect(
      fit(clustersModel(), data, settings, {
        callbacks: [
          (event, control) => {
            if (event.type === 'epochEnd') control.stop('good enough');
          },
        ],
      }),
    );
    const end = ofType(events, 'runEnd')[0]!;
    expect(end).toMatchObject({ outcome: 'stopped', reason: 'good enough', epochs: 1 });
    expect(end.testLoss).toBeGreaterThan(0);
  });

  it('is tested on the test data alone when it was stopped between log intervals', async () => {
    let now = 0;
    let control: RunControl | undefined;
    const timer = setInterval(() => control?.stop('a click'), 0);
    const events = await collect(
      fit(
        clustersModel(),
        data,
        { epochs: 1, batchSize: 1, shuffle: false, logEvery: 1000 },
        {
          // Every step takes a second, so that the timer has a turn after each.
          clock: () => (now += 1000),
          callbacks: [(_, given) => void (control = given)],
        },
      ),
    );
    clearInterval(timer);
    const end = ofType(events, 'runEnd')[0]!;
    expect(end).toMatchObject({ outcome: 'stopped', epochs: 0 });
    const { loss } = await evaluate(end.model, data.test);
    expect(end.testLoss).toBeCloseTo(loss, 5);
  });
});

describe('a run whose loss is no longer finite', () => {
  it('stops and says where', async () => {
    const wild = { ...settings, optimizer: { type: 'sgd', learningRate: 1e30 } } as const;
    const events = await collect(fit(reluModel(), data, { ...wild, logEvery: 2 }));
    const end = ofType(events, 'runEnd')[0]!;
    expect(end.outcome).toBe('diverged');
    expect(end.reason).toMatch(
      /^epoch 1, step \d: the .+ went bad: expected finite numbers; lower the learning rate \(1e\+30 now\), or clip the gradients$/,
    );
    expect(end).toMatchObject({ epochs: 0, testLoss: null, testAccuracy: null });
    const { epoch, step, learningRate } = end.divergence!;
    expect({ epoch, learningRate }).toEqual({ epoch: 1, learningRate: 1e30 });
    expect(end.reason).toContain(`epoch 1, step ${step}:`);
  });
});

describe('the control of a run that is over', () => {
  it('refuses to read or write weights', async () => {
    let kept: RunControl | undefined;
    const keep = (_: unknown, control: RunControl) => {
      kept = control;
    };
    await collect(fit(clustersModel(), data, { ...settings, epochs: 1 }, { callbacks: [keep] }));
    await expect(kept!.snapshot()).rejects.toMatchObject({ code: 'run-over' });
    await expect(kept!.checkpoint('late')).rejects.toMatchObject({ code: 'run-over' });
    expect(() => {
      kept!.restore(clustersModel());
    }).toThrow(TrainerError);
  });
});

function reluModel() {
  const { spec, weights } = clustersModel();
  const layers = spec.layers.map((layer) =>
    layer.type === 'dense' && layer.activation === 'tanh'
      ? { ...layer, activation: 'relu' as const }
      : layer,
  );
  return { spec: { ...spec, layers }, weights };
}
