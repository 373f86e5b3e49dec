import {
  countParameters,
  layerTable,
  resolveModel,
  type LayerSpec,
  type ModelSpec,
} from '@manabi/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeNetwork } from './analyze-network.js';
import { addLayer, layerTypes, mend, moveLayer, removeLayer } from './edit-layers.js';
import { activationNames, initializerNames, readLayers, writeLayers } from './layer-text.js';
import { chosenLayers, networkCodec, toChoice } from './network-choice.js';
import { presetLayers, presetNames } from './presets.js';

const mnist = { inputShape: [28, 28, 1], classes: 10 };

const count = fc.integer({ min: 1, max: 2000 });
const side = fc.integer({ min: 1, max: 12 });
const pair = fc.oneof(side, fc.tuple(side, side));
const weighted = {
  activation: fc.constantFrom(...activationNames),
  useBias: fc.boolean(),
  kernelInitializer: fc.constantFrom(...initializerNames),
};
const window = { strides: pair, padding: fc.constantFrom('valid' as const, 'same' as const) };
const layer: fc.Arbitrary<LayerSpec> = fc.oneof(
  fc.record({ type: fc.constant('flatten' as const) }),
  fc.record(
    { type: fc.constant('dense' as const), units: count, ...weighted },
    { requiredKeys: ['type', 'units'] },
  ),
  fc.record(
    {
      type: fc.constant('conv2d' as const),
      filters: count,
      kernelSize: pair,
      ...window,
      ...weighted,
    },
    { requiredKeys: ['type', 'filters', 'kernelSize'] },
  ),
  fc.record(
    {
      type: fc.constantFrom('maxPooling2d' as const, 'averagePooling2d' as const),
      poolSize: pair,
      ...window,
    },
    { requiredKeys: ['type', 'poolSize'] },
  ),
  fc.record({
    type: fc.constant('dropout' as const),
    rate: fc.integer({ min: 0, max: 99 }).map((hundredths) => hundredths / 100),
  }),
  fc.record({
    type: fc.constant('activation' as const),
    activation: fc.constantFrom(...activationNames),
  }),
);

/** What a layer means, whatever it leaves out. */
function meaning(one: LayerSpec): unknown {
  const squares = Object.entries(withDefaults(one)).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) && value[0] === value[1] ? (value[0] as unknown) : value,
  ]);
  return Object.fromEntries(squares) as unknown;
}

function withDefaults(one: LayerSpec): object {
  switch (one.type) {
    case 'dense':
    case 'conv2d':
      return {
        activation: 'linear',
        useBias: true,
        kernelInitializer: 'glorotUniform',
        ...(one.type === 'conv2d' && { strides: 1, padding: 'valid' }),
        ...one,
      };
    case 'maxPooling2d':
    case 'averagePooling2d':
      return { strides: one.poolSize, padding: 'valid', ...one };
    case 'flatten':
    case 'dropout':
    case 'activation':
      return one;
    default:
      return one satisfies never;
  }
}

describe('layers in the address', () => {
  it('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 12 }), (layers) => {
        const text = writeLayers(layers);
        expect(encodeURIComponent(text)).toBe(text);
        const read = readLayers(text);
        expect(read?.map(meaning)).toEqual(layers.map(meaning));
        expect(writeLayers(read!)).toBe(text);
      }),
    );
  });

  it('name both sides of a window that is not square', () => {
    const conv = { type: 'conv2d', filters: 4, kernelSize: [3, 5], strides: [1, 2] } as const;
    expect(writeLayers([conv, { type: 'maxPooling2d', poolSize: [2, 2], strides: [2, 1] }])).toBe(
      'conv4k3x5s1x2-maxpool2s2x1',
    );
  });

  it.each([
    ['mlp', 'flatten-dense128relu-dense10'],
    ['mlp512', 'flatten-dense512relu-dropout0.2-dense512relu-dropout0.2-dense10'],
    [
      'cnn',
      'conv32k3relu-conv64k3relu-maxpool2-dropout0.25-flatten-dense128relu-dropout0.5-dense10',
    ],
    [
      'tinyvgg',
      'conv10k3relu-conv10k3relu-maxpool2-conv10k3relu-conv10k3relu-maxpool2-flatten-dense10',
    ],
  ] as const)('write %s as %s', (name, text) => {
    expect(writeLayers(presetLayers(name, mnist))).toBe(text);
  });

  it.each(['', 'dense', 'dense10soft', 'conv32', 'x-flatten', 'flatten--dense10', 'dropout-1'])(
    'are not read from "%s"',
    (text) => {
      expect(networkCodec.read(text)).toBeUndefined();
    },
  );

  it('never throw on any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const choice = networkCodec.read(text);
        if (choice !== undefined) expect(networkCodec.write(choice)).toBeTypeOf('string');
      }),
    );
  });
});

