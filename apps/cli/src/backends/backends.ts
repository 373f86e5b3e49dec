import { BackendError, probe, selectBackend, type BackendReport } from '@manabi/backends';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { print, printJson } from '../terminal/output.js';
import type { BackendsOptions } from './command.js';

/** What was found out about one backend by starting it. */
interface Finding {
  readonly name: BackendReport['name'];
  readonly works: boolean;
  /** Why not; null when it works. */
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly features: Readonly<Record<string, unknown>> | null;
}

/** `manabi backends`: starts every backend, so that "works" means that it computed right numbers. */
export async function showBackends({ json }: BackendsOptions): Promise<ExitCode> {
  const findings: Finding[] = [];
  for (const report of await probe()) findings.push(await tryOut(report));
  const { name: auto } = await selectBackend();
  if (json === true) {
    printJson({ auto, backends: findings });
    return exitCodes.done;
  }
  for (const { name, works, reason, remedy, features } of findings) {
    print(
      `${name.padEnd(6)}  ${works ? `works ${describe(features)}`.trim() : `does not work: ${reason ?? ''}`}`,
    );
    if (remedy !== null) print(`        ${remedy}`);
  }
  print(`\n--backend auto takes ${auto} here.`);
  return exitCodes.done;
}

async function tryOut(report: BackendReport): Promise<Finding> {
  const { name } = report;
  if (!report.available) {
    return { name, works: false, reason: report.reason, remedy: report.remedy, features: null };
  }
  const features = report.features as Finding['features'];
  try {
    await selectBackend({ backend: name });
    return { name, works: true, reason: null, remedy: null, features };
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const { reason, remedy } = error.details;
    return { name, works: false, reason, remedy, features };
  }
}

/** `(simd, no threads)`: what is there and what is not; texts in quotes. */
function describe(features: Finding['features']): string {
  const words = Object.entries(features ?? {}).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return value ? [name] : [`no ${name}`];
    return value === '' ? [] : [String(value)];
  });
  return words.length === 0 ? '' : `(${words.join(', ')})`;
}
