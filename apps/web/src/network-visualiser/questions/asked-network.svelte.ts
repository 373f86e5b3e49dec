/**
 * @file What would hold the page's thread for too long: a worker that has all of the data answers
 * it, for the weights that the page has.
 */
import type { ModelSpec, Weights } from '@manabi/models';
import type { Examination } from '@manabi/trainer';
import { isBroken, type Damage } from '../../break-it/damage.js';
import type { DataChoice } from '../../training/data-choice.js';
import type { Explanation, Neighbours } from '../../training/explain-answer.js';
import { FaultError, faultOf, type Fault } from '../../training/fault.js';
import { latestOnly } from '../../training/latest-only.js';
import { TrainingSession } from '../../training/training-session.svelte.js';
import type {
  ExampleChoice,
  ExplanationOptions,
  NeighbourOptions,
} from '../../training/workbench.js';
import type { AnswerSource } from '../../why-wrong/why-state.js';

/** Owns the worker, which opens with the first question; answers to older questions are dropped. */
export class AskedNetwork implements AnswerSource {
  /** Every answer on the test data, once it was asked for. */
  examination: Examination | undefined = $state.raw();
  /** The same of the broken network. */
  brokenExamination: Examination | undefined = $state.raw();
  /** Why the latest question about the test data was not answered. */
  fault: Fault | undefined = $state.raw();
  readonly #choice: DataChoice;
  readonly #spec: ModelSpec;
  readonly #session = new TrainingSession();
  #prepared: Promise<void> | undefined;

  readonly #askExamination = latestOnly(async (weights: Weights, most: number) => {
    await this.#ready();
    return this.#session.bench.examine('test', { changes: weights }, { most });
  });
  readonly #askBroken = latestOnly(
    async (weights: Weights, { ablation, disturbance }: Damage, most: number) => {
      const choice = { changes: weights, ablation };
      await this.#ready();
      return this.#session.bench.examine('test', choice, { most, disturbance });
    },
  );

  /** Of one data set and one structure. */
  constructor(choice: DataChoice, spec: ModelSpec) {
    this.#choice = choice;
    this.#spec = spec;
  }

  async explain(example: ExampleChoice, options: ExplanationOptions): Promise<Explanation> {
    await this.#ready();
    return this.#session.bench.explain(example, options);
  }

  async neighbours(example: ExampleChoice, options: NeighbourOptions): Promise<Neighbours> {
    await this.#ready();
    return this.#session.bench.neighbours(example, options);
  }

  /**
   * Lets the network answer the test data.
   *
   * @param most - so many examples, from the first on.
   */
  async examine(weights: Weights, most: number): Promise<void> {
    await this.#hear(this.#askExamination(weights, most), (found) => (this.examination = found));
  }

  /** Lets the broken network answer; without damage there is nothing to say. */
  async examineBroken(weights: Weights, damage: Damage, most: number): Promise<void> {
    this.brokenExamination = undefined;
    if (!isBroken(damage)) return;
    await this.#hear(
      this.#askBroken(weights, damage, most),
      (found) => (this.brokenExamination = found),
    );
  }

  dispose(): void {
    this.#session.dispose();
  }

  #ready(): Promise<void> {
    return (this.#prepared ??= this.#prepare().catch((error: unknown) => {
      // The next question tries again.
      this.#prepared = undefined;
      throw error;
    }));
  }

  async #prepare(): Promise<void> {
    const session = this.#session;
    // Dense layers are quick on the CPU; nothing has to be sent to a graphics card.
    const asked = { data: this.#choice, spec: this.#spec, settings: {}, backend: 'wasm' } as const;
    if (await session.configure(asked)) return;
    throw new FaultError(session.refusal ?? { code: 'unexpected', message: 'no answer' });
  }

  async #hear<T>(answer: Promise<T | undefined>, take: (found: T) => void): Promise<void> {
    try {
      const found = await answer;
      if (found === undefined) return;
      take(found);
      this.fault = undefined;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }
}
