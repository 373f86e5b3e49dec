/**
 * @file `node packages/backends/bench/tfjs-kernels.mjs [--json] [--cpu] [kernel ...]`: milliseconds
 * and GFLOPS of every training kernel that this package registers into tfjs' wasm backend, beside
 * tfjs' own on wasm where it has one and, on request, one run on tfjs' cpu backend (minutes). The
 * median of five, batch 32, on shapes of the CNN conv32-conv64-pool2-dense128-10, of the MLP
 * 784-128-10 and of separable convolutions.
 */
import process from 'node:process';
import { getKernel, memory, setBackend, engine, tensor } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';

const asJson = process.argv.includes('--json');
const withCpu = process.argv.includes('--cpu');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const convolution = { strides: 1, pad: 'valid', dilations: 1, dataFormat: 'NHWC' };

/**
 * @typedef {object} Case
 * @property {string} kernel
 * @property {string} shape in words
 * @property {Record<string, number[]>} inputs
 * @property {object} attrs
 * @property {number} operations multiplications and additions; 0 where it is a matter of memory
 */

/** @type {Case[]} */
const cases = [
  ...convolutionGradients('conv1', [32, 28, 28, 1], [3, 3, 1, 32], [32, 26, 26, 32]),
  ...convolutionGradients('conv2', [32, 26, 26, 32], [3, 3, 32, 64], [32, 24, 24, 64]),
  ...convolutionGradients('5x5 stride 2', [32, 28, 28, 16], [5, 5, 16, 32], [32, 12, 12, 32], 2),
  ...depthwiseGradients('32 channels', [32, 28, 28, 32], [3, 3, 32, 1], [32, 26, 26, 32]),
  ...depthwiseGradients('64, stride 2', [32, 14, 14, 64], [3, 3, 64, 1], [32, 6, 6, 64], 2),
  ...depthwiseGradients('8 x 4', [32, 28, 28, 8], [3, 3, 8, 4], [32, 26, 26, 32]),
  ...poolGradients('24x24x64', [32, 24, 24, 64], [32, 12, 12, 64]),
  ...denseProducts('MLP 784-128', 784, 128),
  ...denseProducts('CNN 9216-128', 9216, 128),
  product('256^3', [256, 256], [256, 256], false, false, 256),
  product('256^3', [256, 256], [256, 256], true, true, 256),
  {
    kernel: 'Tile',
    shape: '32 channels to 32x11x11',
    inputs: { x: [1, 1, 1, 32] },
    attrs: { reps: [32, 11, 11, 1] },
    operations: 0,
  },
  {
    kernel: 'UnsortedSegmentSum',
    shape: '4096 rows of 64 into 1000',
    inputs: { x: [4096, 64], segmentIds: [4096] },
    attrs: { numSegments: 1000 },
    operations: 0,
  },
];

/** @returns {Case[]} */
function convolutionGradients(shape, inputShape, filterShape, outShape, strides = 1) {
  const operations = 2 * size(outShape) * filterShape[0] * filterShape[1] * filterShape[2];
  const attrs = { ...convolution, strides, inputShape, filterShape };
  const filterGradient = { inputs: { x: inputShape, dy: outShape }, attrs, operations };
  const inputGradient = { inputs: { dy: outShape, filter: filterShape }, attrs, operations };
  return [
    { kernel: 'Conv2DBackpropFilter', shape, ...filterGradient },
    { kernel: 'Conv2DBackpropInput', shape, ...inputGradient },
  ];
}

/** @returns {Case[]} */
function depthwiseGradients(shape, inputShape, filterShape, outShape, strides = 1) {
  const operations = 2 * size(outShape) * filterShape[0] * filterShape[1];
  const attrs = { ...convolution, strides, inputShape, filterShape };
  const filterGradient = { inputs: { x: inputShape, dy: outShape }, attrs, operations };
  const inputGradient = { inputs: { dy: outShape, filter: filterShape }, attrs, operations };
  return [
    { kernel: 'DepthwiseConv2dNativeBackpropFilter', shape, ...filterGradient },
    { kernel: 'DepthwiseConv2dNativeBackpropInput', shape, ...inputGradient },
  ];
}

