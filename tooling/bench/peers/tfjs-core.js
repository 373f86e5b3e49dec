/** @file `node tfjs-core.js wasm|cpu JOB`: training by `tf.train.adam`'s `minimize`. */
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import process from 'node:process';
import { readJob, serve, shuffled } from './serve.js';

const { network, batchSize, pixels, classes } = readJob();
await tf.setBackend(process.argv.at(-2));
await tf.ready();

const images = tf.tensor4d(pixels, [classes.length, 28, 28, 1]);
const labels = tf.tidy(() => tf.oneHot(tf.tensor1d(classes, 'int32'), 10).toFloat());

/** @param {number[]} shape */
function weights(...shape) {
  return tf.variable(tf.initializers.glorotUniform({}).apply(shape));
}
/** @param {number} count */
const biases = (count) => tf.variable(tf.zeros([count]));

/** @type {Record<string, () => (x: tf.Tensor4D) => tf.Tensor2D>} */
const networks = {
  mlp() {
    const [w1, b1, w2, b2] = [weights(784, 128), biases(128), weights(128, 10), biases(10)];
    return (x) => {
      const hidden = tf.relu(tf.add(tf.matMul(tf.reshape(x, [-1, 784]), w1), b1));
      return tf.add(tf.matMul(hidden, w2), b2);
    };
  },
  cnn() {
    const [f1, c1, f2, c2] = [weights(3, 3, 1, 32), biases(32), weights(3, 3, 32, 64), biases(64)];
    const [w1, b1, w2, b2] = [weights(9216, 128), biases(128), weights(128, 10), biases(10)];
    return (x) => {
      const first = tf.relu(tf.add(tf.conv2d(x, f1, 1, 'valid'), c1));
      const second = tf.relu(tf.add(tf.conv2d(first, f2, 1, 'valid'), c2));
      const flat = tf.reshape(tf.maxPool(second, 2, 2, 'valid'), [-1, 9216]);
      const hidden = tf.relu(tf.add(tf.matMul(flat, w1), b1));
      return tf.add(tf.matMul(hidden, w2), b2);
    };
  },
};

const predict = networks[network]();
const optimizer = tf.train.adam(1e-3);

await serve(tf.version['tfjs-core'], async (steps) => {
  const order = shuffled(classes.length);
  for (let step = 0; step < steps; step++) {
    tf.tidy(() => {
      const batch = tf.tensor1d(order.slice(step * batchSize, (step + 1) * batchSize), 'int32');
      const x = tf.gather(images, batch);
      const y = tf.gather(labels, batch);
      optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, predict(x)));
    });
  }
});
