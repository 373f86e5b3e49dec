import type { Dataset } from '@manabi/datasets';
import {
  createWeightTensors,
  forward,
  type ResolvedModel,
  type Weights,
  type WeightTensors,
} from '@manabi/models';
import { dispose, getBackend, scalar, tidy } from '@tensorflow/tfjs-core';
import { clipTensors } from '../clipping/clip-tensors.js';
import type { GradientClipping } from '../clipping/gradient-clipping.js';
import type { EngineOptions } from '../engine/engine-options.js';
import type { Engine, OptimizerState, Totals } from '../engine/engine.js';
import { softmaxCrossEntropy } from '../losses/softmax-cross-entropy.js';
import { createOptimizer } from '../optimizers/create-optimizer.js';
import { nameSlots, slotsFrom, type SlotsByParameter } from '../optimizers/optimizer-state.js';
import type { Optimizer } from '../optimizers/optimizer.js';
import { createBatchUploader } from './batch-uploader.js';
import { addBatch, readTotals, type DeviceTotals } from './device-totals.js';
import { lossAndGradients } from './loss-and-gradients.js';
import { readTensors } from './read-tensors.js';
import { registerGradients } from './register-gradients.js';

/** Trains on the current tfjs backend with tfjs' automatic differentiation. */
export class AutodiffEngine implements Engine {
  readonly name = 'autodiff';
  readonly backend = getBackend();
  readonly threads = 1;
  learningRate: number;

  readonly #model: ResolvedModel;
  readonly #data: Dataset;
  readonly #seed: number;
  readonly #optimizer: Optimizer;
  readonly #clipping: GradientClipping | null;
  readonly #upload = createBatchUploader();
  #step = 0;
  #weights: WeightTensors;
  #slots: SlotsByParameter;
  #totals: DeviceTotals | null = null;

  /** @throws ModelArgumentError when the weights are not those of the model. */
  static create(options: EngineOptions): AutodiffEngine {
    registerGradients();
    return new AutodiffEngine(options);
  }

  private constructor({ model, weights, data, optimizer, clipping, seed }: EngineOptions) {
    this.learningRate = optimizer.learningRate;
    this.#model = model;
    this.#data = data;
    this.#seed = seed;
    this.#optimizer = createOptimizer(optimizer);
    this.#clipping = clipping ?? null;
    const start = tidy(() => {
      const tensors = createWeightTensors(model, weights);
      return { tensors, slots: mapValues(tensors, (weight) => this.#optimizer.init(weight)) };
    });
    this.#weights = start.tensors;
    this.#slots = start.slots;
  }

  trainBatch(indices: Uint32Array): void {
    const training = { seed: this.#seed, step: this.#step };
    const next = tidy(() => {
      const { inputs, labels } = this.#upload(this.#data, indices);
      const {
        loss,
        logits,
        gradients: whole,
      } = lossAndGradients(
        this.#weights,
        (weights) => forward(this.#model, weights, inputs, { training }),
        labels,
      );
      const gradients = this.#clipping === null ? whole : clipTensors(whole, this.#clipping);
      const settings = { learningRate: this.learningRate, step: this.#step + 1 };
      const updates = mapValues(this.#weights, (weight, name) =>
        this.#optimizer.update(gradients[name]!, this.#slots[name]!, weight, settings),
      );
      return {
        weights: mapValues(updates, (update) => update.parameter),
        slots: mapValues(updates, (update) => update.slots),
        totals: addBatch(this.#totals, { loss, logits, labels }),
      };
    });
    this.#free();
    this.#weights = next.weights;
    this.#slots = next.slots;
    this.#totals = next.totals;
    this.#step++;
  }

  evaluateBatch(dataset: Dataset, indices: Uint32Array): void {
    const totals = tidy(() => {
      const { inputs, labels } = this.#upload(dataset, indices);
      const logits = forward(this.#model, this.#weights, inputs);
      const loss = softmaxCrossEntropy(logits, labels);
      return addBatch(this.#totals, { loss, logits, labels });
    });
    dispose(this.#totals ?? []);
    this.#totals = totals;
  }

  async readTotals(): Promise<Totals> {
    const totals = this.#totals;
    this.#totals = null;
    try {
      return await readTotals(totals);
    } finally {
      dispose(totals ?? []);
    }
  }

  peekTotals(): Promise<Totals> {
    return readTotals(this.#totals);
  }

  writeTotals({ samples, loss, correct }: Totals): void {
    dispose(this.#totals ?? []);
    // float32 sums came from float32 sums: they fit.
    this.#totals = samples === 0 ? null : { samples, loss: scalar(loss), correct: scalar(correct) };
  }

  readWeights(): Promise<Weights> {
    return readTensors(this.#weights);
  }

  writeWeights(weights: Weights): void {
    const written = createWeightTensors(this.#model, weights);
    dispose(this.#weights);
    this.#weights = written;
  }

  async readOptimizerState(): Promise<OptimizerState> {
    const step = this.#step;
    return { step, slots: await readTensors(nameSlots(this.#slots)) };
  }

  writeOptimizerState(state: OptimizerState): void {
    const slots = tidy(() => slotsFrom(state, this.#slots));
    dispose(this.#slots);
    this.#slots = slots;
    this.#step = state.step;
  }

  dispose(): void {
    this.#free();
  }

  [Symbol.dispose](): void {
    this.#free();
  }

  #free(): void {
    dispose(this.#weights);
    dispose(this.#slots);
    dispose(this.#totals ?? []);
  }
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  f: (value: In, name: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, f(value, name)]));
}
