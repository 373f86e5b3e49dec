/**
 * @file A stack of layers in the address, short and readable:
 * `conv32k3relu-maxpool2-flatten-dropout0.5-dense10`. One word a layer:
 *
 * - `flatten`, `dropout0.5`, and an activation by its name, such as `relu`
 * - `dense128relu`: units, activation, then `nobias` and an initializer where they are not the usual
 * - `conv32k3s2samerelu`: filters, kernel, stride, padding, then as `dense`
 * - `maxpool2s1same`, `avgpool2`: window, stride, padding
 * - `3x5` in the place of a kernel, window or stride that is not square: rows, then columns
 *
 * What is usual is left out: a stride of 1 (of a pooling: its window), `valid`, `linear`, a bias,
 * `glorotUniform`. The last dense layer usually has `softmax`, so there `linear` is written.
 */
import type { ActivationName, InitializerName, LayerSpec, Pair } from '@manabi/models';

/** More layers than this the page does not show. */
export const mostLayers = 40;

export const activationNames = [
  'linear',
  'relu',
  'sigmoid',
  'tanh',
  'softmax',
] as const satisfies readonly ActivationName[];

export const initializerNames = [
  'glorotUniform',
  'glorotNormal',
  'heUniform',
  'heNormal',
  'zeros',
] as const satisfies readonly InitializerName[];

const usualInitializer = initializerNames[0];
const activations = activationNames.join('|');
const initializers = initializerNames.join('|').toLowerCase();
const weighted = `(${activations})?(nobias)?(${initializers})?`;
const sides = String.raw`(\d+(?:x\d+)?)`;
const patterns = {
  dense: new RegExp(`^dense(\\d+)${weighted}$`),
  conv2d: new RegExp(`^conv(\\d+)k${sides}(?:s${sides})?(same)?${weighted}$`),
  pooling: new RegExp(`^(max|avg)pool${sides}(?:s${sides})?(same)?$`),
  dropout: /^dropout(\d*\.?\d+)$/,
};

/** The layers as words with hyphens between them. Names of layers are not kept. */
export function writeLayers(layers: readonly LayerSpec[]): string {
  return layers.map((layer, i) => writeLayer(layer, i === layers.length - 1)).join('-');
}

/** The inverse of {@link writeLayers}; undefined for what it cannot have written. */
export function readLayers(text: string): readonly LayerSpec[] | undefined {
  const words = text.split('-');
  if (words.length > mostLayers) return undefined;
  const layers = words.map((word, i) => readLayer(word, i === words.length - 1));
  return layers.every((layer) => layer !== undefined) ? layers : undefined;
}

function writeLayer(layer: LayerSpec, last: boolean): string {
  switch (layer.type) {
    case 'flatten':
      return 'flatten';
    case 'dense':
      return `dense${layer.units}${writeWeighted(layer, last ? 'softmax' : 'linear')}`;
    case 'conv2d': {
      const { filters, kernelSize, strides = 1, padding = 'valid' } = layer;
      const window = `k${writePair(kernelSize)}${writeStride(strides, 1)}${writePadding(padding)}`;
      return `conv${filters}${window}${writeWeighted(layer, 'linear')}`;
    }
    case 'maxPooling2d':
    case 'averagePooling2d': {
      const { poolSize = 2, strides = poolSize, padding = 'valid' } = layer;
      const kind = layer.type === 'maxPooling2d' ? 'max' : 'avg';
      const stride = writeStride(strides, poolSize);
      return `${kind}pool${writePair(poolSize)}${stride}${writePadding(padding)}`;
    }
    case 'dropout':
      return `dropout${layer.rate}`;
    case 'activation':
      return layer.activation;
    default:
      return layer satisfies never;
  }
}

type Weighted = Extract<LayerSpec, { type: 'dense' | 'conv2d' }>;

function writeWeighted(layer: Weighted, usualActivation: ActivationName): string {
  const { activation = 'linear', useBias = true, kernelInitializer = usualInitializer } = layer;
  return [
    activation === usualActivation ? '' : activation,
    useBias ? '' : 'nobias',
    kernelInitializer === usualInitializer ? '' : kernelInitializer.toLowerCase(),
  ].join('');
}

function writePair(pair: Pair): string {
  if (typeof pair === 'number') return String(pair);
  const [rows, columns] = pair;
  return rows === columns ? String(rows) : `${rows}x${columns}`;
}

function writeStride(strides: Pair, usual: Pair): string {
  const text = writePair(strides);
  return text === writePair(usual) ? '' : `s${text}`;
}

const writePadding = (padding: 'valid' | 'same') => (padding === 'same' ? 'same' : '');

function readLayer(word: string, last: boolean): LayerSpec | undefined {
  if (word === 'flatten') return { type: 'flatten' };
  const activation = activationNames.find((name) => name === word);
  if (activation !== undefined) return { type: 'activation', activation };
  const dropout = patterns.dropout.exec(word);
  if (dropout !== null) return { type: 'dropout', rate: Number(dropout[1]) };
  const dense = patterns.dense.exec(word);
  if (dense !== null) {
    const usual = last ? 'softmax' : 'linear';
    return { type: 'dense', units: Number(dense[1]), ...readWeighted(dense.slice(2), usual) };
  }
  const conv = patterns.conv2d.exec(word);
  if (conv !== null) {
    const [, filters, kernel, stride, padding] = conv;
    return {
      type: 'conv2d',
      filters: Number(filters),
      kernelSize: readPair(kernel!),
      ...(stride === undefined || stride === '1' ? {} : { strides: readPair(stride) }),
      ...(padding === undefined ? {} : { padding: 'same' }),
      ...readWeighted(conv.slice(5), 'linear'),
    };
  }
  const pooling = patterns.pooling.exec(word);
  if (pooling === null) return undefined;
  const [, kind, size, stride, padding] = pooling;
  return {
    type: kind === 'max' ? 'maxPooling2d' : 'averagePooling2d',
    poolSize: readPair(size!),
    ...(stride === undefined || stride === size ? {} : { strides: readPair(stride) }),
    ...(padding === undefined ? {} : { padding: 'same' }),
  };
}

function readPair(text: string): Pair {
  const [rows = 0, columns = rows] = text.split('x').map(Number);
  return rows === columns ? rows : [rows, columns];
}

function readWeighted(found: readonly (string | undefined)[], usual: ActivationName) {
  const [written, noBias, lowerCase] = found;
  const activation = activationNames.find((name) => name === written) ?? usual;
  const initializer = initializerNames.find((name) => name.toLowerCase() === lowerCase);
  return {
    ...(activation === 'linear' ? {} : { activation }),
    ...(noBias === undefined ? {} : { useBias: false }),
    ...(initializer === undefined || initializer === usualInitializer
      ? {}
      : { kernelInitializer: initializer }),
  };
}
