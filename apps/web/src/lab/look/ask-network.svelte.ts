/** What a network is asked about the reader's own example: the latest answer, never an older one. */
export class AskNetwork {
  /** [classes], in [0, 1], sum 1; undefined while there is nothing to ask about. */
  probabilities: Float32Array | undefined = $state.raw();
  readonly #predict: (inputs: Uint8Array | Float32Array) => Promise<Float32Array>;
  #inputs: Uint8Array | Float32Array | undefined;
  #request = 0;
  #state = '';

  /** @param predict - takes one example as the data holds it, gives its probabilities. */
  constructor(predict: (inputs: Uint8Array | Float32Array) => Promise<Float32Array>) {
    this.#predict = predict;
  }

  /** @param inputs - [...inputShape] as the data holds it; undefined when there is nothing. */
  show(inputs: Uint8Array | Float32Array | undefined): void {
    this.#inputs = inputs;
    this.#request++;
    if (inputs === undefined) this.probabilities = undefined;
    else void this.#ask(inputs, this.#request);
  }

  /** @param state - differs whenever the network does: then it is asked the same question again. */
  networkIs(state: string): void {
    if (state === this.#state) return;
    this.#state = state;
    this.show(this.#inputs);
  }

  async #ask(inputs: Uint8Array | Float32Array, request: number): Promise<void> {
    try {
      // A copy: what goes to the worker may be moved there.
      const probabilities = await this.#predict(inputs.slice());
      if (request === this.#request) this.probabilities = probabilities;
    } catch {
      if (request === this.#request) this.probabilities = undefined;
    }
  }
}
