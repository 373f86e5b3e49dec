/** @file The worker's side of the workbench: it owns the data, the model and the run. */
import type { BackendSelection } from '@manabi/backends';
import { datasetSize, selectExamples, type Dataset, type Disturbance } from '@manabi/datasets';
import { ablate, denseUnit, initializeModel, resolveModel, type Model } from '@manabi/models';
import {
  examine,
  predict,
  type Examination,
  type HiddenFeatures,
  type Predictions,
} from '@manabi/trainer';
import { transfer } from 'comlink';
import type { ImportedRun } from '../runs/files/import-run.js';
import type { RunArchive } from '../runs/files/export-run.js';
import { newRunId } from '../runs/run-id.js';
import type { RunKeeper } from '../runs/run-keeper.js';
import type { StoredRun } from '../runs/stored-run.js';
import { classifyError } from './classify-error.js';
import { coalesce } from './coalesce.js';
import type { DataChoice, DataPart } from './data-choice.js';
import { dataShelf, type ShelfOptions, type ShelvedData } from './data-shelf.js';
import type { Explanation, Neighbours } from './explain-answer.js';
import { FaultError } from './fault.js';
import { keepLatest } from './keep-latest.js';
import { hashData, readAs, type DataDescription, type DownloadProgress } from './load-data.js';
import { disturbed, firstOf } from './chosen-examples.js';
import {
  activationsOf,
  ownExamples,
  type ExampleActivations,
  type Network,
  type UnitName,
} from './model-queries.js';
import type { RunConfiguration } from './run-configuration.js';
import { emptyStatus, type RunComputation, type RunStatus } from './run-status.js';
import { backendStarter, type StartBackend } from './start-backend.js';
import { TrainingRun, type StoredProgress, type Stretch } from './training-run.js';
import type {
  ExaminationOptions,
  ExampleChoice,
  Examples,
  ExplanationOptions,
  Judgement,
  ModelChoice,
  NeighbourOptions,
  Workbench,
} from './workbench.js';

export interface WorkbenchHostOptions {
  /** Folder of published data, an address that ends in `/`. */
  readonly dataFolder: string;
  /** Address of tfjs' wasm file. */
  readonly wasmPath?: string;
}

/** A run and what it came from. */
interface OpenRun {
  configuration: RunConfiguration;
  readonly run: TrainingRun;
  readonly data: DataDescription;
  readonly datasets: ShelvedData | undefined;
  readonly selection: BackendSelection;
  readonly keeper: RunKeeper | undefined;
  readonly firstWeights: StoredRun['firstWeights'];
  /** Of an opened run. */
  readonly record: StoredRun['record'];
  /** An opened run as it was stored then. */
  readonly known?: StoredRun;
  /** Whether it was stored since: what is known is no longer what is stored. */
  isKept?: boolean;
}

