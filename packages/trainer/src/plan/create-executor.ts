import { WasmPlanExecutor, type Plan, type PlanExecutor } from '@manabi/backends/plan';

/** What executes plans on a tfjs backend: kernels of our own that need nothing of tfjs. */
const executors: Readonly<
  Partial<Record<string, (plan: Plan, threads: number | undefined) => Promise<PlanExecutor>>>
> = {
  // Pages hardly ever compute with it, so its kernels are loaded when they do.
  cpu: async (plan) => (await import('./cpu-executor.js')).CpuPlanExecutor.create(plan),
  wasm: (plan, threads) => WasmPlanExecutor.create(plan, threads === undefined ? {} : { threads }),
};

/** Whether plans can be executed where this tfjs backend computes. */
export function hasExecutor(backend: string): boolean {
  return executors[backend] !== undefined;
}

/**
 * @param backend - name of a tfjs backend, one for which `hasExecutor` is true.
 * @param threads - how many may compute; default: as many as are useful here.
 */
export function createExecutor(
  backend: string,
  plan: Plan,
  threads: number | undefined,
): Promise<PlanExecutor> {
  const create = executors[backend];
  if (create === undefined) throw new Error(`internal: no plan executor for "${backend}"`);
  return create(plan, threads);
}
