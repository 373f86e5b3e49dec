import type { Callback } from '../callbacks/callback.js';
import type { Engine } from '../engine/engine.js';
import type { TrainingCheckpoint } from './training-checkpoint.js';

/**
 * Puts an engine and callbacks where they were. The callbacks have seen `runStart`.
 *
 * @throws ModelArgumentError or TrainerError `state-mismatch` for arrays of another model.
 */
export function restoreCheckpoint(
  { weights, optimizer, unread, learningRate, callbacks: states }: TrainingCheckpoint,
  engine: Engine,
  callbacks: readonly Callback[],
): void {
  engine.writeWeights(weights);
  engine.writeOptimizerState(optimizer);
  engine.writeTotals(unread);
  engine.learningRate = learningRate;
  const memories = callbacks.flatMap(({ memory }) => memory ?? []);
  for (const [index, state] of states.entries()) memories[index]!.write(state);
}
