/** @file The network that the address says, and what is done to it as the address has it. */
import { untrack } from 'svelte';
import { datasetInfo, isDatasetName } from '@manabi/datasets';
import { resolveModel } from '@manabi/models';
import { damageOf, type Damage } from '../../break-it/damage.js';
import { currentLanguage } from '../../i18n/language.svelte.js';
import { nearestEpoch } from '../../through-time/epoch.js';
import type { VisualiserView } from '../address/state.js';
import { brokenNetwork } from './broken-network.js';
import type { Edit } from './journal.js';
import { dataChoices } from './load-data.js';
import { look, type NetworkState } from './network-run.js';
import { sampleAt } from './samples.js';
import { hasSizes, layerSizes, networkSpec } from './structure.js';
import { Visualiser, type Opening, type Source } from './visualiser.svelte.js';

/** Everything that is on the page, derived from the address; made while a component is set up. */
export class OpenedNetwork {
  readonly visualiser: Visualiser;
  readonly #values: VisualiserView['values'];

  /** A run from the lab, once it is there; it brings its own data and structure. */
  readonly stored = $derived.by(() =>
    this.#values.run === '' ? undefined : this.visualiser.stored,
  );
  readonly #known = $derived.by(() => datasetInfo(this.#values.data));
  readonly inputShape: readonly number[] = $derived.by(
    () => this.stored?.data.train.inputShape ?? this.#known.inputShape,
  );
  /** Pixels across; undefined of features. */
  readonly across = $derived.by(() => this.inputShape[1]);
  /** Names in the reader's language. */
  readonly classes: readonly string[] = $derived.by(() => {
    const language = currentLanguage();
    if (this.stored === undefined) return this.#known.classNames[language];
    const { name, classNames } = this.stored.data.train;
    return isDatasetName(name) ? datasetInfo(name).classNames[language] : classNames;
  });
  readonly hidden = $derived.by(() => this.stored?.hidden ?? this.#values.net);
  readonly spec = $derived.by(() => networkSpec(this.inputShape, this.classes.length, this.hidden));
  /** Units of every layer, the inputs first. */
  readonly sizes = $derived.by(() =>
    layerSizes(
      this.inputShape.reduce((a, b) => a * b, 1),
      this.hidden,
      this.classes.length,
    ),
  );
  /** Where the data come from. */
  readonly choice = $derived.by(
    () => this.stored?.run.configuration.data ?? dataChoices[this.#values.data],
  );
  // As text first, so that the same damage is the same object.
  readonly #damage = $derived.by(() =>
    JSON.stringify(damageOf(resolveModel(this.spec).layers, this.inputShape, this.#values)),
  );
  /** What the reader has broken of the network, or spoiled of the examples. */
  readonly damage = $derived.by(() => JSON.parse(this.#damage) as Damage);
  /** What a stored run trains on from. */
  readonly #first = $derived.by(
    () =>
      this.stored?.snapshots.find(({ epoch }) => epoch === this.#values.from) ??
      this.stored?.snapshots.at(-1),
  );

  readonly #source: Source = $derived.by(() =>
    this.#values.run === ''
      ? { kind: 'set', name: this.#values.data }
      : { kind: 'run', id: this.#values.run },
  );
  readonly setup = $derived.by(() => {
    const { spec, stored } = this;
    if (this.#values.run === '') {
      const { opt: optimizer, batch: batchSize, seed } = this.#values;
      return this.#values.at === '3' ? { spec, optimizer, batchSize, seed } : undefined;
    }
    const first = this.#first;
    if (stored === undefined || first === undefined) return undefined;
    const { optimizer, batchSize, seed } = stored;
    return { spec, optimizer, batchSize, seed, first };
  });

  // What was opened last may not be what the address says now: for a moment, while it changes.
  readonly data = $derived.by(() => {
    const { data } = this.visualiser;
    return data?.train.inputShape.join() === this.inputShape.join() ? data : undefined;
  });
  readonly #present = $derived.by(() => {
    const { network } = this.visualiser;
    return network !== undefined && hasSizes(network.model, this.sizes) ? network : undefined;
  });
  readonly moments: readonly number[] = $derived.by(() =>
    this.#present === undefined ? [] : this.visualiser.moments,
  );
  /** The moment on show where it is not the present. */
  readonly looked = $derived.by(() => {
    const { epoch } = this.#values;
    if (epoch === undefined) return undefined;
    const moment = nearestEpoch(this.moments, epoch);
    return moment === this.moments.at(-1) ? undefined : moment;
  });
  /** The network of the moment on show, as it learned. */
  readonly intact = $derived.by(() =>
    this.looked === undefined ? this.#present : this.visualiser.networkAt(this.looked),
  );
  /** The same without what is broken: what the page shows. */
  readonly network = $derived.by(() => this.intact && this.#broken(this.intact));
  /** Networks before the edits that can be undone, as they would be shown; the oldest first. */
  readonly beforeEdits = $derived.by(() =>
    this.visualiser.beforeEdits.map((state) => this.#broken(state)),
  );
  readonly sample = $derived.by(() =>
    this.data === undefined
      ? undefined
      : sampleAt(this.data, this.#values.sample, this.damage.disturbance),
  );
  /** The sample's way through the network. */
  readonly trace = $derived.by(() => {
    const { network, sample } = this;
    return network === undefined || sample === undefined
      ? undefined
      : look(network.model, sample.data, Uint32Array.of(sample.index));
  });
  /** Figures of the run that it came from, until it learns here. */
  readonly epochs = $derived.by(() => {
    const { stored, visualiser } = this;
    return visualiser.epochs.length === 0 && stored !== undefined
      ? stored.history
      : visualiser.epochs;
  });

  constructor({ values }: VisualiserView) {
    this.#values = values;
    this.visualiser = new Visualiser(() => values.rate);
    $effect(() => () => this.visualiser.dispose());
    // The address says what is on the page, and what is done on the page goes into the address.
    $effect(() => {
      const [source, setup] = [this.#source, this.setup];
      const opening: Opening | undefined =
        values.run === '' && values.at === '0'
          ? undefined
          : { source, run: setup === undefined ? undefined : { ...setup, journal: values.done } };
      untrack(() => void this.visualiser.open(opening));
    });
    $effect(() => {
      const { activity, network, journal } = this.visualiser;
      const [source, setup] = [this.#source, this.setup];
      if (activity !== 'idle' || network === undefined || setup === undefined) return;
      untrack(() => {
        this.visualiser.written({ source, run: { ...setup, journal } });
        values.done = journal;
      });
    });
  }

  #broken(state: NetworkState): NetworkState {
    return brokenNetwork(state, this.damage.ablation);
  }

  /** What is on show becomes the present, to be trained or changed. */
  goOn(): void {
    const { visualiser, looked: from } = this;
    this.#values.epoch = undefined;
    if (from === undefined) return;
    visualiser.goOnFrom(from);
    const { journal } = visualiser;
    this.#values.done = journal;
    if (journal.length === 0 && this.stored !== undefined) this.#values.from = from;
    const { setup } = this;
    if (setup !== undefined)
      visualiser.written({ source: this.#source, run: { ...setup, journal } });
  }

  rewind(): void {
    this.visualiser.rewind();
    this.#values.epoch = undefined;
    if (this.#values.from === undefined) return;
    // All of the stored run again, at the moment that was trained on from.
    this.#values.epoch = this.#values.from;
    this.#values.from = undefined;
    this.#values.done = [];
  }

  edit({ layer, unit, from }: Pick<Edit, 'layer' | 'unit' | 'from'>, value: number): void {
    this.goOn();
    this.visualiser.edit({
      ...{ kind: 'edit', layer, unit, value },
      ...(from === undefined ? {} : { from }),
    });
  }
}
