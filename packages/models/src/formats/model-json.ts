import * as z from 'zod/mini';
import { boundedArray } from '../json/bounded-array.js';
import { describeValue } from '../json/describe-value.js';
import { readSchema } from '../json/read-schema.js';
import { maxLayers } from '../shape/limits.js';
import { resolveModel } from '../shape/resolve-model.js';
import type { ResolvedModel } from '../shape/resolved-model.js';
import { ModelSpecError } from '../spec/model-spec-error.js';
import type { ModelSpec } from '../model-spec.js';
import { ModelFileError } from './model-file-error.js';
import { readMetadata, type ModelMetadata } from './model-metadata.js';
import { layoutByteLength, weightLayout, type StoredTensor } from './weight-layout.js';

export const formatName = 'manabi-model';
export const formatVersion = 1;

/** Characters of `model.json` at most: over ten times what the largest allowed model needs. */
export const maxJsonLength = 2 ** 22;

/** What `model.json` says, checked. */
export interface ModelManifest {
  readonly model: ResolvedModel;
  readonly metadata: ModelMetadata;
  readonly layout: readonly StoredTensor[];
  /** Length of `weights.bin`. */
  readonly byteLength: number;
  /** Of `weights.bin`, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** A kernel and a bias for each layer. */
const maxTensors = 2 * maxLayers;

const count = z.int('a whole number from 0').check(z.gte(0, 'a whole number from 0'));
const hash = z.string('64 hexadecimal digits');

const manifestSchema = z.strictObject(
  {
    format: z.literal(formatName),
    version: z.literal(formatVersion),
    spec: z.exactOptional(z.unknown()),
    weights: z.strictObject(
      {
        byteLength: count,
        sha256: hash.check(z.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')),
        tensors: boundedArray(
          z.strictObject(
            {
              name: z.string('a name'),
              shape: boundedArray(count, [1, 4], 'one to four dimensions'),
              dtype: z.literal('float32', 'float32'),
              byteOffset: count,
              byteLength: count,
            },
            { error: 'an object' },
          ),
          [0, maxTensors],
          `a list of at most ${maxTensors} tensors`,
        ),
      },
      { error: 'an object' },
    ),
    metadata: z.exactOptional(z.unknown()),
  },
  { error: 'an object' },
);

/**
 * Reads and checks `model.json`.
 *
 * @param file - what to call it in errors.
 * @throws ModelFileError
 */
export function readModelJson(json: string, file: string): ModelManifest {
  const value = parseJson(json, file);
  checkFormat(value, file);
  const manifest = readSchema(manifestSchema, value);
  if (!manifest.ok) {
    throw new ModelFileError('wrongValue', { file, path: manifest.path }, manifest.text);
  }
  const { spec, weights, metadata } = manifest.value;
  const model = readSpec(spec, file);
  const layout = weightLayout(model);
  checkTensors(layout, weights.tensors, file);
  const byteLength = layoutByteLength(layout);
  if (weights.byteLength !== byteLength) {
    const text = `expects ${byteLength} for this specification, got ${weights.byteLength}`;
    throw new ModelFileError('wrongTensors', { file, path: 'weights.byteLength' }, text);
  }
  const checked = readMetadata(model, metadata);
  if (!checked.ok) {
    const path = checked.path === '' ? 'metadata' : `metadata.${checked.path}`;
    throw new ModelFileError('invalidMetadata', { file, path }, checked.text);
  }
  return { model, metadata: checked.value, layout, byteLength, sha256: weights.sha256 };
}

function parseJson(json: string, file: string): unknown {
  if (json.length > maxJsonLength) {
    const text = `expects at most ${maxJsonLength} characters, got ${json.length}`;
    throw new ModelFileError('tooLarge', { file }, text);
  }
  try {
    return JSON.parse(json);
  } catch (error) {
    const text = 'expects JSON, got something else; it may be cut off, save or copy it again';
    throw new ModelFileError('notJson', { file }, text, error);
  }
}

/** First of all, so that files of other programs and versions are called what they are. */
function checkFormat(value: unknown, file: string): void {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== formatName) {
    const text = `expects "${formatName}", got ${describeValue(format)}; choose a folder that manabi saved a model in`;
    throw new ModelFileError('wrongFormat', { file, path: 'format' }, text);
  }
  if (version !== formatVersion) {
    const text = `expects ${formatVersion}, got ${describeValue(version)}; read it with the version of manabi that wrote it`;
    throw new ModelFileError('wrongVersion', { file, path: 'version' }, text);
  }
}

function readSpec(spec: unknown, file: string): ResolvedModel {
  try {
    return resolveModel(spec as ModelSpec);
  } catch (error) {
    if (!(error instanceof ModelSpecError)) throw error;
    throw new ModelFileError('invalidSpec', { file, path: 'spec' }, error.message, error);
  }
}

/** The list in the file must be the one that follows from the specification. */
function checkTensors(
  expected: readonly StoredTensor[],
  found: readonly StoredTensor[],
  file: string,
): void {
  for (let i = 0; i < Math.max(expected.length, found.length); i++) {
    if (isSameTensor(expected[i], found[i])) continue;
    const text = `expects ${tensorText(expected[i])} for this specification, got ${tensorText(found[i])}`;
    throw new ModelFileError('wrongTensors', { file, path: `weights.tensors[${i}]` }, text);
  }
}

function isSameTensor(a: StoredTensor | undefined, b: StoredTensor | undefined): boolean {
  return (
    a?.name === b?.name &&
    a?.byteOffset === b?.byteOffset &&
    a?.byteLength === b?.byteLength &&
    a?.shape.join() === b?.shape.join()
  );
}

function tensorText(tensor: StoredTensor | undefined): string {
  if (tensor === undefined) return 'nothing';
  const { name, shape, byteOffset, byteLength } = tensor;
  return `${describeValue(name)} ${describeValue(shape)} in bytes ${byteOffset} to ${byteOffset + byteLength}`;
}
