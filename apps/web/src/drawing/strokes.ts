/** @file A drawing as the pen's way, so that it can be drawn at any size. */
export interface Point {
  /** In [0, 1] from the left. */
  readonly x: number;
  /** In [0, 1] from the top. */
  readonly y: number;
}

export type Stroke = readonly Point[];

/** A 3, so that there is something to read before the reader has drawn. */
export const exampleStrokes: readonly Stroke[] = [
  [
    [0.3, 0.26],
    [0.4, 0.19],
    [0.52, 0.17],
    [0.64, 0.21],
    [0.69, 0.3],
    [0.64, 0.39],
    [0.54, 0.45],
    [0.44, 0.47],
    [0.56, 0.49],
    [0.67, 0.55],
    [0.71, 0.66],
    [0.66, 0.77],
    [0.54, 0.83],
    [0.4, 0.82],
    [0.29, 0.75],
  ].map(([x = 0, y = 0]) => ({ x, y })),
];

/** Width of the pen, as a share of the pad's side: about two pixels of 28. */
const penWidth = 0.085;

/** Side in pixels of the raster that a drawing is read from: 10 for each of the 28. */
export const rasterSize = 280;

/** Draws white ink on black. */
export function paintStrokes(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const side = canvas.width;
  context.fillStyle = '#000';
  context.fillRect(0, 0, side, side);
  context.strokeStyle = '#fff';
  context.lineWidth = penWidth * side;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    context.beginPath();
    trace(context, stroke, side);
    context.stroke();
  }
}

/** A smooth way through the points: each is the control point between its two neighbours' middles. */
function trace(context: CanvasRenderingContext2D, stroke: Stroke, side: number): void {
  const [first] = stroke;
  const last = stroke.at(-1);
  if (first === undefined || last === undefined) return;
  context.moveTo(first.x * side, first.y * side);
  stroke.slice(1, -1).forEach((point, i) => {
    const next = stroke[i + 2] ?? last;
    const [middleX, middleY] = [(point.x + next.x) / 2, (point.y + next.y) / 2];
    context.quadraticCurveTo(point.x * side, point.y * side, middleX * side, middleY * side);
  });
  // A single point becomes a dot.
  context.lineTo(last.x * side, last.y * side);
}

/** The drawing as [side, side] bytes, 0 background, 255 ink. */
export function readInk(canvas: HTMLCanvasElement): Uint8Array {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const ink = new Uint8Array(width * height);
  for (let i = 0; i < ink.length; i++) ink[i] = data[4 * i]!;
  return ink;
}
