/** Examples as an executor keeps them: bytes stay bytes until the gather kernel reads them. */
export interface PlanExamples {
  /** [n, length] row-major. */
  readonly inputs: Uint8Array | Float32Array;
  /** [n], integers in [0, classes). */
  readonly labels: Uint8Array;
  /** A kernel reads `x * scale[k] - offset[k]`; k is the index in the last axis (channel, feature). */
  readonly scale: readonly number[];
  /** As many as `scale`. */
  readonly offset: readonly number[];
}

/** What changes from one run of a procedure to the next. */
export interface PlanStep {
  /** Number of examples in the batch, in [1, plan.batchSize]. */
  readonly rows: number;
  /** Needed by procedures that gather: which examples, `rows` of them. */
  readonly batch?: { readonly examples: PlanExamples; readonly indices: Uint32Array };
  /** Needed by procedures that update. */
  readonly learningRate?: number;
  /** Optimiser steps including this one, from 1; needed by procedures that update or drop out. */
  readonly step?: number;
  /** Seeds dropout; any safe integer. */
  readonly seed?: number;
}

/**
 * Runs the procedures of one plan in memory of its own. Whoever made it disposes it. All calls are
 * synchronous: when `run` returns, the step is done.
 */
export interface PlanExecutor {
  readonly backend: 'cpu' | 'wasm';
  /** Threads that compute. The numbers do not depend on it. */
  readonly threads: number;
  /**
   * Runs one batch. Examples are made resident at their first use and stay so until `dispose`.
   *
   * @throws PlanError `unknown-procedure`, `wrong-size` or `disposed`.
   */
  run(procedure: string, step: PlanStep): void;
  /**
   * A copy of a buffer, row-major. Scratch buffers hold what the last procedure left in their memory.
   *
   * @throws PlanError `unknown-buffer` or `disposed`.
   */
  read(buffer: string): Float32Array | Int32Array | Float64Array;
  /** @throws PlanError `unknown-buffer`, `wrong-size` or `disposed`. */
  write(buffer: string, values: ArrayLike<number>): void;
  /** Frees the memory; calling it again changes nothing. */
  dispose(): void;
  [Symbol.dispose](): void;
}
