/** @file What `manabi train` says before the first epoch and after the last. */
import { datasetSize, type TrainTestDatasets } from '@manabi/datasets';
import { countParameters, type ModelSpec } from '@manabi/models';
import { isFinished, type RunEndEvent, type TrainingCheckpoint } from '@manabi/trainer';
import { count, counted, duration, loss, percent, shape } from '../terminal/figures.js';
import type { TrainOptions } from './command.js';
import type { RunSettings } from './default-settings.js';

/** What is about to be trained, on what, and with what. */
export function openingLines(
  { train, test }: TrainTestDatasets,
  spec: ModelSpec,
  settings: RunSettings,
  backend: string,
): string[] {
  const { optimizer, batchSize, epochs, seed } = settings;
  const { type, learningRate } = optimizer;
  const rule = learningRate === undefined ? type : `${type} ${learningRate}`;
  const examples = `${counted(datasetSize(train), 'example')} to learn from, ${count(datasetSize(test))} to test on`;
  const classes = counted(train.classNames.length, 'class', 'classes');
  const parameters = counted(countParameters(spec), 'parameter');
  return [
    `${train.name}: ${examples}, ${shape(train.inputShape)}, ${classes}`,
    `${spec.name ?? 'model'}: ${parameters}; ${rule}, ${counted(epochs, 'epoch')}, batches of ${batchSize}, seed ${seed}, on ${backend}`,
  ];
}

/** Where a run goes on, or that it has nowhere to go on to. */
export function resumingLine(folder: string, checkpoint: TrainingCheckpoint): string {
  const { epoch, step } = checkpoint.position;
  if (isFinished(checkpoint)) return `The run in ${folder} is finished: nothing is left to train.`;
  const place = step === 0 ? `epoch ${epoch}` : `epoch ${epoch}, after step ${count(step)}`;
  return `Resuming the run in ${folder} at ${place}.`;
}

/** What an interrupted run leaves behind. */
export function interruptedText(
  epochs: number,
  { out, checkpoint, resume }: Pick<TrainOptions, 'out' | 'checkpoint' | 'resume'>,
): string {
  const folder = resume ?? checkpoint;
  const model = out === undefined ? [] : [`the model so far is in ${out}`];
  const rest = folder === undefined ? [] : [`continue with: manabi train --resume ${folder}`];
  const left = [...model, ...rest];
  const text = left.length === 0 ? 'nothing was saved' : left.join('; ');
  return `Interrupted after ${counted(epochs, 'epoch')}; ${text}`;
}

/** What came out of a run that was not interrupted. */
export function resultLines(end: RunEndEvent, testSize: number): string[] {
  const { outcome, reason, testLoss, testAccuracy, backend, engine } = end;
  const stopped = outcome === 'stopped' && reason !== null ? [`Stopped early: ${reason}.`] : [];
  const tested =
    testLoss === null || testAccuracy === null
      ? []
      : [
          `Test: accuracy ${percent(testAccuracy)}, loss ${loss(testLoss)} (${counted(testSize, 'example')} that it never saw)`,
        ];
  const speed = `${count(end.samplesPerSecond)} samples/s`;
  const place = `${backend} (${engine}, ${counted(end.threads, 'thread')})`;
  return [
    ...stopped,
    ...tested,
    `${counted(end.epochs, 'epoch')} in ${duration(end.durationMs)}, ${speed} on ${place}`,
  ];
}
