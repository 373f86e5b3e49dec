/**
 * @file `node packages/backends/bench/tfjs-layers.mjs [mlp|cnn] [steps]`: seconds that tfjs-layers
 * takes on wasm for an epoch of 60,000 images, batch 32, Adam, with the kernels of this package and,
 * where it gets that far, without them. The median of three runs of some steps after a first.
 */
import process from 'node:process';
import { oneHot, setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { layers, sequential } from '@tensorflow/tfjs-layers';

const batchSize = 32;
const networks = {
  mlp: () => [
    layers.flatten({ inputShape: [28, 28, 1] }),
    layers.dense({ units: 128, activation: 'relu' }),
  ],
  cnn: () => [
    layers.conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 3, activation: 'relu' }),
    layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
    layers.maxPooling2d({ poolSize: 2 }),
    layers.flatten(),
    layers.dense({ units: 128, activation: 'relu' }),
  ],
};

const [name = 'mlp', stepsText = '100'] = process.argv.slice(2);
const hidden = networks[name];
const steps = Number(stepsText);
if (hidden === undefined || !Number.isInteger(steps) || steps < 1) {
  process.stderr.write('expected mlp or cnn, then a number of steps, such as: cnn 100\n');
  process.exit(2);
}

await setBackend('wasm');
await report('tfjs alone');
await import('@manabi/backends/tfjs-wasm-training');
await report('with @manabi/backends/tfjs-wasm-training');

/** @param {string} what */
async function report(what) {
  const result = await epochSeconds().catch((error) => error);
  const words = result instanceof Error ? result.message : `${result.toFixed(2)} s an epoch`;
  process.stdout.write(`${name}, ${what}: ${words}\n`);
}

async function epochSeconds() {
  const model = sequential({
    layers: [...hidden(), layers.dense({ units: 10, activation: 'softmax' })],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  const size = steps * batchSize;
  const pixels = Float32Array.from({ length: size * 784 }, (_, i) => Math.max(0, Math.sin(i * i)));
  const images = tensor(pixels, [size, 28, 28, 1]);
  const labels = tidy(() =>
    oneHot(
      Array.from({ length: size }, (_, i) => i % 10),
      10,
    ),
  );
  const durations = [];
  for (let run = 0; run < 4; run++) {
    const start = performance.now();
    await model.fit(images, labels, { epochs: 1, batchSize, verbose: 0 });
    durations.push((performance.now() - start) / 1000);
  }
  images.dispose();
  labels.dispose();
  const median = durations.slice(1).sort((a, b) => a - b)[1];
  return (median / size) * 60_000;
}
