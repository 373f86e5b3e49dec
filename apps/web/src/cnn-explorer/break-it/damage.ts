/** @file What the reader has broken, in the address and as the worker takes it. */
import type { Disturbance } from '@manabi/datasets';
import type { Ablation, ResolvedLayer } from '@manabi/models';
import { numberCodec, numbersCodec, type Codec } from '../../address/codecs.js';

/** A filter or a neuron of a layer. */
export interface SilencedUnit {
  readonly layer: string;
  readonly unit: number;
}

const namesCodec: Codec<readonly string[]> = {
  initial: [],
  read: (text) => text.split(',').filter((name) => name !== ''),
  write: (names) => names.join(','),
};

/** `conv1:3,dense1:17` */
const unitsCodec: Codec<readonly SilencedUnit[]> = {
  initial: [],
  read: (text) =>
    text.split(',').flatMap((part) => {
      const [, layer, unit] = /^(.+):(\d{1,5})$/.exec(part) ?? [];
      return layer === undefined ? [] : [{ layer, unit: Number(unit) }];
    }),
  write: (units) => units.map(({ layer, unit }) => `${layer}:${unit}`).join(','),
};

export const damageSchema = {
  /** Layers without their biases. */
  nobias: namesCodec,
  off: unitsCodec,
  /** Share of 255 by which pixels are moved up or down. */
  noise: numberCodec(0, { min: 0, max: 1, decimals: 2 }),
  /** Pixels to the right, and down. */
  shift: numbersCodec([0, 0], { min: -14, max: 14, decimals: 0 }),
};

export interface Damage {
  readonly ablation: Ablation | undefined;
  readonly disturbance: Disturbance | undefined;
}

/** What of an address the network has got; undefined where that is nothing. */
export function damageOf(
  layers: readonly Pick<ResolvedLayer, 'name' | 'outputShape' | 'weights'>[],
  values: {
    readonly nobias: readonly string[];
    readonly off: readonly SilencedUnit[];
    readonly noise: number;
    readonly shift: readonly number[];
  },
): Damage {
  const weighted = layers.filter(({ weights }) => weights.length > 0);
  const biases = values.nobias.filter((name) => weighted.some((layer) => layer.name === name));
  const units = values.off.filter(({ layer, unit }) => {
    const found = weighted.find(({ name }) => name === layer);
    return found !== undefined && unit < (found.outputShape.at(-1) ?? 0);
  });
  const [right = 0, down = 0] = values.shift;
  const { noise } = values;
  return {
    ablation: biases.length + units.length === 0 ? undefined : { biases, units },
    disturbance:
      noise === 0 && right === 0 && down === 0 ? undefined : { noise, shift: [right, down] },
  };
}

/** Switches a unit off, or on again. */
export function toggleUnit(
  units: readonly SilencedUnit[],
  { layer, unit }: SilencedUnit,
): readonly SilencedUnit[] {
  const others = units.filter((one) => one.layer !== layer || one.unit !== unit);
  return others.length < units.length ? others : [...units, { layer, unit }];
}
