/** @file The page's side of the workbench: the worker's news as reactive state. */
import { proxy, wrap, type Remote } from 'comlink';
import { breakable } from './breakable.js';
import { FaultError, faultOf, type Fault } from './fault.js';
import { openTrainingWorker } from './open-worker.js';
import type { RunConfiguration } from './run-configuration.js';
import { emptyStatus, type RunStatus } from './run-status.js';
import type { Stretch } from './training-run.js';
import type { Workbench } from './workbench.js';

/**
 * Owns a training worker, which is opened when it is first needed. What goes wrong with a run is
 * part of `status`; what goes wrong with a command that did not begin is `refusal`.
 */
export class TrainingSession {
  /** Replaced whenever it changes. */
  status: RunStatus = $state.raw(emptyStatus);
  /** Why the latest command was refused; null where it was not. */
  refusal: Fault | null = $state.raw(null);
  #worker: Worker | undefined;
  #bench: Remote<Workbench> | undefined;
  /** Number of the run that was last heard of. */
  #run = 0;
  /** Counts commands that put a run in another's place. */
  #preparations = 0;

  /** Questions about data and model; they throw faults (`faultOf`). */
  get bench(): Remote<Workbench> {
    return (this.#bench ??= this.#openWorker());
  }

  /** @returns whether the run is there: it is not where it failed, or another was asked for meanwhile. */
  configure(configuration: RunConfiguration): Promise<boolean> {
    return this.#prepare((bench) => bench.configure(configuration));
  }

  /** @returns as `configure`. */
  open(id: string): Promise<boolean> {
    return this.#prepare((bench) => bench.open(id));
  }

  start(length: Stretch = 'end'): Promise<void> {
    return this.#ask((bench) => bench.start(length));
  }

  pause(): Promise<void> {
    return this.#ask((bench) => bench.pause());
  }

  stop(): Promise<void> {
    return this.#ask((bench) => bench.stop());
  }

  rewind(): Promise<void> {
    return this.#ask((bench) => bench.rewind());
  }

  setLearningRate(rate: number): Promise<void> {
    return this.#ask((bench) => bench.setLearningRate(rate));
  }

  setEpochs(epochs: number): Promise<void> {
    return this.#ask((bench) => bench.setEpochs(epochs));
  }

  /** Ends the worker; a run with a name is stored first. */
  dispose(): void {
    this.#preparations++;
    const [worker, bench] = [this.#worker, this.#bench];
    this.#worker = this.#bench = undefined;
    const isKept = this.status.configuration?.name !== undefined;
    if (!isKept || bench === undefined) {
      worker?.terminate();
      return;
    }
    const end = () => worker?.terminate();
    bench.pause().then(end, end);
  }

  async #prepare(command: (bench: Remote<Workbench>) => Promise<RunStatus>): Promise<boolean> {
    const mine = ++this.#preparations;
    await this.#ask(command);
    return mine === this.#preparations && this.refusal === null;
  }

  async #ask(command: (bench: Remote<Workbench>) => Promise<RunStatus>): Promise<void> {
    this.refusal = null;
    try {
      const { bench } = this;
      const status = await command(bench);
      if (bench === this.#bench) this.#hear(status);
    } catch (error) {
      this.refusal = faultOf(error);
    }
  }

  #openWorker(): Remote<Workbench> {
    const worker = openTrainingWorker();
    const { remote: bench, breakOff } = breakable(wrap<Workbench>(worker));
    // Its script did not load or broke: the next command opens another.
    worker.addEventListener('error', (event) => {
      worker.terminate();
      // A script that did not load sends a bare event.
      const { message } = event as Partial<ErrorEvent>;
      const code = message === undefined ? 'worker-missing' : 'unexpected';
      const fault: Fault = { code, message: message ?? '' };
      if (worker === this.#worker) {
        this.#worker = this.#bench = undefined;
        this.status = { ...this.status, phase: 'failed', fault };
      }
      breakOff(new FaultError(fault));
    });
    this.#worker = worker;
    this.#run = 0;
    const hear = (status: RunStatus) => {
      if (worker === this.#worker) this.#hear(status);
    };
    // A worker that breaks before it listens says so by its error.
    bench.listen(proxy(hear)).catch(() => undefined);
    return bench;
  }

  #hear(status: RunStatus): void {
    if (status.run < this.#run) return;
    this.#run = status.run;
    this.status = { ...status, ...unchanged(this.status, status) };
  }
}

/** What does not change while a run goes on: as the same objects, so that nobody draws it anew. */
function unchanged(former: RunStatus, next: RunStatus): Partial<RunStatus> {
  const { configuration, data } = former;
  return {
    ...(isEqual(configuration, next.configuration) && { configuration }),
    ...(isEqual(data, next.data) && { data }),
  };
}

/** Of plain JSON whose keys come in the same order, as the worker sends it again and again. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
