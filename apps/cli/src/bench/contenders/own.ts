import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.js';

const program = fileURLToPath(new URL('../processes/train.js', import.meta.url));

/** manabi itself on one of its executors. */
export function ownContender(backend: 'wasm' | 'cpu', threads: number): Contender {
  return {
    ...{ name: `manabi ${backend}`, ours: true, threads },
    ...{ command: process.execPath, args: [program, backend] },
  };
}
