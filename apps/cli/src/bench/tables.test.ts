import { describe, expect, it } from 'vitest';
import { ratios } from './ratios.js';
import type { TrainingRow } from './report.js';
import { kernelTable, trainingTable } from './tables.js';

function measured(name: string, threads: number, runs: number[], steps = 468): TrainingRow {
  const ours = name.startsWith('manabi');
  const who = { name, ours, threads, version: '1.2' };
  return { ...who, status: 'measured', seconds: runs[1]!, runs, steps, epochSteps: 468 };
}

const rows: TrainingRow[] = [
  measured('manabi wasm', 1, [0.78, 0.8, 0.88]),
  measured('manabi wasm', 2, [0.4, 0.4, 0.4]),
  measured('PyTorch', 1, [1, 1, 1]),
  measured('PyTorch', 2, [4.5, 5, 5]),
  measured('tfjs', 1, [120, 123.4, 130], 31),
  {
    ...{ name: 'jax-js', ours: false, threads: 1 },
    ...{ status: 'skipped', reason: 'it is not installed; npx pnpm install' },
  },
];

describe('ratios', () => {
  it('are against the best that a peer does', () => {
    expect(ratios(rows)).toEqual([
      { peer: 'PyTorch', threads: 1, ratio: 0.8 },
      { peer: 'PyTorch', threads: 2, ratio: 0.4 },
      { peer: 'tfjs', threads: 1, ratio: 0.8 / 123.4 },
      { peer: 'tfjs', threads: 2, ratio: 0.4 / 123.4 },
    ]);
  });
});

describe('a benchmark in the terminal', () => {
  const text = trainingTable({
    ...{ case: 'mlp:128', network: 'mlp', batchSize: 128, rows, ratios: ratios(rows) },
  });

  it('has a row for each contender, what was left out, and the ratios', () => {
    expect(text.split('\n')).toEqual([
      'mlp:128: MLP 784-128-10, Adam, batches of 128',
      'seconds an epoch  threads  seconds  spread  steps a round',
      'manabi wasm             1     0.80   ±10 %            all',
      'manabi wasm             2     0.40    ±0 %            all',
      'PyTorch 1.2             1     1.00    ±0 %            all',
      'PyTorch 1.2             2     5.00   ±10 %            all',
      'tfjs 1.2                1      123    ±5 %      31 of 468',
      'jax-js                  1  skipped',
      'jax-js skipped: it is not installed; npx pnpm install',
      "manabi's time over that of  1 thread  2 threads",
      'PyTorch                         0.80       0.40',
      'tfjs                           0.006      0.003',
    ]);
  });

  it('shows kernels against the peak', () => {
    const kernel = { kernel: 'dense', sizes: '784 x 128', gflops: 30 };
    const fast = { kernel: 'conv2d', sizes: '9x9x8 * 3x3, 8', gflops: 60 };
    const result = {
      ...{ batchSize: 32, peakGflops: 40, rows: [kernel], tileHeight: 5 as const },
      tiles: [
        { height: 4 as const, gflops: 31.44 },
        { height: 5 as const, gflops: 38 },
      ],
    };
    expect(kernelTable(result).split('\n')).toEqual([
      'kernels: one thread, batches of 32, no zeros; peak 40.0 GFLOPS',
      'kernel  sizes      GFLOPS  of peak',
      'dense   784 x 128    30.0     75 %',
      'GFLOPS of tiles: 4x8 31.4, 5x8 38.0 (taken)',
    ]);
    const text = kernelTable({ ...result, rows: [kernel, fast] });
    expect(text.split('\n').slice(-3, -2)).toEqual(['conv2d  9x9x8 * 3x3, 8    60.0    150 %']);
    expect(text.split('\n').slice(-1)).toEqual([
      'Convolutions over 100 %: by Winograd, with fewer operations than the definition.',
    ]);
  });
});
