import { datasetInfo, datasetNames, type DatasetInfo } from '@manabi/datasets';
import { cacheDirectory, dataDirectory, listLocalFiles } from '@manabi/datasets/node';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { count, shape } from '../terminal/figures.js';
import { print, printJson } from '../terminal/output.js';
import { table } from '../terminal/table.js';
import type { DataFolderOptions } from './command.js';
import { publishedNames } from './published-names.js';

type Place = 'embedded' | 'data' | 'cache' | 'incomplete' | 'absent';

const placeWords: Record<Place, string> = {
  embedded: 'part of manabi',
  data: 'in the data folder',
  cache: 'in the cache',
  incomplete: 'incomplete',
  absent: 'not downloaded',
};

async function placeOf({ name, files }: DatasetInfo, options: DataFolderOptions): Promise<Place> {
  if (files.length === 0) return 'embedded';
  const published = publishedNames.find((known) => known === name)!;
  const local = await listLocalFiles(published, options);
  const present = local.filter(({ sizeBytes }) => sizeBytes !== null);
  if (present.length === local.length) return local[0]!.place;
  return present.length === 0 ? 'absent' : 'incomplete';
}

/** `manabi data list`: every set that is known by name, and where it is. */
export async function listDatasets(options: DataFolderOptions): Promise<ExitCode> {
  const sets = await Promise.all(
    datasetNames.map(async (name) => {
      const info: DatasetInfo = datasetInfo(name);
      return { info, place: await placeOf(info, options) };
    }),
  );
  const cache = cacheDirectory(options);
  const dataDir = dataDirectory(options);
  if (options.json === true) {
    printJson({
      cacheDir: cache,
      dataDir: dataDir ?? null,
      datasets: sets.map(({ info, place }) => ({
        name: info.name,
        inputShape: info.inputShape,
        classes: info.classNames.en,
        sizes: info.sizes,
        licence: info.licence,
        place,
      })),
    });
    return exitCodes.done;
  }
  const columns = [
    { heading: 'data set' },
    { heading: 'shape' },
    { heading: 'classes', align: 'right' },
    { heading: 'train', align: 'right' },
    { heading: 'test', align: 'right' },
    { heading: 'licence' },
    { heading: 'here' },
  ] as const;
  const rows = sets.map(({ info, place }) => [
    info.name,
    shape(info.inputShape),
    String(info.classNames.en.length),
    count(info.sizes.train),
    count(info.sizes.test),
    info.licence,
    placeWords[place],
  ]);
  print(table(columns, rows));
  print(`\ncache: ${cache}`);
  if (dataDir !== undefined) print(`data folder: ${dataDir}`);
  print('Your own: idx:DIR (four IDX files), images:DIR (a folder of images for each class)');
  return exitCodes.done;
}
