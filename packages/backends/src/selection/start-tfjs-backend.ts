import {
  engine,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
  type KernelBackend,
} from '@tensorflow/tfjs-core';

/**
 * Starts a backend and makes it tfjs' current one. Unlike tfjs' own `setBackend` it throws what
 * went wrong, where that prints it and returns false.
 *
 * @param create - makes the backend; default: the way in which its package registered it.
 */
export async function startTfjsBackend(
  name: string,
  create: () => KernelBackend | Promise<KernelBackend> = findBackendFactory(name),
): Promise<void> {
  if (engine().registry[name] === undefined) {
    const backend = await create();
    if (name in engine().registryFactory) removeBackend(name);
    registerBackend(name, () => backend);
  }
  await setBackend(name);
}
