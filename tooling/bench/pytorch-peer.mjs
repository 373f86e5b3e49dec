/** @file Training with PyTorch, where Python has it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const python = process.env.PYTHON ?? '/usr/bin/python3';

/** What to tell a reader whose benchmark ran without PyTorch; undefined where it is there. */
export function pytorchMissing() {
  const { status } = spawnSync(python, ['-c', 'import torch'], { stdio: 'ignore' });
  if (status === 0) return undefined;
  return `PyTorch skipped: ${python} cannot import torch; install it ("apt-get install python3-torch libopenblas0-pthread") or set PYTHON.`;
}

/**
 * @param {number} threads
 * @param {import('@manabi/datasets').Dataset} train
 * @param {string} network
 * @param {number} batchSize
 * @param {number} steps
 * @returns {number} seconds for an epoch of 60,000
 */
export function pytorchSeconds(threads, train, network, batchSize, steps) {
  const folder = mkdtempSync(join(tmpdir(), 'manabi-bench-'));
  try {
    const [images, labels] = [join(folder, 'images'), join(folder, 'labels')];
    writeFileSync(images, train.inputs);
    writeFileSync(labels, train.labels);
    const script = join(import.meta.dirname, 'pytorch_peer.py');
    const args = [script, images, labels, network, batchSize, threads, steps].map(String);
    const env = {
      ...process.env,
      OMP_NUM_THREADS: `${threads}`,
      OPENBLAS_NUM_THREADS: `${threads}`,
    };
    const { stdout, stderr, status } = spawnSync(python, args, { encoding: 'utf8', env });
    if (status !== 0) throw new Error(`PyTorch failed: ${stderr}`);
    return Number(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
