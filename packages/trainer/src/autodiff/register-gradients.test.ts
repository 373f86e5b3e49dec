import {
  getGradient,
  registerGradient,
  Relu,
  Tanh,
  unregisterGradient,
  type GradConfig,
} from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reluGradient } from './gradients/relu.js';
import { registerGradients } from './register-gradients.js';

describe('registerGradients', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('registers what is missing, and nothing on a second call', () => {
    const warn = vi.spyOn(console, 'warn');
    registerGradients();
    expect(getGradient(Relu)).toBe(reluGradient);
    registerGradients();
    // tfjs warns of a gradient that is registered twice.
    expect(warn).not.toHaveBeenCalled();
  });

  it('leaves a gradient that somebody else registered', () => {
    registerGradients();
    unregisterGradient(Tanh);
    const others: GradConfig = { kernelName: Tanh, gradFunc: () => ({}) };
    registerGradient(others);
    registerGradients();
    expect(getGradient(Tanh)).toBe(others);
  });
});
