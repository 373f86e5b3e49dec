import type { KernelCall } from '../../src/plan/kernel-call.js';
import { bufferLength, type BufferDtype } from '../../src/plan/plan-buffer.js';
import type { PlanStep } from '../../src/plan/plan-executor.js';
import type { Plan } from '../../src/plan/plan.js';
import type { TestedExecutor } from './executors.js';

/** A buffer of a test: its shape, and the numbers it starts with (zeros without). */
export interface TestBuffer {
  readonly shape: readonly number[];
  readonly values?: ArrayLike<number>;
  readonly dtype?: BufferDtype;
}

/** Runs kernels one after the other as a plan of their own. @returns every buffer afterwards. */
export async function runKernels(
  executor: TestedExecutor,
  calls: readonly KernelCall[],
  buffers: Readonly<Record<string, TestBuffer>>,
  step: PlanStep,
): Promise<Record<string, Float32Array | Int32Array | Float64Array>> {
  const plan: Plan = {
    batchSize: step.rows,
    buffers: Object.entries(buffers).map(([name, { shape, dtype = 'float32' }]) => {
      return { name, shape, dtype, lifetime: 'kept' as const };
    }),
    procedures: { test: calls },
  };
  const running = await executor.create(plan);
  try {
    for (const [name, buffer] of Object.entries(buffers)) {
      if (buffer.values !== undefined) running.write(name, buffer.values);
    }
    running.run('test', step);
    return Object.fromEntries(Object.keys(buffers).map((name) => [name, running.read(name)]));
  } finally {
    running.dispose();
  }
}

/** A buffer of `shape` with numbers in [-1, 1] that look random and depend on `seed` only. */
export function numbers(
  shape: readonly number[],
  seed: number,
): Required<Omit<TestBuffer, 'dtype'>> {
  let state = seed >>> 0;
  const values = Float32Array.from({ length: bufferLength({ shape }) }, () => {
    // Numerical Recipes' linear congruential generator, the upper bits.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 23 - 1;
  });
  return { shape, values };
}
