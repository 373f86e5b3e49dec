import type { RunDescription, TrainingCheckpoint } from '@manabi/trainer';
import { UsageError } from '../failures/usage-error.js';
import { specification } from '../model/specification.js';
import type { TrainOptions } from '../train/command.js';

/**
 * Refuses options beside `--resume` that say something else than the run that goes on. Those that
 * change no number (`--out`, `--threads`, `--json`...) may be given.
 *
 * @param given - names of the options that were written, not defaulted.
 * @throws UsageError naming the first one.
 */
export async function requireSameOptions(
  options: TrainOptions,
  given: ReadonlySet<string>,
  description: RunDescription,
  checkpoint: TrainingCheckpoint,
): Promise<void> {
  const { data, settings, callbacks, spec } = description;
  const schedule = callbacks.find(({ type }) => type === 'learningRateSchedule');
  const stopping = callbacks.find(({ type }) => type === 'earlyStopping');
  const plateau = callbacks.find(({ type }) => type === 'reduceOnPlateau');
  const began: Partial<Record<keyof TrainOptions, unknown>> = {
    dataset: data.reference,
    trainSize: undefined,
    testSize: undefined,
    size: undefined,
    grey: undefined,
    testFraction: undefined,
    ...data.options,
    ...settings,
    optimizer: settings.optimizer.type,
    learningRate: settings.optimizer.learningRate,
    learningRateSchedule: schedule?.type === 'learningRateSchedule' ? schedule.schedule : undefined,
    earlyStopping: stopping?.type === 'earlyStopping' ? stopping.patience : undefined,
    reduceOnPlateau:
      plateau?.type === 'reduceOnPlateau'
        ? { patience: plateau.patience, factor: plateau.factor }
        : undefined,
    gradientClipping: settings.gradientClipping ?? undefined,
    relaxedSimd: settings.relaxedSimd ?? false,
    watch: settings.watch ?? false,
    backend: checkpoint.backend,
    engine: settings.engine,
  };
  for (const [name, expected] of Object.entries(began)) {
    if (given.has(name)) requireSame(name, expected, options[name as keyof TrainOptions]);
  }
  if (!given.has('model') && !given.has('hidden')) return;
  const specificationFor = await specification(options.model, options.hidden);
  const fit = { inputShape: spec.inputShape, classes: data.classNames.length };
  requireSame('model', spec, specificationFor(fit));
}

function requireSame(name: string, expected: unknown, got: unknown): void {
  if (JSON.stringify(expected) === JSON.stringify(got)) return;
  const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const before = expected === undefined ? 'none' : JSON.stringify(expected);
  throw new UsageError(
    `${option}: expected ${before} as the run that is resumed began, got ${JSON.stringify(got)}; leave it out, or start a new run with --checkpoint`,
  );
}
