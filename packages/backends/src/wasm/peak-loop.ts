import { compileKernels, instantiateKernels } from './kernel-instance.js';
import { createWasmMemory } from './wasm-memory.js';

/** A loop that does nothing but arithmetic, to measure what one thread can reach at most. */
export interface PeakLoop {
  /** Multiplications and additions of one round, each of one number. */
  readonly operationsPerRound: number;
  /** Returns when all rounds are done; the caller holds the clock. */
  run(rounds: number): void;
}

/** What the loop reads over and over; see `assembly/peak.ts`. */
const operandBytes = 12 * 16;

/**
 * The peak of the `wasm` executor's arithmetic: vectors of four float32 numbers, one from the first
 * cache, multiplied and added up in registers, on this thread. A kernel's share of it says how much its loads, stores and copies cost.
 */
export async function createPeakLoop(): Promise<PeakLoop> {
  const memory = createWasmMemory(false);
  const operands = memory.reserve(operandBytes);
  const kernels = await instantiateKernels(await compileKernels(false, false), memory.memory);
  return {
    operationsPerRound: 96,
    run: (rounds) => {
      kernels.peak(rounds, operands);
    },
  };
}
