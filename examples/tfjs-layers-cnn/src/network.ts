import { initializers, layers, sequential, type Sequential } from '@tensorflow/tfjs-layers';

/**
 * A small convolutional classifier of 28 x 28 grey images, as a user of tfjs-layers writes it:
 * compiled, 8,954 parameters for ten classes.
 *
 * @param seed - of its first weights and its dropout.
 */
export function createNetwork(classes: number, seed: number): Sequential {
  const glorot = (layer: number) => initializers.glorotUniform({ seed: seed + layer });
  const model = sequential({
    layers: [
      layers.conv2d({
        inputShape: [28, 28, 1],
        filters: 16,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: glorot(1),
      }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.separableConv2d({
        filters: 32,
        kernelSize: 3,
        useBias: false,
        depthwiseInitializer: glorot(2),
        pointwiseInitializer: glorot(3),
      }),
      layers.batchNormalization(),
      layers.activation({ activation: 'relu' }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dropout({ rate: 0.25, seed: seed + 4 }),
      layers.dense({ units: classes, activation: 'softmax', kernelInitializer: glorot(5) }),
    ],
  });
  model.compile({
    optimizer: 'adam',
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}
