import { expect, it } from 'vitest';
import { weightSnapshots } from './weight-snapshots.js';

it('keeps first and last and thins out between them over its cap', () => {
  const snapshots = weightSnapshots(5 * 4);
  for (let epoch = 0; epoch <= 5; epoch++) snapshots.add(epoch, { w: Float32Array.of(epoch) });
  // Six of four bytes are one too many: of 1, 2, 3, 4 every second one goes.
  expect(snapshots.epochs()).toEqual([0, 2, 4, 5]);
  expect(snapshots.read(4)).toEqual({ w: Float32Array.of(4) });
  expect(snapshots.read(3)).toBeUndefined();
});

it('keeps one set that is larger than its cap', () => {
  const snapshots = weightSnapshots(1);
  snapshots.add(0, { w: new Float32Array(9) });
  snapshots.add(1, { w: new Float32Array(9) });
  expect(snapshots.epochs()).toEqual([0, 1]);
});
