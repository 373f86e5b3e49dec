/**
 * @file Blocks of tiles: each function transforms `count` tiles of a batch, from tile `first` on, which
 * are counted image by image and row by row. Element `e` of a block is a matrix [tiles, channels], its
 * rows `paddedBytes` apart and the elements `elementBytes`.
 */
import {
  channels,
  imageLength,
  inHeight,
  inWidth,
  outHeight,
  outWidth,
  padLeft,
  padTop,
} from './geometry';
import {
  addInputGradient,
  paddedBytes,
  tileOutputs,
  transformInput,
  transformOutput,
  transformOutputGradient,
} from './winograd-tile';

function tilesAcross(geometry: usize): i32 {
  return (outWidth(geometry) + tileOutputs - 1) / tileOutputs;
}

/** Tiles of one image. */
export function imageTiles(geometry: usize): i32 {
  return ((outHeight(geometry) + tileOutputs - 1) / tileOutputs) * tilesAcross(geometry);
}

/** First row of outputs of a tile. */
function tileTop(geometry: usize, tile: i32): i32 {
  return ((tile % imageTiles(geometry)) / tilesAcross(geometry)) * tileOutputs;
}

/** First column of outputs of a tile. */
function tileLeft(geometry: usize, tile: i32): i32 {
  return ((tile % imageTiles(geometry)) % tilesAcross(geometry)) * tileOutputs;
}

/** The image of `length` numbers that a tile belongs to. */
function tileImage(images: usize, geometry: usize, tile: i32, length: i32): usize {
  return images + <usize>(tile / imageTiles(geometry)) * <usize>length * 4;
}

/** Numbers in one image of outputs. */
function outputLength(geometry: usize, filters: i32): i32 {
  return outHeight(geometry) * outWidth(geometry) * filters;
}

/** V of the inputs `x`. @param zeros - [count] int32, receives each tile's windows of zeros. */
export function transformInputs(
  x: usize,
  geometry: usize,
  first: i32,
  count: i32,
  v: usize,
  elementBytes: usize,
  zeros: usize,
  scratch: usize,
): void {
  const depth = channels(geometry);
  for (let tile = first; tile < first + count; tile++) {
    const windows = transformInput(
      tileImage(x, geometry, tile, imageLength(geometry)),
      inHeight(geometry),
      inWidth(geometry),
      depth,
      tileTop(geometry, tile) - padTop(geometry),
      tileLeft(geometry, tile) - padLeft(geometry),
      v,
      elementBytes,
      scratch,
    );
    store<i32>(zeros, windows);
    zeros += 4;
    v += paddedBytes(depth);
  }
}

/** Adds what dV gives to the inputs' gradient `dx`. */
export function addInputGradients(
  v: usize,
  elementBytes: usize,
  geometry: usize,
  first: i32,
  count: i32,
  dx: usize,
  scratch: usize,
): void {
  const depth = channels(geometry);
  for (let tile = first; tile < first + count; tile++) {
    addInputGradient(
      v,
      elementBytes,
      tileImage(dx, geometry, tile, imageLength(geometry)),
      inHeight(geometry),
      inWidth(geometry),
      depth,
      tileTop(geometry, tile) - padTop(geometry),
      tileLeft(geometry, tile) - padLeft(geometry),
      scratch,
    );
    v += paddedBytes(depth);
  }
}

/** The outputs `y` of M, with bias (0: none) and ReLU on request. @param zeros - as above. */
export function transformOutputs(
  m: usize,
  elementBytes: usize,
  geometry: usize,
  filters: i32,
  first: i32,
  count: i32,
  y: usize,
  zeros: usize,
  bias: usize,
  relu: bool,
  scratch: usize,
): void {
  for (let tile = first; tile < first + count; tile++) {
    transformOutput(
      m,
      elementBytes,
      tileImage(y, geometry, tile, outputLength(geometry, filters)),
      outHeight(geometry),
      outWidth(geometry),
      filters,
      tileTop(geometry, tile),
      tileLeft(geometry, tile),
      load<i32>(zeros),
      bias,
      relu,
      scratch,
    );
    zeros += 4;
    m += paddedBytes(filters);
  }
}

/** Z of the outputs' gradient `dz`: of `share` filters from `firstFilter` on. */
export function transformOutputGradients(
  dz: usize,
  geometry: usize,
  filters: i32,
  firstFilter: i32,
  share: i32,
  first: i32,
  count: i32,
  z: usize,
  elementBytes: usize,
  scratch: usize,
): void {
  for (let tile = first; tile < first + count; tile++) {
    transformOutputGradient(
      tileImage(dz, geometry, tile, outputLength(geometry, filters)),
      outHeight(geometry),
      outWidth(geometry),
      filters,
      firstFilter,
      share,
      tileTop(geometry, tile),
      tileLeft(geometry, tile),
      z,
      elementBytes,
      scratch,
    );
    z += paddedBytes(share);
  }
}
