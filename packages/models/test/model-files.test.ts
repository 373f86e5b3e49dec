import {
  decodeModel,
  encodeModel,
  initializeModel,
  mlp,
  ModelArgumentError,
  ModelFileError,
  type Model,
  type ModelMetadata,
} from '@manabi/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const model = initializeModel(mlp({ inputShape: [3], classes: 2, hidden: [4] }), { seed: 1 });
const metadata: ModelMetadata = {
  dataset: 'iris',
  classNames: ['small', '大'],
  normalization: { kind: 'standardize', mean: [1, 2, 3], deviation: [1, 0.5, 2] },
};
const files = encodeModel(model, metadata);

/** `model.json` as data, to be damaged. */
interface ModelJson {
  [key: string]: unknown;
  spec?: Record<string, unknown>;
  weights: { [key: string]: unknown; tensors: Record<string, unknown>[] };
  metadata?: Record<string, unknown>;
}

function damaged(change: (json: ModelJson) => void): string {
  const json = JSON.parse(files.json) as ModelJson;
  change(json);
  return JSON.stringify(json);
}

/** The error that reading gives; anything but a ModelFileError fails the test. */
function refused(json: string, weights = files.weights): ModelFileError {
  try {
    decodeModel(json, weights);
  } catch (error) {
    expect(error).toBeInstanceOf(ModelFileError);
    return error as ModelFileError;
  }
  throw new Error('expected a ModelFileError');
}

function bits(values: Float32Array | undefined): number[] {
  return [...new Uint32Array(values!.buffer, values!.byteOffset, values!.length)];
}

