import { datasetSize } from '@manabi/datasets';
import type { DescribedRun, RecordedData } from '@manabi/trainer';
import { loadExamples, requireReference } from '../data/load-examples.js';
import { specification } from '../model/specification.js';
import { callbackSpecs } from './callback-specs.js';
import type { TrainOptions } from './command.js';
import { settingsFor, type RunSettings } from './default-settings.js';

/** All that decides what a run computes, and the data. */
export interface PreparedRun extends DescribedRun {
  readonly settings: RunSettings;
}

/**
 * What the options ask for.
 *
 * @throws UsageError, BadFileError, DatasetError or ModelSpecError; the signal's reason.
 */
export async function prepareRun(options: TrainOptions, signal: AbortSignal): Promise<PreparedRun> {
  // What can be wrong is found before the long work of loading, drawing or downloading.
  requireReference(options.dataset, options);
  const specificationFor = await specification(options.model, options.hidden);
  const data = await loadExamples(options.dataset, options, signal);
  const { inputShape, classNames } = data.train;
  const settings = settingsOf(options, datasetSize(data.train));
  return {
    data,
    source: { reference: options.dataset, options: sourceOptions(options) },
    spec: specificationFor({ inputShape, classes: classNames.length }),
    settings,
    callbacks: callbackSpecs(options),
    initialSeed: settings.seed,
  };
}

function settingsOf(options: TrainOptions, trainSize: number): RunSettings {
  const { optimizer: type, learningRate, validationSplit, seed, engine } = options;
  const optimizer = learningRate === undefined ? { type } : { type, learningRate };
  const { gradientClipping = null } = options;
  const sizes = settingsFor(trainSize, options);
  return {
    ...sizes,
    optimizer,
    validationSplit,
    seed,
    engine,
    relaxedSimd: options.relaxedSimd === true,
    gradientClipping,
    watch: options.watch === true,
  };
}

/** How the data was read, without where this machine keeps it. */
function sourceOptions(options: TrainOptions): RecordedData['options'] {
  const { trainSize, testSize, size, grey, testFraction } = options;
  return {
    ...(trainSize !== undefined && { trainSize }),
    ...(testSize !== undefined && { testSize }),
    ...(size !== undefined && { size }),
    ...(grey !== undefined && { grey }),
    ...(testFraction !== undefined && { testFraction }),
  };
}
