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
   * where it was not tried yet, or the clock is too coarse to tell.
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
/** A clock that ticks more slowly is not waited for: browsers that hide who reads them tick every 16.7 ms. */
const coarsestTickMs = 2;
/** Nor is one that did not move for so many products: it stands still, or a tick is far too long. */
const mostProducts = 2000;

/**
 * Tries tiles of every height, in turns. Of each the median of the later half counts. Where the clock
 * is too coarse for that, the first turn ends it.
 */
export class TileTrial implements TileChoice {
  #height: TileHeight = 4;
  /** Products a millisecond, turn after turn, of each height. */
  readonly #rates = tileHeights.map((): number[] => []);
  readonly #kernels: TrialKernels;
  readonly #at: number;
  readonly #clock: () => number;
  #nextMs = -Infinity;
  #isOver = false;

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

  /** 4 until all turns are over, then what is best; 4 for good where the clock cannot tell. */
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
    if (this.#isOver || this.#clock() < this.#nextMs) return;
    for (const [index, height] of tileHeights.entries()) {
      const rate = this.#productsPerMs(height);
      if (rate === undefined) {
        this.#giveUp();
        return;
      }
      this.#rates[index]!.push(rate);
    }
    this.#isOver = this.#rates[0]!.length === turns;
    if (this.#isOver) this.#height = bestHeight(this.timings);
    this.#nextMs = this.#clock() + pauseMs;
  }

  #giveUp(): void {
    this.#isOver = true;
    for (const rates of this.#rates) rates.length = 0;
  }

  /** Counts from one tick of the clock to a later one. @returns undefined where it ticks too slowly. */
  #productsPerMs(height: TileHeight): number | undefined {
    this.#kernels.useTileHeight(height);
    const before = this.#clock();
    const { now: start } = this.#untilTick(before);
    let tickMs = start - before;
    let products = 0;
    let now = start;
    while (tickMs > 0 && now - start < turnMs) {
      const tick = this.#untilTick(now);
      products += tick.products;
      // Whoever else has the processor makes some ticks seem long, not all.
      tickMs = Math.min(tickMs, tick.now - now);
      now = tick.now;
    }
    return tickMs > 0 && tickMs <= coarsestTickMs ? products / (now - start) : undefined;
  }

  /** Multiplies until the clock moves on from `since`, but not for ever. */
  #untilTick(since: number): { readonly now: number; readonly products: number } {
    let now = since;
    let products = 0;
    while (now === since && products < mostProducts) {
      this.#kernels.tileTrial(this.#at);
      products++;
      now = this.#clock();
    }
    return { now, products };
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

/**
 * One trial for each build of the kernels, with relaxed SIMD and without, for all who ask.
 *
 * @param start - starts one; where it fails, whoever asks next has it started again.
 */
export function sharedTrials<T>(
  start: (relaxedSimd: boolean) => Promise<T>,
): (relaxedSimd: boolean) => Promise<T> {
  const trials = new Map<boolean, Promise<T>>();
  return (relaxedSimd) => {
    const known = trials.get(relaxedSimd);
    if (known !== undefined) return known;
    const trial = start(relaxedSimd);
    trials.set(relaxedSimd, trial);
    trial.catch(() => trials.delete(relaxedSimd));
    return trial;
  };
}

/**
 * The trial of this program: what it finds holds for all executors.
 *
 * @param relaxedSimd - of the build for relaxed SIMD, which the engine must have.
 */
export const tileTrial = sharedTrials((relaxedSimd) =>
  startTrial(relaxedSimd, () => performance.now()),
);

/**
 * A trial apart from the program's.
 *
 * @param relaxedSimd - of the build for relaxed SIMD, which the engine must have.
 * @param clock - milliseconds from any start.
 * @throws RangeError when memory runs out.
 */
export async function startTrial(relaxedSimd: boolean, clock: () => number): Promise<TileTrial> {
  const memory = createWasmMemory(false);
  const kernels = await instantiateKernels(await compileKernels(false, relaxedSimd), memory.memory);
  return new TileTrial(kernels, memory.reserve(kernels.tileTrialBytes()), clock);
}

/**
 * How fast tiles of each height were found to be, by what ran in this program so far.
 *
 * @param relaxedSimd - of the build for relaxed SIMD. Default false.
 */
export async function tileTimings(relaxedSimd = false): Promise<readonly TileTiming[]> {
  return (await tileTrial(relaxedSimd)).timings;
}
