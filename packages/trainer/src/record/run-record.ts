/**
 * @file A run as JSON: enough to repeat it, to compare it with another, and to draw a report of it.
 * Plain data that Node and browsers write and read alike.
 */
import type { Normalization } from '@manabi/datasets';
import type { ModelSpec } from '@manabi/models';
import type { CallbackSpec } from '../callbacks/callback-spec.js';
import type { EngineName, EpochEndEvent, RunEndEvent } from '../events.js';
import type { ClassMetrics, MacroAverage } from '../metrics/class-metrics.js';
import type { TrainingSettings } from '../settings/training-settings.js';

/** First key of every record; the number grows when older readers would misread a newer record. */
export const runRecordFormat = 'manabi-run/1';

/** One part of the data. */
export interface RecordedDataset {
  /** As `Dataset.name`. */
  readonly name: string;
  readonly examples: number;
  /**
   * `datasetHash` of `@manabi/datasets`, 64 hexadecimal digits: SHA-256 over
   * `{"inputShape","normalization","classNames"}` as JSON in UTF-8, a zero byte, the labels (a byte
   * each), and the inputs (bytes, or float32 little-endian), in the order of the examples.
   */
  readonly sha256: string;
}

/** What was learned from, and how to find it again. */
export interface RecordedData {
  /** Such as `mnist`, `idx:./scans` or `images:./photos`. */
  readonly reference: string;
  /** How it was read and cut. */
  readonly options: {
    readonly trainSize?: number;
    readonly testSize?: number;
    /** Pixels that every image was stretched to. */
    readonly size?: { readonly width: number; readonly height: number };
    readonly grey?: true;
    readonly testFraction?: number;
  };
  readonly train: RecordedDataset;
  readonly test: RecordedDataset;
  readonly classNames: readonly string[];
  readonly normalization: Normalization;
}

/** Settings that a record may lack: their default counts. */
type LaterSetting = 'gradientClipping' | 'relaxedSimd' | 'watch';

/** All that decides a run's numbers on one backend and engine. */
export interface RunDescription {
  readonly data: RecordedData;
  readonly spec: ModelSpec;
  /** Every default filled in; `seed` decides validation split, order and dropout. */
  readonly settings: Required<Omit<TrainingSettings, LaterSetting>> &
    Pick<TrainingSettings, LaterSetting>;
  /** Callbacks that change what is computed, in their order. */
  readonly callbacks: readonly CallbackSpec[];
  /** Of `initializeModel`. */
  readonly initialSeed: number;
}

/** What computed a run. */
export interface RunEnvironment {
  /** By package, such as `@manabi/trainer` and `@tensorflow/tfjs-core`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Such as `node 20.20.2 linux x64`, or a browser's user agent. */
  readonly runtime: string;
  readonly backend: string;
  readonly engine: EngineName;
  readonly threads: number;
}

/** One epoch; times in milliseconds. */
export type RecordedEpoch = Omit<EpochEndEvent, 'type'>;

/** What the model says of one test example. */
export interface RecordedPrediction {
  /** In the test part, from 0. */
  readonly index: number;
  readonly label: number;
  readonly predicted: number;
  /** By class, sum 1. */
  readonly probabilities: readonly number[];
}

/** The trained model on the test part, all figures from the same predictions. */
export interface RecordedTest {
  readonly examples: number;
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** Share of right answers in [0, 1]. */
  readonly accuracy: number;
  /** [true][predicted] counts. */
  readonly confusionMatrix: readonly (readonly number[])[];
  /** By label. */
  readonly classes: readonly ClassMetrics[];
  readonly macroAverage: MacroAverage;
  /** The first examples, at most twelve. */
  readonly predictions: readonly RecordedPrediction[];
  /** Wrong answers, the most certain first, at most twelve. */
  readonly mistakes: readonly RecordedPrediction[];
}

/** How a run ended; as its `runEnd` says. */
export type RecordedResult = Pick<
  RunEndEvent,
  'outcome' | 'reason' | 'epochs' | 'testLoss' | 'testAccuracy' | 'durationMs' | 'samplesPerSecond'
>;

export interface RunRecord extends RunDescription {
  readonly format: typeof runRecordFormat;
  readonly environment: RunEnvironment;
  /** Whole epochs, oldest first. */
  readonly history: readonly RecordedEpoch[];
  readonly result: RecordedResult;
  /** Null where the run was interrupted or diverged. */
  readonly test: RecordedTest | null;
  /** Of the model that the run ended with, `weightsHash` of `@manabi/models`. */
  readonly weightsSha256: string;
}
