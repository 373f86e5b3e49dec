import type { KernelCall } from './kernel-call.js';
import type { PlanBuffer } from './plan-buffer.js';

/**
 * A model as work to do: buffers, and for each procedure (`train`, `evaluate`, `predict`) the kernel
 * calls of one batch, in order. Plain data.
 */
export interface Plan {
  /** Most examples that one run of a procedure takes; fewer are always possible. */
  readonly batchSize: number;
  readonly buffers: readonly PlanBuffer[];
  readonly procedures: Readonly<Record<string, readonly KernelCall[]>>;
}
