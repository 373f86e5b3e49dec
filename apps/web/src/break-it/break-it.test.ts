import { describe, expect, it } from 'vitest';
import { accuracyByClass } from './accuracy-by-class.js';
import { damageOf, damageSchema, toggleUnit } from './damage.js';

const layer = (name: string, units: number, weights: number) => ({
  name,
  outputShape: [8, 8, units],
  weights: Array.from({ length: weights }, () => ({
    ...{ name: '', shape: [], initializer: 'zeros' as const },
  })),
});
const layers = [layer('conv1', 4, 2), layer('pool1', 4, 0)];
const image = [8, 8, 1];
const nothing = { nobias: [], off: [], noise: 0, shift: [0, 0] };

describe('damage', () => {
  it('comes back from the address as it was written', () => {
    const off = [
      { layer: 'conv1', unit: 3 },
      { layer: 'dense1', unit: 17 },
    ];
    const [fromZero, fromOne] = ([0, 1] as const).map((firstUnit) => damageSchema({ firstUnit }));
    for (const { off: codec } of [fromZero!, fromOne!]) {
      expect(codec.read(codec.write(off))).toEqual(off);
      expect(codec.read('conv1,:3,dense:x')).toEqual([]);
    }
    expect(fromZero!.off.write(off)).toBe('conv1:3,dense1:17');
    expect(fromOne!.off.write(off)).toBe('conv1:4,dense1:18');
    expect(fromOne!.off.read('dense1:0')).toEqual([]);
    expect(fromZero!.off.read('conv1:3,conv1:4,conv1:03')).toEqual([
      { layer: 'conv1', unit: 3 },
      { layer: 'conv1', unit: 4 },
    ]);
    expect(fromZero!.nobias.read('conv1,dense2')).toEqual(['conv1', 'dense2']);
  });

  it('is nothing where nothing is broken', () => {
    expect(damageOf(layers, image, nothing)).toEqual({
      ablation: undefined,
      disturbance: undefined,
    });
  });

  it('takes of an address what the network has got', () => {
    const off = ['conv1', 'pool1', 'conv9'].map((name) => ({ layer: name, unit: 3 }));
    const asked = {
      ...nothing,
      nobias: ['pool1', 'conv1'],
      off: [...off, { layer: 'conv1', unit: 4 }],
    };
    expect(damageOf(layers, image, asked).ablation).toEqual({
      biases: ['conv1'],
      units: [{ layer: 'conv1', unit: 3 }],
    });
  });

  it('spoils images by noise or shift', () => {
    const values = { ...nothing, shift: [0, -2], offset: 0.5 };
    expect(damageOf(layers, image, values).disturbance).toEqual({ noise: 0, shift: [0, -2] });
    expect(damageOf(layers, image, { ...nothing, offset: 0.5 }).disturbance).toBeUndefined();
  });

  it('measures features too long, or badly', () => {
    const values = { ...nothing, shift: [0, -2], offset: 0.5 };
    expect(damageOf(layers, [4], values).disturbance).toEqual({ noise: 0, offset: 0.5 });
    expect(damageOf(layers, [4], { ...nothing, shift: [1, 1] }).disturbance).toBeUndefined();
  });

  it('switches a unit off and on again', () => {
    const off = toggleUnit([], { layer: 'conv1', unit: 2 });
    expect(off).toEqual([{ layer: 'conv1', unit: 2 }]);
    expect(toggleUnit(off, { layer: 'conv1', unit: 2 })).toEqual([]);
  });
});

it('counts right answers by class among the first examples', () => {
  expect(accuracyByClass([0, 1, 1, 0, 2], [0, 1, 0, 1, 2], 4, 4)).toEqual({
    all: 0.5,
    classes: [0.5, 0.5, undefined, undefined],
  });
});
