/** @file The network on the page: its data, its present state, and the training that goes on. */
import type { TrainTestDatasets } from '@manabi/datasets';
import type { EpochRecord } from '@manabi/viz';
import { faultOf, type Fault } from '../../training/fault.js';
import { snapshotsOf } from '../../training/snapshots.js';
import { EpochFigures } from './epoch-figures.js';
import {
  journalUntil,
  withEdit,
  withStep,
  writeJournal,
  type Edit,
  type Journal,
} from './journal.js';
import { dataChoices, loadExamples, type DataName } from './load-data.js';
import { openStoredNetwork, type StoredNetwork } from './stored-network.js';
import { applyEdit, firstState, replay, trainStep } from './network-run.js';
import { stepsPerEpoch, type NetworkState, type RunPlan } from './network-run.js';

/** How long the page's thread may be busy with training before it draws again. */
const sliceMs = 8;

/** Where data come from: a set, or with its data a run that this browser keeps. */
export type Source =
  { readonly kind: 'set'; readonly name: DataName } | { readonly kind: 'run'; readonly id: string };

/** What the address says of a network. Two that are equal are the same network. */
export interface Opening {
  readonly source: Source;
  /** Undefined before the network is initialised: the data alone is opened. */
  readonly run: (Omit<RunPlan, 'data'> & { readonly journal: Journal }) | undefined;
}

type Activity = 'loading' | 'replaying' | 'running' | 'idle';

/** Owns the training loop of the page. */
export class Visualiser {
  /** Undefined until a data set is loaded. */
  data: TrainTestDatasets | undefined = $state.raw();
  /** The run from the lab that {@link data} came with. */
  stored: StoredNetwork | undefined = $state.raw();
  /** Undefined until the network is initialised. */
  network: NetworkState | undefined = $state.raw();
  journal: Journal = $state.raw([]);
  /** Figures of every epoch that is complete. */
  epochs: readonly EpochRecord[] = $state.raw([]);
  activity: Activity = $state('idle');
  /** Why the data could not be loaded. */
  failure: Fault | undefined = $state.raw();
  /** The networks before the edits at the end of the journal, the oldest first. */
  beforeEdits: readonly NetworkState[] = $state.raw([]);
  /** Whether what just changed should flash: after single steps and edits, not while it runs. */
  flash = $state(false);

