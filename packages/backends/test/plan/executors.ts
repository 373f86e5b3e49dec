import { CpuPlanExecutor } from '../../src/cpu/cpu-plan-executor.js';
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

const wasm = (threads: number): TestedExecutor => ({
  name: `wasm with ${threads} thread${threads === 1 ? '' : 's'}`,
  create: (plan) => WasmPlanExecutor.create(plan, { threads }),
});

export const executors: readonly TestedExecutor[] = [cpu, wasm(1)];
