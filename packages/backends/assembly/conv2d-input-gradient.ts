import { imageLength, outHeight, outWidth, windowLength } from './geometry';
import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import { fillZero } from './numbers';
import { fourPanels } from './panel-rows';
import { packedColumnBytes, packedRowBytes, packRows, packTransposed } from './pack';
import { addPatches } from './patches';
import { shareStart } from './share';
import { startSum, startZero } from './tile';

/** Output pixels whose windows are in work at a time. */
function pixelBlock(): i32 {
  return fourPanels();
}

/** Most steps of a sum that are packed at once. */
const mostDepth: i32 = 512;

function blockDepth(depth: i32): i32 {
  const blocks = (depth + mostDepth - 1) / mostDepth;
  return (depth + blocks - 1) / blocks;
}

/** Bytes of scratch that `conv2dInputGradient` needs, for each thread. */
export function conv2dInputGradientScratchBytes(geometry: usize, filters: i32): usize {
  const length = windowLength(geometry);
  const patches = <usize>(pixelBlock() * length) * 4;
  const rows = packedRowBytes(pixelBlock(), blockDepth(filters));
  return edgeTileBytes + patches + rows + packedColumnBytes(length, filters);
}

/** `dx`: `dz F^T` gives the gradient of every window, which is added up; threads share the images. */
export function conv2dInputGradient(
  filter: usize,
  dz: usize,
  dx: usize,
  rows: i32,
  geometry: usize,
  filters: i32,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(rows, 1, thread, threads);
  const end = shareStart(rows, 1, thread + 1, threads);
  if (first == end) return;
  const length = windowLength(geometry);
  const most = blockDepth(filters);
  const pixels = outHeight(geometry) * outWidth(geometry);
  const step = <usize>filters * 4;
  const together = pixelBlock();
  const patches = scratch + edgeTileBytes;
  const a = patches + <usize>(together * length) * 4;
  const b = a + packedRowBytes(together, most);
  packTransposedBlocks(filter, step, filters, most, length, b);
  for (let image = first; image < end; image++) {
    const to = dx + <usize>(image * imageLength(geometry)) * 4;
    fillZero(to, imageLength(geometry));
    for (let pixel = 0; pixel < pixels; pixel += together) {
      const count = min(together, pixels - pixel);
      const gradient = dz + <usize>(image * pixels + pixel) * step;
      const patchStep = <usize>length * 4;
      let start = startZero;
      let block = b;
      for (let from = 0; from < filters; from += most) {
        const depth = min(most, filters - from);
        packRows(gradient + <usize>from * 4, step, count, depth, a);
        const row = <usize>depth * 4;
        multiplyPanels(
          a,
          row,
          0,
          block,
          depth,
          patches,
          patchStep,
          count,
          length,
          start,
          0,
          false,
          scratch,
        );
        start = startSum;
        block += packedColumnBytes(length, depth);
      }
      addPatches(patches, geometry, pixel, count, to);
    }
  }
}

/** Packs the transpose of all of a matrix [columns, length], block after block of its depth. */
function packTransposedBlocks(
  from: usize,
  step: usize,
  length: i32,
  most: i32,
  columns: i32,
  to: usize,
): void {
  for (let k = 0; k < length; k += most) {
    const depth = min(most, length - k);
    packTransposed(from + <usize>k * 4, step, depth, columns, to);
    to += packedColumnBytes(columns, depth);
  }
}