  /** Moments whose networks are kept, by epoch and in order; the last is the present. */
  readonly moments: readonly number[] = $derived.by(() => {
    const { network } = this;
    if (network === undefined) return [];
    const now = this.#firstEpoch + network.steps / this.stepsPerEpoch;
    const before = this.stored?.snapshots.map(({ epoch }) => epoch) ?? [];
    return [
      ...before.filter((epoch) => epoch < this.#firstEpoch),
      ...this.#keptEpochs.filter((epoch) => epoch < now),
      now,
    ];
  });

  /** Source of {@link data}, as text. */
  #loaded: string | undefined;
  #plan: RunPlan | undefined;
  #figures: EpochFigures | undefined;
  /** Networks of complete epochs since the first weights. */
  #kept = snapshotsOf<NetworkState>();
  #keptEpochs: readonly number[] = $state.raw([]);
  /** Epoch of the first weights: those of a stored run may be of any. */
  #firstEpoch = $state(0);
  /** What was opened or written last, as text. */
  #known = '';
  /** Number of the latest opening or run; what belongs to an older one is dropped. */
  #request = 0;

  readonly #learningRate: () => number;

  /** @param learningRate - read before every step, so that a new one applies at once. */
  constructor(learningRate: () => number) {
    this.#learningRate = learningRate;
  }

  /** Shows what an address says; nothing happens where it says what is on the page. */
  async open(opening: Opening | undefined): Promise<void> {
    const text = opening === undefined ? '' : describe(opening);
    if (text === this.#known) return;
    const request = this.#stop();
    this.#known = text;
    this.failure = undefined;
    this.#forget();
    const source = opening === undefined ? undefined : JSON.stringify(opening.source);
    if (source !== this.#loaded) this.data = this.stored = this.#loaded = undefined;
    if (opening === undefined) return;
    const data = this.data ?? (await this.#load(opening.source, request));
    if (opening.run === undefined || data === undefined) return;
    const { journal, ...plan } = opening.run;
    await this.#replay({ ...plan, data }, journal, request);
  }

  /** Undefined where it failed, or where something else was opened meanwhile. */
  async #load(source: Source, request: number): Promise<TrainTestDatasets | undefined> {
    this.activity = 'loading';
    try {
      const stored = source.kind === 'run' ? await openStoredNetwork(source.id) : undefined;
      const data =
        source.kind === 'run' ? stored?.data : await loadExamples(dataChoices[source.name]);
      if (request !== this.#request) return undefined;
      this.activity = 'idle';
      this.#loaded = JSON.stringify(source);
      this.stored = stored;
      return (this.data = data);
    } catch (error) {
      if (request !== this.#request) return undefined;
      this.activity = 'idle';
      this.failure = faultOf(error);
      this.#known = '';
      return undefined;
    }
  }

  /** Trains until so many steps are done, as fast as the page can draw; `once` flashes the change. */
  train(steps: number, { once = false }: { readonly once?: boolean } = {}): void {
    this.#run(steps, Infinity, once);
  }

  /** Trains a step for each picture until {@link pause}. */
  run(): void {
    this.#run(Infinity, 1, false);
  }

  pause(): void {
    if (this.activity === 'running') this.#stop();
  }

  /** Back to the same first weights. */
  rewind(): void {
    const plan = this.#plan;
    if (plan === undefined) return;
    this.#stop();
    this.#start(plan);
  }

  /** The network of one of {@link moments}. */
  networkAt(epoch: number): NetworkState | undefined {
    if (epoch === this.moments.at(-1)) return this.network;
    const kept = this.#kept.read(epoch);
    const first = this.stored?.snapshots.find((snapshot) => snapshot.epoch === epoch);
    const plan = this.#plan;
    if (kept !== undefined || first === undefined || plan === undefined) return kept;
    return firstState({ ...plan, first });
  }

  /** Makes one of {@link moments} the present; what came after it is forgotten. */
  goOnFrom(epoch: number): void {
    const plan = this.#plan;
    const network = this.networkAt(epoch);
    if (plan === undefined || network === undefined || network === this.network) return;
    this.#stop();
    if (epoch < this.#firstEpoch) {
      this.#start({ ...plan, first: { epoch, weights: network.model.weights } });
      return;
    }
    this.#kept.dropAfter(epoch);
    this.#keptEpochs = this.#kept.epochs();
    this.#figures?.cutTo(epoch - this.#firstEpoch);
    this.beforeEdits = [];
    this.flash = false;
    this.#show(network, journalUntil(this.journal, network.steps));
  }

  /** Sets a weight or a bias; while training runs it goes on from there. */
  edit(edit: Edit): void {
    const { network } = this;
    if (network === undefined) return;
    const changed = applyEdit(network, edit);
    if (changed === network) return;
    const journal = withEdit(this.journal, edit);
    if (journal.length > this.journal.length) this.beforeEdits = [...this.beforeEdits, network];
    this.journal = journal;
    this.network = changed;
    this.flash = true;
  }

  /** Takes back the last edit, as long as no step followed it. */
  undo(): void {
    const before = this.beforeEdits.at(-1);
    if (before === undefined) return;
    this.beforeEdits = this.beforeEdits.slice(0, -1);
    this.journal = this.journal.slice(0, -1);
    this.network = before;
    this.flash = true;
  }

  /** The journal as the address has it, known from now on as what is on the page. */
  written(opening: Opening): void {
    this.#known = describe(opening);
  }

  dispose(): void {
    this.#stop();
  }

  get stepsPerEpoch(): number {
    return this.#plan === undefined ? 1 : stepsPerEpoch(this.#plan);
  }

  #forget(): void {
    this.network = undefined;
    this.journal = [];
    this.epochs = [];
    this.beforeEdits = [];
    this.#plan = undefined;
    this.#kept = snapshotsOf();
    this.#keptEpochs = [];
  }

  #start(plan: RunPlan): void {
    this.#forget();
    this.#plan = plan;
    this.#figures = new EpochFigures(plan);
    this.#firstEpoch = plan.first?.epoch ?? 0;
    this.network = firstState(plan);
    this.#keep(this.network);
    this.flash = false;
  }

  /** Takes a step in. */
  #take(state: NetworkState): void {
    this.#figures?.add(state);
    if (state.steps % this.stepsPerEpoch === 0) this.#keep(state);
  }

  #keep(state: NetworkState): void {
    this.#kept.add(this.#firstEpoch + state.steps / this.stepsPerEpoch, state);
    this.#keptEpochs = this.#kept.epochs();
  }

  /** Ends what goes on; its late results are dropped. */
  #stop(): number {
    this.activity = 'idle';
    return ++this.#request;
  }

  #show(network: NetworkState, journal: Journal): void {
    this.journal = journal;
    this.network = network;
    this.epochs = this.#figures?.epochs ?? [];
  }

  async #replay(plan: RunPlan, journal: Journal, request: number): Promise<void> {
    this.#start(plan);
    if (journal.length === 0) return;
    this.activity = 'replaying';
    let shown = performance.now();
    let before: NetworkState | undefined;
    const edits: NetworkState[] = [];
    for (const state of replay(plan, journal)) {
      if (before?.steps === state.steps) edits.push(before);
      else {
        edits.length = 0;
        this.#take(state);
      }
      before = state;
      if (performance.now() - shown < sliceMs) continue;
      this.network = state;
      await nextFrame();
      if (request !== this.#request) return;
      shown = performance.now();
    }
    if (before !== undefined) this.#show(before, journal);
    this.beforeEdits = edits;
    this.activity = 'idle';
  }

  async #carryOut(steps: number, perFrame: number, flash: boolean): Promise<void> {
    const plan = this.#plan;
    if (plan === undefined || this.network === undefined) return;
    const request = this.#stop();
    this.activity = 'running';
    this.flash = false;
    for (let done = 0; done < steps;) {
      const until = performance.now() + sliceMs;
      let { network, journal }: { network: NetworkState; journal: Journal } = this as {
        network: NetworkState;
        journal: Journal;
      };
      for (let i = 0; i < perFrame && done < steps && performance.now() < until; i++, done++) {
        const learningRate = this.#learningRate();
        network = trainStep(plan, network, learningRate);
        journal = withStep(journal, learningRate);
        this.#take(network);
      }
      this.beforeEdits = [];
      this.#show(network, journal);
      if (done >= steps) break;
      await nextFrame();
      if (request !== this.#request) return;
    }
    this.flash = flash;
    this.activity = 'idle';
  }

  #run(steps: number, perFrame: number, flash: boolean): void {
    void this.#carryOut(steps, perFrame, flash);
  }
}

function describe({ source, run }: Opening): string {
  if (run === undefined) return JSON.stringify(source);
  const { journal, first, ...plan } = run;
  return JSON.stringify({ source, ...plan, first: first?.epoch, journal: writeJournal(journal) });
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
