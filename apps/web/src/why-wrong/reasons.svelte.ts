/** @file What is said of one answer, as reactive state. */
import type { Explanation, Neighbours } from '../training/explain-answer.js';
import type { Fault } from '../training/fault.js';
import { LatestAnswer } from '../training/latest-answer.svelte.js';
import type { ExampleChoice, NeighbourOptions } from '../training/workbench.js';
import type { AnswerSource } from './why-state.js';

/** The answers to the latest questions; those to older ones are dropped. */
export class Reasons {
  readonly explanation: LatestAnswer<
    [example: ExampleChoice, options: NeighbourOptions, size: number],
    Explanation
  >;
  readonly neighbours: LatestAnswer<
    [example: ExampleChoice, options: NeighbourOptions],
    Neighbours
  >;

  /** @param source - whom to ask; another one after its worker broke. */
  constructor(source: () => AnswerSource) {
    this.explanation = new LatestAnswer((example, options, size) =>
      source().explain(example, { ...options, size }),
    );
    this.neighbours = new LatestAnswer((example, options) => source().neighbours(example, options));
  }

  /** Why the worker could not answer, such as without the data of a stored run. */
  get fault(): Fault | undefined {
    return this.explanation.fault ?? this.neighbours.fault;
  }

  /**
   * Whether what is known is of this example of this network.
   *
   * @param size - of the square that covers a part of the image.
   */
  areOf(example: ExampleChoice, options: NeighbourOptions, size: number): boolean {
    return this.explanation.isTo(example, options, size) && this.neighbours.isTo(example, options);
  }
}
