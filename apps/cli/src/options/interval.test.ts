import { expect, it } from 'vitest';
import { interval } from './interval.js';

it.each([
  ['2', { every: 2, unit: 'epochs' }],
  ['1epoch', { every: 1, unit: 'epochs' }],
  ['3 epochs', { every: 3, unit: 'epochs' }],
  ['500steps', { every: 500, unit: 'steps' }],
  ['1Step', { every: 1, unit: 'steps' }],
])('reads %s', (text, expected) => {
  expect(interval(text)).toEqual(expected);
});

it.each(['', '0', '0steps', '-1', '1.5', '5minutes', 'epoch'])('refuses "%s"', (text) => {
  expect(() => interval(text)).toThrow('Expected');
});
