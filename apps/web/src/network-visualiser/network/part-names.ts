/** @file What layers, neurons and inputs are called. */
import type { VisualiserWords } from '../words.js';

export interface PartNames {
  /** Of every layer, the inputs first. */
  readonly layers: readonly string[];
  /** Of a unit; the inputs are layer 0, units are counted from 0. */
  readonly unit: (layer: number, unit: number) => string;
}

/**
 * @param sizes - units of every layer, the inputs first.
 * @param across - pixels across, where the inputs are an image.
 */
export function partNames(
  { layers: words }: VisualiserWords,
  sizes: readonly number[],
  classes: readonly string[],
  across: number | undefined,
): PartNames {
  const last = sizes.length - 1;
  const layers = sizes.map((_, i) =>
    i === 0 ? words.input : i === last ? words.output : words.hidden(i, sizes.length === 3),
  );
  return {
    layers,
    unit(layer, unit) {
      if (layer === 0) {
        return across === undefined
          ? (words.features[unit] ?? String(unit + 1))
          : words.pixel(Math.floor(unit / across) + 1, (unit % across) + 1);
      }
      if (layer === last) return words.outputFor(classes[unit] ?? '');
      return words.neuron(layers[layer] ?? '', unit + 1);
    },
  };
}
