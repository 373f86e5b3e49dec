/**
 * @file What would hold the page's thread for too long: a worker that has all of the data answers
 * it, for the weights that the page has.
 */
import { untrack } from 'svelte';
import type { ModelSpec, Weights } from '@manabi/models';
import type { Damage } from '../../break-it/damage.js';
import { WholeAndBroken } from '../../break-it/whole-and-broken.svelte.js';
import type { DataChoice } from '../../training/data-choice.js';
import type { Explanation, Neighbours } from '../../training/explain-answer.js';
import { FaultError } from '../../training/fault.js';
import { TrainingSession } from '../../training/training-session.svelte.js';
import type {
  ExampleChoice,
  ExplanationOptions,
  NeighbourOptions,
} from '../../training/workbench.js';
import type { AnswerSource } from '../../why-wrong/why-state.js';

/** Owns the worker, which opens with the first question; answers to older questions are dropped. */
export class AskedNetwork implements AnswerSource {
  /** Every answer on the test data, and those of the broken network. */
  readonly answers: WholeAndBroken<Weights>;
  readonly #choice: DataChoice;
  readonly #spec: ModelSpec;
  readonly #session = new TrainingSession();
  #prepared: Promise<void> | undefined;
  /** Whether it was prepared at all: before, a session without a run is on its way to one. */
  #isPrepared = false;

  /**
   * Of one data set and one structure.
   *
   * @param most - test examples that it answers, from the first on.
   */
  constructor(choice: DataChoice, spec: ModelSpec, most: number) {
    this.#choice = choice;
    this.#spec = spec;
    const examine = async (changes: Weights, { ablation, disturbance }: Partial<Damage> = {}) => {
      await this.#ready();
      return this.#session.bench.examine('test', { changes, ablation }, { most, disturbance });
    };
    this.answers = new WholeAndBroken({ whole: (weights) => examine(weights), broken: [examine] });
  }

  async explain(example: ExampleChoice, options: ExplanationOptions): Promise<Explanation> {
    await this.#ready();
    return this.#session.bench.explain(example, options);
  }

  async neighbours(example: ExampleChoice, options: NeighbourOptions): Promise<Neighbours> {
    await this.#ready();
    return this.#session.bench.neighbours(example, options);
  }

  dispose(): void {
    this.#session.dispose();
  }

  #ready(): Promise<void> {
    // A worker that broke has lost the run: the next question opens another.
    const phase = untrack(() => this.#session.status.phase);
    if (this.#isPrepared && (phase === 'failed' || phase === 'empty')) this.#forgetRun();
    return (this.#prepared ??= this.#prepare().then(
      () => {
        this.#isPrepared = true;
      },
      (error: unknown) => {
        this.#forgetRun();
        throw error;
      },
    ));
  }

  #forgetRun(): void {
    this.#prepared = undefined;
    this.#isPrepared = false;
  }

  async #prepare(): Promise<void> {
    const session = this.#session;
    // Dense layers are quick on the CPU; nothing has to be sent to a graphics card.
    const asked = { data: this.#choice, spec: this.#spec, settings: {}, backend: 'wasm' } as const;
    if (await session.configure(asked)) return;
    throw new FaultError(session.refusal ?? { code: 'unexpected', message: 'no answer' });
  }
}
