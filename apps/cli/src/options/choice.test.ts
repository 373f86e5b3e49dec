import { describe, expect, it } from 'vitest';
import { choice, inWords } from './choice.js';

describe('choice', () => {
  const read = choice(['auto', 'webgpu', 'wasm', 'cpu']);
  it('takes a word in any case', () => {
    expect(read('wasm')).toBe('wasm');
    expect(read('WebGPU')).toBe('webgpu');
  });
  it('names the words, and the nearest one', () => {
    expect(() => read('gpu')).toThrow('Expected auto, webgpu, wasm or cpu.\n(Did you mean cpu?)');
    expect(() => read('quantum')).toThrow(/^Expected auto, webgpu, wasm or cpu\.$/);
  });
});

describe('inWords', () => {
  it('joins with commas and "or"', () => {
    expect(inWords(['a', 'b', 'c'])).toBe('a, b or c');
    expect(inWords(['a'])).toBe('a');
  });
});
