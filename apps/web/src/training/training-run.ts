/**
 * @file One run that can be held anywhere. Training goes in stretches: each is a `fit` that ends
 * with a checkpoint, and the next one resumes it to the last bit. So a pause, a single step and a
 * reload of the page are the same thing, and leave the same numbers as a run without them.
 */
import type { TrainTestDatasets } from '@manabi/datasets';
import type { Model, Weights } from '@manabi/models';
import {
  fit,
  isFinished,
  judgeModel,
  type Callback,
  type EpochEndEvent,
  type RecordedTest,
  type RunControl,
  type RunEndEvent,
  type RunStartEvent,
  type TrainingCheckpoint,
  type TrainingEvent,
  type TrainingSettings,
} from '@manabi/trainer';
import { classifyError } from './classify-error.js';
import { FaultError, type Fault } from './fault.js';
import type { EpochProgress, RunOutcome, RunPhase, RunPosition } from './run-status.js';
import { snapshotsOf, weightsBytes, type Snapshots } from './snapshots.js';

/** How far to go: one step, to the end of the epoch, or through all epochs. */
export type Stretch = 'step' | 'epoch' | 'end';

export interface TrainingRunOptions {
  /** The first weights. */
  readonly model: Model;
  /** Undefined where a stored run is looked at without its data. */
  readonly data: TrainTestDatasets | undefined;
  readonly settings: TrainingSettings & Required<Pick<TrainingSettings, 'epochs' | 'logEvery'>>;
  readonly threads: number | undefined;
  /** Steps between two snapshots, beside those of every epoch. */
  readonly snapshotEvery: number | undefined;
  /** What was stored of it. */
  readonly stored?: StoredProgress;
  /** Anything that the status says has changed. */
  readonly onChange: () => void;
  /** Something is worth storing; `held`: the run does not go on by itself. The run waits for it. */
  readonly onCheckpoint: (held: boolean) => Promise<void>;
}

/** What of a run outlives the page, beside its configuration. */
export interface StoredProgress {
  readonly checkpoint: TrainingCheckpoint | undefined;
  readonly stepsPerEpoch: number;
  /** Where it ends. */
  readonly epochs: number;
  readonly learningRate: number | null;
  /** Whether any step had another rate than the one before it. */
  readonly rateChanged: boolean;
  readonly outcome: RunOutcome | null;
  readonly test: RecordedTest | null;
  readonly snapshots: readonly { readonly epoch: number; readonly weights: Weights }[];
}

/** A stretch that goes on. */
interface OpenStretch {
  readonly length: Stretch;
  readonly done: Promise<void>;
}

export class TrainingRun {
  readonly #options: TrainingRunOptions;
  readonly snapshots: Snapshots<Weights> = snapshotsOf({ sizeBytes: weightsBytes });
  epochs: number;
  learningRate: number | null;
  /** Whether any step had another rate than the one before it. */
  rateChanged = false;
  history: readonly EpochEndEvent[] = [];
  progress: EpochProgress | null = null;
  outcome: RunOutcome | null = null;
  test: RecordedTest | null = null;
  fault: Fault | null = null;
  /** What computes; of the latest `runStart`. */
  started: RunStartEvent | undefined;
  #checkpoint: TrainingCheckpoint | undefined;
  #open: OpenStretch | undefined;
  /** Ends what goes on now: training or judging. */
  #abort = new AbortController();
  /** Whether the reader wants the open stretch to end. */
  #isPausing = false;
  #step = 0;
  #stepsPerEpoch = 0;
  /** Of the step that was done last; undefined before the first. */
  #latestRate: number | undefined;
  /** Questions that wait for the run's next event to be answered with the weights of that moment. */
  #waiting: ((model: Model) => void)[] = [];

