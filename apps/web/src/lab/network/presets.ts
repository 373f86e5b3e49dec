/** @file The lecture's networks, for any data. */
import { cnn, mlp, tinyVgg, type LayerSpec } from '@manabi/models';

/** What a network is built for. */
export interface NetworkData {
  /** [height, width, channels] or [features]. */
  readonly inputShape: readonly number[];
  readonly classes: number;
}

export const presetNames = ['mlp', 'mlp512', 'cnn', 'tinyvgg'] as const;
export type PresetName = (typeof presetNames)[number];

/** A shape that every preset accepts: layers do not depend on the image's size. */
const sampleShape = [28, 28, 1];

/** The layers of a preset; where the data does not suit it, the layers that would. */
export function presetLayers(name: PresetName, data: NetworkData): readonly LayerSpec[] {
  const { inputShape } = data;
  // A network without outputs is none; who asks with no classes only wants to compare.
  const classes = Math.max(1, data.classes);
  switch (name) {
    case 'mlp':
      return mlp({ inputShape, classes }).layers;
    case 'mlp512':
      return mlp({ inputShape, classes, hidden: [512, 512], dropout: 0.2 }).layers;
    case 'cnn':
      return cnn({ inputShape: sampleShape, classes }).layers;
    case 'tinyvgg':
      return tinyVgg({ inputShape: sampleShape, classes }).layers;
    default:
      return name satisfies never;
  }
}
