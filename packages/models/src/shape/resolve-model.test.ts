import { describe, expect, it } from 'vitest';
import type { LayerSpec, ModelSpec } from '../model-spec.js';
import { ModelSpecError } from '../spec/model-spec-error.js';
import { parseModelSpec, resolveModel } from './resolve-model.js';

const dense: LayerSpec = { type: 'dense', units: 2 };

/** The error that a specification gives; `unknown`, since files hold anything. */
function refused(spec: unknown): ModelSpecError {
  try {
    parseModelSpec(spec);
  } catch (error) {
    if (error instanceof ModelSpecError) return error;
    throw error;
  }
  throw new Error('expected a ModelSpecError');
}

describe('resolveModel', () => {
  it('fills in defaults, expands pairs, names layers and lists weights', () => {
    const model = resolveModel({
      inputShape: [9, 8, 3],
      layers: [
        { type: 'conv2d', filters: 4, kernelSize: 3 },
        { type: 'maxPooling2d' },
        { type: 'averagePooling2d', poolSize: [1, 3], strides: 1, padding: 'same' },
        { type: 'flatten' },
        { ...dense, useBias: false, kernelInitializer: 'heNormal' },
      ],
    });
    expect(model.layers).toEqual([
      {
        type: 'conv2d',
        name: 'conv1',
        inputShape: [9, 8, 3],
        outputShape: [7, 6, 4],
        filters: 4,
        kernelSize: [3, 3],
        strides: [1, 1],
        padding: 'valid',
        activation: 'linear',
        useBias: true,
        kernelInitializer: 'glorotUniform',
        weights: [
          { name: 'conv1/filter', shape: [3, 3, 3, 4], initializer: 'glorotUniform' },
          { name: 'conv1/bias', shape: [4], initializer: 'zeros' },
        ],
      },
      {
        type: 'maxPooling2d',
        name: 'pool1',
        inputShape: [7, 6, 4],
        outputShape: [3, 3, 4],
        poolSize: [2, 2],
        strides: [2, 2],
        padding: 'valid',
        weights: [],
      },
      {
        type: 'averagePooling2d',
        name: 'pool2',
        inputShape: [3, 3, 4],
        outputShape: [3, 3, 4],
        poolSize: [1, 3],
        strides: [1, 1],
        padding: 'same',
        weights: [],
      },
      { type: 'flatten', name: 'flatten1', inputShape: [3, 3, 4], outputShape: [36], weights: [] },
      {
        type: 'dense',
        name: 'dense1',
        inputShape: [36],
        outputShape: [2],
        units: 2,
        activation: 'linear',
        useBias: false,
        kernelInitializer: 'heNormal',
        weights: [{ name: 'dense1/kernel', shape: [36, 2], initializer: 'heNormal' }],
      },
    ]);
    expect(model.classes).toBe(2);
    expect(model.outputShape).toEqual([2]);
    expect(model.parameterCount).toBe(3 * 3 * 3 * 4 + 4 + 36 * 2);
  });

  it('counts a layer with a name of its own, so that the next keeps its number', () => {
    const model = resolveModel({
      inputShape: [3],
      layers: [dense, { ...dense, name: 'middle' }, dense],
    });
    expect(model.layers.map((layer) => layer.name)).toEqual(['dense1', 'middle', 'dense3']);
  });

  it.each([
    ['valid', 2, 3, [4, 4]], // floor((9 - 3) / 2) + 1 and floor((10 - 3) / 2) + 1
    ['same', 2, 3, [5, 5]], // ceil(9 / 2) and ceil(10 / 2)
    ['same', 1, 20, [9, 10]],
    ['valid', [1, 3], [9, 1], [1, 4]],
  ] as const)('slides a window with %s padding, strides %j and size %j to %j', (...row) => {
    const [padding, strides, size, expected] = row;
    const layers: LayerSpec[] = [
      { type: 'conv2d', filters: 1, kernelSize: size, strides, padding },
      { type: 'flatten' },
    ];
    const [conv] = resolveModel({ inputShape: [9, 10, 1], layers }).layers;
    expect(conv!.outputShape).toEqual([...expected, 1]);
    const pooling: LayerSpec[] = [
      { type: 'maxPooling2d', poolSize: size, strides, padding },
      { type: 'flatten' },
    ];
    const [pool] = resolveModel({ inputShape: [9, 10, 1], layers: pooling }).layers;
    expect(pool!.outputShape).toEqual([...expected, 1]);
  });

  it('returns a copy that later changes to the argument do not reach', () => {
    const layers: LayerSpec[] = [dense];
    const spec: ModelSpec = { inputShape: [3], layers };
    const model = resolveModel(spec);
    layers.push(dense);
    expect(model.spec).toEqual({ inputShape: [3], layers: [dense] });
  });
});

