import path from 'node:path';
import envPaths from 'env-paths';

/** Where data comes from and is kept; each falls back to the environment. */
export interface DirectoryOptions {
  /**
   * Folder that holds `mnist/`, `fashion-mnist/` or `kmnist/` with their IDX files, gzipped or
   * plain; read without network. Default `MANABI_DATA_DIR`, else none; empty: none.
   */
  readonly dataDir?: string | undefined;
  /** Folder of downloaded files. Default `MANABI_CACHE_DIR`, else the user's cache folder. */
  readonly cacheDir?: string | undefined;
}

/** The folder with the user's own copies of published sets, or undefined. */
export function dataDirectory({ dataDir }: DirectoryOptions = {}): string | undefined {
  const directory = dataDir ?? process.env.MANABI_DATA_DIR;
  return directory === undefined || directory === '' ? undefined : path.resolve(directory);
}

/** The folder where downloads are kept. */
export function cacheDirectory({ cacheDir }: DirectoryOptions = {}): string {
  const directory = cacheDir ?? process.env.MANABI_CACHE_DIR;
  if (directory !== undefined && directory !== '') return path.resolve(directory);
  return path.join(envPaths('manabi', { suffix: '' }).cache, 'datasets');
}
