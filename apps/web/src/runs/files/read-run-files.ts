/** @file What is in the files that a reader chose: they may come from anyone, under any name. */
import {
  decodeModel,
  ModelFileError,
  ModelSpecError,
  resolveModel,
  weightsHash,
  type DecodedModel,
} from '@manabi/models';
import { decodeRunRecord, optimizerNames, TrainerError, type RunRecord } from '@manabi/trainer';
import { FileProblemError } from './file-problem.js';
import { isArchive, unpackFiles, type NamedBytes } from './run-archive.js';

export interface RunFiles {
  readonly model: DecodedModel | undefined;
  readonly record: RunRecord | undefined;
}

/** Of one file, and of all in an archive: as large as the largest model that can be built. */
const mostMegabytes = 600;

/** One of the files by what it holds. */
interface Part {
  readonly role: 'model' | 'record' | 'weights';
  readonly file: NamedBytes;
  /** Of JSON. */
  readonly text: string;
}

/** @throws FileProblemError for anything but a model, a record, or both of one run. */
export async function readRunFiles(files: readonly File[]): Promise<RunFiles> {
  const found = (await Promise.all(files.map(readFile))).flat();
  const parts = found.map(partOf).filter((part) => part !== undefined);
  const only = (role: Part['role']) => {
    const [part, ...more] = parts.filter((one) => one.role === role);
    if (part === undefined || more.length === 0) return part;
    throw new FileProblemError({
      kind: 'several',
      files: [part, ...more].map(({ file }) => file.name),
    });
  };
  const [manifest, weights, recorded] = [only('model'), only('weights'), only('record')];
  if (manifest === undefined && recorded === undefined) {
    if (weights !== undefined) throw new FileProblemError({ kind: 'missing-model' });
    throw new FileProblemError({ kind: 'unknown-files', files: found.map(({ name }) => name) });
  }
  if (manifest !== undefined && weights === undefined) {
    throw new FileProblemError({ kind: 'missing-weights' });
  }
  if (manifest === undefined && weights !== undefined) {
    throw new FileProblemError({ kind: 'missing-model' });
  }
  const model = manifest && weights && readModel(manifest, weights);
  const record = recorded && readRecord(recorded);
  if (model && record && weightsHash(model.model) !== record.weightsSha256) {
    throw new FileProblemError({ kind: 'other-record' });
  }
  return { model, record };
}

async function readFile(file: File): Promise<readonly NamedBytes[]> {
  const tooLarge = { kind: 'too-large', file: file.name, mostMegabytes } as const;
  const mostBytes = mostMegabytes * 1e6;
  if (file.size > mostBytes) throw new FileProblemError(tooLarge);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isArchive(bytes)) return [{ name: file.name, bytes }];
  try {
    return unpackFiles(bytes, mostBytes);
  } catch (error) {
    throw damaged(file.name, error);
  }
}

/** By its contents, since browsers number the files that they save. */
function partOf(file: NamedBytes): Part | undefined {
  if (/\.bin$/i.test(file.name)) return { role: 'weights', file, text: '' };
  const text = utf8(file.bytes);
  const format = text === undefined ? undefined : formatOf(file, text);
  if (text === undefined || format === undefined) return undefined;
  if (format === 'manabi-model') return { role: 'model', file, text };
  return format.startsWith('manabi-run/') ? { role: 'record', file, text } : undefined;
}

/** Undefined for bytes that are no JSON. */
function utf8(bytes: Uint8Array): string | undefined {
  // The text of the largest model takes less than a hundredth of this.
  if (bytes.length > 2 ** 26) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function formatOf({ name }: NamedBytes, text: string): string | undefined {
  try {
    const { format } = (JSON.parse(text) ?? {}) as { format?: unknown };
    return typeof format === 'string' ? format : undefined;
  } catch (error) {
    if (/\.json$/i.test(name)) throw damaged(name, error);
    return undefined;
  }
}

function readModel(manifest: Part, weights: Part): DecodedModel {
  try {
    return decodeModel(manifest.text, weights.file.bytes);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    const { code, message } = error;
    if (code === 'wrongLength' || code === 'wrongChecksum') {
      throw new FileProblemError({ kind: 'other-weights', message });
    }
    if (code === 'wrongVersion') throw otherVersion(manifest);
    throw damaged(manifest.file.name, error);
  }
}

function readRecord(recorded: Part): RunRecord {
  if (!/"format":\s*"manabi-run\/1"/.test(recorded.text)) throw otherVersion(recorded);
  try {
    const record = decodeRunRecord(recorded.text);
    checkRecord(record);
    return record;
  } catch (error) {
    if (error instanceof TrainerError || error instanceof ModelSpecError) {
      throw damaged(recorded.file.name, error);
    }
    throw error;
  }
}

/** What a page that shows a record relies on, beyond its form. */
function checkRecord({ spec, settings, test }: RunRecord): void {
  const { classes } = resolveModel(spec);
  const { type, ...figures } = settings.optimizer;
  const isKnown =
    optimizerNames.includes(type) &&
    Object.values(figures).every((figure) => typeof figure === 'number');
  if (!isKnown) throw refused('settings.optimizer', `one of ${optimizerNames.join(', ')}`);
  const rows = test?.confusionMatrix ?? [];
  const isSquare = rows.every(({ length }) => length === classes);
  if (test !== null && !(rows.length === classes && isSquare)) {
    throw refused(
      'test.confusionMatrix',
      `${classes} rows of ${classes}, as the model has outputs`,
    );
  }
}

function refused(place: string, expected: string): TrainerError {
  return new TrainerError('bad-record', {
    where: `run record ${place}`,
    ...{ expected, got: 'something else', remedy: 'use the file as manabi wrote it' },
  });
}

function otherVersion({ file }: Part): FileProblemError {
  return new FileProblemError({ kind: 'other-version', file: file.name });
}

function damaged(file: string, error: unknown): FileProblemError {
  const message = error instanceof Error ? error.message : String(error);
  return new FileProblemError({ kind: 'damaged', file, message });
}
