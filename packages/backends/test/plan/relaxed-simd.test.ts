/** @file What relaxed SIMD may change and what not. `vitest.config.ts` turns it on in Node 20. */
import { singleCallPlan, WasmPlanExecutor, type MatrixProductCall } from '@manabi/backends/plan';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { detectWasmFeatures } from '../../src/wasm/wasm-features.js';
import { numbers } from './run-kernel.js';

const rows = 5;
const call: MatrixProductCall = {
  ...{ kind: 'dense', features: 300, units: 40, activation: 'linear' },
  ...{ reads: { input: 'x', kernel: 'kernel' }, writes: { output: 'y' } },
};

async function product(options: {
  readonly threads: number;
  readonly relaxedSimd?: boolean;
}): Promise<number[]> {
  const plan = singleCallPlan(call, rows);
  using executor = await WasmPlanExecutor.create(plan, options);
  executor.write('x', numbers([rows, 300], 1).values);
  executor.write('kernel', numbers([300, 40], 2).values);
  executor.run('call', { rows });
  return Array.from(executor.read('y'));
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('relaxed SIMD', () => {
  test('is refused where the engine lacks it, and never taken unasked', async () => {
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
    await expect(product({ threads: 1, relaxedSimd: true })).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('expected an engine with relaxed SIMD') as string,
    });
    expect(await product({ threads: 1 })).toHaveLength(rows * 40);
  });

  test('gives the same bits from run to run and for 1, 2 and 4 threads', async (context) => {
    if (!detectWasmFeatures().relaxedSimd) context.skip('this engine does not have it');
    const first = await product({ threads: 1, relaxedSimd: true });
    for (const threads of [1, 2, 4]) {
      expect(await product({ threads, relaxedSimd: true })).toEqual(first);
    }
    // Rounded once instead of twice, here: other bits, by parts of a millionth.
    const plain = await product({ threads: 1 });
    plain.forEach((value, i) => expect(first[i]).toBeCloseTo(value, 4));
  });
});
