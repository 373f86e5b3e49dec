import type { ChartExample } from './chart-example.js';
import { activationFunctionExample } from './activation-function.js';
import { classTableExample } from './class-table.js';
import { cnnOverviewExample } from './cnn-overview.js';
import { colorPlanesExample } from './color-planes.js';
import { confusionMatrixExample } from './confusion-matrix.js';
import { convolutionStepExample } from './convolution-step.js';
import { decisionRegionsExample } from './decision-regions.js';
import { featureMapGridExample } from './feature-map-grid.js';
import { filterGridExample } from './filter-grid.js';
import { gradientNormsExample } from './gradient-norms.js';
import { layerWatchExample } from './layer-watch.js';
import { histogramExample } from './histogram.js';
import { imageGridExample } from './image-grid.js';
import { learningCurvesExample } from './learning-curves.js';
import { learningRateScheduleExample } from './learning-rate-schedule.js';
import { networkDiagramExample } from './network-diagram.js';
import { neuronExample } from './neuron.js';
import { pixelGridExample } from './pixel-grid.js';
import { poolingStepExample } from './pooling-step.js';
import { predictionBarsExample } from './prediction-bars.js';
import { softmaxStepsExample } from './softmax-steps.js';

/** Every chart's example, in the order of the gallery. */
export const examples: readonly ChartExample[] = [
  learningCurvesExample,
  learningRateScheduleExample,
  histogramExample,
  gradientNormsExample,
  layerWatchExample,
  predictionBarsExample,
  softmaxStepsExample,
  confusionMatrixExample,
  classTableExample,
  imageGridExample,
  pixelGridExample,
  colorPlanesExample,
  neuronExample,
  activationFunctionExample,
  networkDiagramExample,
  decisionRegionsExample,
  convolutionStepExample,
  poolingStepExample,
  filterGridExample,
  featureMapGridExample,
  cnnOverviewExample,
];
