import { trainByPlan, type PlanTraining } from './train-by-plan.js';

addEventListener('message', ({ data }: MessageEvent<PlanTraining>) => {
  trainByPlan(data).then(
    (trained) => {
      postMessage({ trained });
    },
    (error: unknown) => {
      postMessage({ failure: String(error) });
    },
  );
});
