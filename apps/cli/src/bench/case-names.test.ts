import { expect, it } from 'vitest';
import { caseNames } from './case-names.js';
import { trainingCases } from './training-case.js';

it('reads some cases or all, in the order of the suite', () => {
  expect(caseNames('kernels, MLP:32')).toEqual(['mlp:32', 'kernels']);
  expect(caseNames('all')).toEqual([...trainingCases.map(({ name }) => name), 'kernels']);
});

it.each(['', 'mlp', 'mlp:64', 'mlp:32,', 'toString'])('refuses "%s"', (text) => {
  expect(() => caseNames(text)).toThrow('Expected mlp:32, mlp:128');
});

it('names the nearest case', () => {
  expect(() => caseNames('kernel')).toThrow('(Did you mean kernels?)');
});
