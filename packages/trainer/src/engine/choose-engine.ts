import { hasExecutor } from '../plan/create-executor.js';
import { TrainerError } from '../trainer-error.js';
import type { EngineChoice } from './engine-choice.js';

/** An engine, and why it is not the one that `auto` prefers. */
export interface ChosenEngine<Engine> {
  readonly engine: Engine;
  /** Why `auto` did not take the plan; null where it did or where an engine was asked for. */
  readonly reason: string | null;
}

/** How each engine is made. */
export interface EngineMakers<Engine> {
  readonly plan: () => Promise<Engine>;
  /** Loads its code when it is called: most runs go by the plan. */
  readonly autodiff: () => Promise<Engine>;
}

/**
 * Takes the plan where it can be executed, else automatic differentiation.
 *
 * @param where - names the function whose setting `choice` is, such as `fit`.
 * @param backend - name of the tfjs backend in whose place a plan is executed.
 * @throws TrainerError `invalid-setting` when the plan is asked for on a backend that cannot execute
 *   it; what the makers throw.
 */
export async function chooseEngine<Engine>(
  where: string,
  choice: EngineChoice,
  backend: string,
  makers: EngineMakers<Engine>,
): Promise<ChosenEngine<Engine>> {
  if (choice === 'autodiff') return { engine: await makers.autodiff(), reason: null };
  if (hasExecutor(backend)) {
    try {
      return { engine: await makers.plan(), reason: null };
    } catch (error) {
      // Old engines without SIMD refuse the kernels; anything else is a fault of the run.
      if (choice === 'plan' || !(error instanceof WebAssembly.CompileError)) throw error;
      const reason = `the kernels do not compile here: ${error.message}`;
      return { engine: await makers.autodiff(), reason };
    }
  }
  const reason = `plans are not executed on ${backend}`;
  if (choice === 'auto') return { engine: await makers.autodiff(), reason };
  throw new TrainerError('invalid-setting', {
    where: `${where} engine`,
    expected: 'a tfjs backend on which plans are executed: wasm or cpu',
    got: backend,
    remedy: 'select the wasm backend, or use the engine "auto"',
  });
}
