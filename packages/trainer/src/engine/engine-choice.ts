import type { EngineName } from '../events.js';

/** Which engine to train with; `auto`: the plan where it can be executed, else autodiff. */
export type EngineChoice = 'auto' | EngineName;

/** What `TrainingSettings.engine` may be. */
export const engineChoices: readonly EngineChoice[] = ['auto', 'plan', 'autodiff'];
