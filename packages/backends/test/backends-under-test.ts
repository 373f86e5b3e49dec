import { probe, selectBackend, type BackendName } from '@manabi/backends';
import { describeOnEveryBackend as describeOnEvery, useSoftwareVulkan } from '@manabi/test-utils';
import { describe } from 'vitest';

// Before the first adapter is asked for: on a machine without a GPU a software one serves.
useSoftwareVulkan();
const reports = await probe();

/** One suite on every tfjs backend; what a machine lacks is skipped, with the reason. */
export function describeOnEveryBackend(what: string, suite: (name: BackendName) => void): void {
  describeOnEvery(describe, reports, what, suite);
}

/** Makes `name` tfjs' backend, with what this package adds to it. */
export async function useBackend(name: BackendName): Promise<void> {
  await selectBackend({ backend: name });
}
