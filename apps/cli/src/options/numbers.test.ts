import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { imageSize, layerSizes, positiveNumber, share, wholeNumber } from './numbers.js';

const nonsense = ['', ' ', 'abc', 'NaN', 'Infinity', '0x10', '1_000', '1;5', '1e', '--', '1 2'];

describe('wholeNumber', () => {
  it('reads decimal notation', () => {
    expect(wholeNumber(1)('32')).toBe(32);
    expect(wholeNumber(1)('1e3')).toBe(1000);
    expect(wholeNumber(0)('0')).toBe(0);
  });
  it.each([...nonsense, '0', '-1', '1.5', '1e-3', '1e300'])(
    'refuses "%s" where 1 or more is meant',
    (text) => {
      expect(() => wholeNumber(1)(text)).toThrow('Expected a whole number from 1.');
    },
  );
  it('names both ends of a range', () => {
    expect(() => wholeNumber(1, 1000)('1001')).toThrow('Expected a whole number from 1 to 1000.');
  });
});

describe('positiveNumber', () => {
  it.each([
    ['0.001', 0.001],
    ['1e-3', 0.001],
    ['.5', 0.5],
    ['2', 2],
  ])('reads "%s"', (text, value) => {
    expect(positiveNumber(text)).toBe(value);
  });
  it.each([...nonsense, '0', '-0.1', '1e999', '1e-999'])('refuses "%s"', (text) => {
    expect(() => positiveNumber(text)).toThrow(InvalidArgumentError);
  });
});

describe('share', () => {
  it('reads 0 and what is below 1', () => {
    expect(share('0')).toBe(0);
    expect(share('0.25')).toBe(0.25);
  });
  it.each([...nonsense, '1', '-0.1', '20'])('refuses "%s"', (text) => {
    expect(() => share(text)).toThrow(InvalidArgumentError);
  });
});

describe('layerSizes', () => {
  it('reads one size or several', () => {
    expect(layerSizes('128')).toEqual([128]);
    expect(layerSizes('128,64')).toEqual([128, 64]);
    expect(layerSizes('128, 64')).toEqual([128, 64]);
  });
  it.each([...nonsense, '0', '128,,64', '128,', ',', '12.5', '-8'])('refuses "%s"', (text) => {
    expect(() => layerSizes(text)).toThrow('such as 128 or 128,64');
  });
});

describe('imageSize', () => {
  it('reads the width first', () => {
    expect(imageSize('64x48')).toEqual({ width: 64, height: 48 });
    expect(imageSize('28×28')).toEqual({ width: 28, height: 28 });
  });
  it.each(['28', '0x28', '28x', 'x28', '28x28x1', '28 x 28', '99999x1'])('refuses "%s"', (text) => {
    expect(() => imageSize(text)).toThrow('such as 28x28');
  });
});
