/** @file The lab's one state: what the address asks for, and the run that the worker has. */
import { datasetInfo } from '@manabi/datasets';
import type { OptimizerSpec } from '@manabi/trainer';
import { getContext, setContext } from 'svelte';
import { viewState, type ViewValues } from '../address/view-state.svelte.js';
import type { StoredRun } from '../runs/stored-run.js';
import type { DataChoice } from '../training/data-choice.js';
import { faultOf, type Fault } from '../training/fault.js';
import { knownName } from '../training/known-data.js';
import type { RunConfiguration } from '../training/run-configuration.js';
import { TrainingSession } from '../training/training-session.svelte.js';
import type { Stretch } from '../training/training-run.js';
import { writeLayers } from './network/layer-text.js';
import { chosenLayers, toChoice } from './network/network-choice.js';
import type { NetworkData } from './network/presets.js';
import { storedName } from './runs/run-name.js';
import { labSchema } from './state.js';

export class Lab {
  readonly session = new TrainingSession();
  readonly values: ViewValues<typeof labSchema>;
  /** Whether the address named a run that this browser does not have. */
  runIsElsewhere = $state(false);
  /** Why the reader's own data cannot be learned from; null where it can. */
  dataFault: Fault | null = $state.raw(null);
  /** The kept run whose settings are to be used for a new one; until that has begun. */
  taken: StoredRun | undefined = $state.raw();
  /** Counts changes of the kept runs that the open run does not tell of. */
  runChanges = $state(0);
  #opening = $state(0);
  /** Of the reader's own data, once it is known. */
  #own: { readonly id: string; readonly data: NetworkData } | undefined = $state.raw();

  constructor() {
    this.values = viewState(labSchema).values;
  }

  /** What a network for the chosen data reads and tells apart; undefined while that is not known. */
  readonly data: NetworkData | undefined = $derived.by(() => {
    const { d } = this.values;
    const name = knownName(d);
    if (name === undefined) {
      return d.kind === 'own' && this.#own?.id === d.id ? this.#own.data : undefined;
    }
    const { inputShape, classNames } = datasetInfo(name);
    return { inputShape, classes: classNames.en.length };
  });

