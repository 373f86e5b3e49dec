export type * from './model-spec.js';

export {
  ModelSpecError,
  type ModelSpecIssue,
  type ModelSpecIssueCode,
} from './spec/model-spec-error.js';
export { layerNames } from './shape/layer-names.js';
export { parseModelSpec, resolveModel } from './shape/resolve-model.js';
export type * from './shape/resolved-model.js';

export { ModelArgumentError, type ModelArgumentErrorCode } from './model-argument-error.js';
export { initializeModel, type InitializeOptions } from './initializers/initialize-model.js';
export { checkWeights } from './check-weights.js';

export {
  forward,
  type ForwardCapture,
  type ForwardOptions,
  type LayerActivations,
  type TrainingStep,
} from './forward/forward.js';
export { createWeightTensors, type WeightTensors } from './forward/weight-tensors.js';
export { dropoutMask, type DropoutMaskKey } from './random/dropout-mask.js';

export { ablate, type Ablation } from './ablation/ablate.js';
export type { Cell } from './arithmetic/cell.js';
export { conv2dTerms, type Conv2dTerm, type Conv2dTerms } from './arithmetic/conv2d-terms.js';
export { conv2dPartialSums } from './arithmetic/conv2d-partial-sums.js';
export { pooling2dWindow, type Pooling2dWindow } from './arithmetic/pooling2d-window.js';
export {
  denseTerms,
  denseUnit,
  type DenseTerms,
  type DenseUnit,
} from './arithmetic/dense-terms.js';
export { windowStart } from './shape/window-start.js';

export { mlp, type MlpOptions } from './architectures/mlp.js';
export { cnn, type CnnOptions } from './architectures/cnn.js';
export { tinyVgg, type TinyVggOptions } from './architectures/tiny-vgg.js';

export { countParameters, layerTable, type LayerRow } from './summary/layer-table.js';
export { summary, type SummaryOptions } from './summary/summary.js';

export { encodeModel, type EncodedModel } from './formats/encode-model.js';
export { weightsHash } from './formats/weights-hash.js';
export { decodeModel, type DecodedModel } from './formats/decode-model.js';
export type { InputNormalization, ModelMetadata } from './formats/model-metadata.js';
export { ModelFileError, type ModelFileErrorCode } from './formats/model-file-error.js';
