/** @file A run of this browser as files: those that the command line writes. */
import { encodeModel } from '@manabi/models';
import { encodeRunRecord, type RunRecord } from '@manabi/trainer';
import { datasetOf } from './data-reference.js';
import { fileName } from './file-name.js';
import { recordRun, type RecordedRun, type RecordObstacle } from './record-run.js';
import { packFiles } from './run-archive.js';

/** A zip with one folder: `model.json`, `weights.bin`, and `run.json` where there is a record. */
export interface RunArchive {
  /** Such as `mlp-iris.zip`. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Why there is no record in it; null where there is. */
  readonly obstacle: RecordObstacle | null;
}

export interface ExportedRun extends RecordedRun {
  readonly name: string;
}

export async function exportRun(exported: ExportedRun): Promise<RunArchive> {
  const { run, data } = exported;
  const { classNames, normalization } = data;
  const dataset = datasetOf(data);
  const { json, weights } = encodeModel(await run.present(), {
    ...{ classNames, normalization },
    ...(dataset !== undefined && { dataset }),
  });
  const record = await recordRun(exported);
  const isRecord = typeof record !== 'string';
  const folder = fileName(exported.name);
  const bytes = packFiles(folder, [
    { name: 'model.json', bytes: utf8(json) },
    { name: 'weights.bin', bytes: weights },
    ...(isRecord ? [{ name: 'run.json', bytes: utf8(encodeRunRecord(record)) }] : []),
  ]);
  return { name: `${folder}.zip`, bytes, obstacle: isRecord ? null : record };
}

/** A zip with one folder, which holds `run.json` alone. */
export function exportRecord(name: string, record: RunRecord): RunArchive {
  const folder = fileName(name);
  const bytes = packFiles(folder, [{ name: 'run.json', bytes: utf8(encodeRunRecord(record)) }]);
  return { name: `${folder}.zip`, bytes, obstacle: null };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
