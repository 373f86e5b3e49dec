import { BackendError, probe, selectBackend } from '@manabi/backends';
import { CpuPlanExecutor, WasmPlanExecutor, type Plan } from '@manabi/backends/plan';
import { engine, getBackend, memory, tensor, type Tensor } from '@tensorflow/tfjs-core';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { describe, expect, it } from 'vitest';

/** The smallest case with strides and padding; expected numbers by hand. */
async function filterGradient(): Promise<number[]> {
  const x = tensor([1, 2, 3, 4], [1, 2, 2, 1]);
  const dy = tensor([10], [1, 1, 1, 1]);
  const attrs = { strides: 2, pad: 'same', dataFormat: 'NHWC', filterShape: [2, 2, 1, 1] };
  const gradient = engine().runKernel<Tensor>('Conv2DBackpropFilter', { x, dy }, attrs);
  const values = Array.from(await gradient.data());
  for (const used of [x, dy, gradient]) used.dispose();
  return values;
}

describe('in a browser', () => {
  it('probe finds wasm with SIMD, no threads without isolation, and says what WebGPU is', async () => {
    const [webgpu, wasm] = await probe();
    expect(wasm).toMatchObject({
      name: 'wasm',
      available: true,
      features: { simd: true, threads: globalThis.crossOriginIsolated, relaxedSimd: true },
    });
    expect(webgpu!.name).toBe('webgpu');
  });

  it('executes a plan with relaxed SIMD, as near to the reference as float32 goes', async () => {
    const sizes = { features: 300, units: 40 };
    const plan: Plan = {
      batchSize: 5,
      buffers: [
        { name: 'x', shape: [5, 300], dtype: 'float32', lifetime: 'kept' },
        { name: 'kernel', shape: [300, 40], dtype: 'float32', lifetime: 'kept' },
        { name: 'y', shape: [5, 40], dtype: 'float32', lifetime: 'kept' },
      ],
      procedures: {
        product: [
          {
            ...{ kind: 'dense', reads: { input: 'x', kernel: 'kernel' }, writes: { output: 'y' } },
            ...{ activation: 'linear', ...sizes },
          },
        ],
      },
    };
    const wave = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(i));
    const products = [
      CpuPlanExecutor.create(plan),
      await WasmPlanExecutor.create(plan, { relaxedSimd: true }),
    ].map((executor) => {
      executor.write('x', wave(1500));
      executor.write('kernel', wave(12_000));
      executor.run('product', { rows: 5 });
      const product = executor.read('y');
      executor.dispose();
      return product;
    });
    // 300 products of numbers up to 1, rounded to 24 bits each.
    products[0]!.forEach((value, i) => {
      expect(Math.abs(products[1]![i]! - value)).toBeLessThan(300 * 2 ** -24);
    });
  });

  it('an address without a wasm file is an error that says so', async () => {
    const refusal = await selectBackend({ backend: 'wasm', wasmPath: '/nowhere.wasm' }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(BackendError);
    expect((refusal as BackendError).details.reason).toContain('/nowhere.wasm');
  });

  it('selects wasm from the URL of its file and computes filter gradients', async () => {
    const selection = await selectBackend({ backend: 'wasm', wasmPath: wasmUrl });
    expect(selection).toMatchObject({ name: 'wasm', threads: 1, fallbacks: [] });
    expect(getBackend()).toBe('wasm');
    expect(await filterGradient()).toEqual([10, 20, 30, 40]);
    expect(memory().numTensors).toBe(0);
  });

  it('selects WebGPU by name, also on a software adapter', async (context) => {
    const [webgpu] = await probe();
    if (!webgpu!.available) context.skip(`${webgpu!.reason}; ${webgpu!.remedy}`);
    const selection = await selectBackend({ backend: 'webgpu' });
    expect(selection.name).toBe('webgpu');
    expect(await filterGradient()).toEqual([10, 20, 30, 40]);
    expect(memory().numTensors).toBe(0);
  });

  it('takes wasm by itself where WebGPU is software', async () => {
    const selection = await selectBackend({ wasmPath: wasmUrl });
    if (selection.name === 'webgpu') expect(selection.features.software).toBe(false);
    else expect(selection.name).toBe('wasm');
  });
});
