/** @file What is asked of a run's moments, to be shown side by side: each judged once. */
import { latestOnly } from '../training/latest-only.js';
import type { Network } from '../training/model-queries.js';

/** How good the network of a moment is, on the test data. */
export interface Judgement {
  /** In [0, 1]. */
  readonly accuracy: number;
  /** Mean cross-entropy in nats. */
  readonly loss: number;
  /** [classes][classes], true class by predicted class. */
  readonly confusionMatrix: readonly (readonly number[])[];
}

/** What one example makes of the first layer that computes. */
export interface FirstMaps {
  readonly layer: string;
  /** [rows, columns, channels] */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The network of a moment. */
export interface MomentNetwork {
  readonly network: Network;
  /** Undefined where no example is on show, or where it makes no maps. */
  readonly maps: FirstMaps | undefined;
}

/** Whoever has the networks of a run. */
export interface MomentSource {
  readonly judge: (epoch: number) => Promise<Judgement>;
  readonly network: (epoch: number) => Promise<MomentNetwork>;
}

/** One column of a comparison, of the latest moment that was asked for. */
export class MomentView {
  network: MomentNetwork | undefined = $state.raw();
  judgement: Judgement | undefined = $state.raw();
  /** The moment that {@link judgement} is of. */
  judged: number | undefined = $state.raw();
  readonly #judged: Map<string, Judgement>;
  #asked = 0;

  #shown = 0;

  readonly #askNetwork = latestOnly(
    (source: MomentSource, epoch: number) => source.network(epoch),
    { alsoOvertaken: true },
  );
  readonly #askJudgement = latestOnly(
    (source: MomentSource, epoch: number) => source.judge(epoch),
    { alsoOvertaken: true },
  );

  /** @param judged - by key, shared by the columns. */
  constructor(judged: Map<string, Judgement>) {
    this.#judged = judged;
  }

  /**
   * Asks for a moment; what is on show stays until it is there. Faults are said where the run is.
   *
   * @param key - the same for the same network, whatever its source.
   */
  async show(source: MomentSource, epoch: number, key: string): Promise<void> {
    const asked = ++this.#asked;
    const known = this.#judged.get(key);
    if (known !== undefined) this.#take(known, epoch, asked);
    try {
      const network = await this.#askNetwork(source, epoch);
      if (network === undefined) return;
      this.network = network;
      if (known !== undefined) return;
      const judgement = await this.#askJudgement(source, epoch);
      if (judgement === undefined) return;
      this.#judged.set(key, judgement);
      this.#take(judgement, epoch, asked);
    } catch {
      if (asked === this.#asked) this.judgement = this.judged = undefined;
    }
  }

  /** A judgement that was known at once is not replaced by one that was asked for before. */
  #take(judgement: Judgement, epoch: number, asked: number): void {
    if (asked < this.#shown) return;
    this.#shown = asked;
    this.judgement = judgement;
    this.judged = epoch;
  }
}
