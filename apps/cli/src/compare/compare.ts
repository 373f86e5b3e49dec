import { basename } from 'node:path';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { UsageError } from '../failures/usage-error.js';
import { drawCurves } from '../pictures/draw-curves.js';
import { readRecord } from '../record/record-file.js';
import { colorDepth } from '../terminal/color-depth.js';
import { terminalColumns } from '../terminal/columns.js';
import { print } from '../terminal/output.js';
import { table } from '../terminal/table.js';
import { comparisonRows } from './comparison-rows.js';

/** `manabi compare`: a table of several records, and their curves over each other. */
export async function compare(paths: readonly string[]): Promise<ExitCode> {
  if (paths.length < 2) {
    throw new UsageError('compare: expected two records or more, got one; name another file');
  }
  const names = shortNames(paths);
  const runs = await Promise.all(
    paths.map(async (path, i) => ({ name: names[i]!, record: await readRecord(path) })),
  );
  const { columns, rows } = comparisonRows(runs);
  print(table(columns, rows));
  const curves = drawCurves(
    runs.map(({ name, record }) => ({ name, epochs: record.history })),
    terminalColumns(),
    colorDepth(),
  );
  if (curves !== '') print(`\n${curves}`);
  return exitCodes.done;
}

/** Files by their names without `.json`, where these tell them apart. */
function shortNames(paths: readonly string[]): readonly string[] {
  const short = paths.map((path) => basename(path, '.json'));
  return new Set(short).size === paths.length ? short : paths;
}
