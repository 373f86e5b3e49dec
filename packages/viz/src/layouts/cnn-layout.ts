import { hasMaps, mapCount, type OverviewLayer } from '../records/overview-layer.js';
import { cell } from '../text/measure-text.js';

/** A rectangle in scene units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a layer is. */
export interface LayerLayout {
  /** Left end of its name; what it is called and its shape have this room. */
  readonly header: { readonly x: number; readonly y: number; readonly room: number };
  /** `maps` and `units`: a tile for each. `strip`: one tile for the whole layer. */
  readonly tiles: readonly Box[];
  readonly content: 'maps' | 'units' | 'names' | 'strip';
}

/** Where everything in an overview of a network is. */
export interface CnnLayout {
  readonly layers: readonly LayerLayout[];
  /** Layers side by side, or, where there is little width, one below the other. */
  readonly direction: 'columns' | 'bands';
  readonly width: number;
  readonly height: number;
}

/** Units beyond this are drawn as one strip. */
const mostUnits = 512;
/** Of a name, a shape and the space below them. */
const headerHeight = 3 * cell.height;
const tileGap = 4;
/** Between columns: room for the edges. */
const layerGap = 4 * cell.width;
const stripSize = 2 * cell.width;
const unitSize = 12;
const nameRow = 1.5 * cell.height;
const nameRoom = 9 * cell.width;
const largestMap = 64;
const tallest = 720;

function contentOf(layer: OverviewLayer): LayerLayout['content'] {
  if (layer.passes === true) return 'strip';
  if (hasMaps(layer)) return 'maps';
  if (layer.unitNames !== undefined) return 'names';
  return mapCount(layer) > mostUnits ? 'strip' : 'units';
}

/** Columns where maps of 24 units fit, else bands. */
export function arrangeCnn(layers: readonly OverviewLayer[], width: number): CnnLayout {
  return arrangeColumns(layers, width) ?? arrangeBands(layers, width);
}

/** Rows of tiles in a grid filled column by column. */
function grid(
  count: number,
  rows: number,
  box: { x: number; y: number; width: number; height: number },
  gap: number,
): readonly Box[] {
  return Array.from({ length: count }, (_, i) => ({
    x: box.x + Math.floor(i / rows) * (box.width + gap),
    y: box.y + (i % rows) * (box.height + gap),
    width: box.width,
    height: box.height,
  }));
}

/** Room that a column's name and shape need, in letters of 12 units. */
const leastColumn = 8 * cell.width;

function arrangeColumns(layers: readonly OverviewLayer[], width: number): CnnLayout | undefined {
  const counts = layers.map((layer) => (contentOf(layer) === 'maps' ? mapCount(layer) : 0));
  const most = Math.max(1, ...counts);
  let best = { rows: 1, size: 0 };
  for (let rows = Math.min(most, 6); rows <= Math.min(most, 26); rows++) {
    const byHeight = tallest / rows - tileGap;
    const size = Math.min(largestMap, byHeight, widestMap(layers, rows, width));
    // Among equal sizes fewer columns of maps leave the edges more room.
    if (size >= best.size) best = { rows, size };
  }
  const { rows } = best;
  const size = Math.floor(best.size);
  if (size < 24) return undefined;
  const height = Math.max(
    rows * (size + tileGap),
    ...layers.map((layer) => (contentOf(layer) === 'names' ? mapCount(layer) * nameRow : 0)),
  );
  const widths = layers.map((layer) => columnWidth(layer, rows, size, height));
  const spare = width - widths.reduce((sum, one) => sum + one, 0);
  const gap = layers.length === 1 ? 0 : spare / (layers.length - 1);
  let x = 0;
  const placed = layers.map((layer, i): LayerLayout => {
    const left = Math.round(x);
    x += widths[i]! + gap;
    const content = contentOf(layer);
    const room = (layers[i + 1] === undefined ? width : x) - left - cell.width;
    const header = { x: left, y: cell.height / 2, room };
    return { header, content, tiles: columnTiles(layer, left, rows, size, height) };
  });
  return { layers: placed, direction: 'columns', width, height: headerHeight + height };
}

