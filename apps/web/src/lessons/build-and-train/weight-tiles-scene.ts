/** @file The weights of a dense layer, all of them: for each neuron an image of its inputs. */
import type { ColorScaleName, Mark, ScaledPixels, Scene } from '@manabi/viz';
import { share } from './unit-grid-scene.js';

/** A dense layer's kernel, or as many numbers. */
export interface Kernel {
  /** [inputs, neurons] row-major. */
  readonly values: Float32Array;
  readonly inputs: number;
  readonly neurons: number;
}

/** One neuron's weights as an image. */
export interface WeightTile {
  readonly pixels: ScaledPixels;
  readonly smallest: number;
  readonly largest: number;
}

export interface WeightTiles {
  /** One for each neuron; what stays the same object is not drawn again. */
  readonly tiles: readonly WeightTile[];
  readonly selected?: number;
  /** Begins the ids: `neuron-5`. */
  readonly id: string;
  readonly name: (neuron: number) => string;
  /** Whether the names stand under the images. */
  readonly named: boolean;
  readonly title: string;
  readonly finding: string;
  /** Over the columns of the table. */
  readonly head: readonly [neuron: string, smallest: string, largest: string];
}

const gap = 4;
const nameHeight = 18;
const largestSide = 64;
/** A row of few weights is drawn higher than wide, so that a finger finds it. */
const leastHeight = 28;
/** Few shades keep the palettes of a hundred images small. */
const shades = 32;

/** [inputs], of one neuron. */
export function weightsInto({ values, inputs, neurons }: Kernel, neuron: number): Float32Array {
  const weights = new Float32Array(inputs);
  for (let i = 0; i < inputs; i++) weights[i] = values[i * neurons + neuron]!;
  return weights;
}

/**
 * @param columns - pixels in a row; the last row may stay unfilled.
 * @param scale - a diverging one.
 * @param limit - what has the full colour, for all neurons; above 0.
 */
export function weightTiles(
  kernel: Kernel,
  columns: number,
  scale: ColorScaleName,
  limit: number,
): WeightTile[] {
  const rows = Math.ceil(kernel.inputs / columns);
  return Array.from({ length: kernel.neurons }, (_, neuron) => {
    const weights = weightsInto(kernel, neuron);
    const levels = weightLevels(weights, columns, limit);
    return {
      pixels: { scale, columns, rows, levels },
      smallest: Math.min(...weights),
      largest: Math.max(...weights),
    };
  });
}

/** Bytes of an image on a diverging scale; what lies beyond the inputs has the colour of 0. */
export function weightLevels(weights: Float32Array, columns: number, limit: number): Uint8Array {
  const levels = new Uint8Array(Math.ceil(weights.length / columns) * columns);
  for (let i = 0; i < levels.length; i++) {
    const shade = Math.round(share(weights[i] ?? 0, limit) * 2 * shades);
    levels[i] = Math.round((shade / (2 * shades)) * 255);
  }
  return levels;
}

export function weightTilesScene(options: WeightTiles, width: number): Scene {
  const { tiles, selected, id, name, named } = options;
  const across = Math.min(tiles.length, width < 400 ? 8 : named ? 10 : 16);
  const { columns = 1, rows = 1 } = tiles[0]?.pixels ?? {};
  const side = Math.min(largestSide, (width - gap * (across - 1)) / across);
  const height = Math.max(leastHeight, (side * rows) / columns);
  const stepY = height + (named ? nameHeight : 0) + gap;
  return {
    width: across * (side + gap) - gap,
    height: Math.ceil(tiles.length / across) * stepY - gap,
    title: options.title,
    description: options.finding,
    table: {
      caption: options.title,
      columns: options.head,
      rows: tiles.map(({ smallest, largest }, neuron) => [
        name(neuron),
        ...[smallest, largest].map((value) => Number(value.toPrecision(3))),
      ]),
    },
    marks: tiles.map(({ pixels }, neuron): Mark => {
      const isSelected = neuron === selected;
      return {
        type: 'group',
        id: `${id}-${neuron}`,
        x: (neuron % across) * (side + gap),
        y: Math.floor(neuron / across) * stepY,
        label: name(neuron),
        datum: { index: neuron },
        focusable: true,
        children: [
          { type: 'image', ...{ x: 0, y: 0, width: side, height }, pixels },
          {
            type: 'rect',
            ...{ x: 0, y: 0, width: side, height },
            role: isSelected ? 'highlight' : 'grid',
            stroke: isSelected ? 'highlight' : 'grid',
            strokeWidth: isSelected ? 3 : 1,
          },
          ...(named ? [nameUnder(name(neuron), side, height, isSelected)] : []),
        ],
      };
    }),
  };
}

function nameUnder(text: string, side: number, height: number, isSelected: boolean): Mark {
  return {
    type: 'text',
    role: 'label',
    ...{ x: side / 2, y: height + nameHeight / 2 + 1, text, size: 12, align: 'middle' },
    bold: isSelected,
    fill: isSelected ? 'text' : 'muted',
  };
}
