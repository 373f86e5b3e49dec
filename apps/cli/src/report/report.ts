import { basename, dirname } from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import { makeFolder } from '@manabi/models/node';
import writeFileAtomic from 'write-file-atomic';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { UsageError } from '../failures/usage-error.js';
import { refusedWrite } from '../files/refused-write.js';
import { readRecord } from '../record/record-file.js';
import { note, print } from '../terminal/output.js';
import type { ReportOptions } from './command.js';
import { reportMark, reportPage } from './report-page.js';
import { testPictures } from './test-pictures.js';

/** `manabi report`: a record as a page. */
export async function report(path: string, options: ReportOptions): Promise<ExitCode> {
  const { out, language, dataDir } = options;
  const record = await readRecord(path);
  await requireReportFile(out);
  const { picture, reason } = await testPictures(record, dataDir);
  if (reason !== null) note(`The report has no pictures of the examples: ${reason}`);
  const page = reportPage(record, { language, file: basename(path), picture });
  try {
    await makeFolder(dirname(out));
    await writeFileAtomic(out, page);
  } catch (error) {
    throw refusedWrite('--out', out, error);
  }
  print(`Report in ${out}`);
  return exitCodes.done;
}

/** @throws UsageError where something else than a report would be replaced. */
async function requireReportFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) return;
  if (found.isFile() && (await readFile(path, 'utf8')).startsWith(reportMark)) return;
  throw new UsageError(
    `--out: expected a new file or a former report, got something else at ${path}; name another file`,
  );
}
