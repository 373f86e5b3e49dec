import type { Command } from 'commander';
import { choice } from './choice.js';
import { wholeNumber } from './numbers.js';
import { backendWords, engineWords } from './words.js';

/** Options of every command that runs a model. */
export interface ComputeOptions {
  readonly backend: (typeof backendWords)[number];
  readonly engine: (typeof engineWords)[number];
  readonly threads?: number;
}

/** More threads than any machine's cores are a slip of the finger. */
const mostThreads = 1024;

/** Adds the options that say what computes. */
export function addComputeOptions(command: Command): Command {
  return command
    .option('--backend <name>', backendWords.join(', '), choice(backendWords), 'auto')
    .option(
      '--engine <name>',
      'auto, plan (fused kernels; wasm and cpu) or autodiff (tfjs)',
      choice(engineWords),
      'auto',
    )
    .option(
      '--threads <count>',
      'plan on wasm: threads that compute (default: as many as help)',
      wholeNumber(1, mostThreads),
    );
}
