import { ContenderError, ContenderProcess } from './contenders/contender-process.js';
import type { Contender, Job } from './contenders/contender.js';
import { epochExamples, median, type BenchSettings, type TrainingRow } from './report.js';

/** What bounds a race. */
export interface RaceLimits extends Pick<BenchSettings, 'rounds' | 'secondsPerRound'> {
  /** A contender that says nothing for so long is out. */
  readonly patienceMs: number;
}

/** Told what goes on, for a line that is redrawn. */
export type Say = (text: string) => void;

/** Somebody who is in the race, and how it went so far. */
interface Entrant {
  readonly contender: Contender;
  readonly process: ContenderProcess;
  readonly steps: number;
  /** Seconds of each round. */
  readonly rounds: number[];
}

/**
 * Lets contenders train in turns, round after round, so that whatever else the machine does hurts
 * all alike. Each is warmed up first, which also decides how much of the epoch a round is.
 *
 * @param signal - ends the race with its reason.
 * @returns a row for each contender, in their order; what went wrong with one is in its row.
 */
export async function race(
  contenders: readonly Contender[],
  job: Omit<Job, 'threads'>,
  limits: RaceLimits,
  say: Say,
  signal: AbortSignal,
): Promise<TrainingRow[]> {
  const epochSteps = Math.floor(epochExamples / job.batchSize);
  const out = new Map<Contender, string>();
  const entrants: Entrant[] = [];
  const processes: ContenderProcess[] = [];

  /** A contender's failure is its own; anything else, and an interruption, is everybody's. */
  async function attempt(contender: Contender, work: () => Promise<void>): Promise<void> {
    signal.throwIfAborted();
    try {
      await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ContenderError)) throw error;
      out.set(contender, error.message);
    }
  }

  try {
    for (const contender of contenders) {
      if (contender.missing !== undefined) continue;
      say(`warming up ${contender.name}`);
      await attempt(contender, async () => {
        const withThreads = { ...job, threads: contender.threads };
        const bounds = { patienceMs: limits.patienceMs, signal };
        const process = await ContenderProcess.start(contender, withThreads, bounds);
        processes.push(process);
        const steps = await warmUp(process, epochSteps, limits.secondsPerRound);
        entrants.push({ contender, process, steps, rounds: [] });
      });
    }
    for (let round = 1; round <= limits.rounds; round++) {
      for (const { contender, process, steps, rounds } of entrants) {
        if (out.has(contender) || isSpent(rounds, limits)) continue;
        say(`round ${round} of ${limits.rounds}: ${contender.name}`);
        await attempt(contender, async () => {
          rounds.push(await process.train(steps));
        });
      }
    }
  } finally {
    for (const process of processes) process.dispose();
  }
  return contenders.map((contender): TrainingRow => {
    const { name, ours, threads, missing } = contender;
    const who = { name, ours, threads };
    if (missing !== undefined) return { ...who, status: 'skipped', reason: missing };
    const reason = out.get(contender);
    if (reason !== undefined) return { ...who, status: 'failed', reason };
    const { process, steps, rounds } = entrants.find((one) => one.contender === contender)!;
    const runs = rounds.map((seconds) => (seconds * epochExamples) / (steps * job.batchSize));
    const { version } = process;
    return { ...who, status: 'measured', version, seconds: median(runs), runs, steps, epochSteps };
  });
}

/** Whoever needs longer than a round for a single step takes part in as many as fit. */
function isSpent(rounds: readonly number[], { rounds: count, secondsPerRound }: RaceLimits) {
  return rounds.reduce((sum, seconds) => sum + seconds, 0) > 1.5 * count * secondsPerRound;
}

/**
 * Trains a step that does not count, since it compiles, then more and more of them until they have
 * taken a third of a round or gone through the epoch, and then once as in a round.
 *
 * @returns the steps of a round.
 */
async function warmUp(
  process: ContenderProcess,
  epochSteps: number,
  secondsPerRound: number,
): Promise<number> {
  await process.train(1);
  let spent = 0;
  for (let steps = 1; ; steps = Math.min(4 * steps, epochSteps)) {
    const seconds = await process.train(steps);
    spent += seconds;
    if (steps < epochSteps && spent < secondsPerRound / 3) continue;
    const fitting = Math.max(1, Math.floor((secondsPerRound * steps) / seconds));
    const chosen = Math.min(fitting, epochSteps);
    if (chosen !== steps) await process.train(chosen);
    return chosen;
  }
}
