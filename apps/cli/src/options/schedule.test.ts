import { describe, expect, it } from 'vitest';
import { schedule } from './schedule.js';

describe('schedule', () => {
  it('reads each kind with its numbers', () => {
    expect(schedule('cosine')).toEqual({ type: 'cosine' });
    expect(schedule('exponential:0.9')).toEqual({ type: 'exponential', factor: 0.9 });
    expect(schedule('step:5:0.5')).toEqual({ type: 'step', every: 5, factor: 0.5 });
  });
  it.each(['step', 'step:5', 'step:5:0.5:1', 'cosine:1', 'exponential'])('refuses "%s"', (text) => {
    expect(() => schedule(text)).toThrow('such as step:5:0.5');
  });
  it.each(['step:0:0.5', 'step:5:0', 'exponential:-1', 'exponential:'])('refuses "%s"', (text) => {
    expect(() => schedule(text)).toThrow('Expected a');
  });
  it('names the nearest kind', () => {
    expect(() => schedule('cosin')).toThrow('(Did you mean cosine?)');
    expect(() => schedule('toString')).toThrow('Expected cosine, one-cycle, exponential');
  });
});
