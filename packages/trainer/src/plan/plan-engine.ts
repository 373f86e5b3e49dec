import type { Plan, PlanExamples, PlanExecutor } from '@manabi/backends/plan';
import type { Dataset } from '@manabi/datasets';
import { checkWeights, type ResolvedModel, type Weights } from '@manabi/models';
import type { Engine, OptimizerState, Totals } from '../engine/engine.js';
import type { EngineOptions } from '../engine/engine-options.js';
import { checkOptimizerState } from '../optimizers/check-optimizer-state.js';
import { createExecutor } from './create-executor.js';
import { lowerModel } from './lower-model.js';
import { slotLengths } from './optimizer-slots.js';
import { planExamples } from './plan-examples.js';
import { totalsBuffer } from './plan-names.js';

export interface PlanEngineOptions extends EngineOptions {
  /** Most examples of a training step. */
  readonly batchSize: number;
  /** Name of the tfjs backend in whose place the plan is executed: `wasm` or `cpu`. */
  readonly backend: string;
  /** How many threads may compute. Default: as many as are useful here. */
  readonly threads: number | undefined;
  /** As in `TrainingSettings`. */
  readonly relaxedSimd: boolean;
}

/** Trains by executing a plan: the model lowered to a few fused kernels, without tfjs. */
export class PlanEngine implements Engine {
  readonly name = 'plan';
  readonly backend: string;
  readonly threads: number;
  learningRate: number;

  readonly #plan: Plan;
  readonly #executor: PlanExecutor;
  readonly #model: ResolvedModel;
  readonly #data: Dataset;
  readonly #seed: number;
  /** Length of every slot by its name. */
  readonly #slots: ReadonlyMap<string, number>;
  readonly #examples = new Map<Dataset, PlanExamples>();
  #step = 0;

  /** @throws ModelArgumentError when the weights are not those of the model. */
  static async create(options: PlanEngineOptions): Promise<PlanEngine> {
    const { model, weights, optimizer, batchSize, backend, threads, relaxedSimd } = options;
    checkWeights(model, weights);
    const plan = lowerModel(model, optimizer, batchSize, { clipping: options.clipping ?? null });
    const executor = await createExecutor(backend, plan, { threads, relaxedSimd });
    const engine = new PlanEngine(options, plan, executor);
    engine.writeWeights(weights);
    return engine;
  }

  private constructor(options: PlanEngineOptions, plan: Plan, executor: PlanExecutor) {
    const { model, data, optimizer, seed } = options;
    this.backend = executor.backend;
    this.threads = executor.threads;
    this.learningRate = optimizer.learningRate;
    this.#plan = plan;
    this.#executor = executor;
    this.#model = model;
    this.#data = data;
    this.#seed = seed;
    this.#slots = slotLengths(model, optimizer.type);
  }

  trainBatch(indices: Uint32Array): void {
    this.#step++;
    const batch = { examples: this.#examplesOf(this.#data), indices };
    const { learningRate } = this;
    const [step, seed] = [this.#step, this.#seed];
    this.#executor.run('train', { rows: indices.length, batch, learningRate, step, seed });
  }

  evaluateBatch(dataset: Dataset, indices: Uint32Array): void {
    const examples = this.#examplesOf(dataset);
    const { batchSize } = this.#plan;
    for (let start = 0; start < indices.length; start += batchSize) {
      const part = indices.subarray(start, start + batchSize);
      const batch = { examples, indices: part };
      this.#executor.run('evaluate', { rows: part.length, batch });
    }
  }

  async readTotals(): Promise<Totals> {
    const totals = await this.peekTotals();
    this.writeTotals({ samples: 0, loss: 0, correct: 0 });
    return totals;
  }

  peekTotals(): Promise<Totals> {
    const [samples, loss, correct] = this.#executor.read(totalsBuffer);
    return Promise.resolve({ samples: samples!, loss: loss!, correct: correct! });
  }

  writeTotals({ samples, loss, correct }: Totals): void {
    this.#executor.write(totalsBuffer, [samples, loss, correct]);
  }

  readWeights(): Promise<Weights> {
    return Promise.resolve(this.#readAll(this.#weights().map(({ name }) => name)));
  }

  writeWeights(weights: Weights): void {
    checkWeights(this.#model, weights);
    for (const { name } of this.#weights()) this.#executor.write(name, weights[name]!);
  }

  readOptimizerState(): Promise<OptimizerState> {
    return Promise.resolve({ step: this.#step, slots: this.#readAll([...this.#slots.keys()]) });
  }

  writeOptimizerState(state: OptimizerState): void {
    checkOptimizerState(state, this.#slots);
    for (const name of this.#slots.keys()) this.#executor.write(name, state.slots[name]!);
    this.#step = state.step;
  }

  dispose(): void {
    this.#executor.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #weights() {
    return this.#model.layers.flatMap((layer) => layer.weights);
  }

  #readAll(names: readonly string[]): Record<string, Float32Array> {
    return Object.fromEntries(
      names.map((name) => [name, this.#executor.read(name) as Float32Array]),
    );
  }

  /** The same object for the same data set: an executor keeps each that it has seen. */
  #examplesOf(dataset: Dataset): PlanExamples {
    const known = this.#examples.get(dataset) ?? planExamples(dataset);
    this.#examples.set(dataset, known);
    return known;
  }
}
