import { describe, expect, test } from 'vitest';
import type { PlanExamples } from '../../src/plan/plan-executor.js';
import type { Plan } from '../../src/plan/plan.js';
import { executors } from './executors.js';
import { expectClose } from './expect-close.js';

const plan: Plan = {
  batchSize: 3,
  buffers: [
    { name: 'inputs', shape: [3, 4], dtype: 'float32', lifetime: 'kept' },
    { name: 'labels', shape: [3], dtype: 'int32', lifetime: 'kept' },
  ],
  procedures: {
    read: [
      { kind: 'gather', reads: {}, writes: { inputs: 'inputs', labels: 'labels' }, length: 4 },
    ],
  },
};

const bytes: PlanExamples = {
  inputs: Uint8Array.from({ length: 20 }, (_, i) => i * 10),
  labels: Uint8Array.of(4, 3, 2, 1, 0),
  scale: [1 / 255],
  offset: [0],
};

const features: PlanExamples = {
  inputs: Float32Array.from({ length: 8 }, (_, i) => i),
  labels: Uint8Array.of(1, 0),
  scale: [2, 4],
  offset: [1, -1],
};

describe.each(executors)('executor $name', ({ create }) => {
  test('gathers the named examples, normalised, and leaves the rows it was not given', async () => {
    using executor = await create(plan);
    executor.write('inputs', new Float32Array(12).fill(-1));
    const indices = Uint32Array.of(4, 1);
    executor.run('read', { rows: 2, batch: { examples: bytes, indices } });
    const expected = [160, 170, 180, 190, 40, 50, 60, 70].map((byte) => byte / 255);
    expectClose(executor.read('inputs'), [...expected, -1, -1, -1, -1], 1e-7);
    expect([...executor.read('labels')]).toEqual([0, 3, 0]);
  });

  test('normalises every channel on its own and changes data sets between runs', async () => {
    using executor = await create(plan);
    const both = { rows: 1, batch: { examples: bytes, indices: Uint32Array.of(0) } };
    executor.run('read', both);
    executor.run('read', { rows: 1, batch: { examples: features, indices: Uint32Array.of(1) } });
    // 4, 5, 6, 7 times 2, 4, 2, 4 minus 1, -1, 1, -1.
    expect([...executor.read('inputs').subarray(0, 4)]).toEqual([7, 21, 11, 29]);
    executor.run('read', both);
    expectClose(executor.read('inputs').subarray(0, 4), [0, 10 / 255, 20 / 255, 30 / 255], 1e-7);
  });

  test('hands out copies and keeps what is written', async () => {
    using executor = await create(plan);
    executor.write('labels', [1, 2, 3]);
    executor.read('labels').fill(9);
    expect([...executor.read('labels')]).toEqual([1, 2, 3]);
  });

  test.each([
    ['unknown-procedure', 'train', { rows: 1 }],
    ['wrong-size', 'read', { rows: 4 }],
    ['wrong-size', 'read', { rows: 1 }],
    ['wrong-size', 'read', { rows: 1, batch: { examples: bytes, indices: Uint32Array.of(1, 2) } }],
    ['wrong-size', 'read', { rows: 1, batch: { examples: bytes, indices: Uint32Array.of(5) } }],
    [
      'wrong-size',
      'read',
      {
        rows: 1,
        batch: { examples: { ...bytes, labels: Uint8Array.of(1) }, indices: Uint32Array.of(0) },
      },
    ],
  ] as const)('refuses with %s: run %s %o', async (code, procedure, step) => {
    using executor = await create(plan);
    expect(() => {
      executor.run(procedure, step);
    }).toThrow(expect.objectContaining({ code }));
  });

  test('refuses unknown buffers, wrong lengths and any use after dispose', async () => {
    const executor = await create(plan);
    expect(() => executor.read('weights')).toThrow(
      expect.objectContaining({ code: 'unknown-buffer' }),
    );
    expect(() => {
      executor.write('labels', [1]);
    }).toThrow(expect.objectContaining({ code: 'wrong-size' }));
    executor.dispose();
    executor.dispose();
    expect(() => executor.read('labels')).toThrow(expect.objectContaining({ code: 'disposed' }));
  });
});