  constructor(options: TrainingRunOptions) {
    const { settings, model, stored } = options;
    this.#options = options;
    this.epochs = settings.epochs;
    this.learningRate = settings.optimizer?.learningRate ?? null;
    this.snapshots.add(0, model.weights);
    if (stored === undefined) return;
    this.#stepsPerEpoch = stored.stepsPerEpoch;
    this.epochs = stored.epochs;
    this.learningRate = stored.learningRate;
    this.rateChanged = stored.rateChanged;
    for (const { epoch, weights } of stored.snapshots) this.snapshots.add(epoch, weights);
    if (stored.checkpoint !== undefined) this.#adopt(stored.checkpoint);
    this.outcome = stored.outcome;
    this.test = stored.test;
  }

  get phase(): RunPhase {
    if (this.fault !== null) return 'failed';
    if (this.#open !== undefined) return 'running';
    if (this.outcome !== null) return 'ended';
    return this.isUntouched ? 'ready' : 'paused';
  }

  /** Whether the weights are still the first ones. */
  get isUntouched(): boolean {
    return this.#step === 0 && this.history.length === 0;
  }

  get position(): RunPosition {
    return {
      ...{ epoch: this.history.length, step: this.#step },
      stepsPerEpoch: this.#stepsPerEpoch,
    };
  }

  /** With every default filled in; undefined before the first step. */
  get settings(): TrainingCheckpoint['settings'] | undefined {
    return this.#checkpoint?.settings;
  }

  /** What a store keeps; the latest checkpoint, not the present moment of a run that goes on. */
  get stored(): StoredProgress {
    const { epochs, learningRate, rateChanged, outcome, test, snapshots } = this;
    return {
      checkpoint: this.#checkpoint,
      stepsPerEpoch: this.#stepsPerEpoch,
      ...{ epochs, learningRate, rateChanged, outcome, test },
      snapshots: snapshots.epochs().map((epoch) => ({ epoch, weights: snapshots.read(epoch)! })),
    };
  }

  /**
   * Goes on, unless it does already.
   *
   * @throws FaultError where its data is not there.
   */
  start(length: Stretch): void {
    if (this.#options.data === undefined) {
      const message = 'start: expected the data of the run, got none; load it first';
      throw new FaultError({ code: 'data-missing', message });
    }
    if (this.#open !== undefined) return;
    this.outcome = null;
    this.test = null;
    this.fault = null;
    this.#openStretch(length, () => this.#runStretch(length));
  }

  /** Holds the run before its next step. */
  async pause(): Promise<void> {
    if (this.#open === undefined) return;
    this.#isPausing = true;
    this.#abort.abort();
    await this.#open.done;
    this.#isPausing = false;
  }

  /** Ends the run where it is, and judges it on the test data. */
  async stop(): Promise<void> {
    await this.pause();
    if (this.#options.data === undefined || this.outcome !== null) return;
    this.#openStretch('end', () => this.#finish('stopped'));
    await this.#open?.done;
  }

  /** Back to the first weights, as if nothing had been trained. */
  async rewind(): Promise<void> {
    await this.pause();
    this.#checkpoint = undefined;
    this.#step = 0;
    this.rateChanged = false;
    this.history = [];
    this.progress = this.outcome = this.test = this.fault = null;
    this.snapshots.dropAfter(0);
    this.#options.onChange();
  }

  /** For the steps to come; nothing is reset. @throws FaultError `invalid-setting`. */
  setLearningRate(rate: number): void {
    if (!(rate > 0 && Number.isFinite(rate))) {
      const message = `learning rate: expected a number above 0, got ${rate}`;
      throw new FaultError({ code: 'invalid-setting', message });
    }
    this.learningRate = rate;
    this.#options.onChange();
  }

  /** Where the run ends; nothing is reset. @throws FaultError `invalid-setting`. */
  async setEpochs(epochs: number): Promise<void> {
    if (!(Number.isInteger(epochs) && epochs >= 1)) {
      const message = `epochs: expected a whole number of at least 1, got ${epochs}`;
      throw new FaultError({ code: 'invalid-setting', message });
    }
    const length = this.#open?.length;
    await this.pause();
    this.epochs = epochs;
    if (this.outcome?.kind === 'completed') this.outcome = null;
    if (length !== undefined) this.start(length);
    this.#options.onChange();
  }

  /** A copy of the model as it is at this moment, also while it is trained. */
  present(): Promise<Model> {
    if (this.#open === undefined) return Promise.resolve(this.#held());
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /**
   * How `fit` ends this run, had it been asked for just the epochs that are done: with the figures
   * on the test data that a repetition of the run comes to.
   *
   * @throws FaultError unless the run is held between two epochs and its data is there.
   */
  async ending(): Promise<RunEndEvent> {
    const { model, data, settings, threads } = this.#options;
    const epochs = this.history.length;
    if (this.#open !== undefined || this.#checkpoint === undefined || this.#step > 0 || !data) {
      const message =
        'ending: expected a run between two epochs and its data, got none; stop it first';
      throw new FaultError({ code: 'no-run', message });
    }
    const resume = this.#resumed(this.#checkpoint, epochs);
    const hooks = { resume, ...(threads !== undefined && { threads }) };
    for await (const event of fit(model, data, { ...settings, epochs }, hooks)) {
      if (event.type === 'runEnd') return event;
    }
    throw new Error('internal: a run ended without runEnd');
  }

  #held(): Model {
    const { model } = this.#options;
    return this.#checkpoint === undefined
      ? model
      : { spec: model.spec, weights: this.#checkpoint.weights };
  }

  /** Carries out a stretch to its end, whatever happens on the way. */
  #openStretch(length: Stretch, work: () => Promise<void>): void {
    const run = async () => {
      // A turn later: whoever opened it has noted that it is open.
      await Promise.resolve();
      try {
        await work();
      } catch (error) {
        this.fault = classifyError(error);
      }
      this.#open = undefined;
      for (const answer of this.#waiting.splice(0)) answer(this.#held());
      this.#options.onChange();
      await this.#options.onCheckpoint(true);
    };
    this.#open = { length, done: run() };
    this.#options.onChange();
  }

  async #runStretch(length: Stretch): Promise<void> {
    if (!this.#isFinished()) await this.#fit(length);
    if (this.#isFinished() && this.outcome === null && !this.#isPausing) {
      await this.#finish('completed');
    }
  }

  #isFinished(): boolean {
    return this.#checkpoint !== undefined && isFinished(this.#resumed(this.#checkpoint));
  }

  async #fit(length: Stretch): Promise<void> {
    const { model, data, settings, threads } = this.#options;
    const abort = (this.#abort = new AbortController());
    const from = this.#checkpoint && this.#resumed(this.#checkpoint);
    this.#latestRate = this.#checkpoint?.learningRate;
    if (this.#checkpoint === undefined) this.rateChanged = false;
    const [epoch, step] = [this.history.length, this.#step];
    const isOver = () =>
      (length === 'epoch' && this.history.length > epoch) ||
      (length === 'step' && (this.history.length > epoch || this.#isWithin(step)));
    const events = fit(
      model,
      { train: data!.train },
      { ...settings, epochs: this.epochs },
      {
        signal: abort.signal,
        callbacks: [this.#callback],
        ...(threads !== undefined && { threads }),
        ...(from !== undefined && { resume: from }),
        checkpoints: {
          everyEpochs: 1,
          ...(length === 'step' && { everySteps: 1 }),
          save: async (checkpoint) => {
            this.#adopt(checkpoint);
            if (isOver()) abort.abort();
            this.#options.onChange();
            await this.#options.onCheckpoint(false);
          },
        },
      },
    );
    for await (const event of events) this.#hear(event);
  }

  /** Whether a step beyond this one is done; the last step goes on to the end of its epoch. */
  #isWithin(step: number): boolean {
    return this.#step > step && this.#step < this.#stepsPerEpoch;
  }

  /** A checkpoint with what the reader may change on the way. */
  #resumed(checkpoint: TrainingCheckpoint, epochs = this.epochs): TrainingCheckpoint {
    const settings = { ...checkpoint.settings, epochs };
    return { ...checkpoint, settings, learningRate: this.learningRate ?? checkpoint.learningRate };
  }

  #adopt(checkpoint: TrainingCheckpoint): void {
    const { position, unread, history, learningRate } = checkpoint;
    this.#checkpoint = checkpoint;
    this.history = history;
    this.#step = position.step;
    this.learningRate ??= learningRate;
    const samples = position.read.samples + unread.samples;
    if (samples === 0) return;
    this.progress = {
      samples,
      loss: (position.read.loss + unread.loss) / samples,
      accuracy: (position.read.correct + unread.correct) / samples,
      samplesPerSecond: perSecond(samples, position.epochDurationMs),
    };
  }

  readonly #callback: Callback = async (event, control) => {
    if (event.type === 'runStart') this.#control(control);
    if (event.type === 'runEnd') return;
    if (event.type === 'batchEnd') this.#step = event.step;
    if (event.type === 'epochEnd') this.#step = 0;
    const epoch = this.#snapshotDue(event);
    if (epoch === undefined && this.#waiting.length === 0) return;
    const model = await control.snapshot();
    if (epoch !== undefined) this.snapshots.add(epoch, model.weights);
    for (const answer of this.#waiting.splice(0)) answer(model);
  };

  /** A new rate holds from the next step on. */
  #control(control: RunControl): void {
    this.learningRate ??= control.learningRate;
    control.scheduleSteps(() => {
      const rate = this.learningRate!;
      if (this.#latestRate !== undefined && rate !== this.#latestRate) this.rateChanged = true;
      return (this.#latestRate = rate);
    });
  }

  /** The epoch whose weights are to be kept now. */
  #snapshotDue(event: TrainingEvent): number | undefined {
    if (event.type === 'epochEnd') return event.epoch;
    const { snapshotEvery } = this.#options;
    if (event.type !== 'batchEnd' || snapshotEvery === undefined) return undefined;
    const isDue = event.step % snapshotEvery === 0 && event.step < event.stepsPerEpoch;
    return isDue ? event.epoch - 1 + event.step / event.stepsPerEpoch : undefined;
  }

  #hear(event: TrainingEvent): void {
    switch (event.type) {
      case 'runStart':
        this.started = event;
        this.#stepsPerEpoch = event.stepsPerEpoch;
        break;
      case 'batchEnd': {
        const { samples, loss, accuracy, durationMs } = event;
        this.progress = {
          ...{ samples, loss, accuracy },
          samplesPerSecond: perSecond(samples, durationMs),
        };
        break;
      }
      case 'epochEnd':
        this.history = [...this.history, event];
        break;
      case 'runEnd':
        this.#end(event);
        break;
      case 'epochStart':
      case 'checkpoint':
        return;
    }
    this.#options.onChange();
  }

  #end({ outcome, divergence }: RunEndEvent): void {
    if (outcome !== 'diverged') return;
    this.outcome = { kind: 'diverged', divergence: divergence! };
    // What is left to go on from lies before the fault.
    if (this.#checkpoint !== undefined) this.#adopt(this.#checkpoint);
    const { epoch, step, stepsPerEpoch } = this.position;
    this.snapshots.dropAfter(this.#checkpoint === undefined ? 0 : epoch + step / stepsPerEpoch);
    this.progress = null;
  }

  async #finish(kind: 'completed' | 'stopped'): Promise<void> {
    const { data, threads } = this.#options;
    const { signal } = (this.#abort = new AbortController());
    this.outcome = { kind };
    try {
      const options = { signal, ...(threads !== undefined && { threads }) };
      this.test = await judgeModel(this.#held(), data!.test, options);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

function perSecond(samples: number, durationMs: number): number {
  return durationMs === 0 ? 0 : (samples / durationMs) * 1000;
}
