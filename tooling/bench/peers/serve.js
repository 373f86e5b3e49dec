/**
 * @file How a peer talks with `manabi bench`: the job comes as its last argument, what it is goes out
 * as the first line; then each line `{"steps": 100}` that comes in is answered by the seconds that
 * those steps took, `{"seconds": 0.31}`.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Job
 * @property {'mlp' | 'cnn'} network
 * @property {number} batchSize
 * @property {number} threads
 * @property {string} images file of bytes [n, 28, 28]
 * @property {string} labels file of bytes [n]
 */

/** @returns {Job & { pixels: Float32Array, classes: Int32Array }} pixels in [0, 1] */
export function readJob() {
  const job = JSON.parse(process.argv.at(-1));
  const pixels = new Float32Array(readFileSync(job.images));
  for (let i = 0; i < pixels.length; i++) pixels[i] /= 255;
  return { ...job, pixels, classes: Int32Array.from(readFileSync(job.labels)) };
}

/**
 * @param {string} version
 * @param {(steps: number) => Promise<void>} train returns when the steps are done and computed
 */
export async function serve(version, train) {
  process.stdout.write(`${JSON.stringify({ version })}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const { steps } = JSON.parse(line);
    const start = performance.now();
    await train(steps);
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(`${JSON.stringify({ seconds })}\n`);
  }
}

/** The numbers below `count` in a new order (Fisher and Yates). @param {number} count */
export function shuffled(count) {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
