import type * as Dawn from 'webgpu';
import { isNode } from '../platform.js';
import type { UnavailableCode } from '../probe/backend-report.js';
import { hasVulkanDriver } from './vulkan-driver.js';

interface DawnInstance {
  readonly gpu: GPU;
  readonly globals: object;
}

/** Why there is no WebGPU, and what helps. */
export interface NoGpu {
  readonly code: UnavailableCode;
  readonly reason: string;
  readonly remedy: string;
}

// Dawn aborts the process when its instance is collected while a device still works, so the one
// instance stays referenced for as long as the process lives.
let dawn: Promise<DawnInstance | NoGpu> | undefined;

/**
 * The platform's WebGPU: the browser's, or in Node that of the optional package `webgpu`, which is
 * loaded on the first call. Defines no globals.
 */
export async function findGpu(): Promise<GPU | NoGpu> {
  const gpu = browserGpu();
  if (gpu !== undefined) return gpu;
  if (!isNode()) {
    return {
      code: 'missing',
      reason: 'this browser has no navigator.gpu',
      remedy:
        'use a browser with WebGPU (Chrome, Edge, Safari 26, Firefox 141) over https or localhost',
    };
  }
  dawn ??= loadDawn();
  const loaded = await dawn;
  return 'gpu' in loaded ? loaded.gpu : loaded;
}

/**
 * Defines `navigator.gpu` and WebGPU's other globals in Node, where tfjs' backend looks for them.
 * Does nothing where the platform has them.
 */
export async function defineGpuGlobals(): Promise<void> {
  const loaded = await dawn;
  if (browserGpu() !== undefined || loaded === undefined || !('gpu' in loaded)) return;
  Object.assign(globalThis, loaded.globals);
  const gpu = { value: loaded.gpu, configurable: true };
  if (typeof navigator === 'undefined') {
    Object.defineProperty(globalThis, 'navigator', {
      value: Object.defineProperty({}, 'gpu', gpu),
      configurable: true,
    });
  } else {
    Object.defineProperty(navigator, 'gpu', gpu);
  }
}

function browserGpu(): GPU | undefined {
  if (typeof navigator === 'undefined') return undefined;
  return (navigator as { gpu?: GPU }).gpu;
}

async function loadDawn(): Promise<DawnInstance | NoGpu> {
  // A name that bundlers cannot see: the package is optional, and browsers never come here.
  const name = 'webgpu';
  let module: typeof Dawn;
  try {
    module = (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as typeof Dawn;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'ERR_MODULE_NOT_FOUND') {
      return {
        code: 'missing',
        reason: 'Node has no WebGPU of its own and the package "webgpu" is not installed',
        remedy: 'run "npm install webgpu"',
      };
    }
    return {
      code: 'broken',
      reason: `the package "webgpu" does not load: ${String(error)}`,
      remedy: 'it needs Linux with glibc, macOS or Windows; see its README',
    };
  }
  if (process.platform === 'linux' && !hasVulkanDriver(process.env, listFolder)) {
    return {
      code: 'no-adapter',
      reason: 'no Vulkan driver is installed',
      remedy: "install the graphics card's driver (Debian: mesa-vulkan-drivers or nvidia-driver)",
    };
  }
  return { gpu: module.create([]), globals: module.globals };
}

function listFolder(path: string): readonly string[] {
  try {
    return process.getBuiltinModule('node:fs').readdirSync(path);
  } catch {
    return [];
  }
}