export class WorkbenchHost implements Workbench {
  readonly #dataFolder: string;
  readonly #startBackend: StartBackend;
  /** The files of data that are under way. */
  #downloads: readonly DownloadProgress[] = [];
  readonly #shelf = dataShelf((downloads) => {
    this.#downloads = downloads;
    this.#news.touch();
  });
  /** Ends of the waiting of those who look at data, by choice. */
  readonly #looks = new Map<string, AbortController>();
  /** What the training data looks like to the network that was asked last. */
  readonly #features = keepLatest<HiddenFeatures>();
  #listener: ((status: RunStatus) => void) | undefined;
  readonly #news = coalesce(() => this.#listener?.(this.#status()));
  /** What the status says while there is no run. */
  #preparing: RunStatus = emptyStatus;
  #loading = new AbortController();
  #open: OpenRun | undefined;
  #runs = 0;
  /** The latest call that changes the run: the next one waits for it. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor({ dataFolder, wasmPath }: WorkbenchHostOptions) {
    this.#dataFolder = dataFolder;
    this.#startBackend = backendStarter(wasmPath);
  }

  listen(listener: (status: RunStatus) => void): Promise<void> {
    this.#listener = listener;
    this.#news.flush();
    return Promise.resolve();
  }

  async loadData(
    choice: DataChoice,
    options: { elsewhere?: boolean } = {},
  ): Promise<DataDescription> {
    const key = JSON.stringify(choice);
    const look = this.#looks.get(key) ?? new AbortController();
    this.#looks.set(key, look);
    const { signal } = look;
    return (await this.#shelve(choice, { ...options, signal })).description;
  }

  leaveLoading(choice: DataChoice): Promise<void> {
    const key = JSON.stringify(choice);
    this.#looks.get(key)?.abort();
    this.#looks.delete(key);
    return Promise.resolve();
  }

  cancelLoading(choice: DataChoice): Promise<void> {
    this.#shelf.cancel(choice);
    return Promise.resolve();
  }

  async labels(choice: DataChoice, part: DataPart): Promise<Uint8Array> {
    const { datasets } = await this.#shelve(choice);
    const labels = datasets[part].labels.slice();
    return transfer(labels, [labels.buffer]);
  }

  async examples(
    choice: DataChoice,
    part: DataPart,
    indices: readonly number[],
    disturbance?: Disturbance,
  ): Promise<Examples> {
    const { datasets } = await this.#shelve(choice);
    const chosen = selectExamples(datasets[part], Uint32Array.from(indices));
    const { inputs, labels } = disturbed(chosen, disturbance, indices);
    return transfer({ inputs, labels }, [inputs.buffer, labels.buffer]);
  }

  configure(configuration: RunConfiguration): Promise<RunStatus> {
    return this.#prepare(configuration, async (signal) => {
      const { data: choice, settings, backend = 'auto', name } = configuration;
      const { seed = 0 } = settings;
      const [shelved, selection] = await Promise.all([
        this.#shelve(choice, { signal }),
        this.#startBackend(backend),
      ]);
      const model = initializeModel(configuration.spec, { seed });
      const keeper = name === undefined ? undefined : (await keeping()).runKeeper(newRunId(), name);
      const data = shelved.description;
      const parts = { data, datasets: shelved, selection, keeper };
      return { configuration, model, ...parts, firstWeights: 'seed' as const, record: null };
    });
  }

  open(id: string): Promise<RunStatus> {
    return this.#prepare(null, async (signal) => {
      const { readRun, runKeeper } = await keeping();
      const known = await readRun(id);
      const { configuration, data, hash, name, firstWeights, record } = known;
      const keeper = runKeeper(id, name);
      const [stored, shelved, selection] = await Promise.all([
        keeper.read(),
        this.#shelve(configuration.data, { signal }).catch(unlessMissing),
        this.#startBackend(configuration.backend ?? 'auto'),
      ]);
      const [first] = stored.snapshots;
      if (first === undefined) {
        const message = `run "${id}": expected weights, got its record alone; train it again`;
        throw new FaultError({ code: 'record-only', message });
      }
      const datasets = shelved && (await shelvedAs(shelved, { id, data, hash }));
      const { spec, settings } = configuration;
      const model =
        firstWeights === 'file'
          ? { spec, weights: first.weights }
          : initializeModel(spec, { seed: settings.seed ?? 0 });
      // What is trained on from an opened model is another run: the model stays as it was opened.
      if (stored.checkpoint === undefined) keeper.leave(newRunId());
      const parts = { data, datasets, selection, keeper, stored, firstWeights, record, known };
      return { configuration, model, ...parts };
    });
  }

  start(length: Stretch = 'end'): Promise<RunStatus> {
    return this.#change(({ run }) => run.start(length));
  }

  pause(): Promise<RunStatus> {
    return this.#change(({ run }) => run.pause());
  }

  stop(): Promise<RunStatus> {
    return this.#change(({ run }) => run.stop());
  }

  rewind(): Promise<RunStatus> {
    return this.#change(async (open) => {
      const { run, keeper, configuration } = open;
      await run.rewind();
      const { learningRate, epochs } = run;
      const optimizer = { ...(configuration.settings.optimizer ?? { type: 'adam' as const }) };
      if (learningRate !== null) Object.assign(optimizer, { learningRate });
      open.configuration = {
        ...configuration,
        settings: { ...configuration.settings, epochs, optimizer },
      };
      keeper?.forget(newRunId());
    });
  }

  setLearningRate(rate: number): Promise<RunStatus> {
    return this.#change(({ run }) => run.setLearningRate(rate));
  }

  setEpochs(epochs: number): Promise<RunStatus> {
    return this.#change(({ run }) => run.setEpochs(epochs));
  }

  async save(): Promise<void> {
    await this.#change((open) => this.#keep(open, true));
  }

  exportRun(): Promise<RunArchive> {
    return this.#inTurn(async () => {
      const open = this.#required();
      const { exportRun } = await import('../runs/files/export-run.js');
      const archive = await exportRun({ ...open, name: await nameOf(open) });
      return transfer(archive, [archive.bytes.buffer]);
    });
  }

  async exportRecord(id: string): Promise<RunArchive> {
    const [{ readRun }, { exportRecord }] = await Promise.all([
      import('../runs/run-store.js'),
      import('../runs/files/export-run.js'),
    ]);
    const { name, record } = await readRun(id);
    if (record === null) {
      const message = `run "${id}": expected a record, got none; open it and save it`;
      throw new FaultError({ code: 'no-run', message });
    }
    const archive = exportRecord(name, record);
    return transfer(archive, [archive.bytes.buffer]);
  }

  async importRun(files: readonly File[]): Promise<ImportedRun> {
    const { importRun } = await import('../runs/files/import-run.js');
    return importRun(files);
  }

  async model(choice: ModelChoice = {}): Promise<Model> {
    return this.#chosen(choice);
  }

  async network(
    choice: ModelChoice = {},
    layers?: readonly string[],
    wantedUnit?: UnitName,
  ): Promise<Network> {
    const { spec, weights } = await this.#chosen(choice);
    const resolved = resolveModel(spec);
    const wanted = resolved.layers.filter(({ name }) => layers?.includes(name) ?? true);
    const copies = Object.fromEntries(
      wanted.flatMap((layer) => layer.weights).map(({ name }) => [name, weights[name]!.slice()]),
    );
    const dense = resolved.layers.find(({ name }) => name === wantedUnit?.layer);
    const unit =
      wantedUnit !== undefined && dense?.type === 'dense'
        ? { ...wantedUnit, ...denseUnit(dense, weights, wantedUnit.unit) }
        : undefined;
    const arrays = [...Object.values(copies), ...(unit === undefined ? [] : [unit.weights])];
    return transfer(
      { resolved, weights: copies, unit },
      arrays.map(({ buffer }) => buffer),
    );
  }

  async predict(examples: ExampleChoice, choice: ModelChoice = {}): Promise<Predictions> {
    const model = await this.#chosen(choice);
    const dataset = this.#dataset(examples);
    const predictions = await predict(model, dataset, this.#threads());
    const { probabilities, labels } = predictions;
    return transfer(predictions, [probabilities.buffer, labels.buffer]);
  }

  async examine(
    part: DataPart = 'test',
    choice: ModelChoice = {},
    { most, disturbance }: ExaminationOptions = {},
  ): Promise<Examination> {
    const model = await this.#chosen(choice);
    const data = disturbed(firstOf(this.#part(part), most), disturbance);
    const found = await examine(model, data, this.#threads());
    return transfer(found, [found.probabilities.buffer, found.predicted.buffer]);
  }

  async judgeKept(id: string, epoch: number): Promise<Judgement> {
    const { readRun, readSnapshot } = await import('../runs/run-store.js');
    const [run, { weights }] = await Promise.all([readRun(id), readSnapshot(id, epoch)]);
    const { spec, threads, data: choice } = run.configuration;
    const { datasets } = await shelvedAs(await this.#shelve(choice), run);
    // Whatever the run computes with will do; another that is being prepared is not waited for.
    await this.#startBackend();
    const options = threads === undefined ? {} : { threads };
    const found = await examine({ spec, weights }, datasets.test, options);
    const { accuracy, loss, confusionMatrix } = found;
    return { accuracy, loss, confusionMatrix };
  }

  async activations(
    example: ExampleChoice,
    choice: ModelChoice = {},
    disturbance?: Disturbance,
  ): Promise<ExampleActivations> {
    const data = this.#dataset(example, disturbance);
    const found = await activationsOf(await this.#chosen(choice), data, 0);
    const { input, layers, logits } = found;
    const arrays = layers.flatMap(({ output, preActivation }) =>
      preActivation === null ? [output] : [output, preActivation],
    );
    return transfer(
      found,
      [input, logits, ...arrays].map(({ buffer }) => buffer),
    );
  }

  async explain(
    example: ExampleChoice,
    { disturbance, size = 5, ...choice }: ExplanationOptions = {},
  ): Promise<Explanation> {
    const { explainAnswer } = await import('./explain-answer.js');
    const data = this.#dataset(example, disturbance);
    // As many places of the square as a digit has pixels, also of larger images.
    const stride = Math.ceil(Math.max(...data.inputShape.slice(0, 2)) / 32);
    const model = await this.#chosen(choice);
    return explainAnswer(model, data, { size, stride, ...this.#threads() });
  }

  async neighbours(
    example: ExampleChoice,
    { disturbance, most, ...choice }: NeighbourOptions = {},
  ): Promise<Neighbours> {
    const { comparedExamples, findNeighbours, hiddenFeatures, weightsHash } =
      await import('./explain-answer.js');
    const data = this.#dataset(example, disturbance);
    const train = firstOf(this.#part('train'), most ?? comparedExamples);
    const model = await this.#chosen(choice);
    // The same weights may be another network's on other data, never another's in the same run.
    const key = `${this.#runs} ${datasetSize(train)} ${weightsHash(model)}`;
    const among = await this.#features(key, () => hiddenFeatures(model, train, this.#threads()));
    return findNeighbours(model, data, train, among);
  }

  /** Takes the run's place by another, once what it needs is there. */
  #prepare(
    configuration: RunConfiguration | null,
    gather: (signal: AbortSignal) => Promise<Gathered>,
  ): Promise<RunStatus> {
    // What is being loaded for an earlier call is not wanted any more.
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    const isOvertaken = () => signal.aborted;
    return this.#inTurn(async () => {
      await this.#open?.run.pause();
      if (isOvertaken()) return this.#status();
      this.#open = undefined;
      const run = ++this.#runs;
      this.#preparing = { ...emptyStatus, run, phase: 'preparing', configuration };
      this.#news.flush();
      try {
        const gathered = await gather(signal);
        if (!isOvertaken()) this.#open = this.#begin(gathered);
      } catch (error) {
        if (!isOvertaken()) {
          this.#report({ phase: 'failed', fault: classifyError(error) });
          throw error;
        }
      } finally {
        this.#news.flush();
      }
      return this.#status();
    });
  }

  #begin({ configuration, model, stored, ...parts }: Gathered): OpenRun {
    const { settings, threads, snapshotEvery } = configuration;
    const { datasets, keeper } = parts;
    const run = new TrainingRun({
      ...{ model, data: datasets?.datasets, threads, snapshotEvery },
      settings: {
        ...settings,
        epochs: settings.epochs ?? 10,
        logEvery: settings.logEvery ?? logEvery(model, snapshotEvery),
      },
      ...(stored !== undefined && { stored }),
      onChange: () => this.#news.touch(),
      onCheckpoint: async (held) => {
        if (open.run === this.#open?.run) await this.#keep(open, held);
      },
    });
    const open: OpenRun = { ...parts, configuration, run, keeper };
    return open;
  }

  /** Stores the run; what fails is part of the status and stops nothing. */
  async #keep(open: OpenRun, now: boolean): Promise<void> {
    const { keeper, configuration, run, data, datasets, firstWeights, known } = open;
    if (keeper === undefined || datasets === undefined || run.isUntouched) return;
    const isAsOpened = run.started === undefined && known !== undefined;
    if (isAsOpened && open.isKept !== true && isSameProgress(run, known)) return;
    open.isKept = true;
    // What has computed nothing here yet was computed where it was stored.
    const computation = (isAsOpened ? known.computation : null) ?? this.#computation(open);
    const kept = { configuration, run, data, hash: datasets.hash, computation, firstWeights };
    await keeper.keep(kept, now);
    this.#news.touch();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #change(work: (open: OpenRun) => void | Promise<void>): Promise<RunStatus> {
    return this.#inTurn(async () => {
      try {
        await work(this.#required());
        return this.#status();
      } finally {
        // Those who do not wait for the call hear of it at once too.
        this.#news.flush();
      }
    });
  }

  #required(): OpenRun {
    if (this.#open !== undefined) return this.#open;
    const message = 'workbench: expected a run, got none; configure or open one first';
    throw new FaultError({ code: 'no-run', message });
  }

  async #chosen({ at, changes, ablation }: ModelChoice): Promise<Model> {
    const { run, configuration } = this.#required();
    // What is kept needs no wait for the next step.
    const weights = at === undefined ? (await run.present()).weights : run.snapshots.read(at);
    if (weights === undefined) {
      const kept = run.snapshots.epochs().join(', ');
      const message = `snapshot: expected one of the epochs ${kept}, got ${at}`;
      throw new FaultError({ code: 'no-run', message });
    }
    const model = { spec: configuration.spec, weights: { ...weights, ...changes } };
    return ablation === undefined ? model : ablate(model, ablation);
  }

  #dataset(examples: ExampleChoice, disturbance?: Disturbance): Dataset {
    if ('inputs' in examples) {
      return disturbed(ownExamples(examples.inputs, this.#required().data), disturbance);
    }
    const { part, indices } = examples;
    const chosen = selectExamples(this.#part(part), indices);
    // An image is spoiled as it is where the whole part is examined.
    return disturbed(chosen, disturbance, indices);
  }

  #part(part: DataPart): Dataset {
    const { datasets } = this.#required();
    if (datasets !== undefined) return datasets.datasets[part];
    const message = `${part} data: expected the data of the run, got none; load it first`;
    throw new FaultError({ code: 'data-missing', message });
  }

  #threads(): { readonly threads?: number } {
    const { threads } = this.#required().configuration;
    return threads === undefined ? {} : { threads };
  }

  #shelve(choice: DataChoice, options: Partial<ShelfOptions> = {}): Promise<ShelvedData> {
    return this.#shelf.get(choice, { folder: this.#dataFolder, ...options });
  }

  #report(change: Partial<RunStatus>): void {
    this.#preparing = { ...this.#preparing, ...change };
    this.#news.touch();
  }

  #status(): RunStatus {
    const open = this.#open;
    const downloads = this.#downloads;
    if (open === undefined) return { ...this.#preparing, downloads };
    const { run, configuration, data, keeper } = open;
    const { phase, epochs, learningRate, position, progress, history, outcome, test, fault } = run;
    return {
      ...{ run: this.#runs, configuration, data, downloads },
      ...{ phase, epochs, learningRate, position, progress, history, outcome, test, fault },
      snapshots: run.snapshots.epochs(),
      firstWeights: open.firstWeights,
      computation: this.#computation(open),
      stored: keeper?.stored ?? null,
      storageFault: keeper?.fault ?? null,
    };
  }

  #computation({ run, selection }: OpenRun): RunComputation {
    const { started } = run;
    return {
      ...{ backend: selection.name, fallbacks: selection.fallbacks },
      engine: started?.engine ?? null,
      engineReason: started?.engineReason ?? null,
      threads: started?.threads ?? null,
      mayHaveThreads:
        (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated ?? false,
    };
  }
}

