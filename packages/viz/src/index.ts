/** @file Charts as scenes: one definition for the page, the report and the terminal. */
export { learningCurves, type LearningCurvesOptions } from './charts/learning-curves.js';
export type { EpochRecord, LearningRun } from './records/learning-run.js';
export {
  learningRateSchedule,
  type ScheduledRate,
  type LearningRateScheduleOptions,
} from './charts/learning-rate-schedule.js';
export { histogram, type HistogramOptions } from './charts/histogram.js';
export { gradientNorms, type LayerGradient } from './charts/gradient-norms.js';
export { layerWatch, type WatchedEpoch, type WatchedLayer } from './charts/layer-watch.js';
export {
  predictionBars,
  type PredictionRecord,
  type PredictionBarsOptions,
} from './charts/prediction-bars.js';
export {
  softmaxSteps,
  type SoftmaxRecord,
  type SoftmaxStepsOptions,
} from './charts/softmax-steps.js';
export {
  confusionMatrix,
  type ConfusionRecord,
  type ConfusionMatrixOptions,
} from './charts/confusion-matrix.js';
export { classTable, type ClassFigures, type ClassTableOptions } from './charts/class-table.js';
export { imageGrid, type LabelledImage, type ImageGridOptions } from './charts/image-grid.js';
export { pixelGrid, type PixelGridOptions } from './charts/pixel-grid.js';
export { colorPlanes, type ColorImage, type ColorPlanesOptions } from './charts/color-planes.js';
export { neuron, type NeuronInput, type NeuronRecord } from './charts/neuron.js';
export {
  activationFunction,
  type ActivationFunctionOptions,
} from './charts/activation-function.js';
export { networkDiagram, type NetworkDiagramOptions } from './charts/network-diagram.js';
export {
  decisionRegions,
  type LabelledPoint,
  type DecisionRecord,
} from './charts/decision-regions.js';
export {
  convolutionSteps,
  convolutionFrames,
  convolutionStep,
  type ConvolutionStepOptions,
} from './charts/convolution-step.js';
export { poolingStep, type PoolingRecord, type PoolingStepOptions } from './charts/pooling-step.js';
export { filterGrid, type FilterRecord, type FilterGridOptions } from './charts/filter-grid.js';
export {
  featureMapGrid,
  type FeatureMaps,
  type FeatureMapGridOptions,
} from './charts/feature-map-grid.js';
export { cnnOverview, cnnTraces, type CnnOverviewOptions } from './charts/cnn-overview.js';
export { colorLimits } from './calculations/map-levels.js';
export type {
  ColorRange,
  OverviewKind,
  OverviewLayer,
  OverviewPlace,
} from './records/overview-layer.js';
export type { ChartOptions } from './records/chart-options.js';
export type { GreyImage } from './records/grey-image.js';
export type { NetworkLayer, NetworkRecord, NetworkSelection } from './records/network-record.js';
export type { MatrixRecord } from './records/matrix-record.js';
export { activations, type NeuronActivation } from './calculations/activations.js';
export type { ConvolutionRecord } from './calculations/convolve.js';

export { renderAnsi, type RenderAnsiOptions } from './ansi/render-ansi.js';
export type { TerminalColor } from './ansi/terminal-color.js';
export { renderSvg, type RenderSvgOptions } from './svg/render-svg.js';
export { renderTableHtml } from './svg/render-table-html.js';

export type {
  CircleMark,
  Datum,
  GroupMark,
  ImageMark,
  Mark,
  MarkRole,
  PathMark,
  RectMark,
  TextMark,
} from './scene/mark.js';
export {
  toLevels,
  type ColoredPixels,
  type ImagePixels,
  type ScaledPixels,
} from './scene/image-pixels.js';
export type { DataTable, Scene } from './scene/scene.js';
export { SceneError, type SceneErrorCode } from './scene/scene-error.js';

export { contrastRatio } from './theme/contrast.js';
export type { Paint } from './theme/paint.js';
export type { ColorScaleName, Theme, Token } from './theme/theme.js';
export { darkTheme, lightTheme } from './theme/themes.js';
export type { Locale } from './text/locale.js';
export { roundToSum } from './text/round-to-sum.js';
