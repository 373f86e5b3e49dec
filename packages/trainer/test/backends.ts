import { selectBackend, type BackendName } from '@manabi/backends';
import { useSoftwareVulkan } from '@manabi/test-utils';

/** A backend to test on. */
export interface TestBackend {
  readonly name: BackendName;
  /** Its tests are skipped; a line on the screen says why. */
  readonly isMissing: boolean;
  /** Makes it tfjs' current backend. */
  readonly select: () => Promise<void>;
}

/** Every backend; WebGPU on a software adapter where there is no other. */
export async function testBackends(): Promise<TestBackend[]> {
  useSoftwareVulkan();
  const backends: TestBackend[] = [];
  for (const name of ['cpu', 'wasm', 'webgpu'] as const) {
    const select = async () => {
      await selectBackend({ backend: name });
    };
    try {
      await select();
      backends.push({ name, isMissing: false, select });
    } catch (error) {
      console.warn(`Tests on ${name} skipped: ${String(error)}`);
      backends.push({ name, isMissing: true, select });
    }
  }
  return backends;
}
