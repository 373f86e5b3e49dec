/** @file Layers as Keras builds them. */
import type { InitializerName, LayerSpec, Pair } from '@manabi/models';
import { code, type CodeSample } from '../../lesson/code-sample.js';

/** One call a layer; a value that is Keras' own default is left out. */
export function kerasLayers(layers: readonly LayerSpec[]): readonly CodeSample[] {
  return layers.map(kerasLayer);
}

function kerasLayer(layer: LayerSpec): CodeSample {
  switch (layer.type) {
    case 'flatten':
      return code`keras.layers.Flatten()`;
    case 'dense':
      return code`keras.layers.Dense(${[String(layer.units), ...weighted(layer)].join(', ')})`;
    case 'conv2d': {
      const { filters, kernelSize, strides = 1, padding = 'valid' } = layer;
      const values = [
        ...[String(filters), python(kernelSize)],
        ...(isSame(strides, 1) ? [] : [`strides=${python(strides)}`]),
        ...(padding === 'valid' ? [] : ['padding="same"']),
        ...weighted(layer),
      ];
      return code`keras.layers.Conv2D(${values.join(', ')})`;
    }
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const { poolSize = 2, strides = poolSize, padding = 'valid' } = layer;
      const values = [
        python(poolSize),
        ...(isSame(strides, poolSize) ? [] : [`strides=${python(strides)}`]),
        ...(padding === 'valid' ? [] : ['padding="same"']),
      ].join(', ');
      return layer.type === 'maxPooling2d'
        ? code`keras.layers.MaxPooling2D(${values})`
        : code`keras.layers.AveragePooling2D(${values})`;
    }
    case 'dropout':
      return code`keras.layers.Dropout(${layer.rate})`;
    case 'activation':
      return code`keras.layers.Activation("${layer.activation}")`;
    default:
      return layer satisfies never;
  }
}

const initializers: Readonly<Record<InitializerName, string>> = {
  glorotUniform: 'glorot_uniform',
  glorotNormal: 'glorot_normal',
  heUniform: 'he_uniform',
  heNormal: 'he_normal',
  zeros: 'zeros',
};

function weighted(layer: Extract<LayerSpec, { type: 'dense' | 'conv2d' }>): readonly string[] {
  const { activation = 'linear', useBias = true } = layer;
  const { kernelInitializer = 'glorotUniform' } = layer;
  return [
    ...(activation === 'linear' ? [] : [`activation="${activation}"`]),
    ...(useBias ? [] : ['use_bias=False']),
    ...(kernelInitializer === 'glorotUniform'
      ? []
      : [`kernel_initializer="${initializers[kernelInitializer]}"`]),
  ];
}

function python(pair: Pair): string {
  return typeof pair === 'number' ? String(pair) : `(${pair.join(', ')})`;
}

function isSame(a: Pair, b: Pair): boolean {
  const both = (pair: Pair) => (typeof pair === 'number' ? `${pair},${pair}` : pair.join());
  return both(a) === both(b);
}
