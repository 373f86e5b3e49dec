export type { Dataset, Normalization, TrainTestDatasets } from './dataset.js';
