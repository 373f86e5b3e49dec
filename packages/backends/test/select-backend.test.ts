import { useSoftwareVulkan } from '@manabi/test-utils';
import { BackendError, selectBackend } from '@manabi/backends';
import { backend, getBackend, getKernel, memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';

describe('selectBackend', () => {
  beforeAll(() => {
    useSoftwareVulkan();
  });

  it.each(['wasm', 'cpu'] as const)('makes %s current and leaves no tensors', async (name) => {
    const selection = await selectBackend({ backend: name });
    expect(selection).toMatchObject({ name, threads: 1, fallbacks: [] });
    expect(getBackend()).toBe(name);
    expect(memory().numTensors).toBe(0);
  });

  it('refuses a backend that it does not know', async () => {
    await expect(selectBackend({ backend: 'webgl' as never })).rejects.toThrow(
      'backend "webgl": expected it to work, got: there is no backend of this name; choose auto, webgpu, wasm, cpu',
    );
  });

  it('never takes a software adapter by itself', async () => {
    const selection = await selectBackend();
    if (selection.name === 'webgpu') expect(selection.features.software).toBe(false);
    else expect(selection.fallbacks[0]!.name).toBe('webgpu');
  });

  it('refuses a backend that computes wrong numbers, and falls back when told to', async () => {
    await selectBackend({ backend: 'wasm' });
    const kernel = getKernel('MaxPoolGrad', 'wasm');
    const right = kernel.kernelFunc;
    kernel.kernelFunc = ({ inputs }) => {
      const zeros = new Float32Array(8);
      const { shape } = inputs.input!;
      const dataId = backend().write(zeros, shape, 'float32');
      return { dataId, shape, dtype: 'float32' };
    };
    try {
      const refusal = await selectBackend({ backend: 'wasm' }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(BackendError);
      expect(refusal).toMatchObject({ code: 'wrong-results', details: { backend: 'wasm' } });
      expect((refusal as Error).message).toBe(
        'backend "wasm": expected it to work, got: it computes wrong numbers: ' +
          'MaxPoolGrad gives 0 where 10 is right; ' +
          'update the driver, the browser or Node, or choose another backend',
      );
      const selection = await selectBackend({ backend: 'wasm', fallback: true });
      expect(selection.fallbacks[0]).toEqual({
        name: 'wasm',
        reason: 'it computes wrong numbers: MaxPoolGrad gives 0 where 10 is right',
      });
      expect(memory().numTensors).toBe(0);
    } finally {
      kernel.kernelFunc = right;
    }
  });

  it('falls back from a backend whose kernels throw, or leaves the one in use', async () => {
    await selectBackend({ backend: 'cpu' });
    const kernel = getKernel('Conv2DBackpropFilter', 'wasm');
    const right = kernel.kernelFunc;
    kernel.kernelFunc = () => {
      throw new Error('device lost');
    };
    try {
      await expect(selectBackend({ backend: 'wasm' })).rejects.toMatchObject({
        name: 'BackendError',
        code: 'unavailable',
        details: { backend: 'wasm', reason: 'device lost' },
      });
      expect(getBackend()).toBe('cpu');
      const { fallbacks } = await selectBackend({ backend: 'wasm', fallback: true });
      expect(fallbacks[0]).toEqual({ name: 'wasm', reason: 'device lost' });
      expect(memory().numTensors).toBe(0);
    } finally {
      kernel.kernelFunc = right;
    }
  });
});
