/** @file A page that trains in a worker, as the web app does, or on its own thread. */
import { trainByPlan, type PlanTrained, type PlanTraining } from './train-by-plan.js';

interface Answer {
  readonly trained?: PlanTrained;
  readonly failure?: string;
}

function trainInWorker(training: PlanTraining): Promise<PlanTrained> {
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PlanTrained>((resolve, reject) => {
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.trained === undefined) reject(new Error(data.failure));
      else resolve(data.trained);
    };
    worker.postMessage(training);
  }).finally(() => {
    worker.terminate();
  });
}

Object.assign(globalThis, { trainByPlan, trainInWorker });
