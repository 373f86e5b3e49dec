import { expose } from 'comlink';
import { afterEach, expect, it, vi } from 'vitest';
import { initializeModel, mlp, resolveModel } from '@manabi/models';
import type { UnitName } from '../../training/model-queries.js';
import { emptyStatus, type RunStatus } from '../../training/run-status.js';
import { hasWeights } from './columns.js';
import { Exploration } from './exploration.svelte.js';
import { ownNetworks } from './own-networks.js';

const worker = vi.hoisted(() => ({ open: (): MessagePort => new MessageChannel().port1 }));
vi.mock('../../training/open-worker.js', () => ({ openTrainingWorker: () => worker.open() }));

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** A workbench whose networks are prepared for as long as nobody says otherwise. */
function openBench() {
  const calls: string[] = [];
  let prepared: (() => void) | undefined;
  const status: RunStatus = { ...emptyStatus, phase: 'ready' };
  const bench = {
    listen: () => undefined,
    configure: async () => {
      calls.push('configure');
      await new Promise<void>((resolve) => (prepared = resolve));
      return status;
    },
    open: (id: string) => {
      calls.push(`open ${id}`);
      // As the workbench: what is prepared is not wanted any more, and its call ends quietly.
      prepared?.();
      return status;
    },
    start: () => {
      calls.push('start');
      return status;
    },
  };
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(bench, port1);
  worker.open = () => port2;
  return { calls, finish: () => vi.waitFor(() => prepared!()) };
}

const network = Object.values(ownNetworks)[0]!;

it('trains a network of the page’s own once it is prepared', async () => {
  const { calls, finish } = openBench();
  const begun = new Exploration().begin(network);
  await finish();
  await begun;
  expect(calls).toEqual(['configure', 'start']);
});

it('leaves a kept run as it is that is opened while another network is prepared', async () => {
  const { calls } = openBench();
  const exploration = new Exploration();
  await Promise.all([exploration.begin(network), exploration.open('kept')]);
  expect(calls).toEqual(['configure', 'open kept']);
});

it('forgets what the test images of another network show', async () => {
  openBench();
  const exploration = new Exploration();
  exploration.testLabels = Uint8Array.of(3);
  await exploration.open('kept');
  expect(exploration.testLabels).toBeUndefined();
});

/** A network whose weights differ from moment to moment, and how often it was examined. */
function openMoments() {
  const { spec } = initializeModel(mlp({ inputShape: [4], classes: 3, hidden: [2] }), { seed: 1 });
  const resolved = resolveModel(spec);
  let examined = 0;
  const bench = {
    listen: () => undefined,
    network: ({ at = 9 }: { at?: number }, layers?: readonly string[], unit?: UnitName) => ({
      resolved,
      unit,
      weights: Object.fromEntries(
        resolved.layers
          .filter(({ name }) => layers?.includes(name) ?? true)
          .flatMap((layer) => layer.weights)
          .map(({ name }) => [name, Float32Array.of(at)]),
      ),
    }),
    activations: (_: unknown, { at = 9 }: { at?: number }) => ({
      ...{ input: Float32Array.of(at), layers: [], logits: Float32Array.of(at) },
    }),
    examine: () => ({ accuracy: ++examined }),
  };
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(bench, port1);
  worker.open = () => port2;
  const hidden = resolved.layers.find(({ type }) => type === 'dense')!;
  return { hidden, examined: () => examined };
}

const example = { part: 'test', indices: [0] } as const;
const intact = { ablation: undefined, disturbance: undefined };

it('looks at a moment with the weights of the open part, and brings the others where it stays', async () => {
  const { hidden } = openMoments();
  const exploration = new Exploration();
  await exploration.show(example, 1, intact, { layer: hidden, unit: 1 });
  const first = exploration.look!;
  expect(first.network).toMatchObject({ weights: {}, unit: { layer: hidden.name, unit: 1 } });
  expect([1, 0].map((unit) => hasWeights(first.network, hidden, unit))).toEqual([true, false]);
  await exploration.show(example, 2, intact, undefined);
  const second = exploration.look!;
  expect(second.network.weights).toEqual({});
  // The page redraws what is another object.
  expect(second.network.resolved).toBe(first.network.resolved);

  await exploration.complete(first);
  expect(exploration.look).toBe(second);
  await exploration.complete(second);
  const { network: whole, activations, isComplete } = exploration.look!;
  expect([whole.weights['dense2/bias'], isComplete]).toEqual([Float32Array.of(2), true]);
  expect(activations).toBe(second.activations);
  expect(whole.resolved).toBe(first.network.resolved);
});

it('examines each network once', async () => {
  const { examined } = openMoments();
  const exploration = new Exploration();
  for (const [at, key] of [
    [1, 'one'],
    [2, 'two'],
    [1, 'one'],
  ] as const) {
    await exploration.answers.whole.ask({ at, key });
  }
  expect(exploration.answers.whole.found?.answer.accuracy).toBe(1);
  expect(examined()).toBe(2);
});

it('keeps the answers of the latest moments alone', async () => {
  const { examined } = openMoments();
  const { answers } = new Exploration();
  for (let at = 0; at < 40; at++) await answers.whole.ask({ at, key: `${at}` });
  await answers.whole.ask({ at: 39, key: '39' });
  expect(examined()).toBe(40);
  await answers.whole.ask({ at: 0, key: '0' });
  expect(examined()).toBe(41);
});
