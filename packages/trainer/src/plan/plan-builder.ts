import type { BufferDtype, KernelCall, Plan, PlanBuffer } from '@manabi/backends/plan';

/** Collects what a plan is made of; a buffer that several procedures use is declared in each. */
export interface PlanBuilder {
  /**
   * Whether every number of a step has a buffer of its own that keeps it, so that all can be read
   * afterwards: nothing is fused, and nothing but weights, slots and clipped gradients is overwritten.
   * It changes no number.
   */
  readonly keepsEverything: boolean;
  /** Declares a buffer of [batchSize, ...example], scratch. @returns its name. */
  perExample(name: string, example: readonly number[], dtype?: BufferDtype): string;
  /** Declares a buffer of the given shape, scratch. @returns its name. */
  scratch(name: string, shape: readonly number[], dtype?: BufferDtype): string;
  /** Declares a buffer that keeps its numbers. @returns its name. */
  kept(name: string, shape: readonly number[], dtype?: BufferDtype): string;
  /** Starts a procedure; the calls that follow are its. */
  procedure(name: string): void;
  call(call: KernelCall): void;
  build(): Plan;
}

/**
 * @param batchSize - most examples of a run.
 * @param options.keepsEverything - default false: as little memory and as few calls as possible.
 */
export function createPlanBuilder(
  batchSize: number,
  { keepsEverything = false }: Partial<Pick<PlanBuilder, 'keepsEverything'>> = {},
): PlanBuilder {
  const passing = keepsEverything ? 'kept' : 'scratch';
  const buffers = new Map<string, PlanBuffer>();
  const procedures: Record<string, KernelCall[]> = {};
  let calls: KernelCall[] = [];
  const declare = (buffer: PlanBuffer) => {
    if (!buffers.has(buffer.name)) buffers.set(buffer.name, buffer);
    return buffer.name;
  };
  return {
    keepsEverything,
    perExample: (name, example, dtype = 'float32') =>
      declare({ name, shape: [batchSize, ...example], dtype, lifetime: passing }),
    scratch: (name, shape, dtype = 'float32') => declare({ name, shape, dtype, lifetime: passing }),
    kept: (name, shape, dtype = 'float32') => declare({ name, shape, dtype, lifetime: 'kept' }),
    procedure: (name) => {
      calls = procedures[name] = [];
    },
    call: (call) => {
      calls.push(call);
    },
    build: () => ({ batchSize, buffers: [...buffers.values()], procedures }),
  };
}
