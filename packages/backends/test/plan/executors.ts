import { CpuPlanExecutor } from '../../src/cpu/cpu-plan-executor.js';
import { detectWasmFeatures } from '../../src/wasm/wasm-features.js';
import { WasmPlanExecutor } from '../../src/wasm/wasm-plan-executor.js';
import type { Plan } from '../../src/plan/plan.js';
import type { PlanExecutor } from '../../src/plan/plan-executor.js';

/** An executor that every kernel test runs on. */
export interface TestedExecutor {
  readonly name: string;
  readonly create: (plan: Plan) => Promise<PlanExecutor>;
}

export const cpu: TestedExecutor = {
  name: 'cpu',
  create: (plan) => Promise.resolve(CpuPlanExecutor.create(plan)),
};

const wasm: TestedExecutor = {
  name: 'wasm',
  create: (plan) => WasmPlanExecutor.create(plan, { threads: 1 }),
};

const relaxed: TestedExecutor = {
  name: 'wasm with relaxed SIMD',
  create: (plan) => WasmPlanExecutor.create(plan, { threads: 1, relaxedSimd: true }),
};

export const executors: readonly TestedExecutor[] = [
  cpu,
  wasm,
  ...(detectWasmFeatures().relaxedSimd ? [relaxed] : []),
];
