/**
 * @file Convolution of 3 x 3 filters with a stride of one by Winograd's minimal filtering, forward and
 * both gradients. Tiles of 4 x 4 outputs become 36 elements each (`winograd-tile.ts`); every element
 * is a matrix product of its own, where im2col has one product of nine times the depth:
 *
 * `M[e] = V[e] U[e]`, `dV[e] = Z[e] U[e]^T`, `dU[e] = V[e]^T Z[e]`
 *
 * with V [tiles, channels], U [channels, filters], M and Z [tiles, filters]. A block of tiles is in
 * work at a time, so that all its elements stay in the second cache.
 */
import { channels, imageLength, outHeight, outWidth } from './geometry';
import { edgeTileBytes, multiplyPanels } from './multiply-panels';
import { packColumns, packedColumnBytes, packedRowBytes, packRows, packTransposed } from './pack';
import { fillZero } from './numbers';
import { wholePanels } from './panel-rows';
import { shareStart } from './share';
import { sumRows } from './sum-rows';
import { startSum, startZero } from './tile';
import {
  addInputGradients,
  imageTiles,
  transformInputs,
  transformOutputGradients,
  transformOutputs,
} from './winograd-blocks';
import {
  paddedBytes,
  tileElements,
  tileScratchBytes,
  transformFilter,
  transformFilterGradient,
} from './winograd-tile';

/** Bytes of transformed tiles that are in work at a time. */
const blockBytes: i32 = 384 * 1024;

/** Most tiles in work at a time. */
const mostTiles: i32 = 64;

/** Tiles that go to one thread or the other together. */
const unit: i32 = 4;

/** Bytes for the windows of zeros of the tiles in work. */
const zerosBytes: usize = <usize>mostTiles * 4;

/** Tiles in work at a time. */
function tileBlock(geometry: usize, filters: i32): i32 {
  const tileBytes = tileElements * 4 * (channels(geometry) + filters);
  return wholePanels(min(mostTiles, blockBytes / tileBytes));
}

/** Bytes of `tileElements` things. */
function elements(bytes: usize): usize {
  return <usize>tileElements * bytes;
}

/** Most bytes of scratch that the three functions below need, for each thread. */
export function winogradScratchBytes(geometry: usize, filters: i32): usize {
  const depth = channels(geometry);
  const block = tileBlock(geometry, filters);
  const whole = elements(<usize>depth * paddedBytes(filters));
  const panels = max(packedColumnBytes(filters, depth), packedColumnBytes(depth, filters));
  const tiles = elements(<usize>block * (paddedBytes(depth) + paddedBytes(filters)));
  const rows = packedRowBytes(block, max(depth, filters));
  const packed = max(rows, packedColumnBytes(filters, block));
  const tile = tileScratchBytes(max(depth, filters)) + zerosBytes;
  return edgeTileBytes + tile + max(elements(panels), whole) + max(whole, tiles + packed);
}

/** `y = x * F + b`, then max(0, y) on request; threads share the tiles of the batch. */
export function conv2dWinograd(
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
  const tiles = rows * imageTiles(geometry);
  const first = shareStart(tiles, unit, thread, threads);
  const end = shareStart(tiles, unit, thread + 1, threads);
  if (first == end) return;
  const depth = channels(geometry);
  const block = tileBlock(geometry, filters);
  const vTile = paddedBytes(depth);
  const mTile = paddedBytes(filters);
  const vElement = <usize>block * vTile;
  const mElement = <usize>block * mTile;
  const uPanels = packedColumnBytes(filters, depth);
  const tileScratch = scratch + edgeTileBytes;
  const zeros = tileScratch + tileScratchBytes(max(depth, filters));
  const u = zeros + zerosBytes;
  const v = u + elements(uPanels);
  const m = v + elements(vElement);
  const a = m + elements(mElement);
  transformFilter(filter, depth, filters, v, tileScratch);
  for (let e = 0; e < tileElements; e++) {
    const from = v + <usize>(e * depth) * mTile;
    packColumns(from, mTile, depth, filters, u + <usize>e * uPanels);
  }
  for (let tile = first; tile < end; tile += block) {
    const count = min(block, end - tile);
    transformInputs(x, geometry, tile, count, v, vElement, zeros, tileScratch);
    for (let e = 0; e < tileElements; e++) {
      packRows(v + <usize>e * vElement, vTile, count, depth, a);
      const b = u + <usize>e * uPanels;
      const c = m + <usize>e * mElement;
      multiply(a, <usize>depth * 4, 0, b, depth, c, mTile, count, filters, startZero, scratch);
    }
    transformOutputs(
      m,
      mElement,
      geometry,
      filters,
      tile,
      count,
      y,
      zeros,
      bias,
      relu,
      tileScratch,
    );
  }
}

