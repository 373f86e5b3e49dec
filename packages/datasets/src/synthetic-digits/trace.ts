import type { Glyph } from './glyph.js';

/** A span of a curve is cut into pieces about this long, in heights of a digit, and at most four. */
const pieceLength = 0.1;

/** The way of the pen as straight pieces; reused from digit to digit. */
export interface Trace {
  /** Number of pieces. */
  count: number;
  /** [count, 4]: x and y of the start, x and y of the end. */
  readonly pieces: Float64Array;
  /** [count]: from -1 at the start of a stroke to 1 at its end. */
  readonly progress: Float64Array;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Memory for a trace of up to 256 pieces. */
export function createTrace(): Trace {
  return {
    count: 0,
    pieces: new Float64Array(4 * 256),
    progress: new Float64Array(256),
    left: 0,
    top: 0,
    right: 0,
    bottom: 0,
  };
}

/**
 * Joins the points of each stroke by a uniform Catmull-Rom spline (Catmull and Rom 1974), in
 * straight pieces, and finds the box around them.
 *
 * @param points - [x0, y0, x1, y1, ...], as `glyph.strokes` counts them.
 */
export function traceStrokes(glyph: Glyph, points: Float64Array, trace: Trace): void {
  trace.count = 0;
  trace.left = trace.top = Infinity;
  trace.right = trace.bottom = -Infinity;
  for (const stroke of glyph.strokes) {
    const spans = stroke.length - 1;
    const closed = stroke[0] === stroke[spans];
    for (let span = 0; span < spans; span++) {
      const b = stroke[span]!;
      const c = stroke[span + 1]!;
      const a = span > 0 ? stroke[span - 1]! : closed ? stroke[spans - 1]! : b;
      const d = span + 2 <= spans ? stroke[span + 2]! : closed ? stroke[1]! : c;
      traceSpan(points, a, b, c, d, trace, (2 * span) / spans - 1, 2 / spans);
    }
  }
}

/** The span from b to c with a before and d after it. */
function traceSpan(
  points: Float64Array,
  a: number,
  b: number,
  c: number,
  d: number,
  trace: Trace,
  progress: number,
  spanProgress: number,
): void {
  const ax = points[2 * a]!;
  const ay = points[2 * a + 1]!;
  const bx = points[2 * b]!;
  const by = points[2 * b + 1]!;
  const cx = points[2 * c]!;
  const cy = points[2 * c + 1]!;
  const dx = points[2 * d]!;
  const dy = points[2 * d + 1]!;
  let x = bx;
  let y = by;
  include(trace, x, y);
  const chord = Math.sqrt((cx - bx) * (cx - bx) + (cy - by) * (cy - by));
  const pieces = Math.min(4, Math.ceil(chord / pieceLength) + 1);
  for (let k = 1; k <= pieces; k++) {
    const t = k / pieces;
    const endX = catmullRom(ax, bx, cx, dx, t);
    const endY = catmullRom(ay, by, cy, dy, t);
    include(trace, endX, endY);
    const at = 4 * trace.count;
    trace.pieces[at] = x;
    trace.pieces[at + 1] = y;
    trace.pieces[at + 2] = endX;
    trace.pieces[at + 3] = endY;
    trace.progress[trace.count++] = progress + spanProgress * t;
    x = endX;
    y = endY;
  }
}

/** `p(t) = b + t/2 ((c - a) + t ((2a - 5b + 4c - d) + t (3(b - c) + d - a)))`, t in [0, 1]. */
function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + (t / 2) * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function include(trace: Trace, x: number, y: number): void {
  if (x < trace.left) trace.left = x;
  if (x > trace.right) trace.right = x;
  if (y < trace.top) trace.top = y;
  if (y > trace.bottom) trace.bottom = y;
}
