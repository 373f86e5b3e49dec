/** @file What the page knows of its run: the worker's news as reactive state. */
import type { EpochEndEvent } from '@manabi/trainer';
import TrainingWorker from './training-worker.ts?worker';
import type { Answer, TrainingNews, TrainingRequest } from './protocol.js';

export type Phase = 'preparing' | 'training' | 'done' | 'failed';

interface TrainingState {
  phase: Phase;
  backend: string;
  epoch: number;
  share: number;
  /** Of the epoch that goes on, in [0, 1]. */
  accuracy: number;
  samplesPerSecond: number;
  epochs: readonly EpochEndEvent[];
  answers: readonly Answer[];
  /** What the network says of the drawing; undefined without one. */
  drawing: Float32Array | undefined;
  testAccuracy: number;
  /** What went wrong; empty when the worker could not be loaded. */
  message: string;
}

const untouched: TrainingState = {
  phase: 'preparing',
  backend: '',
  epoch: 1,
  share: 0,
  accuracy: 0,
  samplesPerSecond: 0,
  epochs: [],
  answers: [],
  drawing: undefined,
  testAccuracy: 0,
  message: '',
};

/** Owns the training worker. */
export class TrainingSession {
  readonly state: TrainingState = $state({ ...untouched });
  #worker: Worker | undefined;
  #pixels: Uint8Array | undefined;
  #held = false;
  /** Number of the latest question about the drawing; answers to older ones are dropped. */
  #request = 0;

  /**
   * Begins again from the same first weights.
   *
   * @param options.often - whether the network is shown a few times a second, or once an epoch.
   */
  start({ often }: { readonly often: boolean }): void {
    this.dispose();
    const { drawing } = this.state;
    Object.assign(this.state, { ...untouched, drawing });
    this.#worker = this.#openWorker();
    if (this.#held) this.#ask({ type: 'hold', held: true });
    this.#ask({ type: 'train', often });
  }

  /** Holds the run where it is, or lets it go on. */
  hold(held: boolean): void {
    this.#held = held;
    this.#ask({ type: 'hold', held });
  }

  /**
   * Asks what the network says of a drawing, now and whenever it has learnt something.
   *
   * @param pixels - [784] bytes, 0 background, 255 ink; undefined when there is no drawing.
   */
  show(pixels: Uint8Array | undefined): void {
    this.#pixels = pixels;
    this.#request++;
    if (pixels === undefined) this.state.drawing = undefined;
    else this.#ask({ type: 'classify', request: this.#request, pixels });
  }

  dispose(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #openWorker(): Worker {
    const worker = new TrainingWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<TrainingNews>) => {
      this.#hear(data);
    });
    // Its script did not load or broke: the next start opens another.
    worker.addEventListener('error', (event) => {
      this.dispose();
      // A script that did not load sends a bare event.
      const { message = '' } = event as Partial<ErrorEvent>;
      this.#hear({ type: 'failed', message });
    });
    return worker;
  }

  #ask(request: TrainingRequest): void {
    this.#worker?.postMessage(request);
  }

  #hear(news: TrainingNews): void {
    const { state } = this;
    switch (news.type) {
      case 'prepared':
        state.phase = 'training';
        state.backend = news.backend;
        break;
      case 'progress':
        state.epoch = news.epoch;
        state.share = news.share;
        state.accuracy = news.accuracy;
        state.samplesPerSecond = news.samplesPerSecond;
        break;
      case 'epoch':
        state.epochs = [...state.epochs, news.event];
        break;
      case 'answers':
        state.answers = news.answers;
        this.show(this.#pixels);
        break;
      case 'classified':
        if (news.request === this.#request) state.drawing = news.probabilities;
        break;
      case 'ended':
        state.phase = 'done';
        state.testAccuracy = news.testAccuracy;
        break;
      case 'failed':
        state.phase = 'failed';
        state.message = news.message;
        break;
      default:
        news satisfies never;
    }
  }
}
