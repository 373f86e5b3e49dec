import { listLocalFiles, verifyLocalFiles, type VerifiedFile } from '@manabi/datasets/node';
import type { PublishedDatasetName } from '@manabi/datasets';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { bytes } from '../terminal/figures.js';
import { print, printJson } from '../terminal/output.js';
import { table } from '../terminal/table.js';
import type { DataFolderOptions } from './command.js';
import { publishedName, publishedNames } from './published-names.js';

/** `manabi data verify`: sizes and checksums; changes nothing. */
export async function verifyDatasets(
  words: readonly string[],
  options: DataFolderOptions,
): Promise<ExitCode> {
  const names = words.length > 0 ? words.map(publishedName) : await namesOnThisMachine(options);
  const sets: { dataset: PublishedDatasetName; files: readonly VerifiedFile[] }[] = [];
  for (const dataset of names) {
    sets.push({ dataset, files: await verifyLocalFiles(dataset, options) });
  }
  if (options.json === true) {
    printJson({
      datasets: sets.map(({ dataset, files }) => ({
        name: dataset,
        files: files.map(({ error, ...file }) => ({ ...file, error: error?.message ?? null })),
      })),
    });
  } else {
    report(sets);
  }
  const isWhole = sets.every(({ files }) => files.every(isGood));
  return isWhole ? exitCodes.done : exitCodes.badFile;
}

function isGood({ status }: VerifiedFile): boolean {
  return status === 'verified' || status === 'unverified';
}

async function namesOnThisMachine(options: DataFolderOptions): Promise<PublishedDatasetName[]> {
  const found = await Promise.all(
    publishedNames.map(async (name) => {
      const files = await listLocalFiles(name, options);
      return files.some(({ sizeBytes }) => sizeBytes !== null) ? [name] : [];
    }),
  );
  return found.flat();
}

function report(sets: readonly { dataset: string; files: readonly VerifiedFile[] }[]): void {
  if (sets.length === 0) {
    print('No downloaded data set on this machine; manabi data fetch NAME gets one.');
    return;
  }
  const rows = sets.flatMap(({ dataset, files }) =>
    files.map((file) => [
      dataset,
      file.name,
      file.sizeBytes === null ? '' : bytes(file.sizeBytes),
      file.status,
    ]),
  );
  print(
    table(
      [
        { heading: 'data set' },
        { heading: 'file' },
        { heading: 'size', align: 'right' },
        { heading: 'status' },
      ],
      rows,
    ),
  );
  for (const { error, status, path } of sets.flatMap(({ files }) => files)) {
    if (error !== null) print(error.message);
    else if (status === 'missing') print(`missing: ${path}`);
  }
}
