import { useSoftwareVulkan } from '@manabi/test-utils';
import { describe } from 'vitest';
import { probe, selectBackend, type BackendName } from '@manabi/backends';

// Before the first adapter is asked for: on a machine without a GPU a software one serves.
useSoftwareVulkan();
const reports = await probe();

/**
 * Runs one suite on every tfjs backend. What a machine lacks is skipped, with the reason in the
 * name of the skipped suite.
 */
export function describeOnEveryBackend(what: string, suite: (name: BackendName) => void): void {
  for (const report of reports) {
    const title = `${what} on ${report.name}`;
    if (report.available)
      describe(title, () => {
        suite(report.name);
      });
    else
      describe.skip(`${title}: ${report.reason}; ${report.remedy}`, () => {
        suite(report.name);
      });
  }
}

/** Makes `name` tfjs' backend, with what this package adds to it. */
export async function useBackend(name: BackendName): Promise<void> {
  await selectBackend({ backend: name });
}
