/** What to tell a reader whose tests on real images were skipped. */
export const dataDirectoryHelp =
  'real images are absent; set MANABI_DATA_DIR to a folder that holds mnist/ and fashion-mnist/.';

/** The folder with real data sets that `MANABI_DATA_DIR` names, or undefined. */
export function dataDirectory(): string | undefined {
  const directory = process.env.MANABI_DATA_DIR;
  return directory === undefined || directory === '' ? undefined : directory;
}
