/** @file Which network the lab trains, as it stands in the address: a preset by name, or layers. */
import type { LayerSpec } from '@manabi/models';
import type { Codec } from '../../address/codecs.js';
import { readLayers, writeLayers } from './layer-text.js';
import { presetLayers, presetNames, type NetworkData, type PresetName } from './presets.js';

/** A preset adapts to whatever data is chosen; layers stay as they are. */
export type NetworkChoice =
  | { readonly preset: PresetName; readonly layers?: undefined }
  | { readonly preset?: undefined; readonly layers: readonly LayerSpec[] };

/** `cnn`, or `flatten-dense128relu-dense10`; no layers at all are `none`. */
export const networkCodec: Codec<NetworkChoice> = {
  initial: { preset: 'mlp' },
  read(text) {
    const preset = presetNames.find((name) => name === text);
    if (preset !== undefined) return { preset };
    const layers = text === 'none' ? [] : readLayers(text);
    return layers === undefined ? undefined : { layers };
  },
  write: ({ preset, layers }) => preset ?? (layers.length === 0 ? 'none' : writeLayers(layers)),
};

/** The layers that a choice means for the data. */
export function chosenLayers(choice: NetworkChoice, data: NetworkData): readonly LayerSpec[] {
  return choice.preset === undefined ? choice.layers : presetLayers(choice.preset, data);
}

/** Layers as a choice: the preset that they are, else themselves. */
export function toChoice(layers: readonly LayerSpec[], data: NetworkData): NetworkChoice {
  const text = writeLayers(layers);
  const preset = presetNames.find((name) => writeLayers(presetLayers(name, data)) === text);
  return preset === undefined ? { layers } : { preset };
}
