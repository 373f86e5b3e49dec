import type { KernelCall } from './kernel-call.js';
import type { Plan } from './plan.js';

/** Multiplications of the largest procedure on a whole batch, those of matrix products only. */
export function planWork(plan: Plan): number {
  const procedures = Object.values(plan.procedures).map((calls) =>
    calls.reduce((total, call) => total + exampleWork(call), 0),
  );
  return plan.batchSize * Math.max(0, ...procedures);
}

function exampleWork(call: KernelCall): number {
  if ('features' in call) return call.features * call.units;
  if (!('filters' in call)) return 0;
  const { outHeight, outWidth, windowHeight, windowWidth, channels } = call.geometry;
  return outHeight * outWidth * windowHeight * windowWidth * channels * call.filters;
}
