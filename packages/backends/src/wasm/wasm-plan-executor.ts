import { bufferView } from '../plan/buffer-view.js';
import { checkLength, checkStep, requireBuffer } from '../plan/check-step.js';
import { disposedError, PlanError } from '../plan/plan-error.js';
import type { PlanExamples, PlanExecutor, PlanStep } from '../plan/plan-executor.js';
import { planMemory } from '../plan/plan-memory.js';
import { planWork } from '../plan/plan-work.js';
import type { Plan } from '../plan/plan.js';
import { encodeProcedure } from './encode-procedure.js';
import { encodeStep, stepBytes, type ResidentExamples } from './encode-step.js';
import { compileKernels, instantiateKernels, type Kernels } from './kernel-instance.js';
import {
  mostThreads,
  startKernelThreads,
  usefulThreads,
  type KernelThread,
} from './kernel-threads.js';
import {
  startTrial,
  tileHeights,
  tileTrial,
  type TileChoice,
  type TileHeight,
} from './tile-height.js';
import { detectWasmFeatures } from './wasm-features.js';
import { createWasmMemory, type WasmMemory } from './wasm-memory.js';

/** How to execute a plan. */
export interface WasmPlanExecutorOptions {
  /**
   * How many threads compute, at least 1. Default: the cores there are, fewer for a small plan. Where memory cannot be shared
   * (a page that is not cross-origin isolated) or waited on (a page's own thread) it is 1.
   * It does not change the numbers.
   */
  readonly threads?: number;
  /**
   * Multiplies and adds in one instruction where the processor has one. The numbers are then still the
   * same from run to run and for any number of threads on one machine, but another may round
   * differently. Default false: the same bits on every machine.
   */
  readonly relaxedSimd?: boolean;
  /**
   * Rows of the tiles of sums that the kernels keep in registers. Default: what is fastest here, found
   * by timing during the first runs of a program, some 20 milliseconds in all; 4 until then, and for
   * plans too small to gain from it. It does not change the numbers.
   */
  readonly tileHeight?: TileHeight;
  /**
   * Milliseconds from any start, by which this executor finds out the height of tiles for itself.
   * Default: `performance.now()`, and all executors of the program find it out together.
   */
  readonly clock?: () => number;
}

/** Where a procedure's words lie. */
interface Program {
  readonly start: number;
  readonly end: number;
}

/** Multiplications of a run from which on it is worth finding out which tiles are best: some 0.1 ms. */
const workOfTrial = 2_000_000;

/** Everything that is released together. */
interface Running {
  readonly kernels: Kernels;
  readonly memory: WasmMemory;
  readonly helpers: readonly KernelThread[];
  readonly tiles: TileChoice;
}

/** Byte addresses of what the threads share, and of each thread's scratch. */
interface Layout {
  readonly buffers: ReadonlyMap<string, number>;
  readonly programs: ReadonlyMap<string, Program>;
  readonly step: number;
  readonly indices: number;
  readonly control: number;
  readonly meeting: number;
  readonly scratch: readonly number[];
}

/**
 * Runs a plan in WebAssembly SIMD, on one thread or several. Examples stay in its memory as bytes.
 * Work is split over results, never over sums, so every number of threads gives the same bits.
 */
export class WasmPlanExecutor implements PlanExecutor {
  readonly backend = 'wasm';
  readonly threads: number;
  readonly #plan: Plan;
  readonly #layout: Layout;
  readonly #examples = new Map<PlanExamples, ResidentExamples>();
  #running: Running | null;

  /**
   * @throws PlanError `unknown-buffer` when a call names a buffer that the plan lacks;
   *   `unavailable` when the engine lacks relaxed SIMD that was asked for; WebAssembly.CompileError where
   *   SIMD is missing; RangeError when memory runs out.
   */
  static async create(
    plan: Plan,
    { threads, relaxedSimd = false, tileHeight, clock }: WasmPlanExecutorOptions = {},
  ): Promise<WasmPlanExecutor> {
    if (relaxedSimd) requireRelaxedSimd();
    const work = planWork(plan);
    const count = Math.min(threads ?? usefulThreads(work), mostThreads());
    const memory = createWasmMemory(count > 1);
    const module = await compileKernels(count > 1, relaxedSimd);
    const kernels = await instantiateKernels(module, memory.memory);
    const tiles =
      tileHeight === undefined && work >= workOfTrial
        ? await (clock === undefined ? tileTrial(relaxedSimd) : startTrial(relaxedSimd, clock))
        : fixedTiles(tileHeight ?? 4);
    const layout = layOut(plan, memory, kernels, count);
    const { control, step, meeting } = layout;
    const shared = { module, memory: memory.memory, control, step, meeting, threads: count };
    const helpers = await startKernelThreads(
      layout.scratch.slice(1).map((scratch, index) => ({ ...shared, scratch, thread: index + 1 })),
    );
    return new WasmPlanExecutor(plan, layout, { kernels, memory, helpers, tiles });
  }

