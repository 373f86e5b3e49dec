import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { readSchema } from '../record/read-schema.js';
import { TrainerError } from '../trainer-error.js';
import {
  arrayGroup,
  callbackGroup,
  checkpointArrays,
  packArrays,
  unpackArrays,
} from './checkpoint-arrays.js';
import { checkpointFormat, checkpointSchema } from './checkpoint-schema.js';
import type { CallbackState, TrainingCheckpoint } from './training-checkpoint.js';

/** A checkpoint as a text and a block of bytes, wherever they are kept. */
export interface EncodedCheckpoint {
  /** The last key, `sha256`, is that of everything before it and of the bytes. */
  readonly json: string;
  /** Weights, optimiser slots and the models that callbacks keep, as float32. */
  readonly arrays: Uint8Array<ArrayBuffer>;
}

/** {@link decodeCheckpoint} gives back the same bits. */
export function encodeCheckpoint(checkpoint: TrainingCheckpoint): EncodedCheckpoint {
  const { optimizer, callbacks, history } = checkpoint;
  const byName = checkpointArrays(checkpoint);
  const arrays = packArrays(byName.values());
  const body = {
    format: checkpointFormat,
    ...checkpoint,
    weights: undefined,
    optimizer: undefined,
    history: history.map((epoch) => ({ ...epoch, type: undefined })),
    optimizerStep: optimizer.step,
    callbacks: callbacks.map(({ values, model }) => ({ values, hasModel: model !== null })),
    arrays: [...byName].map(([name, { length }]) => [name, length]),
  };
  return { json: JSON.stringify({ ...body, sha256: hashOf(body, arrays) }), arrays };
}

/**
 * Reads a checkpoint; one that is damaged or cut off gives an error and nothing else.
 *
 * @throws TrainerError `bad-checkpoint`, or `bad-record` for a value that is not as expected.
 */
export function decodeCheckpoint({ json, arrays }: EncodedCheckpoint): TrainingCheckpoint {
  const { sha256: expected, ...body } = parse(json);
  const got = hashOf(body, arrays);
  if (got !== expected) throw damaged(`the bytes with SHA-256 ${String(expected)}`, got);
  const remedy = 'resume from another checkpoint, or with the version of manabi that wrote it';
  const known = readSchema('checkpoint', checkpointSchema, body, remedy);
  const { spec, settings, backend, engine, trainSize, position, bestEpoch, ending } = known;
  const byName = unpackArrays(arrays, known.arrays);
  const callbacks = known.callbacks.map(({ values, hasModel }, index): CallbackState => {
    const weights = arrayGroup(byName, callbackGroup(index));
    return { values, model: hasModel ? { spec, weights } : null };
  });
  return {
    ...{ spec, settings, backend, engine, trainSize, position, bestEpoch, ending },
    history: known.history.map((epoch) => ({ type: 'epochEnd', ...epoch })),
    learningRate: known.learningRate,
    weights: arrayGroup(byName, 'weights'),
    optimizer: { step: known.optimizerStep, slots: arrayGroup(byName, 'optimizer') },
    unread: known.unread,
    callbacks,
  };
}

function hashOf(body: object, arrays: Uint8Array): string {
  const hash = sha256
    .create()
    .update(utf8ToBytes(JSON.stringify(body)))
    .update(arrays);
  return bytesToHex(hash.digest());
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    throw damaged('an object', json.slice(0, 40));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw damaged('JSON', error.message);
  }
}

function damaged(expected: string, got: string): TrainerError {
  const remedy = 'it is damaged or cut off; resume from another checkpoint';
  return new TrainerError('bad-checkpoint', { where: 'checkpoint', expected, got, remedy });
}
