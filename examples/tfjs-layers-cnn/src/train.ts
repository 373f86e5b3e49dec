/**
 * @file Trains a tfjs-layers network on tfjs' wasm backend. All that this asks of manabi is one
 * import: without it tfjs stops at the first gradient of a convolution (see the README).
 */
import { parseArgs } from 'node:util';
import { setBackend, type Tensor } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import '@manabi/backends/tfjs-wasm-training';
import { loadDatasets } from '@manabi/datasets/node';
import { createNetwork } from './network.js';
import { firstExamples } from './tensors.js';

const { values } = parseArgs({
  options: {
    epochs: { type: 'string', default: '3' },
    examples: { type: 'string', default: '6000' },
    'batch-size': { type: 'string', default: '32' },
  },
});
const epochs = positive('epochs', values.epochs);
const examples = positive('examples', values.examples);
const batchSize = positive('batch-size', values['batch-size']);

// MNIST where MANABI_DATA_DIR says that it lies, else digits that are drawn here.
const dataDir = process.env.MANABI_DATA_DIR;
const data =
  dataDir === undefined
    ? await loadDatasets('synthetic-digits', { trainSize: examples, testSize: 1000 })
    : await loadDatasets('mnist', { dataDir });

await setBackend('wasm');
const train = firstExamples(data.train, examples);
const test = firstExamples(data.test, 1000);
const model = createNetwork(data.train.classNames.length, 1);
console.log(
  `${data.train.name}: ${String(train.labels.size)} images, batches of ${values['batch-size']}`,
);

let start = 0;
await model.fit(train.images, train.labels, {
  epochs,
  batchSize,
  callbacks: {
    onEpochBegin: () => {
      start = performance.now();
    },
    onEpochEnd: (epoch, logs) => {
      const seconds = (performance.now() - start) / 1000;
      const [loss, accuracy] = [logs?.loss ?? NaN, logs?.acc ?? NaN];
      console.log(`epoch ${String(epoch + 1)}: ${scores(loss, accuracy)}, ${seconds.toFixed(2)} s`);
    },
  },
});
const [loss, accuracy] = model.evaluate(test.images, test.labels) as [Tensor, Tensor];
console.log(`test:    ${scores((await loss.data())[0]!, (await accuracy.data())[0]!)}`);

function scores(loss: number, accuracy: number): string {
  return `loss ${loss.toFixed(3)}, accuracy ${(100 * accuracy).toFixed(1)} %`;
}

/** Ends the process unless the option is a whole number of at least one. */
function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(`--${name}: expected a whole number of at least 1, got "${text}"`);
  process.exit(2);
}
