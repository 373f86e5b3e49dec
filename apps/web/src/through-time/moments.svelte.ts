/** @file What is asked of a run's moments, to be shown side by side: each judged once. */
import { faultOf, type Fault } from '../training/fault.js';
import { latestOnly } from '../training/latest-only.js';
import type { Network } from '../training/model-queries.js';
import type { Judgement } from '../training/workbench.js';

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
  /** Left out where only figures are shown. */
  readonly network?: (epoch: number) => Promise<MomentNetwork>;
}

/** One column of a comparison, of the latest moment that was asked for. */
export class MomentView {
  network: MomentNetwork | undefined = $state.raw();
  judgement: Judgement | undefined = $state.raw();
  /** The moment that {@link judgement} is of. */
  judged: number | undefined = $state.raw();
  /** Why the latest moment is not there. */
  fault: Fault | undefined = $state.raw();
  readonly #judged: Map<string, Judgement>;
  #asked = 0;

  #shown = 0;

  readonly #askNetwork = latestOnly(
    (ask: NonNullable<MomentSource['network']>, epoch: number) => ask(epoch),
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
   * Asks for a moment; what is on show stays until it is there.
   *
   * @param key - the same for the same network, whatever its source.
   */
  async show(source: MomentSource, epoch: number, key: string): Promise<void> {
    const asked = ++this.#asked;
    this.fault = undefined;
    const known = this.#judged.get(key);
    if (known !== undefined) this.#take(known, epoch, asked);
    try {
      if (source.network !== undefined) {
        const network = await this.#askNetwork(source.network, epoch);
        if (network === undefined) return;
        this.network = network;
      }
      if (known !== undefined) return;
      const judgement = await this.#askJudgement(source, epoch);
      if (judgement === undefined) return;
      this.#judged.set(key, judgement);
      this.#take(judgement, epoch, asked);
    } catch (error) {
      if (asked !== this.#asked) return;
      this.judgement = this.judged = undefined;
      this.fault = faultOf(error);
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
