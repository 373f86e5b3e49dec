/** @file Digits drawn with straight strokes: the examples ship no image of a real data set. */
import type { GreyImage } from '@manabi/viz';

type Stroke = readonly (readonly [x: number, y: number])[];

const strokes: Readonly<Record<number, Stroke>> = {
  2: [
    [8, 9],
    [11, 6],
    [16, 5.5],
    [19, 8.5],
    [18, 12.5],
    [13, 17],
    [8, 21.5],
    [20, 21.5],
  ],
  3: [
    [9, 7],
    [14, 5.5],
    [18.5, 8],
    [17.5, 12],
    [13, 13.5],
    [18, 15],
    [19, 19],
    [15, 22.5],
    [9, 21],
  ],
  5: [
    [19, 6],
    [11, 6],
    [10, 12.5],
    [15.5, 12],
    [19, 15.5],
    [17, 20.5],
    [12, 22],
    [8, 20],
  ],
  7: [
    [7, 7],
    [20.5, 7],
    [16, 13],
    [13, 22.5],
  ],
};

function distance([x, y]: readonly [number, number], line: Stroke): number {
  let least = Infinity;
  for (let i = 0; i + 1 < line.length; i++) {
    const [[x0, y0], [x1, y1]] = [line[i]!, line[i + 1]!];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    least = Math.min(least, Math.hypot(x - x0 - t * dx, y - y0 - t * dy));
  }
  return least;
}

function draw(stroke: Stroke): GreyImage {
  const values = Array.from({ length: 784 }, (_, i) => {
    const away = distance([(i % 28) + 0.5, Math.floor(i / 28) + 0.5], stroke);
    return Math.round(255 * Math.min(1, Math.max(0, 2.1 - away)));
  });
  return { columns: 28, rows: 28, values };
}

const drawn = new Map(Object.entries(strokes).map(([digit, stroke]) => [digit, draw(stroke)]));

/** A 28x28 digit with soft edges, as MNIST has them: 0 background, 255 ink. */
export function drawnDigit(digit: 2 | 3 | 5 | 7): GreyImage {
  return drawn.get(String(digit))!;
}
