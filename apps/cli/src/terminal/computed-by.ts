import type { Computation } from '@manabi/trainer';
import { counted } from './figures.js';

/**
 * What computed, such as `plan (2 threads) on wasm`.
 *
 * @param backend - as `startBackend` names it, with the better ones that were passed over.
 */
export function computedBy(
  { engine, engineReason, threads }: Computation,
  backend: string,
): string {
  return `${engine} (${engineReason ?? counted(threads, 'thread')}) on ${backend}`;
}
