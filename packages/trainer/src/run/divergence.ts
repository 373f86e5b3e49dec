import type { Ending } from './run-state.js';

/**
 * The end of a run whose loss is no longer a number: more steps would not bring it back.
 *
 * @param where - the epoch and the steps in question.
 */
export function divergence(where: string, loss: number, learningRate: number): Ending {
  return ended(`${where}: expected a finite loss, got ${loss}`, learningRate);
}

/**
 * The same, where it is known what went bad first.
 *
 * @param what - such as `activations of layer "dense1"`.
 */
export function locatedDivergence(where: string, what: string, learningRate: number): Ending {
  return ended(`${where}: the ${what} went bad: expected finite numbers`, learningRate);
}

function ended(fault: string, learningRate: number): Ending {
  const remedy = `lower the learning rate (${learningRate} now), or clip the gradients`;
  return { outcome: 'diverged', reason: `${fault}; ${remedy}` };
}
