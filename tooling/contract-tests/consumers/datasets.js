import { batches, iris, shuffledIndices, syntheticDigits } from '@manabi/datasets';

export async function use() {
  const flowers = iris();
  const digits = syntheticDigits({ trainSize: 100, testSize: 10, seed: 1 });
  const order = shuffledIndices(100, 1, 1);
  return {
    ok: flowers.train.labels.length + flowers.test.labels.length === 150,
    order: [...batches(order, 32)].map((batch) => [...batch]),
    ink: digits.train.inputs.reduce((sum, value) => sum + value, 0),
  };
}
