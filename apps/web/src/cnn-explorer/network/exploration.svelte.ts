/** @file What the page knows of the network that is looked at: asked of the worker, as reactive state. */
import type { ResolvedLayer } from '@manabi/models';
import type { Examination } from '@manabi/trainer';
import type { Damage } from '../../break-it/damage.js';
import { WholeAndBroken } from '../../break-it/whole-and-broken.svelte.js';
import { faultOf, type Fault } from '../../training/fault.js';
import { keepRecent } from '../../training/keep-recent.js';
import { latestOnly } from '../../training/latest-only.js';
import type { ExampleActivations, Network } from '../../training/model-queries.js';
import type { RunConfiguration } from '../../training/run-configuration.js';
import { TrainingSession } from '../../training/training-session.svelte.js';
import type { ExampleChoice, ModelChoice } from '../../training/workbench.js';

/** One example in one state of the network. */
export interface Look {
  /** With the weights of the part that was open, until {@link isComplete}. */
  readonly network: Network;
  readonly activations: ExampleActivations;
  readonly choice: ModelChoice;
  /** Whether all weights are there. */
  readonly isComplete: boolean;
}

/** A map or a unit that the reader looks into. */
export interface OpenPart {
  readonly layer: ResolvedLayer;
  readonly unit: number;
}

/** A moment of the training, as it is examined. */
export interface ExaminedMoment {
  /** Of a snapshot; undefined for the present weights. */
  readonly at: number | undefined;
  /** The same for the same network, which is examined once. */
  readonly key: string;
}

/** Test images that a broken network answers first: enough to judge it, few enough to do so at once. */
const firstExamples = 1000;

/** Owns the worker; answers to older questions are dropped. */
export class Exploration {
  readonly session = new TrainingSession();
  /** Undefined until the first answer. */
  look: Look | undefined = $state.raw();
  /** Every answer on the test data; the broken network's are at first those to some images. */
  readonly answers: WholeAndBroken<ExaminedMoment>;
  testLabels: Uint8Array | undefined = $state.raw();
  /** Why the latest look failed. */
  #fault: Fault | undefined = $state.raw();
  /** Counts networks: what is said of an older one is not wanted. */
  #network = 0;

  readonly #askLook = latestOnly(
    async (
      example: ExampleChoice,
      at: number | undefined,
      { ablation, disturbance }: Damage,
      open: OpenPart | undefined,
    ): Promise<Look> => {
      const { bench } = this.session;
      const choice = { at, ablation };
      const isUnit = open?.layer.type === 'dense';
      const [network, activations] = await Promise.all([
        bench.network(
          choice,
          open === undefined || isUnit ? [] : [open.layer.name],
          isUnit ? { layer: open.layer.name, unit: open.unit } : undefined,
        ),
        bench.activations(example, choice, disturbance),
      ]);
      return { network, activations, choice, isComplete: false };
    },
    { alsoOvertaken: true },
  );
  /** What was examined before, by the network's key. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what is on show is `answers`
  readonly #examined = new Map<string, Examination>();

  constructor() {
    this.answers = new WholeAndBroken({
      whole: (moment) => this.#examine(moment),
      broken: [
        (moment, damage) => this.#examineBroken(moment, damage, firstExamples),
        (moment, damage) =>
          (this.session.status.data?.testSize ?? 0) > firstExamples
            ? this.#examineBroken(moment, damage)
            : Promise.resolve(undefined),
      ],
    });
  }

  get fault(): Fault | undefined {
    return this.#fault ?? this.answers.fault;
  }

  /** Trains a network of the page's own. */
  async begin(configuration: RunConfiguration): Promise<void> {
    this.#forget();
    if (await this.session.configure(configuration)) await this.session.start();
  }

  /** Opens a stored run, as far as it was trained. */
  async open(run: string): Promise<void> {
    this.#forget();
    await this.session.open(run);
  }

  /**
   * Looks at an example with the present weights, or those of a snapshot.
   *
   * @param open - whose weights are wanted with it.
   */
  async show(
    example: ExampleChoice,
    at: number | undefined,
    damage: Damage,
    open: OpenPart | undefined,
  ): Promise<void> {
    await this.#hear(this.#askLook(example, at, damage, open), (look) => {
      const known = this.look?.network.resolved;
      const isSame = known !== undefined && sameText(known, look.network.resolved);
      this.look = isSame ? { ...look, network: { ...look.network, resolved: known } } : look;
    });
  }

  /** Brings the weights that a look came without: a million of them take longer than a frame. */
  async complete(look: Look): Promise<void> {
    const { resolved } = look.network;
    const answer = this.session.bench.network(look.choice).catch((error: unknown) => {
      // A moment that the reader left may be gone.
      if (this.look === look) throw error;
      return undefined;
    });
    await this.#hear(answer, ({ weights }) => {
      if (this.look === look) {
        this.look = { ...look, network: { resolved, weights }, isComplete: true };
      }
    });
  }

  /** What the test images show. */
  async readLabels(): Promise<void> {
    const { bench, status } = this.session;
    if (status.data === null) return;
    await this.#hear(
      bench.labels(status.data.choice, 'test'),
      (labels) => (this.testLabels = labels),
    );
  }

  dispose(): void {
    this.#forget();
    this.session.dispose();
  }

  async #examine({ at, key }: ExaminedMoment): Promise<Examination> {
    const network = this.#network;
    const found = this.#examined.get(key) ?? (await this.session.bench.examine('test', { at }));
    if (network === this.#network) keepRecent(this.#examined, key, found);
    return found;
  }

  #examineBroken(
    { at }: ExaminedMoment,
    { ablation, disturbance }: Damage,
    most?: number,
  ): Promise<Examination> {
    return this.session.bench.examine('test', { at, ablation }, { most, disturbance });
  }

  /** Takes an answer, unless it is of another network or a later question took its place. */
  async #hear<T>(answer: Promise<T | undefined>, take: (value: T) => void): Promise<void> {
    const network = this.#network;
    try {
      const value = await answer;
      if (value === undefined || network !== this.#network) return;
      take(value);
      this.#fault = undefined;
    } catch (error) {
      if (network === this.#network) this.#fault = faultOf(error);
    }
  }

  #forget(): void {
    this.#network++;
    this.look = undefined;
    this.answers.forget();
    this.#examined.clear();
    this.testLabels = undefined;
    this.#fault = undefined;
  }
}

function sameText(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
