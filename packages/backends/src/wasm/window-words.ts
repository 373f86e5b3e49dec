import type { WindowGeometry } from '../plan/window-geometry.js';

/** A sliding window as `assembly/geometry.ts` reads it. */
export function windowWords(geometry: WindowGeometry): number[] {
  const { inHeight, inWidth, channels, windowHeight, windowWidth } = geometry;
  const { strideHeight, strideWidth, padTop, padLeft, outHeight, outWidth } = geometry;
  return [
    ...[inHeight, inWidth, channels, windowHeight, windowWidth],
    ...[strideHeight, strideWidth, padTop, padLeft, outHeight, outWidth],
  ];
}
