import { exampleLength, fillBatch, type Dataset } from '@manabi/datasets';
import { tensor, tensor1d, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';

export interface UploadedBatch {
  /** [batch, ...inputShape], float32, normalised. */
  readonly inputs: Tensor;
  /** [batch], int32. */
  readonly labels: Tensor1D;
}

/**
 * Makes a function that normalises examples into memory that it keeps and hands them to the current
 * tfjs backend. The cpu backend reads that memory itself: dispose a batch before the next call.
 */
export function createBatchUploader(): (dataset: Dataset, indices: Uint32Array) => UploadedBatch {
  let buffers = { inputs: new Float32Array(0), labels: new Int32Array(0) };
  return (dataset, indices) => {
    const batch = indices.length;
    const numbers = batch * exampleLength(dataset);
    if (buffers.inputs.length < numbers || buffers.labels.length < batch) {
      buffers = { inputs: new Float32Array(numbers), labels: new Int32Array(batch) };
    }
    fillBatch(dataset, indices, buffers);
    const shape = [batch, ...dataset.inputShape];
    return {
      inputs: tensor(buffers.inputs.subarray(0, numbers), shape, 'float32'),
      labels: tensor1d(buffers.labels.subarray(0, batch), 'int32'),
    };
  };
}
