import type { Who } from '../report.js';

/** A program that trains on demand; how it talks is written in `contender-process.ts`. */
export interface Contender extends Who {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Why it cannot be measured here and how to get it; undefined where it can. */
  readonly missing?: string | undefined;
}

/** What a contender is told as its last argument, as JSON. */
export interface Job {
  readonly network: 'mlp' | 'cnn';
  readonly batchSize: number;
  readonly threads: number;
  /** File of bytes [n, 28, 28]. */
  readonly images: string;
  /** File of bytes [n], in [0, 10). */
  readonly labels: string;
}
