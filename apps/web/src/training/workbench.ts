/**
 * @file What a page may ask of the training worker. Everything that crosses is plain data; large
 * arrays are moved, not copied. Calls that change the run are carried out one after the other,
 * and answer with the status that they lead to.
 */
import type { Disturbance } from '@manabi/datasets';
import type { Ablation, Model, Weights } from '@manabi/models';
import type { Examination, Predictions } from '@manabi/trainer';
import type { RunArchive } from '../runs/files/export-run.js';
import type { ImportedRun } from '../runs/files/import-run.js';
import type { DataChoice, DataPart } from './data-choice.js';
import type { Explanation, Neighbours } from './explain-answer.js';
import type { DataDescription } from './load-data.js';
import type { ExampleActivations, Network, UnitName } from './model-queries.js';
import type { RunConfiguration } from './run-configuration.js';
import type { RunStatus } from './run-status.js';
import type { Stretch } from './training-run.js';

/** Examples of the run's data, or of the page's own. */
export type ExampleChoice =
  | { readonly part: DataPart; readonly indices: readonly number[] }
  | {
      /** [n, ...inputShape] as the data set holds them: bytes of pixels, or features. */
      readonly inputs: Uint8Array | Float32Array;
    };

/** Which weights answer. */
export interface ModelChoice {
  /** One of `RunStatus.snapshots`. Default: the present weights, also while they are trained. */
  readonly at?: number | undefined;
  /** Weights by name that take the place of the model's, to see what depends on them. */
  readonly changes?: Weights | undefined;
  /** What is taken out of the model. */
  readonly ablation?: Ablation | undefined;
}

/** Which examples of a part are judged, and how. */
export interface ExaminationOptions {
  /** Only the first of them. Default: all. */
  readonly most?: number | undefined;
  /** What happens to the examples before they are read. */
  readonly disturbance?: Disturbance | undefined;
}

/** How good a network is, on the test data. */
export interface Judgement {
  /** In [0, 1]. */
  readonly accuracy: number;
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** [classes][classes], true class by predicted class. */
  readonly confusionMatrix: readonly (readonly number[])[];
}

/** Which network answers, and what it sees. */
export interface AnsweredOptions extends ModelChoice {
  /** What happens to the example before it is read. */
  readonly disturbance?: Disturbance | undefined;
}

export interface NeighbourOptions extends AnsweredOptions {
  /** Only the first of the training examples are compared. Default 4000. */
  readonly most?: number | undefined;
}

export interface ExplanationOptions extends AnsweredOptions {
  /** Side of the square that covers a part of the image, in pixels; odd. */
  readonly size?: number | undefined;
}

/** Examples as the data set holds them. */
export interface Examples {
  /** [n, ...inputShape] */
  readonly inputs: Uint8Array | Float32Array;
  /** [n] */
  readonly labels: Uint8Array;
}

export interface Workbench {
  /** Sends the status whenever it changed, a few times a second at most. */
  listen(listener: (status: RunStatus) => void): Promise<void>;

  /**
   * Loads data, to look at it or ahead of a run.
   *
   * @param options.elsewhere - whether other hosts may be asked: only when the reader says so.
   * @throws a fault `data-missing`, `data-damaged`, `own-data-missing` or `load-cancelled`.
   */
  loadData(choice: DataChoice, options?: { elsewhere?: boolean }): Promise<DataDescription>;
  /** Ends the waiting of `loadData`: what no run waits for either is not loaded any more. */
  leaveLoading(choice: DataChoice): Promise<void>;
  /** Ends the loading of data for all who wait for it. */
  cancelLoading(choice: DataChoice): Promise<void>;
  /** [n], of a whole part. */
  labels(choice: DataChoice, part: DataPart): Promise<Uint8Array>;
  examples(
    choice: DataChoice,
    part: DataPart,
    indices: readonly number[],
    disturbance?: Disturbance,
  ): Promise<Examples>;

  /**
   * Takes data, network and settings, starts the backend and draws the first weights. Another call,
   * or `open`, takes its place.
   */
  configure(configuration: RunConfiguration): Promise<RunStatus>;
  /** A stored run, held where it was left. @throws a fault `no-run` or `storage`. */
  open(id: string): Promise<RunStatus>;
  /** Goes on. Default to the end. */
  start(length?: Stretch): Promise<RunStatus>;
  /** Holds the run; resolves when it holds. */
  pause(): Promise<RunStatus>;
  /** Ends the run where it is and judges it. */
  stop(): Promise<RunStatus>;
  /** Back to the same first weights; what was stored stays, and the next run is another. */
  rewind(): Promise<RunStatus>;
  /** From the next step on; nothing is reset. */
  setLearningRate(rate: number): Promise<RunStatus>;
  /** Where the run ends; nothing is reset. */
  setEpochs(epochs: number): Promise<RunStatus>;
  /** Stores the run as it is now, where it has a name. */
  save(): Promise<void>;

  /** The present run as files, which the command line and `importRun` read. */
  exportRun(): Promise<RunArchive>;
  /** The record of a kept run as a file, for one that has nothing else. @throws a fault `no-run`. */
  exportRecord(id: string): Promise<RunArchive>;
  /** Keeps what is in files: a model, a record, or both. @throws a fault `storage`. */
  importRun(files: readonly File[]): Promise<ImportedRun>;

  /** A copy of the model. */
  model(choice?: ModelChoice): Promise<Model>;
  /**
   * The same, with every default and shape of its specification filled in.
   *
   * @param layers - names of those whose weights are wanted. Default: all.
   * @param unit - of a dense layer, whose weights are wanted without the rest of the layer's.
   */
  network(choice?: ModelChoice, layers?: readonly string[], unit?: UnitName): Promise<Network>;
  predict(examples: ExampleChoice, choice?: ModelChoice): Promise<Predictions>;
  /** Figures, confusion matrix and every answer, on a whole part. Default `test`. */
  examine(
    part?: DataPart,
    choice?: ModelChoice,
    options?: ExaminationOptions,
  ): Promise<Examination>;
  /**
   * How good a kept run was at a moment, on the test data; whatever run is open.
   *
   * @param epoch - one whose weights are kept.
   * @throws a fault `no-run`, `data-changed`, or one of `loadData`.
   */
  judgeKept(id: string, epoch: number): Promise<Judgement>;
  /** Every number of the first example. */
  activations(
    example: ExampleChoice,
    choice?: ModelChoice,
    disturbance?: Disturbance,
  ): Promise<ExampleActivations>;
  /** What the answer to the first example rests on. */
  explain(example: ExampleChoice, options?: ExplanationOptions): Promise<Explanation>;
  /** The training examples that the network takes for most like the first example. */
  neighbours(example: ExampleChoice, options?: NeighbourOptions): Promise<Neighbours>;
}
