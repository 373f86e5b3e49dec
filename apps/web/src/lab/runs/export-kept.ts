/** @file Any kept run as files, whichever run is open. */
import type { RunArchive } from '../../runs/files/export-run.js';
import type { StoredRun } from '../../runs/stored-run.js';
import { FaultError } from '../../training/fault.js';
import { TrainingSession } from '../../training/training-session.svelte.js';

/** In a worker of its own: the run that is open goes on meanwhile. @throws a fault. */
export async function exportKept({ id, hasWeights }: StoredRun): Promise<RunArchive> {
  const session = new TrainingSession();
  try {
    if (!hasWeights) return await session.bench.exportRecord(id);
    if (!(await session.open(id))) throw new FaultError(session.refusal!);
    return await session.bench.exportRun();
  } finally {
    session.dispose();
  }
}

/** Puts a file among the reader's downloads. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
