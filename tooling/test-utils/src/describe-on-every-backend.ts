/** What `probe()` of @manabi/backends says of one backend. */
export type ProbedBackend<Name extends string> =
  | { readonly name: Name; readonly available: true }
  | {
      readonly name: Name;
      readonly available: false;
      readonly reason: string;
      readonly remedy: string;
    };

/** Vitest's `describe`; passed in, since this package is also loaded outside of Vitest. */
export interface Describe {
  (title: string, suite: () => void): void;
  readonly skip: (title: string, suite: () => void) => void;
}

/**
 * Describes one suite once for every backend. What a machine lacks is skipped, with the reason in
 * the name of the skipped suite; a backend that is there and does not work fails its suite.
 */
export function describeOnEveryBackend<Name extends string>(
  describe: Describe,
  reports: readonly ProbedBackend<Name>[],
  what: string,
  suite: (name: Name) => void,
): void {
  for (const report of reports) {
    const title = `${what} on ${report.name}`;
    const run = () => {
      suite(report.name);
    };
    if (report.available) describe(title, run);
    else describe.skip(`${title}: ${report.reason}; ${report.remedy}`, run);
  }
}
