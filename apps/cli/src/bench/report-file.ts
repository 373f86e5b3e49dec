import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import { BadFileError } from '../failures/bad-file-error.js';
import { UsageError } from '../failures/usage-error.js';
import { reportSchema, type BenchReport } from './report.js';

/** Writes a report whole or not at all. */
export async function writeReport(file: string, report: BenchReport): Promise<void> {
  await writeFileAtomic(file, `${JSON.stringify(report, null, 2)}\n`);
}

/**
 * The cases that a file has already, of a run like this one.
 *
 * @returns `planned` where there is no such file.
 * @throws BadFileError when it is no report; UsageError when it is one of another machine, other
 *   settings or another version.
 */
export async function resumeReport(file: string, planned: BenchReport): Promise<BenchReport> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return planned;
    throw error;
  }
  const found = parseReport(file, text);
  for (const part of ['manabi', 'machine', 'settings'] as const) {
    if (isDeepStrictEqual(found[part], planned[part])) continue;
    throw new UsageError(
      `--resume: expected ${file} to be of a run like this one, got another ${part}: ${JSON.stringify(found[part])} and now ${JSON.stringify(planned[part])}; leave --resume out to begin anew`,
    );
  }
  return found;
}

function parseReport(file: string, text: string): BenchReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const report = value as Partial<BenchReport> | null;
  const schema: unknown = Array.isArray(report?.training) ? report.schema : undefined;
  if (schema === reportSchema) return report as BenchReport;
  const got = Number.isInteger(schema) ? `one of schema ${String(schema)}` : 'something else';
  throw new BadFileError(
    `${file}: expected a report of manabi bench (schema ${reportSchema}), got ${got}; leave --resume out to begin anew`,
  );
}
