import { weightsHash } from '@manabi/models';
import type { EpochEndEvent, RunEndEvent } from '../events.js';
import {
  runRecordFormat,
  type RecordedEpoch,
  type RecordedTest,
  type RunDescription,
  type RunEnvironment,
  type RunRecord,
} from './run-record.js';

/** What a record is made from, beside the description of the run. */
export interface RunOutcome {
  /** Of `runEnd`; where backend, engine and threads are known from. */
  readonly end: RunEndEvent;
  /** Every `epochEnd`, oldest first. */
  readonly epochs: readonly EpochEndEvent[];
  /** Of `judgeModel`; null where the run was interrupted or diverged. */
  readonly test: RecordedTest | null;
  readonly versions: RunEnvironment['versions'];
  readonly runtime: string;
}

/** The record of a run that has ended. */
export function createRunRecord(
  { data, spec, settings, callbacks, initialSeed }: RunDescription,
  { end, epochs, test, versions, runtime }: RunOutcome,
): RunRecord {
  const { backend, engine, threads, model } = end;
  const { outcome, reason, testLoss, testAccuracy, durationMs, samplesPerSecond } = end;
  const figures = { testLoss, testAccuracy, durationMs, samplesPerSecond };
  return {
    format: runRecordFormat,
    ...{ data, spec, settings, callbacks, initialSeed },
    environment: { versions, runtime, backend, engine, threads },
    history: epochs.map(recordedEpoch),
    result: { outcome, reason, epochs: end.epochs, ...figures },
    test,
    weightsSha256: weightsHash(model),
  };
}

function recordedEpoch(event: EpochEndEvent): RecordedEpoch {
  const { epoch, loss, accuracy, valLoss, valAccuracy, learningRate } = event;
  const { durationMs, trainDurationMs, watch } = event;
  return {
    ...{ epoch, loss, accuracy, valLoss, valAccuracy },
    ...{ learningRate, durationMs, trainDurationMs },
    ...(watch !== undefined && { watch }),
  };
}
