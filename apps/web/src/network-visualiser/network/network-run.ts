/** @file A network that learns step by step: immutable states, each with all that its step computed. */
import {
  datasetSize,
  shuffledIndices,
  type Dataset,
  type TrainTestDatasets,
} from '@manabi/datasets';
import { initializeModel, type Model, type ModelSpec, type Weights } from '@manabi/models';
import { traceStep, type OptimizerState, type StepTrace } from '@manabi/trainer';
import type { Edit, Journal } from './journal.js';

export const optimizers = ['sgd', 'adam'] as const;

/** All that determines a run but its journal. */
export interface RunPlan {
  readonly data: TrainTestDatasets;
  readonly spec: ModelSpec;
  readonly optimizer: (typeof optimizers)[number];
  readonly batchSize: number;
  readonly seed: number;
  /** Weights to begin with, and the epoch of their run. Default: epoch 0, drawn from the seed. */
  readonly first?: { readonly epoch: number; readonly weights: Weights };
}

/** A network at one moment. */
export interface NetworkState {
  readonly model: Model;
  readonly optimizerState: OptimizerState | undefined;
  /** Optimiser steps so far. */
  readonly steps: number;
  /** The step that led here, with the examples of its batch; undefined before the first. */
  readonly last: { readonly trace: StepTrace; readonly indices: Uint32Array } | undefined;
  /** How each weight moved in the last step or edit, by name; undefined at the first weights. */
  readonly changes: Readonly<Record<string, Float32Array>> | undefined;
}

/** The network with its first weights: those of the plan, else Glorot uniform and zero biases. */
export function firstState({ spec, seed, first }: RunPlan): NetworkState {
  return {
    model: first === undefined ? initializeModel(spec, { seed }) : { spec, weights: first.weights },
    optimizerState: undefined,
    steps: 0,
    last: undefined,
    changes: undefined,
  };
}

export function stepsPerEpoch({ data, batchSize }: RunPlan): number {
  return Math.ceil(datasetSize(data.train) / batchSize);
}

/** One optimiser step on the next batch of the seeded order. */
export function trainStep(plan: RunPlan, state: NetworkState, learningRate: number): NetworkState {
  const indices = batchOf(plan, state.steps);
  const trace = traceStep(state.model, plan.data.train, indices, {
    optimizer: { type: plan.optimizer, learningRate },
    ...(state.optimizerState === undefined ? {} : { optimizerState: state.optimizerState }),
  });
  return {
    model: trace.next.model,
    optimizerState: trace.next.optimizerState,
    steps: state.steps + 1,
    last: { trace, indices },
    changes: Object.fromEntries(
      Object.entries(trace.weights).map(([name, { change }]) => [name, change]),
    ),
  };
}

/** The examples of a step, counted from 0. */
function batchOf(plan: RunPlan, step: number): Uint32Array {
  const { data, batchSize, seed } = plan;
  const perEpoch = stepsPerEpoch(plan);
  const order = shuffledIndices(datasetSize(data.train), seed, Math.floor(step / perEpoch) + 1);
  const start = (step % perEpoch) * batchSize;
  return order.subarray(start, start + batchSize);
}

/** Name and index of the weight or bias that an edit sets; undefined where there is none. */
export function placeOf(
  { weights }: Model,
  { layer, unit, from }: Omit<Edit, 'kind' | 'value'>,
): { readonly name: string; readonly index: number } | undefined {
  const bias = weights[`dense${layer}/bias`];
  const kernel = weights[`dense${layer}/kernel`];
  if (bias === undefined || kernel === undefined || !(unit < bias.length)) return undefined;
  if (from === undefined) return { name: `dense${layer}/bias`, index: unit };
  const index = from * bias.length + unit;
  return index < kernel.length ? { name: `dense${layer}/kernel`, index } : undefined;
}

/** The network with one weight set; the optimiser remembers what it did. An edit of nothing changes nothing. */
export function applyEdit(state: NetworkState, edit: Edit): NetworkState {
  const place = placeOf(state.model, edit);
  if (place === undefined) return state;
  const { name, index } = place;
  const before = state.model.weights[name]!;
  const after = before.with(index, edit.value);
  const change = new Float32Array(before.length);
  change[index] = after[index]! - before[index]!;
  return {
    ...state,
    model: { ...state.model, weights: { ...state.model.weights, [name]: after } },
    changes: { [name]: change },
  };
}

/** Does again what a journal says: every state on the way, so that the caller can pause between. */
export function* replay(plan: RunPlan, journal: Journal): Generator<NetworkState, void> {
  let state = firstState(plan);
  yield state;
  for (const entry of journal) {
    if (entry.kind === 'edit') {
      state = applyEdit(state, entry);
      yield state;
      continue;
    }
    for (let i = 0; i < entry.steps; i++) {
      state = trainStep(plan, state, entry.learningRate);
      yield state;
    }
  }
}

/** What the network says of a few examples. */
export interface Answers {
  /** [rows, classes]. */
  readonly probabilities: Float32Array;
  /** [rows] */
  readonly predicted: Int32Array;
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** Share of right answers, in [0, 1]. */
  readonly accuracy: number;
}

/** The forward pass of some examples; the step that the trace also carries out is thrown away. */
export function look(model: Model, data: Dataset, indices: Uint32Array): StepTrace {
  return traceStep(model, data, indices, { optimizer: { type: 'sgd', learningRate: 1 } });
}

export function judge(model: Model, data: Dataset, indices: Uint32Array): Answers {
  const { probabilities, predicted, loss, labels } = look(model, data, indices);
  const right = predicted.filter((answer, i) => answer === labels[i]).length;
  return { probabilities, predicted, loss, accuracy: right / labels.length };
}
