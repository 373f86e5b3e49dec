import { describe, expect, it } from 'vitest';
import { bytes, count, counted, duration, loss, percent, shape } from './figures.js';

describe('figures', () => {
  it('writes counts with separators and nouns in number', () => {
    expect(count(8300.4)).toBe('8,300');
    expect(counted(1, 'epoch')).toBe('1 epoch');
    expect(counted(1200, 'class', 'classes')).toBe('1,200 classes');
  });

  it('writes a loss with four decimals until they would all be zeros', () => {
    expect(loss(0.2431)).toBe('0.2431');
    expect(loss(0)).toBe('0.0000');
    expect(loss(0.00005)).toBe('0.0001');
    expect(loss(0.00004)).toBe('4.0e-5');
    expect(loss(Number.NaN)).toBe('NaN');
    expect(loss(99_999.5)).toBe('99999.5000');
    expect(loss(143_231_859.8)).toBe('1.43e+8');
    expect(loss(Infinity)).toBe('Infinity');
  });

  it.each([
    [0, '0 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [7200, '7.2 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 00 s'],
    [185_000, '3 min 05 s'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  });

  it('writes shares, shapes and sizes', () => {
    expect(percent(0.88214)).toBe('88.21 %');
    expect(shape([28, 28, 1])).toBe('28×28×1');
    expect(shape([4])).toBe('4 features');
    expect(bytes(512)).toBe('512 B');
    expect(bytes(9_912_422)).toBe('9.9 MB');
  });
});
