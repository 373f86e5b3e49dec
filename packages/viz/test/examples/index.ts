import type { ChartExample } from './chart-example.js';
import { learningCurvesExample } from './learning-curves.js';
import { pixelGridExample } from './pixel-grid.js';
import { predictionBarsExample } from './prediction-bars.js';

/** Every chart's example, in the order of the gallery. */
export const examples: readonly ChartExample[] = [
  learningCurvesExample,
  predictionBarsExample,
  pixelGridExample,
];