/** Whether a run was neither ended nor told anything since it was stored. */
function isSameProgress(run: TrainingRun, known: StoredRun): boolean {
  const { epochs, learningRate, outcome } = run;
  return (
    epochs === known.epochs &&
    learningRate === known.learningRate &&
    outcome?.kind === known.outcome?.kind
  );
}

interface Gathered extends Omit<OpenRun, 'run'> {
  readonly model: Model;
  readonly stored?: StoredProgress;
}

/** What a run is called now: the reader may have renamed it where it is kept. */
async function nameOf({ keeper, configuration }: OpenRun): Promise<string> {
  const { stored } = keeper ?? {};
  if (!stored) return configuration.name ?? 'run';
  const { readRun } = await import('../runs/run-store.js');
  return readRun(stored.id).then(
    ({ name }) => name,
    () => stored.name,
  );
}

/** A run can be looked at without its data; other trouble is not kept quiet. */
function unlessMissing(error: unknown): undefined {
  const { code } = classifyError(error);
  if (code !== 'data-missing' && code !== 'own-data-missing') throw error;
}

/** What is shelved, as a run read it. @throws FaultError `data-changed` where it read other bytes. */
async function shelvedAs(
  shelved: ShelvedData,
  { id, data, hash }: Pick<StoredRun, 'id' | 'data' | 'hash'>,
): Promise<ShelvedData> {
  const read = normalizedAs(shelved, data);
  const found = hash === null ? undefined : await read.hash();
  if (found !== undefined && (found.train !== hash?.train || found.test !== hash.test)) {
    const message = `run "${id}": expected the data that it began with, got other bytes; train anew`;
    throw new FaultError({ code: 'data-changed', message });
  }
  return read;
}

function normalizedAs(shelved: ShelvedData, { normalization }: DataDescription): ShelvedData {
  const { datasets, description } = shelved;
  if (JSON.stringify(normalization) === JSON.stringify(description.normalization)) return shelved;
  const read = readAs(datasets, normalization);
  return { ...shelved, datasets: read, hash: () => hashData(read) };
}

/**
 * Convolutions take long enough for a look after every step; small layers are over in no time.
 * Weights are kept where the run is looked at.
 */
function logEvery({ spec }: Model, snapshotEvery = 0): number {
  const hasMaps = resolveModel(spec).layers.some(({ type }) => type === 'conv2d');
  return greatestCommonDivisor(hasMaps ? 1 : 10, snapshotEvery);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** What keeps runs in this browser; the front page, which keeps none, does without its bytes. */
async function keeping() {
  const [{ readRun }, { runKeeper }] = await Promise.all([
    import('../runs/run-store.js'),
    import('../runs/run-keeper.js'),
  ]);
  return { readRun, runKeeper };
}
