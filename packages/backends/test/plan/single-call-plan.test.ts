import { expect, test } from 'vitest';
import {
  createPeakLoop,
  planWork,
  singleCallPlan,
  WasmPlanExecutor,
  type MatrixProductCall,
} from '../../src/plan/index.js';

const geometry = {
  ...{ inHeight: 4, inWidth: 5, channels: 2, windowHeight: 3, windowWidth: 3 },
  ...{ strideHeight: 1, strideWidth: 1, padTop: 0, padLeft: 0, outHeight: 2, outWidth: 3 },
};

const convolution: MatrixProductCall = {
  kind: 'conv2d',
  reads: { input: 'x', filter: 'f' },
  writes: { output: 'y' },
  ...{ geometry, filters: 3, activation: 'linear' },
};

test('a single call runs alone, on buffers of the sizes that it names', async () => {
  const plan = singleCallPlan(convolution, 2);
  // 2 images x 2 x 3 places x 3 filters, each a sum over a window of 3 x 3 x 2.
  expect(planWork(plan)).toBe(2 * 2 * 3 * 3 * 18);
  using executor = await WasmPlanExecutor.create(plan, { threads: 1 });
  executor.write('x', new Float32Array(2 * 4 * 5 * 2).fill(1));
  executor.write('f', new Float32Array(3 * 3 * 2 * 3).fill(0.5));
  executor.run('call', { rows: 2 });
  expect([...executor.read('y')]).toEqual(Array.from({ length: 36 }, () => 9));
});

test.each<MatrixProductCall>([
  {
    kind: 'denseWeightGradient',
    reads: { input: 'x', outputGradient: 'dz' },
    ...{ writes: { kernelGradient: 'dw', biasGradient: 'db' }, features: 5, units: 3 },
  },
  {
    kind: 'denseInputGradient',
    reads: { kernel: 'w', outputGradient: 'dz' },
    ...{ writes: { inputGradient: 'dx' }, features: 5, units: 3 },
  },
])('$kind has a plan of its own', (call) => {
  const sizes = { x: [4, 5], dx: [4, 5], w: [5, 3], dw: [5, 3], dz: [4, 3], db: [3] };
  const { buffers } = singleCallPlan(call, 4);
  for (const { name, shape } of buffers) expect(shape).toEqual(sizes[name as keyof typeof sizes]);
  expect(buffers.length).toBe(Object.keys({ ...call.reads, ...call.writes }).length);
});

test('the peak loop counts its operations', async () => {
  const loop = await createPeakLoop();
  // 12 vectors of 4 numbers, each multiplied and added.
  expect(loop.operationsPerRound).toBe(12 * 4 * 2);
  expect(() => {
    loop.run(1000);
  }).not.toThrow();
});
