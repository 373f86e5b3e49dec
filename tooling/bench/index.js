/**
 * @file The libraries that `manabi bench` measures beside ours. Each is a program of its own in
 * `peers/`, written as that library's users write a training loop.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

/** @param {string} file */
const path = (file) => join(import.meta.dirname, 'peers', file);

/** @param {string} file @param {...string} args */
const inNode = (file, ...args) => ({ command: process.execPath, args: [path(file), ...args] });

const python = process.env.PYTHON ?? '/usr/bin/python3';

/** @type {readonly import('./index.d.ts').Peer[]} */
export const peers = [
  {
    ...{ name: 'PyTorch', networks: ['mlp', 'cnn'], backend: 'native', threaded: true },
    ...{ command: python, args: [path('pytorch.py')] },
    env: (threads) => ({ OMP_NUM_THREADS: `${threads}`, OPENBLAS_NUM_THREADS: `${threads}` }),
    missing() {
      const { status } = spawnSync(python, ['-c', 'import torch'], { stdio: 'ignore' });
      if (status === 0) return undefined;
      return `${python} cannot import torch; apt-get install python3-torch libopenblas0-pthread, or set PYTHON`;
    },
  },
  {
    ...{ name: 'tfjs-core wasm', networks: ['mlp', 'cnn'], backend: 'wasm', threaded: false },
    ...inNode('tfjs-core.js', 'wasm'),
  },
  {
    ...{ name: 'tfjs-layers wasm', networks: ['mlp', 'cnn'], backend: 'wasm', threaded: false },
    ...inNode('tfjs-layers.js'),
  },
  {
    ...{ name: 'jax-js wasm', networks: ['mlp', 'cnn'], backend: 'wasm', threaded: false },
    ...inNode('jax-js.js'),
  },
  {
    ...{ name: 'tfjs-core cpu', networks: ['mlp'], backend: 'cpu', threaded: false },
    ...inNode('tfjs-core.js', 'cpu'),
  },
];
