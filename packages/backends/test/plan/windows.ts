import type { WindowGeometry } from '../../src/plan/window-geometry.js';

/** The geometry of a square window, padded as TensorFlow pads. */
export function squareWindow(
  [inHeight, inWidth, channels]: readonly [number, number, number],
  size: number,
  stride: number,
  padding: string,
): WindowGeometry {
  const along = (input: number) => {
    const output =
      padding === 'same' ? Math.ceil(input / stride) : Math.floor((input - size) / stride) + 1;
    const missing = Math.max(0, (output - 1) * stride + size - input);
    return { output, before: padding === 'same' ? Math.floor(missing / 2) : 0 };
  };
  const vertical = along(inHeight);
  const horizontal = along(inWidth);
  return {
    ...{ inHeight, inWidth, channels, windowHeight: size, windowWidth: size },
    ...{ strideHeight: stride, strideWidth: stride },
    ...{ padTop: vertical.before, padLeft: horizontal.before },
    ...{ outHeight: vertical.output, outWidth: horizontal.output },
  };
}
