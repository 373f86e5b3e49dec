import { PlanEngine, type PlanEngineOptions } from '../plan/plan-engine.js';
import { chooseEngine, type ChosenEngine } from './choose-engine.js';
import type { EngineChoice } from './engine-choice.js';
import { TrainerError } from '../trainer-error.js';
import type { Engine } from './engine.js';

/**
 * What computes the steps of `fit`.
 *
 * @throws TrainerError `invalid-setting` when the plan is asked for on a backend that cannot execute
 *   it, or relaxed SIMD where wasm does not execute a plan; PlanError `unavailable` when the
 *   platform lacks it; ModelArgumentError when the weights are not those of the model.
 */
export async function createEngine(
  choice: EngineChoice,
  options: PlanEngineOptions,
): Promise<ChosenEngine<Engine>> {
  if (options.relaxedSimd) requirePlanOnWasm(choice, options.backend);
  return chooseEngine<Engine>('fit', choice, options.backend, {
    plan: () => PlanEngine.create(options),
    autodiff: async () => {
      const { AutodiffEngine } = await import('../autodiff/autodiff-engine.js');
      return AutodiffEngine.create(options);
    },
  });
}

function requirePlanOnWasm(choice: EngineChoice, backend: string): void {
  if (backend === 'wasm' && choice !== 'autodiff') return;
  throw new TrainerError('invalid-setting', {
    where: 'fit relaxedSimd',
    expected: 'the engine plan on the wasm backend',
    got: `${choice === 'autodiff' ? 'autodiff' : 'an engine'} on ${backend}`,
    remedy: 'select the wasm backend with the engine "plan", or leave relaxedSimd out',
  });
}
