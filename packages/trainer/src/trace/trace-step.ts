import { CpuPlanExecutor } from '@manabi/backends/plan';
import type { Dataset } from '@manabi/datasets';
import { checkWeights, resolveModel, type Model, type ResolvedModel } from '@manabi/models';
import { checkDataset } from '../data/check-dataset.js';
import type { OptimizerState } from '../engine/engine.js';
import { argMaxRows } from '../metrics/arg-max-rows.js';
import { meanCrossEntropy } from '../metrics/mean-cross-entropy.js';
import { checkOptimizerState } from '../optimizers/check-optimizer-state.js';
import type { LoweredLayer } from '../plan/lower-forward.js';
import { lowerTracedStep } from '../plan/lower-traced-step.js';
import { slotLengths } from '../plan/optimizer-slots.js';
import { planExamples } from '../plan/plan-examples.js';
import { gradientOf, labelsBuffer, probabilitiesBuffer, totalsBuffer } from '../plan/plan-names.js';
import { resolveSettings, type TrainingSettings } from '../settings/training-settings.js';
import { TrainerError } from '../trainer-error.js';
import type { StepTrace, TracedLayer, TracedWeight } from './step-trace.js';

/** How to trace a step: what of a run's settings matters for one step, with the defaults of `fit`. */
export interface TraceOptions extends Pick<
  TrainingSettings,
  'optimizer' | 'gradientClipping' | 'seed'
> {
  /** Where the optimiser stands, as `next.optimizerState` of the step before. Default: at the start. */
  readonly optimizerState?: OptimizerState;
}

/**
 * Carries out one training step and returns every number of it, by the reference kernels of
 * `@manabi/backends/plan` in plain TypeScript: synchronous, without tfjs' backends, quick for small
 * batches. Steps that are chained by `next` give the weights of `fit` on the same batches to the
 * last bit, where `fit` trains by the engine `plan` on `cpu`.
 *
 * @param model - where the step starts; it is not changed.
 * @param data - must fit the model.
 * @param indices - [rows], at least one: the examples of the batch.
 * @throws TrainerError `invalid-setting`, `empty-data`, `data-mismatch` or `state-mismatch`; what
 *   `resolveModel` and `checkWeights` throw.
 *
 * @example
 * ```ts
 * const model = initializeModel(mlp({ inputShape: [4], classes: 3, hidden: [8] }), { seed: 1 });
 * const optimizer = { type: 'sgd', learningRate: 0.1 } as const;
 * const step = traceStep(model, iris().train, Uint32Array.of(0, 50, 100), { optimizer });
 * console.log(step.loss, step.weights['dense1/kernel']!.change);
 * ```
 */
export function traceStep(
  model: Model,
  data: Dataset,
  indices: Uint32Array,
  { optimizerState, ...settings }: TraceOptions = {},
): StepTrace {
  const resolved = resolveModel(model.spec);
  checkWeights(resolved, model.weights);
  const { optimizer, gradientClipping, seed } = resolveSettings(settings);
  checkDataset(`traceStep data "${data.name}"`, data, resolved);
  checkIndices(indices, data);
  const slots = slotLengths(resolved, optimizer.type);
  if (optimizerState !== undefined) checkOptimizerState(optimizerState, slots);

  const rows = indices.length;
  const { plan, layers } = lowerTracedStep(resolved, optimizer, rows, gradientClipping);
  using executor = CpuPlanExecutor.create(plan);
  for (const [name, values] of Object.entries(model.weights)) executor.write(name, values);
  for (const [name, values] of Object.entries(optimizerState?.slots ?? {})) {
    executor.write(name, values);
  }
  const step = (optimizerState?.step ?? 0) + 1;
  const { learningRate } = optimizer;
  const batch = { examples: planExamples(data), indices };
  executor.run('train', { rows, batch, learningRate, step, seed });

  const read = createReader(executor);
  const layerTraces = layers.map((layer) => traceLayer(layer, read, resolved));
  const logits = layerTraces.at(-1)!.output;
  const labels = executor.read(labelsBuffer) as Int32Array;
  const { classes } = resolved;
  const weights = Object.fromEntries(
    resolved.layers.flatMap((layer) =>
      layer.weights.map(({ name, shape }) => {
        return [name, traceWeight(name, shape, model, read)] as const;
      }),
    ),
  );
  return {
    ...{ labels, predicted: argMaxRows(logits, classes), layers: layerTraces, logits },
    probabilities: read(probabilitiesBuffer),
    losses: Float64Array.from(labels, (label, row) =>
      meanCrossEntropy(logits.subarray(row * classes, (row + 1) * classes), [label], classes),
    ),
    loss: executor.read(totalsBuffer)[1]! / rows,
    logitsGradient: read(gradientOf(layers.at(-1)!.output)),
    ...{ weights, learningRate },
    next: {
      model: {
        spec: model.spec,
        weights: Object.fromEntries(
          Object.entries(weights).map(([name, { after }]) => [name, after]),
        ),
      },
      optimizerState: {
        step,
        slots: Object.fromEntries([...slots.keys()].map((name) => [name, read(name)])),
      },
    },
  };
}

type Read = (buffer: string) => Float32Array;

/** Copies each buffer once. */
function createReader(executor: CpuPlanExecutor): Read {
  const known = new Map<string, Float32Array>();
  return (buffer) => {
    const values = known.get(buffer) ?? (executor.read(buffer) as Float32Array);
    known.set(buffer, values);
    return values;
  };
}

function traceLayer(
  { layer, index, input, sums, output }: LoweredLayer,
  read: Read,
  model: ResolvedModel,
): TracedLayer {
  const firstLearning = model.layers.findIndex(({ weights }) => weights.length > 0);
  const gradient = (buffer: string, isThere: boolean) =>
    isThere ? read(gradientOf(buffer)) : null;
  const hasSums = layer.weights.length > 0;
  return {
    layer,
    input: read(input),
    preActivation: hasSums ? read(sums) : null,
    output: read(output),
    outputGradient: gradient(output, firstLearning !== -1 && index >= firstLearning),
    preActivationGradient: gradient(sums, hasSums),
    inputGradient: gradient(input, firstLearning !== -1 && index > firstLearning),
  };
}

function traceWeight(
  name: string,
  shape: readonly number[],
  { weights }: Model,
  read: Read,
): TracedWeight {
  const before = weights[name]!.slice();
  const after = read(name);
  const change = after.map((value, i) => value - before[i]!);
  return { shape, before, gradient: read(gradientOf(name)), change, after };
}

function checkIndices(indices: Uint32Array, { name, labels }: Dataset): void {
  const stranger = indices.find((index) => index >= labels.length);
  if (indices.length > 0 && stranger === undefined) return;
  throw new TrainerError('data-mismatch', {
    where: `traceStep indices of "${name}"`,
    expected: `at least 1 index in [0, ${labels.length})`,
    got: stranger === undefined ? 'none' : `${stranger}`,
    remedy: 'name examples of the data',
  });
}
