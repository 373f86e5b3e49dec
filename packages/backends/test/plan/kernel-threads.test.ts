/** @file What becomes of the threads of a plan when one of them does not start. */
import { singleCallPlan, WasmPlanExecutor } from '@manabi/backends/plan';
import { afterEach, expect, test, vi } from 'vitest';

const threads = process.getBuiltinModule('node:worker_threads');
const { Worker } = threads;

afterEach(() => {
  vi.restoreAllMocks();
});

test('where a thread does not start, the others end and the reason is said', async () => {
  const exits: Promise<void>[] = [];
  vi.spyOn(threads, 'Worker').mockImplementation(function (script, options) {
    const fails = exits.length === 1;
    const worker = fails
      ? new Worker('throw new Error("no room")', { eval: true })
      : new Worker(script, options);
    exits.push(
      new Promise((resolve) => {
        worker.once('exit', () => {
          resolve();
        });
      }),
    );
    return worker;
  });
  const plan = singleCallPlan(
    {
      ...{ kind: 'dense', features: 3, units: 4, activation: 'linear' },
      ...{ reads: { input: 'x', kernel: 'kernel' }, writes: { output: 'y' } },
    },
    5,
  );
  await expect(WasmPlanExecutor.create(plan, { threads: 4 })).rejects.toThrow('no room');
  expect(await Promise.all(exits)).toHaveLength(3);
});
