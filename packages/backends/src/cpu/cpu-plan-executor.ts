import { bufferView } from '../plan/buffer-view.js';
import { checkLength, checkStep, requireBuffer } from '../plan/check-step.js';
import { disposedError } from '../plan/plan-error.js';
import type { PlanExecutor, PlanStep } from '../plan/plan-executor.js';
import { planMemory } from '../plan/plan-memory.js';
import type { Plan } from '../plan/plan.js';
import { runCall, type CpuMemory } from './run-call.js';

type BufferArray = Float32Array | Int32Array | Float64Array;

/**
 * Runs a plan in plain TypeScript, one readable function a kernel: the reference that the other
 * executors are compared with, and what serves where there is no WebAssembly.
 */
export class CpuPlanExecutor implements PlanExecutor {
  readonly backend = 'cpu';
  readonly threads = 1;
  readonly #plan: Plan;
  #views: ReadonlyMap<string, BufferArray>;
  #scratch = new Float32Array(0);

  /** @throws PlanError `unknown-buffer` when a call names a buffer that the plan lacks. */
  static create(plan: Plan): CpuPlanExecutor {
    return new CpuPlanExecutor(plan);
  }

  private constructor(plan: Plan) {
    this.#plan = plan;
    const { offsets, sizeBytes } = planMemory(plan);
    const memory = new ArrayBuffer(sizeBytes);
    this.#views = new Map(
      plan.buffers.map((buffer) => [
        buffer.name,
        bufferView(buffer, memory, offsets.get(buffer.name)!),
      ]),
    );
  }

  run(procedure: string, step: PlanStep): void {
    this.#requireAlive(`run "${procedure}"`);
    const calls = checkStep(this.#plan, procedure, step);
    for (const call of calls) runCall(call, this.#memory, step);
  }

  read(buffer: string): BufferArray {
    this.#requireAlive(`read "${buffer}"`);
    return this.#views.get(requireBuffer(this.#plan, buffer).name)!.slice();
  }

  write(buffer: string, values: ArrayLike<number>): void {
    this.#requireAlive(`write "${buffer}"`);
    checkLength(requireBuffer(this.#plan, buffer), values);
    this.#views.get(buffer)!.set(values);
  }

  dispose(): void {
    this.#views = new Map();
    this.#scratch = new Float32Array(0);
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  /** The buffers themselves, for the kernels; the plan's calls use each by its dtype. */
  readonly #memory: CpuMemory = {
    floats: (name) => this.#views.get(name) as Float32Array,
    integers: (name) => this.#views.get(name) as Int32Array,
    doubles: (name) => this.#views.get(name) as Float64Array,
    scratch: (length) => {
      if (this.#scratch.length < length) this.#scratch = new Float32Array(length);
      return this.#scratch.subarray(0, length);
    },
  };

  #requireAlive(where: string): void {
    if (this.#views.size > 0) return;
    throw disposedError(where);
  }
}