describe('encodeModel and decodeModel', () => {
  it('give back the same specification, weights and metadata', () => {
    expect(decodeModel(files.json, files.weights)).toEqual({ model, metadata });
    expect(decodeModel(encodeModel(model).json, files.weights).metadata).toEqual({});
  });

  it('give back every bit of every float32, the payload of a NaN and the sign of a zero too', () => {
    const spec = {
      inputShape: [2],
      layers: [{ type: 'dense', units: 2, useBias: false }],
    } as const;
    const words = fc.uint32Array({ minLength: 4, maxLength: 4 });
    const special = Uint32Array.of(0x7fc0dead, 0xffa00001, 0x80000000, 0x00000001);
    fc.assert(
      fc.property(words, (values) => {
        const original: Model = {
          spec,
          weights: { 'dense1/kernel': new Float32Array(values.slice().buffer) },
        };
        const { json, weights } = encodeModel(original);
        const read = decodeModel(json, weights).model;
        expect(bits(read.weights['dense1/kernel'])).toEqual([...values]);
      }),
      { examples: [[special]] },
    );
  });

  it('store little-endian numbers in the order of the list', () => {
    const spec = { inputShape: [1], layers: [{ type: 'dense', units: 1 }] } as const;
    const weights = { 'dense1/bias': Float32Array.of(-2), 'dense1/kernel': Float32Array.of(1) };
    expect([...encodeModel({ spec, weights }).weights]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]);
  });

  it('read weights that lie at an odd place in a larger buffer', () => {
    const buffer = new Uint8Array(files.weights.length + 3);
    buffer.set(files.weights, 3);
    expect(decodeModel(files.json, buffer.subarray(3)).model).toEqual(model);
  });

  it.each<[string, Model, ModelMetadata, string]>([
    ['a weight that is missing', { ...model, weights: {} }, {}, 'missingWeight'],
    [
      'a weight of the wrong length',
      { ...model, weights: { ...model.weights, 'dense1/bias': new Float32Array(3) } },
      {},
      'weightShape',
    ],
    [
      'a weight too many',
      { ...model, weights: { ...model.weights, 'other/bias': new Float32Array(3) } },
      {},
      'unknownWeight',
    ],
    ['class names for other classes', model, { classNames: ['one'] }, 'metadata'],
  ])('refuse to write %s', (_, wrong, about, code) => {
    const attempt = () => encodeModel(wrong, about);
    expect(attempt).toThrow(ModelArgumentError);
    expect(attempt).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('model.json from a stranger', () => {
  const deep = 100_000;
  it.each<[what: string, json: string, code: string, path: string]>([
    ['nothing', '', 'notJson', ''],
    ['half of itself', files.json.slice(0, files.json.length / 2), 'notJson', ''],
    ['other JSON', '[]', 'wrongFormat', 'format'],
    ['null', 'null', 'wrongFormat', 'format'],
    ['a number', '5', 'wrongFormat', 'format'],
    ['a model of TensorFlow.js', '{"format":"layers-model"}', 'wrongFormat', 'format'],
    [
      'a format inherited from a prototype',
      '{"__proto__":{"format":"manabi-model","version":1}}',
      'wrongFormat',
      'format',
    ],
    ['a later version', damaged((json) => (json.version = 2)), 'wrongVersion', 'version'],
    ['an unknown key', damaged((json) => (json.extra = 1)), 'wrongValue', ''],
    [
      'a prototype key',
      files.json.replace('"spec"', '"__proto__": {"polluted": true}, "spec"'),
      'wrongValue',
      '',
    ],
    ['a specification of nothing', damaged((json) => (json.spec = {})), 'invalidSpec', 'spec'],
    [
      'a specification with a prototype key',
      files.json.replace('"units": 4', '"units": 4, "__proto__": {"units": 5}'),
      'invalidSpec',
      'spec',
    ],
    [
      'a specification beyond memory',
      damaged((json) => (json.spec!.inputShape = [2 ** 24, 2 ** 24, 2 ** 24])),
      'invalidSpec',
      'spec',
    ],
    [
      'deep nesting',
      files.json.replace('"spec": {', `"spec": ${'['.repeat(deep)}${']'.repeat(deep)}, "x": {`),
      'wrongValue',
      '',
    ],
    [
      'deep nesting in the specification',
      files.json.replace('"units": 4', `"units": ${'['.repeat(deep)}${']'.repeat(deep)}`),
      'invalidSpec',
      'spec',
    ],
    ['more than the limit', `${files.json}${' '.repeat(2 ** 22)}`, 'tooLarge', ''],
    [
      'no list of weights',
      damaged((json) => (json.weights.tensors = [])),
      'wrongTensors',
      'weights.tensors[0]',
    ],
    [
      'a weight too few',
      damaged((json) => json.weights.tensors.pop()),
      'wrongTensors',
      'weights.tensors[3]',
    ],
    [
      'a weight too many',
      damaged((json) => json.weights.tensors.push(json.weights.tensors[0]!)),
      'wrongTensors',
      'weights.tensors[4]',
    ],
    [
      'a weight with the name of a built-in',
      damaged((json) => (json.weights.tensors[0]!.name = '__proto__')),
      'wrongTensors',
      'weights.tensors[0]',
    ],
    [
      'a million weights',
      damaged((json) => (json.weights.tensors = Array<Record<string, unknown>>(1e6).fill({}))),
      'wrongValue',
      'weights.tensors',
    ],
    [
      'overlapping weights',
      damaged((json) => (json.weights.tensors[1]!.byteOffset = 0)),
      'wrongTensors',
      'weights.tensors[1]',
    ],
    [
      'an offset beyond the file',
      damaged((json) => (json.weights.tensors[3]!.byteOffset = 2 ** 40)),
      'wrongTensors',
      'weights.tensors[3]',
    ],
    [
      'a negative offset',
      damaged((json) => (json.weights.tensors[0]!.byteOffset = -4)),
      'wrongValue',
      'weights.tensors[0].byteOffset',
    ],
    [
      'a huge shape',
      damaged((json) => (json.weights.tensors[0]!.shape = [2 ** 40, 2 ** 40])),
      'wrongTensors',
      'weights.tensors[0]',
    ],
    [
      'a shape of text',
      damaged((json) => (json.weights.tensors[0]!.shape = '3,4')),
      'wrongValue',
      'weights.tensors[0].shape',
    ],
    [
      'another number format',
      damaged((json) => (json.weights.tensors[0]!.dtype = 'float16')),
      'wrongValue',
      'weights.tensors[0].dtype',
    ],
    [
      'a length that is not that of its weights',
      damaged((json) => (json.weights.byteLength = 2 ** 40)),
      'wrongTensors',
      'weights.byteLength',
    ],
    [
      'a checksum that is none',
      damaged((json) => (json.weights.sha256 = 'zz')),
      'wrongValue',
      'weights.sha256',
    ],
    [
      'class names for other classes',
      damaged((json) => (json.metadata!.classNames = ['one'])),
      'invalidMetadata',
      'metadata.classNames',
    ],
    [
      'a normalisation for other inputs',
      damaged(
        (json) =>
          (json.metadata!.normalization = { kind: 'standardize', mean: [1], deviation: [1] }),
      ),
      'invalidMetadata',
      'metadata.normalization.mean',
    ],
    [
      'a deviation of zero',
      damaged(
        (json) =>
          (json.metadata!.normalization = {
            kind: 'standardize',
            mean: [1, 2, 3],
            deviation: [1, 0, 1],
          }),
      ),
      'invalidMetadata',
      'metadata.normalization.deviation',
    ],
    ['no specification', damaged((json) => delete json.spec), 'invalidSpec', 'spec'],
    ['no metadata', damaged((json) => delete json.metadata), 'invalidMetadata', 'metadata'],
  ])('is refused as %s', (_, json, code, path) => {
    const error = refused(json);
    expect(error).toMatchObject({ code, path, file: 'model.json' });
    expect(error.message).toMatch(/^model\.json: .*expects .+, got .+/s);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('says what is wrong and what to do', () => {
    expect(refused(damaged((json) => (json.version = 2))).message).toBe(
      'model.json: version expects 1, got 2; read it with the version of manabi that wrote it',
    );
  });

  it('gives a ModelFileError for any other JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (json) => {
        refused(json);
      }),
    );
  });

  it('gives a ModelFileError, or the same model, for any one value replaced', () => {
    const original = JSON.parse(files.json) as unknown;
    const paths = leafPaths(original);
    const replacement = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.double(),
      fc.bigInt().map(Number),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), replacement, (path, value) => {
        const json = structuredClone(original);
        const parent = path
          .slice(0, -1)
          .reduce((at, key) => at[key] as Container, json as Container);
        parent[path.at(-1)!] = value;
        const text = JSON.stringify(json);
        try {
          expect(bits(decodeModel(text, files.weights).model.weights['dense1/kernel'])).toEqual(
            bits(model.weights['dense1/kernel']),
          );
        } catch (error) {
          expect(error).toBeInstanceOf(ModelFileError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('weights.bin from a stranger', () => {
  it.each<[what: string, bytes: Uint8Array, code: string]>([
    ['cut off', files.weights.subarray(0, -1), 'wrongLength'],
    ['too long', new Uint8Array(files.weights.length + 1), 'wrongLength'],
    ['empty', new Uint8Array(0), 'wrongLength'],
    ['of other numbers', new Uint8Array(files.weights.length), 'wrongChecksum'],
  ])('is refused when it is %s', (_, bytes, code) => {
    expect(refused(files.json, bytes)).toMatchObject({ code, file: 'weights.bin', path: '' });
  });

  it('is refused with any one bit flipped', () => {
    const position = fc.integer({ min: 0, max: files.weights.length * 8 - 1 });
    fc.assert(
      fc.property(position, (bit) => {
        const bytes = files.weights.slice();
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        expect(refused(files.json, bytes).code).toBe('wrongChecksum');
      }),
    );
  });
});

type Container = Record<string | number, unknown>;

/** The path of every value in a JSON value that is no object or array. */
function leafPaths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) => leafPaths(item, [...path, key]));
}
