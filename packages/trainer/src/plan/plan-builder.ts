import type { BufferDtype, KernelCall, Plan, PlanBuffer } from '@manabi/backends/plan';

/** Collects what a plan is made of; a buffer that several procedures use is declared in each. */
export interface PlanBuilder {
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

/** @param batchSize - most examples of a run. */
export function createPlanBuilder(batchSize: number): PlanBuilder {
  const buffers = new Map<string, PlanBuffer>();
  const procedures: Record<string, KernelCall[]> = {};
  let calls: KernelCall[] = [];
  const declare = (buffer: PlanBuffer) => {
    if (!buffers.has(buffer.name)) buffers.set(buffer.name, buffer);
    return buffer.name;
  };
  return {
    perExample: (name, example, dtype = 'float32') =>
      declare({ name, shape: [batchSize, ...example], dtype, lifetime: 'scratch' }),
    scratch: (name, shape, dtype = 'float32') =>
      declare({ name, shape, dtype, lifetime: 'scratch' }),
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
