import { isNode } from '../platform.js';

/**
 * Checks that a wasm file can be had before tfjs tries: after one failure tfjs refuses every other
 * path for as long as the page or process lives.
 *
 * @param path - URL or path of the file; a folder (ending in `/`) is not checked.
 * @throws Error that says what lies there instead.
 */
export async function checkWasmFile(path: string): Promise<void> {
  if (path.endsWith('/')) return;
  const bytes = isNode() ? await readLocalFile(path) : await download(path);
  if (!WebAssembly.validate(bytes)) {
    throw new Error(`${path} is not a WebAssembly module this platform can run`);
  }
}

async function readLocalFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  // Not an import: bundlers for browsers would warn about it.
  const { readFile } = process.getBuiltinModule('node:fs/promises');
  return new Uint8Array(await readFile(path.startsWith('file:') ? new URL(path) : path));
}

async function download(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${url} answered with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
