import type { ModelSpec } from '@manabi/models';
import type { Callback } from '../callbacks/callback.js';
import type { Engine } from '../engine/engine.js';
import type { ResolvedTrainingSettings } from '../settings/training-settings.js';
import { TrainerError } from '../trainer-error.js';
import type { TrainingCheckpoint } from './training-checkpoint.js';

/** What a run is about to continue with. */
export interface ResumedRun {
  readonly spec: ModelSpec;
  readonly settings: ResolvedTrainingSettings;
  readonly trainSize: number;
  readonly engine: Pick<Engine, 'backend' | 'name'>;
  readonly callbacks: readonly Callback[];
}

/**
 * Refuses to go on with anything else than what the checkpoint was taken of.
 *
 * @throws TrainerError `resume-mismatch`, naming the first difference.
 */
export function checkResume(checkpoint: TrainingCheckpoint, run: ResumedRun): void {
  const { settings, spec, trainSize, backend, engine, callbacks } = checkpoint;
  for (const name of Object.keys(settings) as (keyof ResolvedTrainingSettings)[]) {
    requireSame(name, settings[name], run.settings[name]);
  }
  requireSame('model', spec, run.spec);
  requireSame('training examples', trainSize, run.trainSize);
  requireSame('backend', backend, run.engine.backend);
  requireSame('engine', engine, run.engine.name);
  requireSame(
    'callbacks with a memory',
    callbacks.length,
    run.callbacks.filter(({ memory }) => memory !== undefined).length,
  );
}

function requireSame(what: string, expected: unknown, got: unknown): void {
  const [before, now] = [JSON.stringify(expected), JSON.stringify(got)];
  if (before === now) return;
  throw new TrainerError('resume-mismatch', {
    where: `fit resume, ${what}`,
    expected: `${shorten(before)} as in the checkpoint`,
    got: shorten(now),
    remedy: 'continue with what the run began with, or start a new run',
  });
}

function shorten(json: string): string {
  return json.length <= 200 ? json : `${json.slice(0, 200)}…`;
}
