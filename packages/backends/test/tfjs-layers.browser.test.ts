import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import * as tfl from '@tensorflow/tfjs-layers';
import '@manabi/backends/tfjs-wasm-training';
import { expect, it } from 'vitest';

it('a convolutional network of tfjs-layers trains on wasm in a browser', async () => {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': wasmUrl,
    'tfjs-backend-wasm-simd.wasm': wasmUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmUrl,
  });
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  const kernelInitializer = tfl.initializers.glorotUniform({ seed: 1 });
  const model = tfl.sequential({
    layers: [
      tfl.layers.conv2d({ inputShape: [8, 8, 1], filters: 8, kernelSize: 3, kernelInitializer }),
      tfl.layers.maxPooling2d({ poolSize: 2 }),
      tfl.layers.depthwiseConv2d({ kernelSize: 2, depthwiseInitializer: kernelInitializer }),
      tfl.layers.flatten(),
      tfl.layers.dense({ units: 2, activation: 'softmax', kernelInitializer }),
    ],
  });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy' });
  const xs = tf.tensor(
    Array.from({ length: 4 * 64 }, (_, i) => Math.sin(1.7 * i * i)),
    [4, 8, 8, 1],
  );
  const ys = tf.oneHot([0, 1, 0, 1], 2);
  const { history } = await model.fit(xs, ys, { epochs: 10, batchSize: 4, shuffle: false });
  const losses = history.loss as number[];
  expect(losses.at(-1)).toBeLessThan(losses[0]!);
});