describe('presets', () => {
  it('have the lecture’s numbers of parameters on MNIST', () => {
    const parameters = presetNames.map((name) =>
      countParameters({ inputShape: mnist.inputShape, layers: presetLayers(name, mnist) }),
    );
    // 784x128+128 + 128x10+10; with 512: 401,920 + 262,656 + 5,130; Keras' mnist_cnn; Tiny VGG at
    // 28x28 ends with 4x4x10 = 160 numbers.
    expect(parameters).toEqual([101_770, 669_706, 1_199_882, 100 + 3 * 910 + 1610]);
  });

  it('adapt to other data while they stand by name in the address', () => {
    const iris = { inputShape: [4], classes: 3 };
    const { spec } = analyzeNetwork(chosenLayers({ preset: 'mlp' }, iris), iris);
    expect(resolveModel(spec!).classes).toBe(3);
    expect(toChoice(presetLayers('cnn', mnist), mnist)).toEqual({ preset: 'cnn' });
  });
});

describe('the analysis of a network', () => {
  it('agrees with the package where there is no mistake', () => {
    const layers = presetLayers('cnn', mnist);
    const { layers: rows, spec, parameters } = analyzeNetwork(layers, mnist);
    const table = layerTable(spec!);
    expect(rows.map(({ name }) => name)).toEqual(table.map(({ name }) => name));
    expect(rows.map(({ outputShape }) => outputShape)).toEqual(
      table.map(({ outputShape }) => outputShape),
    );
    expect(parameters).toBe(1_199_882);
  });

  const image: LayerSpec = { type: 'conv2d', filters: 4, kernelSize: 3 };
  const dense: LayerSpec = { type: 'dense', units: 10, activation: 'softmax' };
  const flatten: LayerSpec = { type: 'flatten' };
  const cases: readonly [
    string,
    readonly LayerSpec[],
    number,
    string,
    readonly (readonly number[] | undefined)[],
  ][] = [
    [
      'dense on an image',
      [image, { ...dense, activation: 'relu' }, dense],
      1,
      'inputShape',
      [[26, 26, 4], undefined, undefined],
    ],
    [
      'a convolution after flatten',
      [flatten, image, dense],
      1,
      'inputShape',
      [[784], undefined, undefined],
    ],
    [
      'a window that is too large',
      [{ type: 'maxPooling2d', poolSize: 29 }, flatten, dense],
      0,
      'windowTooLarge',
      [undefined, undefined, undefined],
    ],
    ['softmax in the middle', [flatten, dense, dense], 1, 'softmaxNotLast', [[784], [10], [10]]],
    ['images at the end', [image], 0, 'outputShape', [[26, 26, 4]]],
    ['another number of classes', [flatten, { ...dense, units: 3 }], 1, 'classes', [[784], [3]]],
    [
      'no neurons',
      [flatten, { ...dense, units: 0 }, dense],
      1,
      'wrongValue',
      [[784], undefined, undefined],
    ],
    [
      'more numbers than memory has',
      [flatten, { ...dense, units: 1_000_000, activation: 'relu' }, dense],
      1,
      'tooLarge',
      [[784], undefined, undefined],
    ],
  ];

  it.each(cases)('finds %s at its layer', (_, layers, index, issue, shapes) => {
    const analyzed = analyzeNetwork(layers, mnist);
    expect(analyzed.spec).toBeUndefined();
    expect(analyzed.layers.findIndex((one) => one.issue !== undefined)).toBe(index);
    expect(analyzed.layers[index]?.issue).toBe(issue);
    expect(analyzed.layers.map(({ outputShape }) => outputShape)).toEqual(shapes);
  });

  it.each(cases.filter(([, , , issue]) => !['wrongValue', 'tooLarge'].includes(issue)))(
    'offers what mends %s, where there is a way',
    (_, layers, index) => {
      const before = analyzeNetwork(layers, mnist).layers[index]!;
      const mended = mend(layers, index, before, mnist);
      if (mended === undefined) {
        expect(layers[index]?.type).toBe('conv2d');
        return;
      }
      const after = analyzeNetwork(mended, mnist).layers;
      expect(after[index]?.issue).toBeUndefined();
    },
  );

  it('never throws, whatever the layers', () => {
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 8 }), (layers) => {
        const { spec, layers: rows } = analyzeNetwork(layers, mnist);
        const mistakes = rows.filter(({ issue }) => issue !== undefined);
        expect(spec === undefined).toBe(layers.length === 0 || mistakes.length > 0);
      }),
    );
  });

  it('says nothing of an empty network but that there is none', () => {
    const { spec, layers, parameters } = analyzeNetwork([], mnist);
    expect([spec, layers, parameters]).toEqual([undefined, [], undefined]);
  });
});

describe('edits', () => {
  const spec: ModelSpec = { inputShape: [28, 28, 1], layers: presetLayers('cnn', mnist) };

  it.each(layerTypes)('adds %s where the network still works', (type) => {
    const { layers, index } = addLayer(spec.layers, type);
    expect(layers[index]?.type).toBe(type);
    expect(analyzeNetwork(layers, mnist).spec).toBeDefined();
  });

  it('moves and removes', () => {
    const types = (layers: readonly LayerSpec[]) => layers.map(({ type }) => type);
    const layers = presetLayers('mlp', mnist);
    expect(types(moveLayer(layers, 0, 1))).toEqual(['dense', 'flatten', 'dense']);
    expect(moveLayer(layers, 0, -1)).toBe(layers);
    expect(moveLayer(layers, 2, 3)).toBe(layers);
    expect(types(removeLayer(layers, 1))).toEqual(['flatten', 'dense']);
  });
});