/** `dx`, the transpose of {@link conv2dWinograd}; threads share the images. */
export function conv2dInputGradientWinograd(
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
  const images = shareStart(rows, 1, thread + 1, threads) - first;
  if (images == 0) return;
  const depth = channels(geometry);
  const block = tileBlock(geometry, filters);
  const vTile = paddedBytes(depth);
  const zTile = paddedBytes(filters);
  const vElement = <usize>block * vTile;
  const zElement = <usize>block * zTile;
  const uPanels = packedColumnBytes(depth, filters);
  const tileScratch = scratch + edgeTileBytes;
  const u = tileScratch + tileScratchBytes(max(depth, filters));
  const v = u + elements(uPanels);
  const z = v + elements(vElement);
  const a = z + elements(zElement);
  transformFilter(filter, depth, filters, v, tileScratch);
  for (let e = 0; e < tileElements; e++) {
    const from = v + <usize>(e * depth) * zTile;
    packTransposed(from, zTile, filters, depth, u + <usize>e * uPanels);
  }
  const length = imageLength(geometry);
  fillZero(dx + <usize>(first * length) * 4, images * length);
  const end = (first + images) * imageTiles(geometry);
  for (let tile = first * imageTiles(geometry); tile < end; tile += block) {
    const count = min(block, end - tile);
    transformOutputGradients(
      dz,
      geometry,
      filters,
      0,
      filters,
      tile,
      count,
      z,
      zElement,
      tileScratch,
    );
    for (let e = 0; e < tileElements; e++) {
      packRows(z + <usize>e * zElement, zTile, count, filters, a);
      const b = u + <usize>e * uPanels;
      const c = v + <usize>e * vElement;
      multiply(a, <usize>filters * 4, 0, b, filters, c, vTile, count, depth, startZero, scratch);
    }
    addInputGradients(v, vElement, geometry, tile, count, dx, tileScratch);
  }
}

/**
 * `dF`, and `db`, the sum of dz's pixels (0: no bias); threads share the filters, and each adds up all
 * tiles in their order.
 */
export function conv2dFilterGradientWinograd(
  x: usize,
  dz: usize,
  filterGradient: usize,
  biasGradient: usize,
  rows: i32,
  geometry: usize,
  filters: i32,
  scratch: usize,
  thread: i32,
  threads: i32,
): void {
  const first = shareStart(filters, 8, thread, threads);
  const share = shareStart(filters, 8, thread + 1, threads) - first;
  if (share == 0) return;
  const depth = channels(geometry);
  const block = tileBlock(geometry, filters);
  const vTile = paddedBytes(depth);
  const zTile = paddedBytes(share);
  const vElement = <usize>block * vTile;
  const zElement = <usize>block * zTile;
  const uElement = <usize>depth * zTile;
  const tileScratch = scratch + edgeTileBytes;
  const zeros = tileScratch + tileScratchBytes(max(depth, filters));
  const u = zeros + zerosBytes;
  const v = u + elements(uElement);
  const z = v + elements(vElement);
  const b = z + elements(zElement);
  if (biasGradient != 0) {
    const offset = <usize>first * 4;
    const pixels = rows * outHeight(geometry) * outWidth(geometry);
    sumRows(dz + offset, <usize>filters * 4, pixels, share, biasGradient + offset, startZero);
  }
  const end = rows * imageTiles(geometry);
  for (let tile = 0; tile < end; tile += block) {
    const count = min(block, end - tile);
    transformInputs(x, geometry, tile, count, v, vElement, zeros, tileScratch);
    transformOutputGradients(
      dz,
      geometry,
      filters,
      first,
      share,
      tile,
      count,
      z,
      zElement,
      tileScratch,
    );
    const start = tile == 0 ? startZero : startSum;
    for (let e = 0; e < tileElements; e++) {
      packColumns(z + <usize>e * zElement, zTile, count, share, b);
      const a = v + <usize>e * vElement;
      const c = u + <usize>e * uElement;
      multiply(a, 4, vTile, b, count, c, zTile, depth, share, start, scratch);
    }
  }
  transformFilterGradient(u, depth, filters, first, share, filterGradient, tileScratch);
}

/** A product of whole panels without bias or activation. */
function multiply(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  depth: i32,
  c: usize,
  cStep: usize,
  rows: i32,
  columns: i32,
  start: i32,
  edge: usize,
): void {
  multiplyPanels(a, aRow, aStep, b, depth, c, cStep, rows, columns, start, 0, false, edge);
}
