/**
 * @file `node tooling/bench/bench.mjs [--json] [mlp:32 mlp:128 cnn:32 cnn:128]`: seconds that an epoch
 * of 60,000 images takes here, for manabi and its peers in the same run. Reads Fashion-MNIST from
 * MANABI_DATA_DIR; without it, synthetic digits.
 */
import { syntheticDigits } from '@manabi/datasets';
import { loadDatasets } from '@manabi/datasets/node';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { manabiSeconds } from './manabi-peer.mjs';
import { networks } from './networks.mjs';
import { pytorchMissing, pytorchSeconds } from './pytorch-peer.mjs';

const asJson = process.argv.includes('--json');
const named = process.argv.slice(2).filter((argument) => argument !== '--json');
const cases = named.length > 0 ? named : ['mlp:32', 'mlp:128', 'cnn:32', 'cnn:128'];
const threadCounts = availableParallelism() > 1 ? [1, 2] : [1];

const dataDir = process.env.MANABI_DATA_DIR;
const { train } =
  dataDir === undefined
    ? syntheticDigits({ seed: 1 })
    : await loadDatasets('fashion-mnist', { dataDir });
const missing = pytorchMissing();
if (missing !== undefined) process.stderr.write(`${missing}\n`);

const rows = [];
for (const name of cases) {
  const [networkName, batch] = name.split(':');
  const network = networks[networkName];
  const batchSize = Number(batch);
  if (network === undefined || !Number.isInteger(batchSize)) {
    process.stderr.write(
      `${name}: expected mlp or cnn, a colon and a batch size, such as mlp:32\n`,
    );
    process.exit(2);
  }
  for (const threads of threadCounts) {
    const plan = { engine: 'plan', threads };
    report(name, 'manabi plan', threads, await manabiSeconds(plan, train, network, batchSize));
    if (missing !== undefined) continue;
    const steps = network.steps;
    report(name, 'PyTorch', threads, pytorchSeconds(threads, train, networkName, batchSize, steps));
  }
  // tfjs takes minutes for a convolutional network; a few steps of the MLP say enough.
  if (networkName === 'mlp') {
    const tfjs = { engine: 'autodiff', threads: 1 };
    const few = { ...network, steps: 60 };
    report(name, 'tfjs-core wasm', 1, await manabiSeconds(tfjs, train, few, batchSize));
  }
}
if (asJson) process.stdout.write(`${JSON.stringify({ data: train.name, rows })}\n`);

/** @param {string} name @param {string} peer @param {number} threads @param {number} seconds */
function report(name, peer, threads, seconds) {
  rows.push({ case: name, peer, threads, seconds });
  if (asJson) return;
  const thread = `${threads} thread${threads === 1 ? '' : 's'}`;
  const text = [name.padEnd(9), peer.padEnd(15), thread.padEnd(10), `${seconds.toFixed(2)} s`];
  process.stdout.write(`${text.join(' ')}\n`);
}
