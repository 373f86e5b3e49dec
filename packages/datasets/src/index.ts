export {
  type Dataset,
  type Normalization,
  type TrainTestDatasets,
  datasetSize,
  exampleLength,
} from './dataset.js';
export { DatasetError, type DatasetErrorCode, type DatasetErrorDetails } from './dataset-error.js';

export {
  type DatasetInfo,
  type DatasetName,
  type Fingerprint,
  type Localized,
  type PublishedDatasetName,
  type PublishedFile,
  type PublishedSet,
  datasetInfo,
  datasetNames,
  isDatasetName,
} from './catalogue/dataset-info.js';

export { disturb, type Disturbance } from './sampling/disturb.js';
export { batches } from './sampling/batches.js';
export { type Batch, type BatchBuffers, fillBatch, gatherBatch } from './sampling/gather-batch.js';
export { selectExamples } from './sampling/select-examples.js';
export { shuffledIndices } from './sampling/shuffled-indices.js';
export {
  type IndexSplit,
  type StratifiedSplitOptions,
  stratifiedSplit,
} from './sampling/stratified-split.js';

export { datasetHash } from './dataset-hash.js';

export { encodeIdx } from './idx/encode-idx.js';
export { type IdxRole, idxRole, idxRoles, usualFileName } from './idx/idx-file-names.js';
export { type IdxDatasetSource, type NamedBytes, idxDataset } from './idx/idx-dataset.js';
export { type IdxArray, parseIdx } from './idx/parse-idx.js';

export { type DatasetReference, parseDatasetReference } from './references/dataset-reference.js';

export { type IrisOptions, iris } from './iris/iris.js';
export {
  type SyntheticDigitsOptions,
  syntheticDigits,
} from './synthetic-digits/synthetic-digits.js';
