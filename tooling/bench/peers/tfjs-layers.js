/** @file `node tfjs-layers.js JOB`: training by `model.fit` on tfjs' wasm backend. */
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { readJob, serve } from './serve.js';

const { network, batchSize, pixels, classes } = readJob();
await tf.setBackend('wasm');
await tf.ready();

const images = tf.tensor4d(pixels, [classes.length, 28, 28, 1]);
const labels = tf.tidy(() => tf.oneHot(tf.tensor1d(classes, 'int32'), 10).toFloat());

const inputShape = [28, 28, 1];
const relu = /** @type {const} */ ({ activation: 'relu' });
const convolutions = [
  tf.layers.conv2d({ inputShape, filters: 32, kernelSize: 3, ...relu }),
  tf.layers.conv2d({ filters: 64, kernelSize: 3, ...relu }),
  tf.layers.maxPooling2d({ poolSize: 2 }),
];
const model = tf.sequential({
  layers: [
    ...(network === 'cnn' ? convolutions : []),
    tf.layers.flatten(network === 'cnn' ? {} : { inputShape }),
    tf.layers.dense({ units: 128, ...relu }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
model.compile({ optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy' });

await serve(tf.version['tfjs-layers'], async (steps) => {
  const count = Math.min(steps * batchSize, classes.length);
  const [x, y] = [images.slice(0, count), labels.slice(0, count)];
  await model.fit(x, y, { epochs: 1, batchSize, shuffle: true, verbose: 0 });
  tf.dispose([x, y]);
});
