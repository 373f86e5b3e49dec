import process from 'node:process';
import { probe } from '@manabi/backends';
import { initializeModel } from '@manabi/models';
import {
  compareRuns,
  createCallback,
  describeRun,
  fit,
  type EngineChoice,
  type RunEndEvent,
  type RunRecord,
} from '@manabi/trainer';
import { startBackend } from '../backends/start-backend.js';
import { BadFileError } from '../failures/bad-file-error.js';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import type { backendWords } from '../options/words.js';
import { prepareDescribed } from '../record/described-run.js';
import { prepareRecordFile, readRecord, writeRecord } from '../record/record-file.js';
import { interruptible } from '../terminal/interruption.js';
import { note, print, printJson } from '../terminal/output.js';
import { startRecording } from '../train/recording.js';
import type { ReproduceOptions } from './command.js';
import { comparisonLines } from './lines.js';

/** `manabi reproduce`: repeats a recorded run and compares. */
export async function reproduce(file: string, options: ReproduceOptions): Promise<ExitCode> {
  const interruption = interruptible(() => {
    note('\nStopping; nothing was compared.');
  });
  try {
    const recorded = await readRecord(file);
    requireWhole(file, recorded);
    if (options.record !== undefined) await prepareRecordFile(options.record);
    const repeated = await repeat(file, recorded, options, interruption.signal);
    if (repeated === null) return interruption.exitCode();
    if (options.record !== undefined) await writeRecord(options.record, repeated);
    const comparison = compareRuns(recorded, repeated);
    if (options.json === true) printJson({ record: file, ...comparison });
    else comparisonLines(recorded, repeated, comparison).forEach(print);
    return comparison.matches ? exitCodes.done : exitCodes.failed;
  } catch (error) {
    // Loading throws the signal's reason: what was asked to stop has not failed.
    if (!interruption.signal.aborted || error !== interruption.signal.reason) throw error;
    return interruption.exitCode();
  } finally {
    interruption.release();
  }
}

function requireWhole(file: string, { result: { outcome } }: RunRecord): void {
  if (outcome !== 'aborted') return;
  throw new BadFileError(
    `${file}: expected a run that came to its end, got one that was interrupted; finish it with train --resume and --record`,
  );
}

/** @returns the record of the repetition; null when it was interrupted. */
async function repeat(
  file: string,
  recorded: RunRecord,
  options: ReproduceOptions,
  signal: AbortSignal,
): Promise<RunRecord | null> {
  const prepared = await prepareDescribed(file, recorded, options.dataDir, signal);
  const { backend: recordedBackend, engine: recordedEngine } = recorded.environment;
  const wanted = recordedBackend as NonNullable<ReproduceOptions['backend']>;
  await startBackend(options.backend ?? wanted);
  // Another backend may not have the recorded engine.
  const recordedChoice = recorded.settings.engine;
  const engine =
    options.engine ?? (options.backend === undefined ? recordedEngine : recordedChoice);
  const relaxedSimd =
    recorded.settings.relaxedSimd === true && (await canRelax(options.backend ?? wanted, engine));
  const run = { ...prepared, settings: { ...prepared.settings, engine, relaxedSimd } };
  const recording = startRecording(run.data.test);
  const model = initializeModel(run.spec, { seed: run.initialSeed });
  const events = fit(model, run.data, run.settings, {
    signal,
    callbacks: [...run.callbacks.map(createCallback), recording.callback],
    ...(options.threads !== undefined && { threads: options.threads }),
  });
  let end: RunEndEvent | undefined;
  for await (const event of events) {
    if (event.type === 'epochEnd' && options.json !== true && process.stderr.isTTY) {
      note(`epoch ${event.epoch}/${run.settings.epochs} repeated`);
    }
    if (event.type === 'runEnd') end = event;
  }
  if (end === undefined) throw new Error('internal: a run ended without runEnd');
  return end.outcome === 'aborted' ? null : recording.record(await describeRun(run), end);
}

/** Whether a run that used relaxed SIMD can use it here; else it is repeated without. */
async function canRelax(
  backend: (typeof backendWords)[number],
  engine: EngineChoice,
): Promise<boolean> {
  if (backend !== 'wasm' || engine === 'autodiff') return false;
  const wasm = (await probe()).find(({ name }) => name === 'wasm');
  return wasm?.name === 'wasm' && wasm.available && wasm.features.relaxedSimd;
}
