import { useSoftwareVulkan } from '@manabi/test-utils';
import { backendNames, probe } from '@manabi/backends';
import { beforeAll, describe, expect, it } from 'vitest';

describe('probe', () => {
  beforeAll(() => {
    useSoftwareVulkan();
  });

  it('tells of every backend, best first', async () => {
    const reports = await probe();
    expect(reports.map(({ name }) => name)).toEqual([...backendNames]);
  });

  it('finds what the WebAssembly of this Node can do', async () => {
    const wasm = (await probe()).find(({ name }) => name === 'wasm');
    expect(wasm).toEqual({
      name: 'wasm',
      available: true,
      // Node 20 runs these tests with the flag for relaxed SIMD, as vitest.config.ts says.
      features: { simd: true, threads: true, relaxedSimd: true },
    });
  });

  it('says what an adapter is, or why there is none and what helps', async () => {
    const webgpu = (await probe()).find(({ name }) => name === 'webgpu')!;
    if (webgpu.available) {
      expect(webgpu.features).toHaveProperty('software');
      expect(webgpu.features).toHaveProperty('description');
    } else {
      expect(webgpu.reason).not.toBe('');
      expect(webgpu.remedy).not.toBe('');
    }
  });
});
