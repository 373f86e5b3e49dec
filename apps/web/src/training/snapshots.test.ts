import { expect, it } from 'vitest';
import { mostKept, snapshotsOf, weightsBytes } from './snapshots.js';

it('keeps the first, the latest, and what lies evenly between them over its number', () => {
  const snapshots = snapshotsOf<string>({ most: 5 });
  for (let epoch = 0; epoch <= 5; epoch++) snapshots.add(epoch, `state ${epoch}`);
  // Every neighbour is as close: the earliest goes.
  expect(snapshots.epochs()).toEqual([0, 2, 3, 4, 5]);
  expect(snapshots.read(4)).toBe('state 4');
  expect(snapshots.read(1)).toBeUndefined();
  for (let epoch = 6; epoch <= 8; epoch++) snapshots.add(epoch, `state ${epoch}`);
  expect(snapshots.epochs()).toEqual([0, 2, 4, 6, 8]);
});

it('keeps 64 of a thousand epochs, none further from the next than twice the least distance', () => {
  const snapshots = snapshotsOf<number>();
  for (let epoch = 0; epoch <= 1000; epoch++) snapshots.add(epoch, epoch);
  const epochs = snapshots.epochs();
  expect(epochs).toHaveLength(64);
  expect([epochs[0], epochs.at(-1)]).toEqual([0, 1000]);
  const gaps = epochs.slice(1).map((epoch, i) => epoch - epochs[i]!);
  // The last one is as far as the run has come.
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2 * Math.min(...gaps.slice(0, -1)));
});

it('lets moments within an epoch go before whole epochs', () => {
  const snapshots = snapshotsOf<number>({ most: 4 });
  for (const epoch of [0, 0.5, 1, 1.5, 2]) snapshots.add(epoch, epoch);
  expect(snapshots.epochs()).toEqual([0, 1, 1.5, 2]);
});

it('keeps the same whether it was stored and filled again on the way or not', () => {
  const straight = snapshotsOf<number>({ most: 7 });
  let broken = snapshotsOf<number>({ most: 7 });
  for (let epoch = 0; epoch <= 40; epoch++) {
    straight.add(epoch, epoch);
    broken.add(epoch, epoch);
    if (epoch % 9 !== 0) continue;
    const again = snapshotsOf<number>({ most: 7 });
    for (const kept of broken.epochs()) again.add(kept, kept);
    broken = again;
  }
  expect(broken.epochs()).toEqual(straight.epochs());
});

it('stays within its bytes, but for the first and the latest', () => {
  const snapshots = snapshotsOf({ capBytes: 3 * 4, sizeBytes: weightsBytes });
  for (let epoch = 0; epoch <= 3; epoch++) snapshots.add(epoch, { w: Float32Array.of(epoch) });
  expect(snapshots.epochs()).toEqual([0, 2, 3]);
  const large = snapshotsOf({ capBytes: 1, sizeBytes: weightsBytes });
  large.add(0, { w: new Float32Array(9) });
  large.add(1, { w: new Float32Array(9) });
  expect(large.epochs()).toEqual([0, 1]);
});

it('keeps as many of a size as it says beforehand', () => {
  // A thousand weights, the lecture's MLP, and a network of 16 million weights.
  for (const weights of [1000, 101_770, 16_000_000]) {
    const snapshots = snapshotsOf<number>({ sizeBytes: () => 4 * weights });
    for (let epoch = 0; epoch <= 100; epoch++) snapshots.add(epoch, epoch);
    expect(snapshots.epochs()).toHaveLength(mostKept(4 * weights));
  }
  expect(mostKept(4 * 101_770)).toBe(64);
  // 64 MiB hold 10 times 1.6 million weights.
  expect(mostKept(4 * 1_600_000)).toBe(10);
});

it('forgets what came after the moment that a run goes on from', () => {
  const snapshots = snapshotsOf<number>({ most: 4 });
  for (const epoch of [0, 1, 1.5, 2]) snapshots.add(epoch, epoch);
  snapshots.dropAfter(1);
  expect(snapshots.epochs()).toEqual([0, 1]);
});
