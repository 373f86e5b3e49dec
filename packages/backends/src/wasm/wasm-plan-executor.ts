import { bufferView } from '../plan/buffer-view.js';
import { checkLength, checkStep, requireBuffer } from '../plan/check-step.js';
import { disposedError } from '../plan/plan-error.js';
import type { PlanExamples, PlanExecutor, PlanStep } from '../plan/plan-executor.js';
import { planMemory } from '../plan/plan-memory.js';
import type { Plan } from '../plan/plan.js';
import { encodeProcedure } from './encode-procedure.js';
import { encodeStep, stepBytes, type ResidentExamples } from './encode-step.js';
import { compileKernels, instantiateKernels, type Kernels } from './kernel-instance.js';
import { createWasmMemory, type WasmMemory } from './wasm-memory.js';

/** Where a procedure's words lie. */
interface Program {
  readonly start: number;
  readonly end: number;
}

/** Everything that is released together. */
interface Running {
  readonly kernels: Kernels;
  readonly memory: WasmMemory;
}

/** Runs a plan in WebAssembly SIMD. Examples stay in its memory as bytes. */
export class WasmPlanExecutor implements PlanExecutor {
  readonly backend = 'wasm';
  readonly threads = 1;
  readonly #plan: Plan;
  readonly #addresses: ReadonlyMap<string, number>;
  readonly #programs: ReadonlyMap<string, Program>;
  readonly #step: number;
  readonly #indices: number;
  readonly #scratch: number;
  readonly #examples = new Map<PlanExamples, ResidentExamples>();
  #running: Running | null;

  /**
   * @throws PlanError `unknown-buffer` when a call names a buffer that the plan lacks;
   *   WebAssembly.CompileError where SIMD is missing; RangeError when memory runs out.
   */
  static async create(plan: Plan): Promise<WasmPlanExecutor> {
    const memory = createWasmMemory(false);
    const kernels = await instantiateKernels(await compileKernels(false), memory.memory);
    return new WasmPlanExecutor(plan, { kernels, memory });
  }

  private constructor(plan: Plan, running: Running) {
    const { kernels, memory } = running;
    this.#plan = plan;
    this.#running = running;
    const { offsets, sizeBytes } = planMemory(plan);
    const base = memory.reserve(sizeBytes);
    this.#addresses = new Map([...offsets].map(([name, offset]) => [name, base + offset]));
    this.#programs = new Map(
      Object.keys(plan.procedures).map((name) => {
        const words = encodeProcedure(plan, name, (buffer) => this.#addresses.get(buffer)!);
        const start = memory.reserve(words.byteLength);
        new Int32Array(memory.memory.buffer, start, words.length).set(words);
        return [name, { start, end: start + words.byteLength }];
      }),
    );
    const scratchBytes = [...this.#programs.values()].map(({ start, end }) =>
      kernels.scratchBytes(start, end, plan.batchSize),
    );
    this.#scratch = memory.reserve(Math.max(0, ...scratchBytes));
    this.#step = memory.reserve(stepBytes);
    this.#indices = memory.reserve(plan.batchSize * 4);
  }

  run(procedure: string, step: PlanStep): void {
    const { kernels, memory } = this.#requireAlive(`run "${procedure}"`);
    checkStep(this.#plan, procedure, step);
    const examples = step.batch && this.#reside(step.batch.examples, memory);
    if (step.batch !== undefined) {
      const { indices } = step.batch;
      new Uint32Array(memory.memory.buffer, this.#indices, indices.length).set(indices);
    }
    encodeStep(memory.memory.buffer, this.#step, step, this.#indices, examples);
    const { start, end } = this.#programs.get(procedure)!;
    kernels.run(start, end, this.#step, this.#scratch, 0, 1, 0);
  }

  read(buffer: string): Float32Array | Int32Array | Float64Array {
    return this.#view(buffer, `read "${buffer}"`).slice();
  }

  write(buffer: string, values: ArrayLike<number>): void {
    const view = this.#view(buffer, `write "${buffer}"`);
    checkLength(requireBuffer(this.#plan, buffer), values);
    view.set(values);
  }

  dispose(): void {
    this.#running = null;
    this.#examples.clear();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #view(name: string, where: string) {
    const { memory } = this.#requireAlive(where);
    const buffer = requireBuffer(this.#plan, name);
    return bufferView(buffer, memory.memory.buffer, this.#addresses.get(name)!);
  }

  /** Copies examples into the memory, once. */
  #reside(examples: PlanExamples, memory: WasmMemory): ResidentExamples {
    const known = this.#examples.get(examples);
    if (known !== undefined) return known;
    const { inputs, labels, scale, offset } = examples;
    const resident: ResidentExamples = {
      inputs: memory.reserve(inputs.byteLength),
      inputsAreBytes: inputs instanceof Uint8Array,
      labels: memory.reserve(labels.byteLength),
      scale: memory.reserve(8 * scale.length),
      channels: scale.length,
    };
    const { buffer } = memory.memory;
    if (inputs instanceof Uint8Array) new Uint8Array(buffer, resident.inputs).set(inputs);
    else new Float32Array(buffer, resident.inputs).set(inputs);
    new Uint8Array(buffer, resident.labels).set(labels);
    new Float32Array(buffer, resident.scale).set([...scale, ...offset]);
    this.#examples.set(examples, resident);
    return resident;
  }

  #requireAlive(where: string): Running {
    if (this.#running === null) throw disposedError(where);
    return this.#running;
  }
}
