import { datasetSize, type TrainTestDatasets } from '@manabi/datasets';
import { initializeModel } from '@manabi/models';
import { saveModel } from '@manabi/models/node';
import { createCallback, fit, type RunEndEvent, type TrainingEvent } from '@manabi/trainer';
import { startBackend } from '../backends/start-backend.js';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { choosePresenter } from '../progress/choose-presenter.js';
import { counted } from '../terminal/figures.js';
import type { Presenter } from '../progress/presenter.js';
import { prepareRecordFile } from '../record/record-file.js';
import { interruptible } from '../terminal/interruption.js';
import { note, print } from '../terminal/output.js';
import type { TrainOptions } from './command.js';
import { openingLines, resultLines } from './lines.js';
import { prepareOutputFolder } from './output-folder.js';
import { prepareRun } from './prepared-run.js';
import { startRecording } from './recording.js';
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
  if (options.out !== undefined) await prepareOutputFolder(options.out);
  if (options.record !== undefined) await prepareRecordFile(options.record);
  const prepared = await prepareRun(options, signal);
  const { data, spec, settings } = prepared;
  const backend = await startBackend(options.backend);
  const model = initializeModel(spec, { seed: settings.seed });
  const recorder = await startRecording(options.record, prepared);
  const threads = options.threads === undefined ? {} : { threads: options.threads };
  const callbacks = [...prepared.callbacks.map(createCallback), recorder.callback];
  const run = fit(model, data, settings, { signal, callbacks, ...threads });
  if (options.quiet !== true) openingLines(data, spec, settings, backend).forEach(say);

  const end = await present(run, await choosePresenter(options), (reason) => {
    if (options.quiet !== true) say(`Training by automatic differentiation: ${reason}.`);
  });
  await recorder.write(end);
  if (end.outcome === 'diverged') {
    note(`Stopped: ${end.reason ?? 'the loss is no longer a number'}; no model was saved.`);
    return end;
  }
  if (options.out !== undefined) await save(options.out, end, options, data);
  if (end.outcome === 'aborted') return end;
  resultLines(end, datasetSize(data.test)).forEach(say);
  if (options.out !== undefined) say(`Saved to ${options.out} (model.json and weights.bin)`);
  if (options.record !== undefined) say(`Recorded in ${options.record}`);
  if (options.show > 0 && options.json !== true) {
    await showPredictions(end.model, data.test, options.show);
  }
  return end;
}

function interruptedText(epochs: number, out: string | undefined): string {
  const saved = out === undefined ? 'nothing was saved' : `the model so far is in ${out}`;
  return `Interrupted after ${counted(epochs, 'epoch')}; ${saved}.`;
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
