/**
 * @file `node jax-js.js JOB`: training by a jitted gradient and a jitted Adam on jax-js' wasm device.
 * One `jit` around both takes several times as long.
 */
import { readFileSync } from 'node:fs';
import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  lax,
  nn,
  numpy as np,
  random,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import { readJob, serve, shuffled } from './serve.js';

const { network, batchSize, pixels, classes } = readJob();
await init('wasm');
defaultDevice('wasm');

const images = np.array(pixels).reshape([classes.length, 784]);
const labels = np.array(classes);
const keys = random.split(random.key(1), 4);

/** Glorot uniform. @param {number} key @param {number[]} shape @param {number} fans */
function weights(key, shape, fans) {
  const limit = Math.sqrt(6 / fans);
  return random.uniform(keys.ref.slice(key), shape, { minval: -limit, maxval: limit });
}

const networks = {
  mlp: {
    params: () => ({
      ...{ w1: weights(0, [784, 128], 912), b1: np.zeros([128]) },
      ...{ w2: weights(1, [128, 10], 138), b2: np.zeros([10]) },
    }),
    predict(params, x) {
      const hidden = nn.relu(np.dot(x, params.w1).add(params.b1));
      return np.dot(hidden, params.w2).add(params.b2);
    },
  },
  cnn: {
    params: () => ({
      ...{ f1: weights(0, [32, 1, 3, 3], 297), c1: np.zeros([32, 1, 1]) },
      ...{ f2: weights(1, [64, 32, 3, 3], 864), c2: np.zeros([64, 1, 1]) },
      ...{ w1: weights(2, [9216, 128], 9344), b1: np.zeros([128]) },
      ...{ w2: weights(3, [128, 10], 138), b2: np.zeros([10]) },
    }),
    predict(params, x) {
      const image = x.reshape([-1, 1, 28, 28]);
      const first = nn.relu(lax.conv(image, params.f1, [1, 1], 'VALID').add(params.c1));
      const second = nn.relu(lax.conv(first, params.f2, [1, 1], 'VALID').add(params.c2));
      const pooled = lax.reduceWindow(second, np.max, [2, 2], [2, 2]);
      const hidden = nn.relu(np.dot(pooled.reshape([-1, 9216]), params.w1).add(params.b1));
      return np.dot(hidden, params.w2).add(params.b2);
    },
  },
};

const { params: initial, predict } = networks[network];
const lossAndGradients = jit(
  valueAndGrad((params, x, y) => {
    const likelihood = nn.logSoftmax(predict(params, x)).mul(nn.oneHot(y, 10));
    return likelihood.sum().mul(-1 / batchSize);
  }),
);
const adam = jit((params, gradients, m, v, rate) => {
  const nextM = tree.map((a, g) => a.mul(0.9).add(g.mul(0.1)), m, tree.ref(gradients));
  const nextV = tree.map((a, g) => a.mul(0.999).add(np.square(g).mul(0.001)), v, gradients);
  const move = (p, a, b) => p.sub(a.div(np.sqrt(b).add(1e-7)).mul(rate.ref));
  const next = tree.map(move, params, tree.ref(nextM), tree.ref(nextV));
  rate.dispose();
  return [next, nextM, nextV];
});

let params = initial();
let m = tree.map((param) => np.zeros(param.shape), params);
let v = tree.map((param) => np.zeros(param.shape), params);
let step = 0;

const manifest = new URL('../package.json', import.meta.resolve('@jax-js/jax'));
const { version } = JSON.parse(readFileSync(manifest, 'utf8'));

await serve(version, async (steps) => {
  const order = shuffled(classes.length);
  for (let i = 0; i < steps; i++) {
    const batch = np.array(order.slice(i * batchSize, (i + 1) * batchSize));
    const [x, y] = [images.ref.slice(batch.ref), labels.ref.slice(batch)];
    step++;
    const rate = np.array((1e-3 * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step));
    const [loss, gradients] = lossAndGradients(tree.ref(params), x, y);
    [params, m, v] = adam(params, gradients, m, v, rate);
    await blockUntilReady(loss);
    loss.dispose();
  }
  await blockUntilReady(params);
});