/** The largest maps with which all columns fit side by side. */
function widestMap(layers: readonly OverviewLayer[], rows: number, width: number): number {
  const gaps = (layers.length - 1) * layerGap;
  const fits = (size: number) =>
    layers.reduce((sum, layer) => sum + columnWidth(layer, rows, size, tallest), gaps) <= width;
  let size = largestMap;
  while (size > 0 && !fits(size)) size--;
  return size;
}

function columnWidth(layer: OverviewLayer, rows: number, size: number, height: number): number {
  const count = mapCount(layer);
  switch (contentOf(layer)) {
    case 'maps':
      return Math.max(leastColumn, Math.ceil(count / rows) * (size + tileGap) - tileGap);
    case 'units': {
      const columns = Math.ceil(count / unitRows(count, height));
      return Math.max(leastColumn, columns * (unitSize + 2) - 2);
    }
    case 'names':
      return unitSize + cell.width + nameRoom;
    case 'strip':
      return leastColumn;
  }
}

function unitRows(count: number, height: number): number {
  const fitting = Math.floor(height / (unitSize + 2));
  return Math.ceil(count / Math.ceil(count / fitting));
}

function columnTiles(
  layer: OverviewLayer,
  x: number,
  rows: number,
  size: number,
  height: number,
): readonly Box[] {
  const count = mapCount(layer);
  const y = headerHeight;
  switch (contentOf(layer)) {
    case 'maps': {
      const used = Math.ceil(count / Math.ceil(count / rows));
      const middle = y + (height - used * (size + tileGap) + tileGap) / 2;
      return grid(count, used, { x, y: middle, width: size, height: size }, tileGap);
    }
    case 'units': {
      const used = unitRows(count, height);
      const middle = y + (height - used * (unitSize + 2) + 2) / 2;
      return grid(count, used, { x, y: middle, width: unitSize, height: unitSize }, 2);
    }
    case 'names': {
      const middle = y + (height - count * nameRow) / 2;
      return grid(count, count, { x, y: middle, width: unitSize, height: nameRow - 2 }, 2);
    }
    case 'strip':
      return [{ x, y, width: stripSize, height: height - tileGap }];
  }
}

/** From the input at the top to the classes at the bottom; tiles fill rows. */
function arrangeBands(layers: readonly OverviewLayer[], width: number): CnnLayout {
  let y = 0;
  const placed = layers.map((layer): LayerLayout => {
    const count = mapCount(layer);
    const content = contentOf(layer);
    const header = { x: 0, y: y + cell.height / 2, room: width };
    y += 1.5 * cell.height;
    const size = { maps: bandMap(count, width), units: unitSize + 4, names: 0, strip: 0 }[content];
    const perRow = Math.max(1, Math.floor((width + tileGap) / (size + tileGap)));
    const tiles =
      content === 'strip'
        ? [{ x: 0, y, width, height: stripSize }]
        : content === 'names'
          ? grid(count, count, { x: 0, y, width: unitSize, height: nameRow - 2 }, 2)
          : Array.from({ length: count }, (_, i) => ({
              x: (i % perRow) * (size + tileGap),
              y: y + Math.floor(i / perRow) * (size + tileGap),
              width: size,
              height: size,
            }));
    const end = Math.max(...tiles.map((tile) => tile.y + tile.height));
    y = end + 1.5 * cell.height;
    return { header, content, tiles };
  });
  return { layers: placed, direction: 'bands', width, height: y - cell.height };
}

/** As large as leaves a layer in a few rows. */
function bandMap(count: number, width: number): number {
  const rows = count > 40 ? 7 : count > 16 ? 4 : 2;
  const perRow = Math.ceil(count / rows);
  return Math.max(24, Math.min(largestMap, Math.floor((width + tileGap) / perRow) - tileGap));
}
