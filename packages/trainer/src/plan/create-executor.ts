import { WasmPlanExecutor, type Plan, type PlanExecutor } from '@manabi/backends/plan';

/** How a plan is executed. */
export interface ExecutorOptions {
  /** How many may compute; undefined: as many as are useful here. */
  readonly threads: number | undefined;
  /** As in `TrainingSettings`; only where tfjs computes on wasm. Default false. */
  readonly relaxedSimd?: boolean;
}

/** What executes plans on a tfjs backend: kernels of our own that need nothing of tfjs. */
const executors: Readonly<
  Partial<Record<string, (plan: Plan, options: ExecutorOptions) => Promise<PlanExecutor>>>
> = {
  // Pages hardly ever compute with it, so its kernels are loaded when they do.
  cpu: async (plan) => (await import('./cpu-executor.js')).CpuPlanExecutor.create(plan),
  wasm: (plan, { threads, relaxedSimd = false }) =>
    WasmPlanExecutor.create(plan, { ...(threads !== undefined && { threads }), relaxedSimd }),
};

/** Whether plans can be executed where this tfjs backend computes. */
export function hasExecutor(backend: string): boolean {
  return executors[backend] !== undefined;
}

/** @param backend - name of a tfjs backend, one for which `hasExecutor` is true. */
export function createExecutor(
  backend: string,
  plan: Plan,
  options: ExecutorOptions,
): Promise<PlanExecutor> {
  const create = executors[backend];
  if (create === undefined) throw new Error(`internal: no plan executor for "${backend}"`);
  return create(plan, options);
}
