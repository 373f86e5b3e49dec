import type { Plan } from '@manabi/backends/plan';
import { resolveModel, type ModelSpec } from '@manabi/models';
import { resolveSettings, type TrainingSettings } from '../settings/training-settings.js';
import { lowerModel } from './lower-model.js';

/**
 * What the engine `plan` does for a model, as data: buffers, and the kernel calls of one training
 * step, one evaluation and one prediction. `describePlan` of `@manabi/backends/plan` makes it text.
 *
 * @param settings - only `optimizer`, `batchSize` and `gradientClipping` matter, with the defaults of `fit`.
 * @throws TrainerError `invalid-setting`; what `resolveModel` throws.
 */
export function trainingPlan(
  spec: ModelSpec,
  settings: Pick<TrainingSettings, 'optimizer' | 'batchSize' | 'gradientClipping'> = {},
): Plan {
  const { optimizer, batchSize, gradientClipping } = resolveSettings(settings);
  return lowerModel(resolveModel(spec), optimizer, batchSize, { clipping: gradientClipping });
}
