import { readFile, stat } from 'node:fs/promises';

/**
 * Whether a path means a trained model (its folder, or the `model.json` in it) and not a
 * specification. A path with nothing there is none.
 */
export async function isTrainedModel(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null && 'format' in value;
  } catch {
    return false;
  }
}
