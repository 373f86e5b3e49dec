import { selectBackend } from '@manabi/backends';
import { iris } from '@manabi/datasets';
import { initializeModel, mlp } from '@manabi/models';
import { fit } from '@manabi/trainer';
import { wasmPath } from './wasm-path.js';

export async function use() {
  await selectBackend({ backend: 'wasm', wasmPath });
  const spec = mlp({ inputShape: [4], hidden: [8], classes: 3 });
  const model = initializeModel(spec, { seed: 1 });
  const settings = { epochs: 60, batchSize: 16, optimizer: { type: 'adam', learningRate: 0.01 } };
  for await (const event of fit(model, iris(), settings)) {
    if (event.type === 'runEnd') return { ok: event.testAccuracy >= 0.9 };
  }
}
