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
  readonly #worker: Worker;

  constructor() {
    this.#worker = new TrainingWorker();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<TrainingNews>) => {
      this.#hear(data);
    });
    this.#worker.addEventListener('error', (event) => {
      this.#hear({ type: 'failed', message: event.message });
    });
  }

  /** Begins again from the same first weights. */
  start(): void {
    Object.assign(this.state, { ...untouched, phase: 'preparing' });
    this.#ask({ type: 'train' });
  }

  /** Ends the run at its next step; what it has learnt stays. */
  stop(): void {
    this.#ask({ type: 'stop' });
  }

  dispose(): void {
    this.#worker.terminate();
  }

  #ask(request: TrainingRequest): void {
    this.#worker.postMessage(request);
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
