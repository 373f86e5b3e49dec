import type { RunEndEvent } from '../events.js';

/** Why a run ends before its last epoch is done. */
export type Ending = Pick<RunEndEvent, 'outcome' | 'reason' | 'divergence'>;

/** Whether a run goes on. */
export interface RunState {
  /** The learning rate of each step, from the steps done; null: it stays as it was set. */
  rateOfStep: ((stepsDone: number) => number) | null;
  /** Null while the run goes on. An abort counts more than every other reason. */
  ending(): Ending | null;
  /** Asks for an end; the first reason stays. */
  end(ending: Ending): void;
}

const aborted: Ending = { outcome: 'aborted', reason: null };

/**
 * @param signal - once aborted, the run ends as `aborted`.
 * @param asked - why a resumed run is over already.
 */
export function createRunState(
  signal: AbortSignal | undefined,
  asked: Ending | null = null,
): RunState {
  return {
    rateOfStep: null,
    ending() {
      return signal?.aborted === true ? aborted : asked;
    },
    end(ending) {
      asked ??= ending;
    },
  };
}
