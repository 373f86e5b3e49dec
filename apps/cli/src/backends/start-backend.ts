import { selectBackend } from '@manabi/backends';
import type { backendWords } from '../options/words.js';

/**
 * Starts what `--backend` asks for.
 *
 * @returns its name, and why better ones were passed over, such as
 *   `wasm (webgpu: no WebGPU adapter was found)`.
 */
export async function startBackend(backend: (typeof backendWords)[number]): Promise<string> {
  const { name, fallbacks } = await selectBackend({ backend });
  const passedOver = fallbacks.map((fallback) => `${fallback.name}: ${fallback.reason}`);
  return passedOver.length === 0 ? name : `${name} (${passedOver.join('; ')})`;
}
