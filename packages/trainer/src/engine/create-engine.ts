import { PlanEngine, type PlanEngineOptions } from '../plan/plan-engine.js';
import { chooseEngine, type ChosenEngine } from './choose-engine.js';
import type { EngineChoice } from './engine-choice.js';
import type { Engine } from './engine.js';

/**
 * What computes the steps of `fit`.
 *
 * @throws TrainerError `invalid-setting` when the plan is asked for on a backend that cannot execute
 *   it; ModelArgumentError when the weights are not those of the model.
 */
export function createEngine(
  choice: EngineChoice,
  options: PlanEngineOptions,
): Promise<ChosenEngine<Engine>> {
  return chooseEngine<Engine>('fit', choice, options.backend, {
    plan: () => PlanEngine.create(options),
    autodiff: async () => {
      const { AutodiffEngine } = await import('../autodiff/autodiff-engine.js');
      return AutodiffEngine.create(options);
    },
  });
}
