/** @file What becomes of the threads of a plan when one of them does not start. */
import { once } from 'node:events';
import { singleCallPlan, WasmPlanExecutor } from '@manabi/backends/plan';
import { afterEach, expect, test, vi } from 'vitest';

const threads = process.getBuiltinModule('node:worker_threads');
const { Worker } = threads;

afterEach(() => {
  vi.restoreAllMocks();
});

test('where a thread does not start, the others end and the reason is said', async () => {
  const started: InstanceType<typeof Worker>[] = [];
  vi.spyOn(threads, 'Worker').mockImplementation(function (script, options) {
    const fails = started.length === 1;
    const worker = fails
      ? new Worker('throw new Error("no room")', { eval: true })
      : new Worker(script, options);
    started.push(worker);
    return worker;
  });
  const plan = singleCallPlan(
    {
      ...{ kind: 'dense', features: 3, units: 4, activation: 'linear' },
      ...{ reads: { input: 'x', kernel: 'kernel' }, writes: { output: 'y' } },
    },
    5,
  );
  const exits = vi.waitFor(() => {
    expect(started).toHaveLength(3);
    return Promise.all(started.map((worker) => once(worker, 'exit')));
  });
  await expect(WasmPlanExecutor.create(plan, { threads: 4 })).rejects.toThrow('no room');
  expect(await exits).toHaveLength(3);
});
