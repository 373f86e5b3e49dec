/** @file What a reader does to a stack of layers: plain functions from layers to layers. */
import type { LayerSpec } from '@manabi/models';
import type { AnalyzedLayer, LayerIssueCode } from './analyze-network.js';
import type { NetworkData } from './presets.js';

export const layerTypes = [
  'flatten',
  'dense',
  'conv2d',
  'maxPooling2d',
  'averagePooling2d',
  'dropout',
  'activation',
] as const satisfies readonly LayerSpec['type'][];

type Layers = readonly LayerSpec[];

/** What a new layer starts as. */
const fresh: Readonly<Record<LayerSpec['type'], LayerSpec>> = {
  flatten: { type: 'flatten' },
  dense: { type: 'dense', units: 64, activation: 'relu' },
  conv2d: { type: 'conv2d', filters: 16, kernelSize: 3, activation: 'relu' },
  maxPooling2d: { type: 'maxPooling2d', poolSize: 2 },
  averagePooling2d: { type: 'averagePooling2d', poolSize: 2 },
  dropout: { type: 'dropout', rate: 0.25 },
  activation: { type: 'activation', activation: 'relu' },
};

const takesImages = (type: LayerSpec['type']) => type === 'conv2d' || type.endsWith('Pooling2d');

/**
 * Adds a layer where it fits: one for images before the first `flatten`, others before the last
 * layer, which gives the classes.
 */
export function addLayer(
  layers: Layers,
  type: LayerSpec['type'],
): { readonly layers: Layers; readonly index: number } {
  const firstFlat = layers.findIndex(({ type: one }) => one === 'flatten' || one === 'dense');
  const last = Math.max(0, layers.length - 1);
  const beforeFlat = takesImages(type) || type === 'flatten';
  const index = beforeFlat && firstFlat !== -1 ? firstFlat : last;
  return { layers: layers.toSpliced(index, 0, fresh[type]), index };
}

export function removeLayer(layers: Layers, index: number): Layers {
  return layers.toSpliced(index, 1);
}

/** Puts the layer at another place; the others keep their order. */
export function moveLayer(layers: Layers, from: number, to: number): Layers {
  const moved = layers[from];
  if (moved === undefined || to < 0 || to >= layers.length) return layers;
  return layers.toSpliced(from, 1).toSpliced(to, 0, moved);
}

export function replaceLayer(layers: Layers, index: number, layer: LayerSpec): Layers {
  return layers.with(index, layer);
}

/** A change of the layers that mends a mistake; undefined where none is certain to. */
export function mend(
  layers: Layers,
  index: number,
  { issue, inputShape }: Pick<AnalyzedLayer, 'issue' | 'inputShape'>,
  { classes }: NetworkData,
): Layers | undefined {
  const layer = layers[index];
  if (layer === undefined || issue === undefined) return undefined;
  const answer: LayerSpec = { type: 'dense', units: classes, activation: 'softmax' };
  const mended: Partial<Record<LayerIssueCode, () => Layers | undefined>> = {
    inputShape: () =>
      layer.type === 'dense' ? layers.toSpliced(index, 0, { type: 'flatten' }) : undefined,
    windowTooLarge: () =>
      'padding' in layer || takesImages(layer.type)
        ? layers.with(index, { ...layer, padding: 'same' } as LayerSpec)
        : undefined,
    softmaxNotLast: () => layers.with(index, { ...layer, activation: 'relu' } as LayerSpec),
    outputShape: () => [...layers, { type: 'flatten' }, answer],
    classes: () =>
      layer.type === 'dense'
        ? layers.with(index, { ...layer, units: classes })
        : [...layers, ...(inputShape?.length === 3 ? [{ type: 'flatten' } as const] : []), answer],
  };
  return mended[issue]?.();
}
