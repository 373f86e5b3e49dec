import { describe, expect, it } from 'vitest';
import {
  choiceCodec,
  flagCodec,
  numberCodec,
  numbersCodec,
  pixelsCodec,
} from '../src/address/codecs.js';
import { formatAddress, parseAddress } from '../src/address/parse-address.js';

describe('the address', () => {
  it('reads path and values, and writes them back as they were', () => {
    const hash = '#/lab/train?lang=ja&w=1,0.4,-0.1&hide=code';
    const { path, query } = parseAddress(hash);
    expect(path).toEqual(['lab', 'train']);
    expect(query.get('w')).toBe('1,0.4,-0.1');
    expect(formatAddress(path, query)).toBe(hash);
  });

  it('keeps texts with signs of its own', () => {
    const query = new Map([['text', 'a=b&c?d#e 数']]);
    const written = formatAddress([], query);
    expect(parseAddress(written).query.get('text')).toBe('a=b&c?d#e 数');
  });

  it.each(['', '#', '#/', '#//?&=&%'])('opens the front page at "%s"', (hash) => {
    expect(parseAddress(hash).path).toEqual([]);
  });
});

describe('values in the address', () => {
  const range = { min: -5, max: 5, decimals: 1 };

  it('come back as they were written', () => {
    expect(numberCodec(0, range).write(-0.04)).toBe('0');
    expect(numberCodec(0, range).read('0.25')).toBe(0.3);
    const numbers = numbersCodec([1, 0.4, 0.1], range);
    expect(numbers.read(numbers.write([0.1 + 0.2, -5, 0]))).toEqual([0.3, -5, 0]);
    const pixels = pixelsCodec([0, 0, 0, 0], 4);
    expect(pixels.read(pixels.write([0, 3, 1, 2]))).toEqual([0, 3, 1, 2]);
    expect(flagCodec(false).read(flagCodec(false).write(true))).toBe(true);
  });

  it('are brought into range', () => {
    expect(numberCodec(0, range).read('1e9')).toBe(5);
    expect(numbersCodec([0, 0], range).read('-7,2')).toEqual([-5, 2]);
  });

  it.each([
    ['a word for a number', numberCodec(0, range), 'many'],
    ['nothing for a number', numberCodec(0, range), ''],
    ['too few numbers', numbersCodec([1, 2], range), '1'],
    ['a number that is none', numbersCodec([1, 2], range), '1,NaN'],
    ['an unknown choice', choiceCodec('relu', ['relu', 'step']), 'tanh'],
    ['a level that is not there', pixelsCodec([0, 0], 2), '02'],
    ['too many pixels', pixelsCodec([0, 0], 2), '010'],
  ] as const)('are left as they are for %s', (_, codec, text) => {
    expect(codec.read(text)).toBeUndefined();
  });
});
