/** @file What the page knows of its run: the worker's news as reactive state. */
import type { EpochEndEvent } from '@manabi/trainer';
import TrainingWorker from './training-worker.ts?worker';
import type { Answer, TrainingNews, TrainingRequest } from './protocol.js';

export type Phase = 'idle' | 'preparing' | 'training' | 'done' | 'stopped' | 'failed';

interface TrainingState {
  phase: Phase;
  backend: string;
  epoch: number;
  share: number;
  samplesPerSecond: number;
  epochs: readonly EpochEndEvent[];
  answers: readonly Answer[];
  testAccuracy: number;
  /** What went wrong; empty when the worker could not be loaded. */
  message: string;
}

const untouched: TrainingState = {
  phase: 'idle',
  backend: '',
  epoch: 1,
  share: 0,
  samplesPerSecond: 0,
  epochs: [],
  answers: [],
  testAccuracy: 0,
  message: '',
};

/** Owns the training worker. */
export class TrainingSession {
  readonly state: TrainingState = $state({ ...untouched });
  #worker: Worker | undefined;

  /** Begins again from the same first weights. */
  start(): void {
    Object.assign(this.state, { ...untouched, phase: 'preparing' });
    this.#worker ??= this.#openWorker();
    this.#ask({ type: 'train' });
  }

  /** Ends the run at its next step; what it has learnt stays. */
  stop(): void {
    this.#ask({ type: 'stop' });
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
        state.samplesPerSecond = news.samplesPerSecond;
        break;
      case 'epoch':
        state.epochs = [...state.epochs, news.event];
        break;
      case 'answers':
        state.answers = news.answers;
        break;
      case 'ended':
        state.phase = news.outcome === 'completed' ? 'done' : 'stopped';
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
