/**
 * @file What must be the same in every JavaScript engine. The numbers are those of Node 20; Node
 * and Chromium are held to them.
 */
import { expect, it } from 'vitest';
import { batches, shuffledIndices, stratifiedSplit, syntheticDigits } from '@manabi/datasets';

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Declares the tests; each engine's test file calls it. */
export function itIsTheSameInEveryEngine(): void {
  it('shuffles in the expected order', async () => {
    expect([...shuffledIndices(10, 1, 1)]).toEqual([9, 4, 0, 7, 2, 6, 1, 3, 8, 5]);
    const large = shuffledIndices(60_000, 42, 7);
    expect(await sha256(new Uint8Array(large.buffer as ArrayBuffer))).toBe(
      '382e5f4c8163018b9d02db1fe8bfbda30b7d6b4e8ee62bfeaa345a49c4836b5e',
    );
  });

  it('splits and batches in the expected order', () => {
    const labels = Uint8Array.from({ length: 20 }, (_, i) => i % 3);
    const { train, heldOut } = stratifiedSplit({ labels }, { fraction: 0.3, seed: 1 });
    expect([...heldOut]).toEqual([0, 3, 4, 5, 8, 13]);
    expect([...batches(train, 6)].map((batch) => batch.length)).toEqual([6, 6, 2]);
  });

  it('draws the expected digits', async () => {
    const { train, test } = syntheticDigits({ trainSize: 500, testSize: 100, seed: 1 });
    expect(await sha256(Uint8Array.from(train.inputs))).toBe(
      '34773aeb8c235414dfe8a8f96fd7f7b6d7fe0d7554edc762c156758de3eb994d',
    );
    expect(await sha256(Uint8Array.from(test.inputs))).toBe(
      'cc19268add9035b88096189fe7660419793d1bedfd31de928e814232f2205680',
    );
    expect([...train.labels.subarray(0, 10)]).toEqual([3, 3, 0, 9, 4, 2, 1, 9, 6, 1]);
  });
}
