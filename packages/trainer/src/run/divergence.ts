import type { Divergence, DivergedPart } from '../events.js';
import type { Ending } from './run-state.js';

/**
 * The end of a run whose loss is no longer a number: more steps would not bring it back.
 *
 * @param where - the epoch and the steps in question.
 */
export function divergence(where: string, loss: number, { epoch, learningRate }: Moment): Ending {
  return ended(`${where}: expected a finite loss, got ${loss}`, {
    ...{ epoch, step: null, learningRate },
    part: { kind: 'loss' },
  });
}

/** The same, where it is known what went bad first. */
export function locatedDivergence(found: Omit<Divergence, 'step'> & { step: number }): Ending {
  const { epoch, step, part } = found;
  return ended(
    `epoch ${epoch}, step ${step}: the ${partText(part)} went bad: expected finite numbers`,
    found,
  );
}

type Moment = Pick<Divergence, 'epoch' | 'learningRate'>;

function partText(part: DivergedPart): string {
  switch (part.kind) {
    case 'activations':
      return `activations of layer "${part.layer}"`;
    case 'gradient':
      return `gradient of weight "${part.weight}"`;
    case 'updatedWeight':
      return `weight "${part.weight}" after its update`;
    case 'inheritedWeight':
      return `weight "${part.weight}", left by the step before,`;
    case 'loss':
      return 'loss';
  }
}

function ended(fault: string, found: Divergence): Ending {
  const remedy = `lower the learning rate (${found.learningRate} now), or clip the gradients`;
  return { outcome: 'diverged', reason: `${fault}; ${remedy}`, divergence: found };
}
