import { AutodiffEngine } from '../autodiff/autodiff-engine.js';
import { hasExecutor } from '../plan/create-executor.js';
import { PlanEngine, type PlanEngineOptions } from '../plan/plan-engine.js';
import { TrainerError } from '../trainer-error.js';
import type { EngineChoice } from './engine-choice.js';
import type { Engine } from './engine.js';

export interface ChosenEngine {
  readonly engine: Engine;
  /** Why `auto` did not take the plan; null where it did or where an engine was asked for. */
  readonly reason: string | null;
}

/**
 * @throws TrainerError `invalid-setting` when the plan is asked for on a backend that cannot execute
 *   it; ModelArgumentError when the weights are not those of the model.
 */
export async function createEngine(
  choice: EngineChoice,
  options: PlanEngineOptions,
): Promise<ChosenEngine> {
  const { backend } = options;
  if (choice === 'autodiff') return { engine: AutodiffEngine.create(options), reason: null };
  if (hasExecutor(backend)) {
    try {
      return { engine: await PlanEngine.create(options), reason: null };
    } catch (error) {
      // Old engines without SIMD refuse the kernels; anything else is a fault of the run.
      if (choice === 'plan' || !(error instanceof WebAssembly.CompileError)) throw error;
      const reason = `the kernels do not compile here: ${error.message}`;
      return { engine: AutodiffEngine.create(options), reason };
    }
  }
  const reason = `plans are not executed on ${backend}`;
  if (choice === 'auto') return { engine: AutodiffEngine.create(options), reason };
  throw new TrainerError('invalid-setting', {
    where: 'fit engine',
    expected: 'a tfjs backend on which plans are executed: wasm or cpu',
    got: backend,
    remedy: 'select the wasm backend, or use the engine "auto"',
  });
}
