import { expect, it } from 'vitest';
import { clipping } from './clipping.js';
import { plateau } from './plateau.js';

it('reads how gradients are clipped', () => {
  expect(clipping('norm:1')).toEqual({ type: 'norm', limit: 1 });
  expect(clipping('Value:1e-2')).toEqual({ type: 'value', limit: 0.01 });
  for (const text of ['', '1', 'norm', 'norm:', 'norm:0', 'norm:-1', 'size:1', 'norm:1:2']) {
    expect(() => clipping(text)).toThrow('Expected');
  }
});

it('reads when the learning rate falls', () => {
  expect(plateau('3')).toEqual({ patience: 3, factor: 0.1 });
  expect(plateau('2:0.5')).toEqual({ patience: 2, factor: 0.5 });
  for (const text of ['', '0', '1.5', '3:', '3:0', '3:1', '3:0.5:1', 'x']) {
    expect(() => plateau(text)).toThrow('Expected');
  }
});
