import { expose } from 'comlink';
import { afterEach, expect, it, vi } from 'vitest';
import { emptyStatus, type RunStatus } from '../../training/run-status.js';
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
