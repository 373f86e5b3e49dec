export type {
  CorruptCacheEvent,
  DatasetEvent,
  DownloadEvent,
  MirrorFailedEvent,
} from '../published/dataset-event.js';
export {
  type LocalFile,
  type VerifiedFile,
  listLocalFiles,
  verifyLocalFiles,
} from './dataset-files.js';
export { type DirectoryOptions, cacheDirectory, dataDirectory } from './directories.js';
export { loadIdxFolder } from './idx-folder.js';
export { type ImageFolderOptions, loadImageFolder } from './image-folder.js';
export { type LoadDatasetsOptions, loadDatasets } from './load-datasets.js';
export {
  type PublishedDatasetOptions,
  fetchPublishedDataset,
  loadPublishedDataset,
  obtainPublishedFiles,
} from './published-datasets.js';
