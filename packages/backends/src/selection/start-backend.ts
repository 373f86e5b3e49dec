import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import { BackendError } from '../backend-error.js';
import type { BackendName } from '../backend-name.js';
import type { CpuFeatures, WasmFeatures, WebgpuFeatures } from '../probe/backend-report.js';
import { probeWasm } from '../probe/probe.js';
import { adapterFeatures, findAdapter } from '../webgpu/adapter.js';
import { findWrongKernel } from './self-check.js';
import { startCpu } from './start-cpu.js';
import { startWasm } from './start-wasm.js';
import { startWebgpu } from './start-webgpu.js';

/** A backend that runs and computes the right numbers. */
export type StartedBackend =
  | { readonly name: 'webgpu'; readonly features: WebgpuFeatures }
  | { readonly name: 'wasm'; readonly features: WasmFeatures }
  | { readonly name: 'cpu'; readonly features: CpuFeatures };

export interface StartOptions {
  readonly wasmPath: string | undefined;
  /** Whether a WebGPU adapter that runs on the processor will do. */
  readonly acceptSoftware: boolean;
}

/**
 * Starts one backend, makes it tfjs' current one and checks its numbers. When that fails, the
 * backend that was current before is current again.
 *
 * @throws BackendError
 */
export async function startBackend(
  name: BackendName,
  options: StartOptions,
): Promise<StartedBackend> {
  // tfjs' types do not say that there is none at first.
  const before = getBackend() as string | undefined;
  try {
    const started = await starters[name](options);
    await checkKernels(name);
    return started;
  } catch (error) {
    if (before !== undefined) await setBackend(before);
    if (error instanceof BackendError) throw error;
    // tfjs throws plain objects that hold nothing but a message.
    const reason = (error as Partial<Error>).message ?? String(error);
    const remedy = startHelp[name];
    throw new BackendError('unavailable', { backend: name, reason, remedy, cause: error });
  }
}

async function checkKernels(name: BackendName): Promise<void> {
  const wrong = await findWrongKernel();
  if (wrong === undefined) return;
  throw new BackendError('wrong-results', {
    backend: name,
    reason: `it computes wrong numbers: ${wrong}`,
    remedy: 'update the driver, the browser or Node, or choose another backend',
  });
}

const starters: Record<BackendName, (options: StartOptions) => Promise<StartedBackend>> = {
  async webgpu({ acceptSoftware }) {
    const adapter = await findAdapter();
    if ('reason' in adapter) {
      throw new BackendError('unavailable', { backend: 'webgpu', ...adapter });
    }
    const features = adapterFeatures(adapter);
    if (features.software && !acceptSoftware) {
      throw new BackendError('unavailable', {
        backend: 'webgpu',
        reason: `its only adapter is software (${features.description}), slower than wasm`,
        remedy: 'ask for "webgpu" by name to use it all the same',
      });
    }
    await startWebgpu(adapter);
    return { name: 'webgpu', features };
  },
  async wasm({ wasmPath }) {
    const report = probeWasm();
    if (!report.available) {
      const { reason, remedy } = report;
      throw new BackendError('unavailable', { backend: 'wasm', reason, remedy });
    }
    await startWasm(wasmPath);
    return { name: 'wasm', features: report.features };
  },
  async cpu() {
    await startCpu();
    return { name: 'cpu', features: {} };
  },
};

const startHelp: Record<BackendName, string> = {
  webgpu: 'update the graphics driver, or choose "wasm"',
  wasm: 'set wasmPath to the place of tfjs-backend-wasm-simd.wasm',
  cpu: 'install @tensorflow/tfjs-backend-cpu',
};
