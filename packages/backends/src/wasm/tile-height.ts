/**
 * @file Finds out how high the tiles of the kernels are best here. They are compiled in several heights
 * (`assembly/tile.ts`), and which is fastest is decided by the processor and by the engine's compiler:
 * the best can be twice as fast as the worst, and another one elsewhere. The numbers do not depend on it.
 *
 * Engines first compile for a quick start and for speed only later, beside the program: what is timed
 * before that says nothing. So the heights are tried a millisecond at a time, before the first runs of
 * a program, until each had its chance; the best is then kept.
 */
import { compileKernels, instantiateKernels, type Kernels } from './kernel-instance.js';
import { createWasmMemory } from './wasm-memory.js';

/** Rows that a tile can have; it is 8 numbers wide. */
export const tileHeights = [4, 5, 6, 8] as const;

/** One of {@link tileHeights}. */
export type TileHeight = (typeof tileHeights)[number];

/** How fast the kernels of the `wasm` executor are here with tiles of a height. */
export interface TileTiming {
  readonly height: TileHeight;
  /**
   * 10^9 multiplications and additions a second on one thread, in the first cache, packing left out; 0
   * where it was not tried yet.
   */
  readonly gflops: number;
}

/** The height to use. */
export interface TileChoice {
  readonly height: TileHeight;
  /** To be called before every run: goes on finding out, if that is not done. */
  advance(): void;
}

/** Turns that every height gets. */
const turns = 20;
/** At least so long from one turn to the next: for the engine to compile, and so that a run hardly waits. */
const pauseMs = 15;
/** How long a turn lasts; where the clock ticks more slowly, one tick. */
const turnMs = 0.25;
/** A higher tile leaves more over at the edges of a matrix: it has to be faster by so much. */
const advantage = 1.02;

/** Tries tiles of every height, in turns. Of each the median of the later half counts. */
export class TileTrial implements TileChoice {
  #height: TileHeight = 4;
  /** Products a millisecond, turn after turn, of each height. */
  readonly #rates = tileHeights.map((): number[] => []);
  readonly #kernels: TrialKernels;
  readonly #at: number;
  readonly #clock: () => number;
  #nextMs = -Infinity;

  /**
   * @param kernels - an instance of their own: their height changes.
   * @param at - address of as many bytes as `tileTrialBytes` says.
   * @param clock - milliseconds from any start.
   */
  constructor(kernels: TrialKernels, at: number, clock: () => number) {
    this.#kernels = kernels;
    this.#at = at;
    this.#clock = clock;
  }

  /** 4 until all turns are over, then what is best. */
  get height(): TileHeight {
    return this.#height;
  }

  /** In the order of `tileHeights`. */
  get timings(): TileTiming[] {
    const operations = this.#kernels.tileTrialOperations();
    return tileHeights.map((height, index) => ({
      height,
      gflops: (laterMedian(this.#rates[index]!) * operations) / 1e6,
    }));
  }

  advance(): void {
    if (this.#rates[0]!.length === turns || this.#clock() < this.#nextMs) return;
    tileHeights.forEach((height, index) => {
      this.#rates[index]!.push(this.#productsPerMs(height));
    });
    if (this.#rates[0]!.length === turns) this.#height = bestHeight(this.timings);
    this.#nextMs = this.#clock() + pauseMs;
  }

  /** Counts from one tick of the clock to a later one: browsers make it tick slowly. */
  #productsPerMs(height: TileHeight): number {
    const clock = this.#clock;
    this.#kernels.useTileHeight(height);
    const before = clock();
    let start = before;
    while (start === before) {
      this.#kernels.tileTrial(this.#at);
      start = clock();
    }
    let products = 0;
    let now = start;
    while (now - start < turnMs) {
      this.#kernels.tileTrial(this.#at);
      products++;
      now = clock();
    }
    return products / (now - start);
  }
}

type TrialKernels = Pick<Kernels, 'tileTrial' | 'tileTrialOperations' | 'useTileHeight'>;

function laterMedian(rates: readonly number[]): number {
  const later = rates.slice(rates.length >> 1).sort((a, b) => a - b);
  return later[later.length >> 1] ?? 0;
}

/** The height that is worth taking. @param timings - from the lowest to the highest. */
export function bestHeight([lowest, ...higher]: readonly TileTiming[]): TileHeight {
  return higher.reduce(
    (best, next) => (next.gflops > best.gflops * advantage ? next : best),
    lowest!,
  ).height;
}

/** The trials of this program, with relaxed SIMD and without: what they find holds for all executors. */
const trials = new Map<boolean, Promise<TileTrial>>();

/** @param relaxedSimd - of the build for relaxed SIMD, which the engine must have. */
export function tileTrial(relaxedSimd: boolean): Promise<TileTrial> {
  const trial = trials.get(relaxedSimd) ?? startTrial(relaxedSimd);
  trials.set(relaxedSimd, trial);
  return trial;
}

async function startTrial(relaxedSimd: boolean): Promise<TileTrial> {
  const memory = createWasmMemory(false);
  const kernels = await instantiateKernels(await compileKernels(false, relaxedSimd), memory.memory);
  return new TileTrial(kernels, memory.reserve(kernels.tileTrialBytes()), () => performance.now());
}

/**
 * How fast tiles of each height were found to be, by what ran in this program so far.
 *
 * @param relaxedSimd - of the build for relaxed SIMD. Default false.
 */
export async function tileTimings(relaxedSimd = false): Promise<readonly TileTiming[]> {
  return (await tileTrial(relaxedSimd)).timings;
}
