import type { ColorImage } from '@manabi/viz';

/** Pixels along each side of the picture that ships. */
const side = 24;

/**
 * A sun over the sea, computed, so that no file is needed: sky from blue to orange, a disc, and its
 * light on the water.
 */
export function sunset(): ColorImage {
  const values: number[] = [];
  const horizon = 16;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const distance = Math.hypot(column - 11.5, row - 11);
      const height = row / horizon;
      if (row < horizon && distance < 5) values.push(255, 225, 120);
      else if (row < horizon) values.push(60 + 190 * height, 90 + 60 * height, 190 - 110 * height);
      else if (Math.abs(column - 11.5) < 1.5 + ((row * 7) % 5)) values.push(250, 180, 90);
      else values.push(20, 60 + 2 * (row - horizon), 110);
    }
  }
  return { columns: side, rows: side, values: values.map(Math.round) };
}
