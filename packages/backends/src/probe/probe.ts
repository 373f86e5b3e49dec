import { detectWasmFeatures } from '../wasm/wasm-features.js';
import { adapterFeatures, findAdapter } from '../webgpu/adapter.js';
import type { BackendReport, WasmReport, WebgpuReport } from './backend-report.js';

/**
 * Says of every backend whether it can be tried here and, if not, why: WebGPU, WebAssembly, plain
 * JavaScript, in this order. Loads no backend, starts no device and never throws;
 * {@link selectBackend} finds out whether a backend really works.
 *
 * In Node WebGPU comes from the optional package `webgpu`, loaded here when installed.
 *
 * @example
 * for (const report of await probe()) {
 *   console.log(report.name, report.available ? report.features : report.reason);
 * }
 */
export async function probe(): Promise<readonly BackendReport[]> {
  return [await probeWebgpu(), probeWasm(), { name: 'cpu', available: true, features: {} }];
}

async function probeWebgpu(): Promise<WebgpuReport> {
  const adapter = await findAdapter();
  return 'reason' in adapter
    ? { name: 'webgpu', available: false, ...adapter }
    : { name: 'webgpu', available: true, features: adapterFeatures(adapter) };
}

export function probeWasm(): WasmReport {
  if (typeof WebAssembly === 'undefined') {
    return {
      name: 'wasm',
      available: false,
      code: 'missing',
      reason: 'this platform has no WebAssembly',
      remedy: 'leave lockdown mode, or use another browser',
    };
  }
  return { name: 'wasm', available: true, features: detectWasmFeatures() };
}
