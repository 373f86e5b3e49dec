/** @file What the reader has broken, in the address and as the worker takes it. */
import type { Disturbance } from '@manabi/datasets';
import type { Ablation, ResolvedLayer } from '@manabi/models';
import { numberCodec, numbersCodec, type Codec } from '../address/codecs.js';

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

/**
 * `conv1:3,dense1:17`
 *
 * @param first - number of a layer's first unit, as on the screen.
 */
function unitsCodec(first: number): Codec<readonly SilencedUnit[]> {
  return {
    initial: [],
    read: (text) =>
      text.split(',').reduce<readonly SilencedUnit[]>((units, part) => {
        const [, layer, number] = /^(.+):(\d{1,5})$/.exec(part) ?? [];
        const unit = Number(number) - first;
        if (layer === undefined || unit < 0 || isSilenced(units, { layer, unit })) return units;
        return [...units, { layer, unit }];
      }, []),
    write: (units) => units.map(({ layer, unit }) => `${layer}:${unit + first}`).join(','),
  };
}

/** What is broken, of a network that looks at images. */
export function damageSchema({ firstUnit }: { readonly firstUnit: 0 | 1 }) {
  return {
    /** Layers without their biases. */
    nobias: namesCodec,
    off: unitsCodec(firstUnit),
    /** Images: the share of 255 by which pixels are moved up or down. Features: in their unit. */
    noise: numberCodec(0, { min: 0, max: 1, decimals: 2 }),
    /** Pixels to the right, and down. */
    shift: numbersCodec([0, 0], { min: -14, max: 14, decimals: 0 }),
  };
}

/** The most by which features are measured too long or too short. */
export const largestOffset = 2;

/** The same, of a network that may also read features. */
export function featureDamageSchema(counted: { readonly firstUnit: 0 | 1 }) {
  return {
    ...damageSchema(counted),
    /** Added to each feature. */
    offset: numberCodec(0, { min: -largestOffset, max: largestOffset, decimals: 1 }),
  };
}

/** What the reader sets, as it stands in the address. */
export interface DamageValues {
  nobias: readonly string[];
  off: readonly SilencedUnit[];
  noise: number;
  shift: readonly number[];
  /** Default 0. */
  offset?: number;
}

export interface Damage {
  readonly ablation: Ablation | undefined;
  readonly disturbance: Disturbance | undefined;
}

/** Whether anything is broken. */
export function isBroken({ ablation, disturbance }: Damage): boolean {
  return ablation !== undefined || disturbance !== undefined;
}

/**
 * What of an address the network has got; undefined where that is nothing.
 *
 * @param inputShape - of one example: [height, width, channels], or [features].
 */
export function damageOf(
  layers: readonly Pick<ResolvedLayer, 'name' | 'outputShape' | 'weights'>[],
  inputShape: readonly number[],
  values: Readonly<DamageValues>,
): Damage {
  const weighted = layers.filter(({ weights }) => weights.length > 0);
  const biases = values.nobias.filter((name) => weighted.some((layer) => layer.name === name));
  const units = values.off.filter(({ layer, unit }) => {
    const found = weighted.find(({ name }) => name === layer);
    return found !== undefined && unit < (found.outputShape.at(-1) ?? 0);
  });
  return {
    ablation: biases.length + units.length === 0 ? undefined : { biases, units },
    disturbance: inputShape.length === 1 ? spoiledFeatures(values) : spoiledImages(values),
  };
}

function spoiledImages({ noise, shift }: Readonly<DamageValues>): Disturbance | undefined {
  const [right = 0, down = 0] = shift;
  return noise === 0 && right === 0 && down === 0 ? undefined : { noise, shift: [right, down] };
}

function spoiledFeatures({ noise, offset = 0 }: Readonly<DamageValues>): Disturbance | undefined {
  return noise === 0 && offset === 0 ? undefined : { noise, offset };
}

/** Makes everything whole again. */
export function repair(values: DamageValues): void {
  values.nobias = [];
  values.off = [];
  values.noise = 0;
  values.shift = [0, 0];
  if (values.offset !== undefined) values.offset = 0;
}

/** Whether a unit is silenced. */
export function isSilenced(units: readonly SilencedUnit[], { layer, unit }: SilencedUnit): boolean {
  return units.some((one) => one.layer === layer && one.unit === unit);
}

/** Switches a unit off, or on again. */
export function toggleUnit(
  units: readonly SilencedUnit[],
  silenced: SilencedUnit,
): readonly SilencedUnit[] {
  return isSilenced(units, silenced)
    ? units.filter((one) => one.layer !== silenced.layer || one.unit !== silenced.unit)
    : [...units, silenced];
}
