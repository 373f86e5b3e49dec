import type { RunStatus } from '../../training/run-status.js';

/**
 * Milliseconds that a run will still take: as its latest epoch did, or at its present speed.
 *
 * @returns undefined while that cannot be said.
 */
export function timeLeftMs(status: RunStatus): number | undefined {
  const { phase, position, epochs, history, progress } = status;
  if (phase !== 'running' || position.stepsPerEpoch === 0) return undefined;
  const left = epochs - position.epoch - position.step / position.stepsPerEpoch;
  const latest = history.at(-1)?.durationMs;
  if (latest !== undefined) return left * latest;
  if (progress === null || progress.samplesPerSecond === 0) return undefined;
  const epochSamples = (progress.samples / position.step) * position.stepsPerEpoch;
  return position.step === 0 ? undefined : (left * epochSamples * 1000) / progress.samplesPerSecond;
}
