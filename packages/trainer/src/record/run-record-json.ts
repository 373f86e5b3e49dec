import { TrainerError } from '../trainer-error.js';
import { readSchema } from './read-schema.js';
import { runDescriptionSchema, runRecordSchema } from './record-schema.js';
import { runRecordFormat, type RunDescription, type RunRecord } from './run-record.js';

/** A record as the text of its file. */
export function encodeRunRecord(record: RunRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/**
 * Reads a record, which may come from anyone.
 *
 * @throws TrainerError `bad-record`: no JSON, of something else, or not as `RunRecord` says.
 */
export function decodeRunRecord(json: string): RunRecord {
  const remedy = 'choose a file that manabi train --record wrote';
  const where = 'run record';
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const got = error instanceof Error ? error.message : String(error);
    throw new TrainerError('bad-record', { where, expected: 'JSON', got, remedy });
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (format !== runRecordFormat) {
    const got = format === undefined ? 'no format' : JSON.stringify(format);
    const expected = `format "${runRecordFormat}"`;
    throw new TrainerError('bad-record', { where, expected, got, remedy });
  }
  return readSchema(where, runRecordSchema, value, remedy);
}

/**
 * Reads the description of a run from a JSON value, which may come from anyone.
 *
 * @param where - what it was read from, for errors.
 * @throws TrainerError `bad-record`.
 */
export function readRunDescription(where: string, value: unknown): RunDescription {
  const remedy = 'use what this version of manabi wrote';
  return readSchema(where, runDescriptionSchema, value, remedy);
}
