import TrainingWorker from './training-worker.ts?worker';

/** A training worker that knows where the site's data lies. */
export function openTrainingWorker(): Worker {
  const data = new URL('data/', document.baseURI).href;
  return new TrainingWorker({ name: new URLSearchParams({ data }).toString() });
}
