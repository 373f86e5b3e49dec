import {
  outHeight,
  outWidth,
  channels,
  strideHeight,
  strideWidth,
  windowHeight,
  windowLength,
  windowWidth,
} from './geometry';
import { copyTile, edgeTileBytes } from './multiply-panels';
import { packColumns, packedColumnBytes } from './pack';
import { shareStart } from './share';
import { tileColumns } from './tile';
import { outputTiles, tileRows } from './window-tile';
import { windowRowBytes, windowRows, windowRowsBytes } from './window-rows';

/** Bytes of scratch that `conv2d` needs, for each thread. */
export function conv2dScratchBytes(geometry: usize, filters: i32): usize {
  return (
    edgeTileBytes +
    windowRowsBytes(geometry) +
    packedColumnBytes(filters, windowLength(geometry)) +
    packedColumnBytes(filters, 1)
  );
}

/** `y = x * F + b`, then max(0, y) on request; threads share the rows of outputs of the batch. */
export function conv2d(
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  rows: i32,
  geometry: usize,
  filters: i32,
  relu: bool,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const height = outHeight(geometry);
  const first = shareStart(rows * height, 1, thread, threads);
  const end = shareStart(rows * height, 1, thread + 1, threads);
  if (first == end) return;
  const step = <usize>filters * 4;
  const image = scratch + edgeTileBytes;
  const panels = image + windowRowsBytes(geometry);
  const biasPanels = panels + packedColumnBytes(filters, windowLength(geometry));
  packColumns(filter, step, windowLength(geometry), filters, panels);
  if (bias != 0) packColumns(bias, step, 1, filters, biasPanels);
  const from = bias == 0 ? 0 : biasPanels;
  const rowBytes = windowRowBytes(geometry) * <usize>strideHeight(geometry);
  const outBytes = <usize>outWidth(geometry) * step;
  let windows: usize = 0;
  for (let row = first; row < end; row++) {
    const inImage = row % height;
    if (inImage == 0 || row == first) windows = windowRows(x, geometry, row / height, image);
    const a = windows + <usize>inImage * rowBytes;
    outputRow(a, geometry, panels, filters, from, y + <usize>row * outBytes, relu, scratch);
  }
}

/** One row of outputs. @param bias - in panels; 0: none. */
function outputRow(
  a: usize,
  geometry: usize,
  panels: usize,
  filters: i32,
  bias: usize,
  y: usize,
  relu: bool,
  edge: usize,
): void {
  const width = outWidth(geometry);
  const pixel = <usize>(strideWidth(geometry) * channels(geometry)) * 4;
  const runs = windowHeight(geometry);
  const run = windowWidth(geometry) * channels(geometry);
  const aRow = windowRowBytes(geometry);
  const step = <usize>filters * 4;
  const tiles = width / tileRows;
  const whole = tiles * tileRows;
  for (let filter = 0; filter < filters; filter += tileColumns) {
    const c = y + <usize>filter * 4;
    const count = filters - filter;
    if (count >= tileColumns && tiles > 0) {
      outputTiles(a, pixel, tiles, runs, run, aRow, panels, c, step, bias, relu);
      // The last outputs of a row with some before them, which are computed once more.
      const last = <usize>(width - tileRows);
      if (whole < width) {
        const from = a + last * pixel;
        outputTiles(from, pixel, 1, runs, run, aRow, panels, c + last * step, step, bias, relu);
      }
    } else {
      // Too few filters or outputs: beside y, one tile at a time.
      for (let column = 0; column < width; column += tileRows) {
        const height = min(tileRows, width - column);
        const from = a + <usize>column * pixel;
        // Where a row has no fourth output there need not be a pixel to read.
        if (height == tileRows) {
          outputTiles(from, pixel, 1, runs, run, aRow, panels, edge, 32, bias, relu);
        } else {
          for (let i = 0; i < height; i++) {
            const to = edge + <usize>i * 32;
            const at = from + <usize>i * pixel;
            outputTiles(at, 0, 1, runs, run, aRow, panels, to, 0, bias, relu);
          }
        }
        copyTile(edge, 32, c + <usize>column * step, step, height, min(tileColumns, count));
      }
    }
    panels += <usize>(runs * run) * 32;
    if (bias != 0) bias += 32;
  }
}
