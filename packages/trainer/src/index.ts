export { fit, type TrainingHooks } from './fit.js';
export { evaluate, type Evaluation, type Judgement } from './evaluate.js';
export { predict, type Predictions } from './predict.js';
export { examine, type Examination } from './examine.js';
export type { Computation, InferenceOptions } from './inference/inference-options.js';

export { occlude, type Occlusion, type OcclusionOptions } from './explain/occlusion.js';
export { inputGradients, type InputGradients } from './explain/input-gradients.js';
export { hiddenFeatures, type HiddenFeatures } from './explain/hidden-features.js';
export { nearestExamples, type NearestExamples } from './explain/nearest-examples.js';

export type { TrainingData } from './data/training-data.js';
export { engineChoices, type EngineChoice } from './engine/engine-choice.js';
export { trainingPlan } from './plan/training-plan.js';
export { traceStep, type TraceOptions } from './trace/trace-step.js';
export type { StepTrace, TracedLayer, TracedWeight } from './trace/step-trace.js';
export type { OptimizerState } from './engine/engine.js';
export type { GradientClipping } from './clipping/gradient-clipping.js';
export type { TrainingSettings } from './settings/training-settings.js';
export type {
  AdamSpec,
  MomentumSpec,
  OptimizerSpec,
  RmspropSpec,
  SgdSpec,
} from './optimizers/optimizer-spec.js';
export { optimizerNames } from './optimizers/resolve-optimizer.js';

export type * from './events.js';
export type { Callback, CallbackMemory, RunControl } from './callbacks/callback.js';
export { createCallback, type CallbackSpec } from './callbacks/callback-spec.js';
export { bestModel, type BestModelOptions, type Improvement } from './callbacks/best-model.js';
export { csvLog, csvLogHeader } from './callbacks/csv-log.js';
export { earlyStopping, type EarlyStoppingOptions } from './callbacks/early-stopping.js';
export { history, type History } from './callbacks/history.js';
export {
  learningRateSchedule,
  type LearningRateSchedule,
  type LearningRateScheduleSpec,
} from './callbacks/learning-rate-schedule.js';
export { eventJson, ndjsonLog } from './callbacks/ndjson-log.js';
export type { MonitoredMetric } from './callbacks/monitor.js';
export { reduceOnPlateau, type ReduceOnPlateauOptions } from './callbacks/reduce-on-plateau.js';
export { progress, type Progress } from './callbacks/progress.js';

export { classMetrics, macroAverage } from './metrics/class-metrics.js';
export type { ClassMetrics, MacroAverage } from './metrics/class-metrics.js';
export { confusionMatrix } from './metrics/confusion-matrix.js';

export type { CheckpointPolicy } from './checkpoint/checkpoint-policy.js';
export {
  isFinished,
  type CallbackState,
  type TrainingCheckpoint,
  type TrainingPosition,
} from './checkpoint/training-checkpoint.js';
export {
  decodeCheckpoint,
  encodeCheckpoint,
  type EncodedCheckpoint,
} from './checkpoint/checkpoint-bytes.js';

export type * from './record/run-record.js';
export { createRunRecord, type RunOutcome } from './record/create-run-record.js';
export { describeRun, type DescribedRun } from './record/describe-run.js';
export {
  compareRuns,
  reproductionTolerance,
  type RunComparison,
  type RunDifference,
} from './record/compare-runs.js';
export { judgeModel } from './record/judge-model.js';
export { decodeRunRecord, encodeRunRecord, readRunDescription } from './record/run-record-json.js';

export { TrainerError, type TrainerErrorCode, type TrainerErrorDetails } from './trainer-error.js';

export {
  tensorBoard,
  type TensorBoardOptions,
  type WriteEvents,
} from './tensorboard/tensor-board.js';
export type { Picture } from './tensorboard/first-layer-picture.js';
