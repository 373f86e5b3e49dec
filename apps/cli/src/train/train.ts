import { datasetSize } from '@manabi/datasets';
import { initializeModel } from '@manabi/models';
import { saveModel } from '@manabi/models/node';
import {
  createCallback,
  describeRun,
  fit,
  type Callback,
  type RunEndEvent,
  type TrainingEvent,
} from '@manabi/trainer';
import { startBackend } from '../backends/start-backend.js';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { choosePresenter } from '../progress/choose-presenter.js';
import type { Presenter } from '../progress/presenter.js';
import { prepareDescribed } from '../record/described-run.js';
import { prepareRecordFile, writeRecord } from '../record/record-file.js';
import { openSinks, type Sinks } from '../sinks/open-sinks.js';
import { interruptible } from '../terminal/interruption.js';
import { note, print } from '../terminal/output.js';
import type { TrainOptions } from './command.js';
import { startCheckpointing, type Checkpointing } from './checkpointing.js';
import { interruptedText, openingLines, resultLines, resumingLine } from './lines.js';
import { prepareOutputFolder } from './output-folder.js';
import { prepareRun, type PreparedRun } from './prepared-run.js';
import { startRecording } from './recording.js';
import { showPredictions } from './show-predictions.js';

/** `manabi train`: load, build, train, judge, save. Ends cleanly when interrupted. */
export async function train(options: TrainOptions): Promise<ExitCode> {
  const interruption = interruptible(() => {
    note('\nStopping after this step; Ctrl-C again ends at once.');
  });
  let sinks: Sinks | undefined;
  let checkpointing: Checkpointing | null = null;
  try {
    sinks = await openSinks(options);
    if (options.out !== undefined) await prepareOutputFolder(options.out);
    if (options.record !== undefined) await prepareRecordFile(options.record);
    checkpointing = await startCheckpointing(options);
    const { signal } = interruption;
    const { outcome, epochs } = await loadAndTrain(options, signal, sinks.callbacks, checkpointing);
    const exitCode = interruption.exitCode();
    // A closed pipe ends the run too, but then nobody reads.
    if (exitCode !== exitCodes.done) note(interruptedText(epochs, options));
    return outcome === 'diverged' ? exitCodes.failed : exitCode;
  } catch (error) {
    // Loading throws the signal's reason: what was asked to stop has not failed.
    if (!interruption.signal.aborted || error !== interruption.signal.reason) throw error;
    return interruption.exitCode();
  } finally {
    sinks?.close();
    await checkpointing?.release();
    interruption.release();
  }
}

async function loadAndTrain(
  options: TrainOptions,
  signal: AbortSignal,
  sinks: readonly Callback[],
  checkpointing: Checkpointing | null,
): Promise<RunEndEvent> {
  const { out, record } = options;
  const say = options.json === true ? () => undefined : print;
  const chat = options.quiet === true ? () => undefined : say;
  const resumed = checkpointing?.resumed ?? null;
  const prepared =
    resumed === null
      ? await prepareRun(options, signal)
      : await prepareDescribed(checkpointing!.folder, resumed.description, options.dataDir, signal);
  const { data, spec, settings } = prepared;
  const wanted = resumed?.checkpoint.backend as TrainOptions['backend'] | undefined;
  const backend = await startBackend(wanted ?? options.backend);
  const isDescribed = record !== undefined || checkpointing !== null;
  const description = isDescribed ? await describeRun(prepared) : null;
  const recording = startRecording(data.test);
  const run = fit(initializeModel(spec, { seed: prepared.initialSeed }), data, settings, {
    signal,
    callbacks: [...prepared.callbacks.map(createCallback), recording.callback, ...sinks],
    ...(options.threads !== undefined && { threads: options.threads }),
    ...(checkpointing !== null && { checkpoints: checkpointing.policy }),
    ...(resumed !== null && { resume: resumed.checkpoint }),
  });
  openingLines(data, spec, settings, backend).forEach(chat);
  if (resumed !== null) chat(resumingLine(checkpointing!.folder, resumed.checkpoint));
  if (checkpointing !== null) await checkpointing.begin(description!);

  const end = await present(run, await choosePresenter(options), (reason) => {
    chat(`Training by automatic differentiation: ${reason}.`);
  });
  if (record !== undefined) await writeRecord(record, await recording.record(description!, end));
  if (end.outcome === 'diverged') {
    note(`Stopped: ${end.reason ?? 'the loss is no longer a number'}; no model was saved.`);
    return end;
  }
  if (out !== undefined) await save(out, end, prepared);
  if (end.outcome === 'aborted') return end;
  resultLines(end, datasetSize(data.test)).forEach(say);
  if (out !== undefined) say(`Saved to ${out} (model.json and weights.bin)`);
  if (record !== undefined) say(`Recorded in ${record}`);
  if (options.show > 0 && options.json !== true) {
    await showPredictions(end.model, data.test, options.show);
  }
  return end;
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

async function save(folder: string, { model }: RunEndEvent, run: PreparedRun): Promise<void> {
  const { classNames, normalization } = run.data.train;
  await saveModel(folder, model, { dataset: run.source.reference, classNames, normalization });
}
