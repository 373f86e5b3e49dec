/** @file What the page knows of the network that is looked at: asked of the worker, as reactive state. */
import { faultOf, type Fault } from '../../training/fault.js';
import type { ExampleActivations, Network } from '../../training/model-queries.js';
import type { RunConfiguration } from '../../training/run-configuration.js';
import { TrainingSession } from '../../training/training-session.svelte.js';
import type { ExampleChoice } from '../../training/workbench.js';
import type { Examination } from '@manabi/trainer';

/** Everything about one example in one state of the network. */
export interface Look {
  readonly network: Network;
  readonly activations: ExampleActivations;
}

/** Owns the worker; answers to older questions are dropped. */
export class Exploration {
  readonly session = new TrainingSession();
  /** Undefined until the first answer. */
  look: Look | undefined = $state.raw();
  /** Every answer on the test data, once it was asked for. */
  examination: Examination | undefined = $state.raw();
  testLabels: Uint8Array | undefined = $state.raw();
  fault: Fault | undefined = $state.raw();
  #asked = 0;
  #examined = 0;

  /** Trains a network of the page's own. */
  async begin(configuration: RunConfiguration): Promise<void> {
    this.#forget();
    await this.session.configure(configuration);
    await this.session.start();
  }

  /** Opens a stored run, as far as it was trained. */
  async open(run: string): Promise<void> {
    this.#forget();
    await this.session.open(run);
  }

  /** Looks at an example with the present weights, or those of a snapshot. */
  async show(example: ExampleChoice, at?: number): Promise<void> {
    const mine = ++this.#asked;
    try {
      const { bench } = this.session;
      const [network, activations] = await Promise.all([
        bench.network({ at }),
        bench.activations(example, { at }),
      ]);
      if (mine !== this.#asked) return;
      this.look = { network, activations };
      this.fault = undefined;
    } catch (error) {
      if (mine === this.#asked) this.fault = faultOf(error);
    }
  }

  /** What the test images show. */
  async readLabels(): Promise<void> {
    const { bench, status } = this.session;
    if (status.data === null) return;
    try {
      const labels = await bench.labels(status.data.choice, 'test');
      if (this.session.status.run === status.run) this.testLabels = labels;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Lets the network answer the whole test set. */
  async examine(): Promise<void> {
    const mine = ++this.#examined;
    try {
      const examination = await this.session.bench.examine('test');
      if (mine === this.#examined) this.examination = examination;
    } catch (error) {
      if (mine === this.#examined) this.fault = faultOf(error);
    }
  }

  dispose(): void {
    this.#forget();
    this.session.dispose();
  }

  #forget(): void {
    this.#asked++;
    this.#examined++;
    this.look = undefined;
    this.examination = undefined;
    this.fault = undefined;
  }
}
