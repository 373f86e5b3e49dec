import type { TrainTestDatasets } from '../dataset.js';
import { idxRole } from '../idx/idx-file-names.js';
import { idxTrainTest } from '../idx/idx-train-test.js';
import { type Bytes, isGzip, maxUnpackedBytes } from '../published/gzip.js';
import { gunzip } from './gunzip.js';

/**
 * Reads the four IDX files that a user chose or dropped, gzipped or plain; other files are ignored.
 *
 * @param name - what to call the set.
 */
export async function loadIdxFiles(
  name: string,
  files: readonly File[],
): Promise<TrainTestDatasets> {
  return idxTrainTest({
    name,
    where: name,
    async read({ part, holds }) {
      const file = files.find((candidate) => {
        const role = idxRole(candidate.name);
        return role?.part === part && role.holds === holds;
      });
      if (file === undefined) return undefined;
      const bytes: Bytes = new Uint8Array(await file.arrayBuffer());
      return {
        path: file.name,
        bytes: isGzip(bytes) ? await gunzip(bytes, maxUnpackedBytes, file.name) : bytes,
      };
    },
  });
}
