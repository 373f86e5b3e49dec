import type { NetworkLayer, NetworkRecord } from '../records/network-record.js';
import { cell, textRoom } from '../text/measure-text.js';

/** Units of a layer that are drawn, with their place in the picture. */
export interface DrawnUnit {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** A layer as a column of the picture. */
export interface DrawnLayer {
  readonly x: number;
  /** Of its nodes; 0 for the pixels of an image. */
  readonly radius: number;
  readonly units: readonly DrawnUnit[];
  /** Where an input image is drawn. */
  readonly image?: { readonly x: number; readonly y: number; readonly side: number };
}

export interface NetworkLayout {
  readonly height: number;
  readonly layers: readonly DrawnLayer[];
  /** Room for the names beside the first and the last layer. */
  readonly margins: readonly [left: number, right: number];
}

export interface NetworkLayoutOptions {
  readonly width: number;
  readonly maxUnits: number;
  /** Whether nodes are large enough to hold their numbers. */
  readonly values: boolean;
}

/** The key, and below it names and counts above the nodes. */
const header = 3 * cell.height;

/** Up to so many rows, nodes that hold numbers are larger. */
const fewRows = 8;

/** From one node to the next, and the radius of nodes. */
function spacing(rows: number, values: boolean): { pitch: number; radius: number } {
  if (!values) return { pitch: 2 * cell.height, radius: 12 };
  return rows <= fewRows ? { pitch: 54, radius: 20 } : { pitch: 38, radius: 16 };
}

/** Side of an input image, at most and as a share of the width. */
const imageSide = { most: 196, share: 0.28 };

/** Share of the width that names beside the nodes take at most; many columns need more themselves. */
function mostNames(columns: number): number {
  return columns > 3 ? 0.24 : 0.32;
}

/** Places of all that is drawn of a network. */
export function networkLayout(
  { layers, pixels = [] }: NetworkRecord,
  { width, maxUnits, values }: NetworkLayoutOptions,
): NetworkLayout {
  const columns = layers.filter(({ image }) => image === undefined);
  const rows = Math.max(1, ...columns.map(({ units }) => Math.min(units, maxUnits + 1)));
  const { pitch, radius } = spacing(rows, values);
  const side = Math.min(imageSide.most, imageSide.share * width);
  const first = layers[0];
  const tall = first?.image === undefined ? 0 : side;
  const body = Math.max(rows * pitch, tall);
  const most = mostNames(layers.length) * width;
  const margins = [
    first?.image === undefined ? nameRoom(first, most, radius) : side / 2,
    nameRoom(layers.at(-1), most, radius),
  ] as const;
  const drawn = layers.map((layer, i): DrawnLayer => {
    const share = i / Math.max(1, layers.length - 1);
    const exact = margins[0] + (width - margins[0] - margins[1]) * share;
    const x = Math.round(exact / cell.width) * cell.width;
    if (layer.image === undefined) {
      return { x, radius, units: place(layer.units, maxUnits, x, header + body / 2, pitch) };
    }
    const { columns: across, rows: down } = layer.image;
    const pixel = side / Math.max(across, down);
    const [left, top] = [exact - (across * pixel) / 2, header + (body - down * pixel) / 2];
    return {
      x: exact,
      radius: 0,
      image: { x: left, y: top, side },
      units: pixels.map((unit) => ({
        unit,
        x: left + ((unit % across) + 0.5) * pixel,
        y: top + (Math.floor(unit / across) + 0.5) * pixel,
      })),
    };
  });
  return { height: header + body + cell.height, layers: drawn, margins };
}

/** Room beside the outermost nodes for their names. */
function nameRoom(layer: NetworkLayer | undefined, most: number, radius: number): number {
  const texts = [...(layer?.unitNames ?? []), ...(layer?.unitNotes ?? [])];
  const names = Math.max(0, ...texts.map((name) => textRoom(name, 12)));
  return Math.max(5 * cell.width, Math.min(most, names + radius + 1.5 * cell.width));
}

/** A layer's units around the middle; of a wide one the first and the last. */
function place(
  units: number,
  maxUnits: number,
  x: number,
  middle: number,
  pitch: number,
): readonly DrawnUnit[] {
  const all = Array.from({ length: units }, (_, unit) => unit);
  const half = Math.floor(maxUnits / 2);
  const shown = units <= maxUnits + 1 ? all : [...all.slice(0, half), ...all.slice(units - half)];
  const gap = shown.length < units ? 1 : 0;
  const top = middle - ((shown.length + gap) / 2) * pitch;
  return shown.map((unit, i) => ({
    unit,
    x,
    y: top + (i + (gap === 1 && i >= half ? 1 : 0)) * pitch + pitch / 2,
  }));
}

/** Where a column's hidden units are, or all of it where none is hidden. */
export function span(
  { x, units, image }: DrawnLayer,
  count: number,
): { x: number; top: number; bottom: number } {
  if (image !== undefined) {
    return { x: image.x + image.side, top: image.y, bottom: image.y + image.side };
  }
  if (count > units.length) {
    const middle = middleGap(units);
    return { x, top: middle - 12, bottom: middle + 12 };
  }
  return { x, top: (units[0]?.y ?? 0) - 12, bottom: (units.at(-1)?.y ?? 0) + 12 };
}

/** Height of the gap that stands for the units left out. */
export function middleGap(drawn: readonly DrawnUnit[]): number {
  const half = drawn.length / 2;
  return (drawn[half - 1]!.y + drawn[half]!.y) / 2;
}
