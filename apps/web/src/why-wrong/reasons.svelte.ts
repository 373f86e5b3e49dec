/** @file What is said of one answer, as reactive state. */
import type { Explanation, Neighbours } from '../training/explain-answer.js';
import { latestOnly } from '../training/latest-only.js';
import type { ExampleChoice, NeighbourOptions } from '../training/workbench.js';
import type { AnswerSource } from './why-state.js';

/** The answers to the latest question; those to older ones are dropped. */
export class Reasons {
  /** Undefined before the first answer; that of the example before until the next one is there. */
  explanation: Explanation | undefined = $state.raw();
  neighbours: Neighbours | undefined = $state.raw();
  /** Questions under way: until they are answered, what is known is of the example before. */
  pending = $state(0);
  /** Whether the worker could not answer, such as without the data of a stored run. */
  failed = $state(false);
  readonly #explain;
  readonly #findNeighbours;

  /** @param source - whom to ask; another one after its worker broke. */
  constructor(source: () => AnswerSource) {
    this.#explain = latestOnly((example: ExampleChoice, size: number, options: NeighbourOptions) =>
      source().explain(example, { ...options, size }),
    );
    this.#findNeighbours = latestOnly((example: ExampleChoice, options: NeighbourOptions) =>
      source().neighbours(example, options),
    );
  }

  /** @param size - of the square that covers a part of the image. */
  async explain(example: ExampleChoice, size: number, options: NeighbourOptions): Promise<void> {
    await this.#hear(this.#explain(example, size, options), (found) => {
      this.explanation = found;
    });
  }

  async findNeighbours(example: ExampleChoice, options: NeighbourOptions): Promise<void> {
    await this.#hear(this.#findNeighbours(example, options), (found) => {
      this.neighbours = found;
    });
  }

  async #hear<T>(answer: Promise<T | undefined>, take: (found: T) => void): Promise<void> {
    this.pending++;
    try {
      const found = await answer;
      if (found === undefined) return;
      take(found);
      this.failed = false;
    } catch {
      this.failed = true;
    } finally {
      this.pending--;
    }
  }
}