/** @returns {Case[]} */
function poolGradients(shape, inputShape, outShape) {
  const attrs = { filterSize: [2, 2], strides: [2, 2], pad: 'valid' };
  const inputs = { dy: outShape, input: inputShape, output: outShape };
  return ['MaxPoolGrad', 'AvgPoolGrad'].map((kernel) => ({
    kernel,
    shape,
    inputs,
    attrs,
    operations: 0,
  }));
}

/** Forward, weight gradient and input gradient of a dense layer, batch 32. @returns {Case[]} */
function denseProducts(shape, features, units) {
  return [
    product(`${shape} X W`, [32, features], [features, units], false, false, features),
    product(`${shape} X' dY`, [32, features], [32, units], true, false, 32),
    product(`${shape} dY W'`, [32, units], [features, units], false, true, units),
  ];
}

/** @returns {Case} */
function product(shape, a, b, transposeA, transposeB, depth) {
  const transposes = `${transposeA ? "A'" : 'A'} ${transposeB ? "B'" : 'B'}`;
  return {
    kernel: 'BatchMatMul',
    shape: `${shape} (${transposes})`,
    inputs: { a, b },
    attrs: { transposeA, transposeB },
    operations: (2 * size(a) * size(b)) / depth,
  };
}

/** @param {readonly number[]} shape */
function size(shape) {
  return shape.reduce((product, length) => product * length, 1);
}

/** Whole numbers for ids, else values without a pattern. */
function input(name, shape) {
  const values = Array.from({ length: size(shape) }, (_, i) =>
    name === 'segmentIds' ? (i * 7919) % 1000 : Math.sin(1.7 * i * i),
  );
  return tensor(values, shape, name === 'segmentIds' ? 'int32' : 'float32');
}

/** Milliseconds of one call: the median of `rounds` after a first. @param {Case} call */
async function milliseconds(backend, { kernel, inputs, attrs }, rounds) {
  await setBackend(backend);
  if (getKernel(kernel, backend) === undefined) return undefined;
  const tensors = Object.fromEntries(
    Object.entries(inputs).map(([name, shape]) => [name, input(name, shape)]),
  );
  const once = () => {
    const output = engine().runKernel(kernel, tensors, { ...attrs });
    output.dispose();
  };
  const durations = [];
  if (rounds > 1) once();
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    let calls = 0;
    do {
      once();
      calls++;
    } while (rounds > 1 && performance.now() - start < 30);
    durations.push((performance.now() - start) / calls);
  }
  for (const used of Object.values(tensors)) used.dispose();
  return durations.sort((p, q) => p - q)[Math.floor(rounds / 2)];
}

const chosen = cases.filter(({ kernel }) => wanted.length === 0 || wanted.includes(kernel));
if (chosen.length === 0) {
  const known = [...new Set(cases.map(({ kernel }) => kernel))].join(', ');
  process.stderr.write(`${wanted.join(', ')}: expected one of ${known}\n`);
  process.exit(2);
}

const alone = [];
for (const call of chosen) alone.push(await milliseconds('wasm', call, 5));
await import('@manabi/backends/tfjs-wasm-training');

const rows = [];
for (const [i, call] of chosen.entries()) {
  const ours = await milliseconds('wasm', call, 5);
  const cpu = withCpu ? await milliseconds('cpu', call, 1) : undefined;
  const gflops = call.operations === 0 ? undefined : call.operations / ours / 1e6;
  rows.push({ kernel: call.kernel, shape: call.shape, ours, gflops, tfjsWasm: alone[i], cpu });
  if (asJson) continue;
  const number = (value) => (value === undefined ? '-' : value.toFixed(2)).padStart(9);
  process.stdout.write(
    `${call.kernel.padEnd(36)}${call.shape.padEnd(28)}${number(ours)} ms${number(gflops)} GFLOPS` +
      `${number(alone[i])} ms tfjs wasm${number(cpu)} ms cpu\n`,
  );
}
if (memory().numTensors > 0) throw new Error('internal: tensors were left behind');
if (asJson) process.stdout.write(`${JSON.stringify({ rows })}\n`);
