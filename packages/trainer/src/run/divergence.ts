import type { Ending } from './run-state.js';

/**
 * The end of a run whose loss is no longer a number: more steps would not bring it back.
 *
 * @param where - the epoch and the steps in question.
 */
export function divergence(where: string, loss: number, learningRate: number): Ending {
  return {
    outcome: 'diverged',
    reason: `${where}: expected a finite loss, got ${loss}; lower the learning rate (${learningRate} now)`,
  };
}