describe('a specification that cannot be built', () => {
  it.each<[what: string, spec: unknown, code: string, path: string, message: string]>([
    [
      'a dense layer on an image',
      { inputShape: [28, 28, 1], layers: [dense] },
      'inputShape',
      'layers[0]',
      'dense "dense1": expects a flat input [features], got [28,28,1]; put {"type":"flatten"} before it',
    ],
    [
      'a convolution on features',
      { inputShape: [4], layers: [{ type: 'conv2d', filters: 1, kernelSize: 1 }] },
      'inputShape',
      'layers[0]',
      'conv2d "conv1": expects an image [height,width,channels], got [4]; put it before any flatten or dense layer, or give the model an image as inputShape',
    ],
    [
      'a kernel larger than its input',
      { inputShape: [4, 8, 1], layers: [{ type: 'conv2d', filters: 1, kernelSize: 5 }] },
      'windowTooLarge',
      'layers[0].kernelSize',
      'conv2d "conv1": kernelSize expects at most the 4x8 of its input image, got 5x5; make it smaller, set padding to "same", or remove a layer before it that shrinks the image',
    ],
    [
      'softmax before the last layer',
      { inputShape: [4], layers: [{ ...dense, activation: 'softmax' }, dense] },
      'softmaxNotLast',
      'layers[0].activation',
      'dense "dense1": activation expects softmax in the last layer only, got it before another layer; use relu here',
    ],
    [
      'two layers of one name',
      { inputShape: [4], layers: [{ ...dense, name: 'dense2' }, dense] },
      'duplicateName',
      'layers[1].name',
      'dense "dense2": name expects to be the only one in the model, got "dense2" again; give one of the layers another name',
    ],
    [
      'a feature map as output',
      { inputShape: [4, 4, 1], layers: [{ type: 'maxPooling2d' }] },
      'outputShape',
      'layers[0]',
      'maxPooling2d "pool1": expects to give one number for each class as the last layer, got [2,2,1]; add {"type":"flatten"} and {"type":"dense","units":CLASSES,"activation":"softmax"} after it',
    ],
    [
      'a misspelt key',
      { inputShape: [4], layers: [{ ...dense, activaton: 'relu' }] },
      'unknownKey',
      'layers[0].activaton',
      'layers[0] (dense): expects the keys type, name, units, activation, useBias, kernelInitializer, got "activaton"; remove it or correct its spelling',
    ],
    [
      'a layer type that does not exist',
      { inputShape: [4], layers: [{ type: 'lstm' }] },
      'unknownLayerType',
      'layers[0].type',
      'layers[0]: type expects one of flatten, dense, conv2d, maxPooling2d, averagePooling2d, dropout, activation, got "lstm"',
    ],
    [
      'a fraction of a unit',
      { inputShape: [4], layers: [{ type: 'dense', units: 1.5 }] },
      'wrongValue',
      'layers[0].units',
      'layers[0] (dense): units expects a whole number from 1 to 16777216, got 1.5',
    ],
    [
      'a window that no image needs',
      {
        inputShape: [4, 4, 1],
        layers: [{ type: 'maxPooling2d', poolSize: 2000, padding: 'same' }],
      },
      'wrongValue',
      'layers[0].poolSize',
      'layers[0] (maxPooling2d): poolSize expects a whole number from 1 to 1024, or two as [vertical, horizontal], got 2000',
    ],
    [
      'dropout of everything',
      { inputShape: [4], layers: [{ type: 'dropout', rate: 1 }] },
      'wrongValue',
      'layers[0].rate',
      'layers[0] (dropout): rate expects a number of at least 0 and below 1, got 1',
    ],
    [
      'an input of two dimensions',
      { inputShape: [28, 28], layers: [dense] },
      'wrongValue',
      'inputShape',
      'model: inputShape expects [height, width, channels] of an image or [features], in whole numbers from 1, got [28,28]',
    ],
    [
      'more parameters than memory',
      { inputShape: [65536], layers: [{ type: 'dense', units: 65536 }] },
      'tooLarge',
      'layers[0]',
      'dense "dense1": expects at most 134217728 parameters in the model up to here, got 4295032832; pool the image first, or use fewer units or filters',
    ],
    [
      'more activations than memory',
      { inputShape: [65536, 65536, 3], layers: [{ type: 'flatten' }, dense] },
      'tooLarge',
      'layers[0]',
      'flatten "flatten1": expects at most 134217728 numbers in an activation, got [65536,65536,3]; make the image smaller or use fewer units or filters',
    ],
    ['no object', null, 'wrongValue', '', 'model: expects an object, got null'],
    [
      'no layers',
      { inputShape: [4], layers: [] },
      'wrongValue',
      'layers',
      'model: layers expects a list of 1 to 1000 layers, got []',
    ],
  ])('names %s', (_, spec, code, path, message) => {
    const { issues } = refused(spec);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code, path, message });
  });

  it.each(['a/b', '', 'constructor', '__proto__', 'toString', '1', 'a b', '層', 'x'.repeat(65)])(
    'refuses the name %j',
    (name) => {
      const error = refused({ inputShape: [4], layers: [{ ...dense, name }] });
      expect(error.code).toBe('unsafeName');
      expect(error.issues[0].path).toBe('layers[0].name');
    },
  );

  it('refuses keys that would reach a prototype', () => {
    const spec: unknown = JSON.parse(
      '{"inputShape":[4],"__proto__":{"name":"x"},"layers":[{"type":"dense","units":1,"__proto__":{}}]}',
    );
    expect(refused(spec).issues.map((issue) => issue.path)).toEqual([
      'layers[0].__proto__',
      '__proto__',
    ]);
  });

  it('lists every mistake in values at once', () => {
    const error = refused({
      inputShape: [4],
      layers: [{ type: 'dense', units: 0 }, 3, { type: 'dropout', rate: Number.NaN }],
    });
    expect(error.issues.map((issue) => issue.path)).toEqual([
      'layers[0].units',
      'layers[1]',
      'layers[2].rate',
    ]);
    expect(error.message.split('\n')).toHaveLength(3);
  });

  it('gives one issue for a million wrong layers and twenty for a thousand wrong keys', () => {
    const { issues } = refused({ inputShape: [4], layers: Array(1e6).fill(0) });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'wrongValue', path: 'layers' });
    const keys = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`key${i}`, i]));
    expect(refused({ inputShape: [4], layers: [{ ...dense, ...keys }] }).issues).toHaveLength(20);
  });

  it('says which layer by its name, given or default', () => {
    const error = refused({ inputShape: [4], layers: [dense, { type: 'maxPooling2d' }] });
    expect(error.issues[0].layer).toBe('pool1');
  });
});
