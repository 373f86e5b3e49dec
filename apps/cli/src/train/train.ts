import { datasetSize, type TrainTestDatasets } from '@manabi/datasets';
import { initializeModel } from '@manabi/models';
import { saveModel } from '@manabi/models/node';
import { fit, type RunEndEvent, type TrainingEvent } from '@manabi/trainer';
import { startBackend } from '../backends/start-backend.js';
import { loadExamples, requireReference } from '../data/load-examples.js';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { specification } from '../model/specification.js';
import { choosePresenter } from '../progress/choose-presenter.js';
import { counted } from '../terminal/figures.js';
import type { Presenter } from '../progress/presenter.js';
import { interruptible } from '../terminal/interruption.js';
import { note, print } from '../terminal/output.js';
import { callbacksOf } from './callbacks.js';
import type { TrainOptions } from './command.js';
import { settingsFor, type RunSettings } from './default-settings.js';
import { openingLines, resultLines } from './lines.js';
import { prepareOutputFolder } from './output-folder.js';
import { showPredictions } from './show-predictions.js';

/** `manabi train`: load, build, train, judge, save. Ends cleanly when interrupted. */
export async function train(options: TrainOptions): Promise<ExitCode> {
  const interruption = interruptible(() => {
    note('\nStopping after this step; Ctrl-C again ends at once.');
  });
  try {
    const { outcome, epochs } = await loadAndTrain(options, interruption.signal);
    const exitCode = interruption.exitCode();
    // A closed pipe ends the run too, but then nobody reads.
    if (exitCode !== exitCodes.done) note(interruptedText(epochs, options.out));
    return outcome === 'diverged' ? exitCodes.failed : exitCode;
  } catch (error) {
    // Loading throws the signal's reason: what was asked to stop has not failed.
    if (!interruption.signal.aborted || error !== interruption.signal.reason) throw error;
    return interruption.exitCode();
  } finally {
    interruption.release();
  }
}

async function loadAndTrain(options: TrainOptions, signal: AbortSignal): Promise<RunEndEvent> {
  const say = options.json === true ? () => undefined : print;
  // What can be wrong is found before the long work of loading, drawing or downloading.
  requireReference(options.dataset, options);
  const specificationFor = await specification(options.model, options.hidden);
  if (options.out !== undefined) await prepareOutputFolder(options.out);
  const data = await loadExamples(options.dataset, options, signal);
  const { inputShape, classNames } = data.train;
  const spec = specificationFor({ inputShape, classes: classNames.length });
  const backend = await startBackend(options.backend);
  const settings = settingsOf(options, datasetSize(data.train));
  const model = initializeModel(spec, { seed: settings.seed });
  const threads = options.threads === undefined ? {} : { threads: options.threads };
  const hooks = { signal, callbacks: callbacksOf(options), ...threads };
  const run = fit(model, data, settings, hooks);
  if (options.quiet !== true) openingLines(data, spec, settings, backend).forEach(say);

  const end = await present(run, await choosePresenter(options), (reason) => {
    if (options.quiet !== true) say(`Training by automatic differentiation: ${reason}.`);
  });
  if (end.outcome === 'diverged') {
    note(`Stopped: ${end.reason ?? 'the loss is no longer a number'}; nothing was saved.`);
    return end;
  }
  if (options.out !== undefined) await save(options.out, end, options, data);
  if (end.outcome === 'aborted') return end;
  resultLines(end, datasetSize(data.test)).forEach(say);
  if (options.out !== undefined) say(`Saved to ${options.out} (model.json and weights.bin)`);
  if (options.show > 0 && options.json !== true) {
    await showPredictions(end.model, data.test, options.show);
  }
  return end;
}

function interruptedText(epochs: number, out: string | undefined): string {
  const saved = out === undefined ? 'nothing was saved' : `the model so far is in ${out}`;
  return `Interrupted after ${counted(epochs, 'epoch')}; ${saved}.`;
}

function settingsOf(options: TrainOptions, trainSize: number): RunSettings {
  const { optimizer: type, learningRate, validationSplit, seed, engine } = options;
  const optimizer = learningRate === undefined ? { type } : { type, learningRate };
  return { ...settingsFor(trainSize, options), optimizer, validationSplit, seed, engine };
}

/** Shows a run while it goes on, and returns how it ended. */
async function present(
  run: AsyncIterable<TrainingEvent>,
  presenter: Presenter,
  sayEngine: (reason: string) => void,
): Promise<RunEndEvent> {
  for await (const event of run) {
    if (event.type === 'runStart' && event.engineReason !== null) sayEngine(event.engineReason);
    presenter(event);
    if (event.type === 'runEnd') return event;
  }
  throw new Error('internal: a run ended without runEnd');
}

async function save(
  folder: string,
  { model }: RunEndEvent,
  { dataset }: TrainOptions,
  { train: { classNames, normalization } }: TrainTestDatasets,
): Promise<void> {
  await saveModel(folder, model, { dataset, classNames, normalization });
}
