import type { Model } from '@manabi/models';
import type { Callback } from '../callbacks/callback.js';
import type { EpochEndEvent, RunStartEvent } from '../events.js';
import { eventFileHeader, eventRecord, type SummaryValue } from './event-record.js';
import { firstLayerPicture, type Picture } from './first-layer-picture.js';
import { weightHistogram } from './weight-histogram.js';

/** Takes the next bytes of an event file: whole records. */
export type WriteEvents = (records: Uint8Array) => void | Promise<void>;

export interface TensorBoardOptions {
  /** Gets the figures of training, the weights and the test. */
  readonly train: WriteEvents;
  /** Gets the figures of validation; not called without any. */
  readonly validation: WriteEvents;
  /** Seconds since 1970. */
  readonly wallTimeSeconds: () => number;
  /** Makes a PNG file. Without it no pictures are written. */
  readonly encodePng?: (picture: Picture) => Uint8Array;
}

/**
 * A callback that writes a run for TensorBoard: loss and accuracy by batch and by epoch under the
 * tags that Keras uses, so that training and validation share a chart, the learning rate, and after
 * each epoch a histogram of every weight and a picture of the first layer's. A resumed run starts with
 * the figures of its earlier epochs. Each call of a writer carries whole records.
 *
 * Event files lie in folders of their own, such as `train/` and `validation/`, with `tfevents` in
 * their names.
 */
export function tensorBoard(options: TensorBoardOptions): Callback {
  const { wallTimeSeconds } = options;
  let run: RunStartEvent | undefined;
  let hasValidationFile = false;

  const write = async (to: WriteEvents, step: number, values: readonly SummaryValue[]) => {
    await to(eventRecord(step, wallTimeSeconds(), values));
  };

  const writeEpoch = async (event: EpochEndEvent, model?: Model) => {
    const { epoch, loss, accuracy, learningRate, valLoss, valAccuracy } = event;
    const rate = { tag: 'epoch_learning_rate', scalar: learningRate };
    await write(options.train, epoch, [
      ...epochFigures(loss, accuracy),
      rate,
      ...(model === undefined ? [] : weightValues(model, options.encodePng)),
    ]);
    if (valLoss === null || valAccuracy === null) return;
    if (!hasValidationFile) await options.validation(eventFileHeader(wallTimeSeconds()));
    hasValidationFile = true;
    await write(options.validation, epoch, epochFigures(valLoss, valAccuracy));
  };

  return async (event, control) => {
    if (event.type === 'runStart') {
      run = event;
      hasValidationFile = false;
      await options.train(eventFileHeader(wallTimeSeconds()));
      for (const epoch of event.resumed?.history ?? []) await writeEpoch(epoch);
    } else if (event.type === 'batchEnd') {
      const step = (event.epoch - 1) * event.stepsPerEpoch + event.step;
      await write(options.train, step, [
        { tag: 'batch_loss', scalar: event.loss },
        { tag: 'batch_accuracy', scalar: event.accuracy },
      ]);
    } else if (event.type === 'epochEnd') {
      await writeEpoch(event, await control.snapshot());
    } else if (event.type === 'runEnd' && event.testLoss !== null && event.testAccuracy !== null) {
      await write(options.train, event.epochs * (run?.stepsPerEpoch ?? 1), [
        { tag: 'test_loss', scalar: event.testLoss },
        { tag: 'test_accuracy', scalar: event.testAccuracy },
      ]);
    }
  };
}

function epochFigures(loss: number, accuracy: number): SummaryValue[] {
  return [
    { tag: 'epoch_loss', scalar: loss },
    { tag: 'epoch_accuracy', scalar: accuracy },
  ];
}

function weightValues(model: Model, encodePng: TensorBoardOptions['encodePng']): SummaryValue[] {
  const histograms = Object.entries(model.weights).map(([tag, values]) => ({
    tag,
    histogram: weightHistogram(values),
  }));
  const picture = encodePng && firstLayerPicture(model);
  if (picture === undefined) return histograms;
  const { width, height, channels } = picture;
  const image = { width, height, channels, png: encodePng!(picture) };
  return [...histograms, { tag: 'first_layer_weights', image }];
}
