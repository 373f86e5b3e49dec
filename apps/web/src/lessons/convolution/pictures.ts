/** @file The pictures that the lesson brings along: both drawn by code. */
import { syntheticDigits } from '@manabi/datasets';
import type { Matrix } from './sliding-window.js';

/** A digit as a program writes it, 28x28. */
export function digitPicture(): Matrix {
  const { train } = syntheticDigits({ trainSize: 1, testSize: 0, seed: 4 });
  return { rows: 28, columns: 28, values: Array.from(train.inputs) };
}

/** A square, a disc and a slanting bar, 48x48: edges in every direction. */
export function shapesPicture(): Matrix {
  const size = 48;
  const values = Array.from({ length: size * size }, (_, i) => {
    const [y, x] = [Math.floor(i / size), i % size];
    if (x >= 5 && x < 21 && y >= 5 && y < 21) return 225;
    if ((x - 34) ** 2 + (y - 14) ** 2 < 81) return 160;
    if (y >= 28 && y < 43 && Math.abs(x - 24 + (y - 35)) < 9) return 255;
    return 45;
  });
  return { rows: size, columns: size, values };
}
