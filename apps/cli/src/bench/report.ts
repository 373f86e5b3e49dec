/** @file What `manabi bench --json` prints and `--out` keeps. Seconds throughout. */
import type { TileHeight, TileTiming } from '@manabi/backends/plan';
import type { NetworkName, TrainingCase } from './training-case.js';

/** Examples of the epoch that times are given for. */
export const epochExamples = 60_000;

export const reportSchema = 2;

export interface BenchReport {
  /** Of this form; another number where a field changes its meaning or must be there. 2 since `tiles`. */
  readonly schema: typeof reportSchema;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly manabi: string;
  readonly machine: Machine;
  readonly settings: BenchSettings;
  readonly training: readonly TrainingResult[];
  /** Null when they were not asked for. */
  readonly kernels: KernelResult | null;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  /** `linux x64` */
  readonly platform: string;
  readonly node: string;
}

export interface BenchSettings {
  readonly rounds: number;
  /** What takes longer in a round trains a part of the epoch. */
  readonly secondsPerRound: number;
  readonly dataset: 'fashion-mnist' | 'synthetic-digits';
  readonly peers: boolean;
}

export interface TrainingResult {
  readonly case: TrainingCase['name'];
  readonly network: NetworkName;
  readonly batchSize: number;
  readonly rows: readonly TrainingRow[];
  readonly ratios: readonly Ratio[];
}

/** One of our times over the best of a peer's: below 1 where we are faster. */
export interface Ratio {
  readonly peer: string;
  /** Of ours. */
  readonly threads: number;
  readonly ratio: number;
}

/** Who trains; `ours` tells manabi from its peers. */
export interface Who {
  readonly name: string;
  readonly ours: boolean;
  readonly threads: number;
}

export type TrainingRow = MeasuredRow | UnmeasuredRow;

export interface MeasuredRow extends Who {
  readonly status: 'measured';
  readonly version: string;
  /** For an epoch of 60,000 examples: the median of `runs`. */
  readonly seconds: number;
  /** The same, of each round. */
  readonly runs: readonly number[];
  /** Steps of a round; fewer than `epochSteps` are scaled up. */
  readonly steps: number;
  readonly epochSteps: number;
}

export interface UnmeasuredRow extends Who {
  /** Skipped: it is not here. Failed: it was started and cannot, or gave no answer. */
  readonly status: 'skipped' | 'failed';
  readonly reason: string;
}

export interface KernelResult {
  readonly batchSize: number;
  /** 10^9 operations a second of arithmetic in registers, one thread: median of the rounds. */
  readonly peakGflops: number;
  /** How fast tiles of each height are, without packing. */
  readonly tiles: readonly TileTiming[];
  /** Rows of the tiles that the kernels below were left to choose. */
  readonly tileHeight: TileHeight;
  readonly rows: readonly KernelRow[];
}

export interface KernelRow {
  /** Kind of the kernel call. */
  readonly kernel: string;
  /** `784 x 128` */
  readonly sizes: string;
  /** Median of the rounds; multiplications and additions of the definition count, whatever was done. */
  readonly gflops: number;
}

/** The middle of the values; the mean of the two middle ones where there are as many below as above. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}
