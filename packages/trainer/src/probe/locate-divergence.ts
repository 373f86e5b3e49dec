import { batches } from '@manabi/datasets';
import type { Weights } from '@manabi/models';
import type { DivergedPart } from '../events.js';
import type { OptimizerState } from '../engine/engine.js';
import type { RunContext } from '../run/run-context.js';
import { probeLayers } from './layer-probe.js';

/** An epoch as it was trained, to be repeated. */
export interface EpochTrace {
  readonly weights: Weights;
  readonly optimizer: OptimizerState;
  /** Steps of the epoch that were done then. */
  readonly stepsDone: number;
  /** The learning rate of each step since. */
  readonly rates: readonly number[];
}

/** Where numbers were first no longer finite. */
export interface BadStep {
  /** Of the epoch, from 1. */
  readonly step: number;
  readonly part: DivergedPart;
}

/**
 * Repeats an epoch, whose losses went bad, up to the step after which something is first no longer
 * finite, and looks at that step's layers. The engine is left there: the run is over.
 *
 * @param order - of the epoch's examples.
 * @param lastGood - the last step after which a finite loss was read.
 * @returns null when the repetition stays finite, as when a callback wrote weights within the epoch.
 */
export async function locateDivergence(
  run: RunContext,
  { weights, optimizer, stepsDone, rates }: EpochTrace,
  order: Uint32Array,
  lastGood: number,
): Promise<BadStep | null> {
  const { engine, settings, state, pacer } = run;
  engine.writeWeights(weights);
  engine.writeOptimizerState(optimizer);
  engine.writeTotals({ samples: 0, loss: 0, correct: 0 });
  const inherited = firstBad(weights);
  if (inherited !== undefined) {
    return { step: stepsDone + 1, part: { kind: 'inheritedWeight', weight: inherited } };
  }
  let step = stepsDone;
  for (const batch of batches(order.subarray(step * settings.batchSize), settings.batchSize)) {
    const rate = rates[step - stepsDone];
    if (rate === undefined || state.ending() !== null) return null;
    step++;
    // A loss is that of the weights before its step, whose update may be what went bad.
    const isSuspect = step >= lastGood;
    const before = isSuspect ? await engine.readWeights() : null;
    engine.learningRate = rate;
    engine.trainBatch(batch);
    if (pacer.isDue) await pacer.pause();
    if (before === null) continue;
    const after = await engine.readWeights();
    const { loss } = await engine.readTotals();
    if (Number.isFinite(loss) && firstBad(after) === undefined) continue;
    const at = { indices: batch, seed: settings.seed, step: optimizer.step + step - stepsDone };
    return { step, part: await firstBadPart(run, before, after, at) };
  }
  return null;
}

/** In the order in which a step computes: activations, gradients from the last layer, weights. */
async function firstBadPart(
  { model, data, engine }: RunContext,
  before: Weights,
  after: Weights,
  at: { readonly indices: Uint32Array; readonly seed: number; readonly step: number },
): Promise<DivergedPart> {
  const batch = { data: data.train.dataset, ...at };
  const layers = await probeLayers(model, before, batch, engine.backend);
  const forward = layers.find(({ output }) => output !== null && !output.every(Number.isFinite));
  if (forward !== undefined) {
    return { kind: 'activations', layer: forward.layer.name };
  }
  for (const { gradients } of layers.toReversed()) {
    const name = firstBad(gradients);
    if (name !== undefined) return { kind: 'gradient', weight: name };
  }
  const weight = firstBad(after);
  return weight === undefined ? { kind: 'loss' } : { kind: 'updatedWeight', weight };
}

function firstBad(arrays: Readonly<Record<string, Float32Array>>): string | undefined {
  return Object.keys(arrays).find((name) => !arrays[name]!.every(Number.isFinite));
}
