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
const nothing = { nobias: [], off: [], noise: 0, shift: [0, 0] };

describe('damage', () => {
  it('comes back from the address as it was written', () => {
    const off = [
      { layer: 'conv1', unit: 3 },
      { layer: 'dense1', unit: 17 },
    ];
    expect(damageSchema.off.read(damageSchema.off.write(off))).toEqual(off);
    expect(damageSchema.off.read('conv1,:3,dense:x')).toEqual([]);
    expect(damageSchema.nobias.read('conv1,dense2')).toEqual(['conv1', 'dense2']);
  });

  it('is nothing where nothing is broken', () => {
    expect(damageOf(layers, nothing)).toEqual({ ablation: undefined, disturbance: undefined });
  });

  it('takes of an address what the network has got', () => {
    const off = ['conv1', 'pool1', 'conv9'].map((name) => ({ layer: name, unit: 3 }));
    const asked = {
      ...nothing,
      nobias: ['pool1', 'conv1'],
      off: [...off, { layer: 'conv1', unit: 4 }],
    };
    expect(damageOf(layers, asked).ablation).toEqual({
      biases: ['conv1'],
      units: [{ layer: 'conv1', unit: 3 }],
    });
  });

  it('spoils images by noise or shift', () => {
    expect(damageOf(layers, { ...nothing, shift: [0, -2] }).disturbance).toEqual({
      ...{ noise: 0, shift: [0, -2] },
    });
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
