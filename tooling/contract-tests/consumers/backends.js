import { probe, selectBackend } from '@manabi/backends';
import { engine, getBackend, ones } from '@tensorflow/tfjs-core';
import { wasmPath } from './wasm-path.js';

export async function use() {
  const reports = await probe();
  await selectBackend({ backend: 'wasm', wasmPath });
  // A kernel that tfjs' wasm backend does not have.
  const gradient = engine().runKernel(
    'Conv2DBackpropFilter',
    { x: ones([2, 5, 5, 3]), dy: ones([2, 3, 3, 4]) },
    {
      strides: [1, 1],
      pad: 'valid',
      dataFormat: 'NHWC',
      dimRoundingMode: undefined,
      filterShape: [3, 3, 3, 4],
    },
  );
  const values = await gradient.data();
  return {
    ok: getBackend() === 'wasm' && reports.length === 3 && values.every((value) => value === 18),
  };
}
