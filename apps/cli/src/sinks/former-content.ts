import { open } from 'node:fs/promises';
import { UsageError } from '../failures/usage-error.js';

/**
 * Makes sure that a file that is about to be replaced was written by a former run.
 *
 * @param beginning - what every such file starts with.
 * @throws UsageError for a file of anything else.
 */
export async function requireFormerContent(
  option: string,
  path: string,
  beginning: string,
): Promise<void> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return;
  try {
    if (!(await file.stat()).isFile()) return;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning.length));
    if (bytesRead === 0 || buffer.toString('utf8', 0, bytesRead) === beginning) return;
  } finally {
    await file.close();
  }
  throw new UsageError(
    `${option}: expected a new file or one of a former run, got something else at ${path}; name another file`,
  );
}
