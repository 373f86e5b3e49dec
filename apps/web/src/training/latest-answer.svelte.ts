/** @file The answer to a question that is asked again and again, as reactive state. */
import { faultOf, type Fault } from './fault.js';
import { latestOnly } from './latest-only.js';

/** Keeps the answer to the latest question, and what it is the answer to. */
export class LatestAnswer<Question extends readonly unknown[], Answer> {
  /** That to a question before, until the next one is there; undefined before the first. */
  found: { readonly question: Question; readonly answer: Answer } | undefined = $state.raw();
  /** Why the latest question was not answered. */
  fault: Fault | undefined = $state.raw();
  #request = 0;
  readonly #asks: readonly ((...question: Question) => Promise<Answer | undefined>)[];

  /**
   * @param asks - each is asked after the one before it: a quick answer is on show until a thorough
   *   one takes its place. One that gives nothing leaves the answer as it is.
   */
  constructor(...asks: readonly ((...question: Question) => Promise<Answer | undefined>)[]) {
    this.#asks = asks.map((ask) => latestOnly(ask));
  }

  async ask(...question: Question): Promise<void> {
    const mine = ++this.#request;
    try {
      for (const ask of this.#asks) {
        const answer = await ask(...question);
        if (answer === undefined || mine !== this.#request) return;
        this.found = { question, answer };
        this.fault = undefined;
      }
    } catch (error) {
      if (mine === this.#request) this.fault = faultOf(error);
    }
  }

  /** Whether what is known answers this question: of the same objects, not of ones alike. */
  isTo(...question: Question): boolean {
    return this.found?.question.every((one, i) => one === question[i]) === true;
  }

  /** Nothing is asked any more: an answer under way is not wanted. */
  forget(): void {
    this.#request++;
    this.found = this.fault = undefined;
  }
}
