export type {
  CorruptCacheEvent,
  DatasetEvent,
  DownloadEvent,
  MirrorFailedEvent,
} from '../published/dataset-event.js';
export { browserCacheName } from './browser-cache.js';
export { loadIdxFiles } from './idx-files.js';
export {
  type LoadDatasetsOptions,
  type PublishedDatasetOptions,
  loadDatasets,
  loadPublishedDataset,
} from './load-datasets.js';