  /** The run that the address asks for. */
  readonly configuration: RunConfiguration | undefined = $derived.by(() => {
    const { d, n, epochs, batch, val, seed, keep, backend, threads } = this.values;
    if (this.data === undefined) return undefined;
    const layers = chosenLayers(n, this.data);
    return {
      data: d,
      spec: {
        inputShape: this.data.inputShape,
        layers,
        ...(n.preset !== undefined && { name: n.preset }),
      },
      settings: {
        ...{ epochs, batchSize: batch, optimizer: this.#optimizer(), validationSplit: val, seed },
      },
      backend,
      ...(threads > 0 && { threads }),
      ...(keep > 0 && { snapshotEvery: keep }),
      name: storedName(n, d),
    };
  });

  /** Whether the worker's run is the one that the address asks for, up to what may change on the way. */
  readonly isPresent: boolean = $derived.by(() => {
    const present = this.session.status.configuration;
    if (present === null || this.configuration === undefined) return false;
    return fixedPart(present) === fixedPart(this.configuration);
  });

  /** Whether the worker's run has learned something that another configuration would leave behind. */
  readonly isTrained: boolean = $derived.by(() => {
    const { position, phase } = this.session.status;
    return phase === 'running' || position.epoch > 0 || position.step > 0;
  });

  /** Whether a stored run is on its way, whose settings are not known yet. */
  get isOpening(): boolean {
    return this.#opening > 0;
  }

  /** Makes the worker's run the one that the address asks for. @returns whether it is ready. */
  async prepare(): Promise<boolean> {
    const { configuration, session } = this;
    if (configuration === undefined) return false;
    const { phase } = session.status;
    if (this.isPresent && phase !== 'failed' && phase !== 'empty') return true;
    const isReady = await session.configure(configuration);
    this.values.run = '';
    return isReady && this.isPresent;
  }

  async start(length: Stretch = 'end'): Promise<void> {
    if (!(await this.prepare())) return;
    this.taken = undefined;
    await this.session.start(length);
  }

  /** Shows the settings of a kept run, for a new one. */
  takeSettings(run: StoredRun): void {
    this.#adopt(run.configuration, run.learningRate, run.epochs);
    this.values.run = '';
    this.taken = run;
  }

  /** Opens a stored run and shows its settings. */
  async open(id: string): Promise<void> {
    this.runIsElsewhere = false;
    this.taken = undefined;
    this.#opening++;
    try {
      await this.session.open(id);
    } finally {
      this.#opening--;
    }
    const { refusal, status } = this.session;
    if (refusal?.code === 'no-run') {
      this.runIsElsewhere = true;
      this.values.run = '';
    } else if (refusal === null && status.configuration !== null) {
      this.#adopt(status.configuration, status.learningRate, status.epochs);
      this.values.run = id;
    }
  }

  /** Leaves the stored run that is open, with its settings as they are. */
  async leaveRun(): Promise<void> {
    const { configuration, session, values } = this;
    const left = session.status.stored?.id;
    values.run = '';
    if (configuration === undefined) return;
    await session.configure(configuration);
    // While it was being paused, it may have come back into the address.
    if (values.run === left) values.run = '';
  }

  /** Finds out what the reader's own data is. */
  async learnOwnData(choice: DataChoice): Promise<void> {
    this.dataFault = null;
    if (choice.kind !== 'own' || this.#own?.id === choice.id) return;
    try {
      const { inputShape, classNames } = await this.session.bench.loadData(choice);
      this.#own = { id: choice.id, data: { inputShape, classes: classNames.length } };
    } catch (error) {
      if (this.values.d === choice) this.dataFault = faultOf(error);
    }
  }

  #optimizer(): OptimizerSpec {
    const { opt, lr: learningRate, momentum, rho, beta1, beta2, epsilon } = this.values;
    switch (opt) {
      case 'sgd':
        return { type: opt, learningRate };
      case 'momentum':
        return { type: opt, learningRate, momentum };
      case 'rmsprop':
        return { type: opt, learningRate, rho, epsilon };
      case 'adam':
        return { type: opt, learningRate, beta1, beta2, epsilon };
    }
  }

  #adopt(configuration: RunConfiguration, ...now: Now) {
    const { values } = this;
    const {
      data,
      spec,
      settings,
      backend = 'auto',
      threads = 0,
      snapshotEvery = 0,
    } = configuration;
    const [learningRate, epochs] = now;
    const { inputShape, layers } = spec;
    const last = layers.at(-1);
    values.d = data;
    values.n =
      last?.type === 'dense' ? toChoice(layers, { inputShape, classes: last.units }) : { layers };
    values.epochs = epochs;
    values.batch = settings.batchSize ?? 32;
    values.val = settings.validationSplit ?? 0;
    values.seed = settings.seed ?? 0;
    values.backend = backend;
    values.threads = threads;
    values.keep = snapshotEvery;
    const { type, learningRate: first, ...parameters } = settings.optimizer ?? { type: 'adam' };
    values.opt = type;
    values.lr = learningRate ?? first ?? values.lr;
    Object.assign(values, parameters);
  }
}

type Now = readonly [learningRate: number | null, epochs: number];

/** Learning rate, epochs and name may change without another run. */
function fixedPart(configuration: RunConfiguration): string {
  const { data, spec, settings, backend = 'auto', threads, snapshotEvery } = configuration;
  const { batchSize, validationSplit, seed } = settings;
  const optimizer = { ...settings.optimizer, learningRate: undefined };
  const { inputShape, layers } = spec;
  return JSON.stringify([
    ...[data, inputShape, writeLayers(layers), batchSize, optimizer],
    ...[validationSplit, seed, backend, threads, snapshotEvery],
  ]);
}

const key = Symbol('lab');

/** Called while the lab's page is set up. */
export function createLab(): Lab {
  return setContext(key, new Lab());
}

/** The lab of the page that a pane stands on. */
export function currentLab(): Lab {
  return getContext<Lab>(key);
}
