import { tileHeights, WasmPlanExecutor, type TileHeight } from '@manabi/backends/plan';
import { cnn, initializeModel, mlp, type ModelSpec } from '@manabi/models';
import { expect, it } from 'vitest';
import { trainingPlan } from '../../src/plan/training-plan.js';

const batchSize = 18;
const examples = {
  inputs: Uint8Array.from({ length: 100 * 144 }, (_, i) => Math.max(0, 255 * Math.sin(i * i))),
  labels: Uint8Array.from({ length: 100 }, (_, i) => (i * 7) % 10),
  ...{ scale: [1 / 255], offset: [0] },
};

/** The bits of all weights after a few steps, the last one on a smaller batch. */
async function trainedBits(
  spec: ModelSpec,
  tileHeight: TileHeight,
  threads: number,
): Promise<Readonly<Record<string, number[]>>> {
  const { weights } = initializeModel(spec, { seed: 1 });
  using executor = await WasmPlanExecutor.create(trainingPlan(spec, { batchSize }), {
    ...{ threads, tileHeight },
  });
  for (const [name, values] of Object.entries(weights)) executor.write(name, values);
  for (let step = 1; step <= 6; step++) {
    const rows = step === 6 ? 7 : batchSize;
    const indices = Uint32Array.from({ length: rows }, (_, i) => (step * 17 + i * 3) % 100);
    executor.run('train', {
      ...{ rows, batch: { examples, indices }, learningRate: 0.01, step, seed: 3 },
    });
  }
  return Object.fromEntries(
    Object.keys(weights).map((name) => [name, [...new Int32Array(executor.read(name).buffer)]]),
  );
}

const specs = {
  'an MLP': mlp({ inputShape: [12, 12, 1], hidden: [50, 30], classes: 10 }),
  'a CNN with a convolution by Winograd': cnn({
    ...{ inputShape: [12, 12, 1], filters: [9, 16], dense: 21, classes: 10 },
  }),
};

it.each(Object.entries(specs))(
  '%s trains to the same bits with tiles of every height, on 1 thread and 2',
  async (_, spec) => {
    const expected = await trainedBits(spec, 4, 1);
    for (const height of tileHeights) {
      for (const threads of [1, 2]) {
        expect(await trainedBits(spec, height, threads)).toEqual(expected);
      }
    }
  },
);