  private constructor(plan: Plan, layout: Layout, running: Running) {
    this.#plan = plan;
    this.#layout = layout;
    this.#running = running;
    this.threads = layout.scratch.length;
  }

  /** Rows of the tiles that the kernels use, the same on every thread. */
  get tileHeight(): TileHeight {
    return this.#requireAlive('tileHeight').tiles.height;
  }

  run(procedure: string, step: PlanStep): void {
    const { kernels, memory, tiles } = this.#requireAlive(`run "${procedure}"`);
    checkStep(this.#plan, procedure, step);
    tiles.advance();
    kernels.useTileHeight(tiles.height);
    const { indices, control, meeting, scratch, programs, step: at } = this.#layout;
    const examples = step.batch && this.#reside(step.batch.examples, memory);
    if (step.batch !== undefined) {
      const batch = step.batch.indices;
      new Uint32Array(memory.memory.buffer, indices, batch.length).set(batch);
    }
    encodeStep(memory.memory.buffer, at, step, indices, examples);
    const { start, end } = programs.get(procedure)!;
    if (this.threads === 1) kernels.run(start, end, at, scratch[0]!, 0, 1, meeting);
    else kernels.lead(control, start, end, at, scratch[0]!, this.threads, meeting);
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
    if (this.#running === null) return;
    const { kernels, helpers } = this.#running;
    if (helpers.length > 0) kernels.release(this.#layout.control, this.threads);
    this.#running = null;
    this.#examples.clear();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #view(name: string, where: string) {
    const { memory } = this.#requireAlive(where);
    const buffer = requireBuffer(this.#plan, name);
    return bufferView(buffer, memory.memory.buffer, this.#layout.buffers.get(name)!);
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

function fixedTiles(height: TileHeight): TileChoice {
  return { height, advance: () => undefined };
}

function requireRelaxedSimd(): void {
  if (detectWasmFeatures().relaxedSimd) return;
  throw new PlanError('unavailable', {
    where: 'relaxedSimd',
    expected: 'an engine with relaxed SIMD for WebAssembly',
    got: 'one without it',
    remedy:
      'use Chrome 114, Node 21 or newer (Node 20 has it behind --experimental-wasm-relaxed-simd), or leave it out',
  });
}

/** Gives everything but the examples its place. */
function layOut(plan: Plan, memory: WasmMemory, kernels: Kernels, threads: number): Layout {
  const { offsets, sizeBytes } = planMemory(plan);
  const base = memory.reserve(sizeBytes);
  const buffers = new Map([...offsets].map(([name, offset]) => [name, base + offset]));
  const programs = new Map(
    Object.keys(plan.procedures).map((name) => {
      const words = encodeProcedure(plan, name, (buffer) => buffers.get(buffer)!);
      const start = memory.reserve(words.byteLength);
      new Int32Array(memory.memory.buffer, start, words.length).set(words);
      return [name, { start, end: start + words.byteLength }];
    }),
  );
  // Enough for tiles of any height.
  const scratchBytes = tileHeights.flatMap((height) => {
    kernels.useTileHeight(height);
    return [...programs.values()].map(({ start, end }) =>
      kernels.scratchBytes(start, end, plan.batchSize),
    );
  });
  return {
    ...{ buffers, programs, step: memory.reserve(stepBytes) },
    ...{ indices: memory.reserve(plan.batchSize * 4) },
    // What threads watch has cache lines of its own.
    ...{ control: memory.reserve(64), meeting: memory.reserve(64) },
    scratch: Array.from({ length: threads }, () => memory.reserve(Math.max(0, ...scratchBytes))),
  };
}
