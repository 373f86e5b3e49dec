import type { WebgpuFeatures } from '../probe/backend-report.js';
import { findGpu, type NoGpu } from './gpu.js';

/** Names under which renderers that run on the processor are known. */
const softwareRenderers = /swiftshader|llvmpipe|lavapipe|softpipe|basic render/i;

/** The fastest adapter, as tfjs asks for it; or why there is none. Never throws. */
export async function findAdapter(): Promise<GPUAdapter | NoGpu> {
  const gpu = await findGpu();
  if ('reason' in gpu) return gpu;
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter !== null) return adapter;
  } catch (error) {
    const reason = `asking for a WebGPU adapter failed: ${String(error)}`;
    return { code: 'no-adapter', reason, remedy: driverHelp };
  }
  return { code: 'no-adapter', reason: 'no WebGPU adapter was found', remedy: driverHelp };
}

const driverHelp =
  'check that a graphics driver is installed (on Linux also libvulkan1) and not blocked by the browser';

/** Reads what an adapter says of itself. */
export function adapterFeatures(adapter: GPUAdapter): WebgpuFeatures {
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const names = [vendor, architecture, device, description].join(' ');
  return {
    vendor,
    architecture,
    description: description === '' ? device : description,
    software: isFallbackAdapter || softwareRenderers.test(names),
    shaderF16: adapter.features.has('shader-f16'),
    subgroups: adapter.features.has('subgroups'),
  };
}
