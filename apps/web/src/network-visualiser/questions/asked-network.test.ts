import { expose } from 'comlink';
import { afterEach, expect, it, vi } from 'vitest';
import { initializeModel, mlp } from '@manabi/models';
import { emptyStatus, type RunStatus } from '../../training/run-status.js';
import { AskedNetwork } from './asked-network.svelte.js';

const worker = vi.hoisted(() => ({ open: (): MessagePort => new MessageChannel().port1 }));
vi.mock('../../training/open-worker.js', () => ({ openTrainingWorker: () => worker.open() }));

const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** Workers that answer once they were prepared, and break when they are told to. */
function openWorkers() {
  const opened: MessagePort[] = [];
  worker.open = () => {
    let isPrepared = false;
    const bench = {
      listen: () => undefined,
      configure: (): RunStatus => {
        isPrepared = true;
        return { ...emptyStatus, phase: 'ready' };
      },
      examine: () => {
        if (!isPrepared) throw new Error('no run');
        return { accuracy: opened.length };
      },
    };
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    expose(bench, port1);
    opened.push(port2);
    return Object.assign(port2, { terminate: () => undefined });
  };
  const breakDown = () =>
    opened.at(-1)!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  return { opened, breakDown };
}

it('prepares another worker after one broke', async () => {
  const { opened, breakDown } = openWorkers();
  const { spec, weights } = initializeModel(mlp({ inputShape: [4], classes: 3, hidden: [2] }), {
    seed: 1,
  });
  const { answers } = new AskedNetwork({ kind: 'iris' }, spec, 30);
  // Both questions wait for the same worker.
  const damage = { ablation: undefined, disturbance: { noise: 0.5 } };
  await Promise.all([answers.whole.ask(weights), answers.examineBroken(weights, damage)]);
  expect(answers.fault).toBeUndefined();
  expect(opened).toHaveLength(1);

  breakDown();
  await answers.whole.ask(weights);
  expect(answers.fault).toBeUndefined();
  expect(answers.whole.found?.answer.accuracy).toBe(2);
});
