/** @file What a hand does to a glyph: no two writings of it put the points in the same place. */
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Glyph } from './glyph.js';
import { triangular, uniform, uniformBetween } from './random-source.js';

/** Largest number of points in a glyph, twice. */
const points = new Float64Array(2 * 64);

/**
 * One writing of a glyph: a blend of its masters with shaken points, ends too long or too short,
 * bent, stretched, slanted and turned.
 *
 * @returns [x0, y0, x1, y1, ...] around the origin, about 1 high; reused by the next call.
 */
export function writeGlyph(glyph: Glyph, generator: RandomGenerator): Float64Array {
  const length = glyph.masters[0]!.length;
  blendMasters(glyph, generator);
  moveEnds(glyph, generator);
  shake(length, generator);
  bend(length, generator);
  slantAndTurn(length, generator);
  return points;
}

function blendMasters({ masters }: Glyph, generator: RandomGenerator): void {
  const length = masters[0]!.length;
  points.fill(-0.5, 0, length);
  const weights = masters.map(() => {
    const u = uniform(generator);
    return u * u + 0.01;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  masters.forEach((master, m) => {
    const share = weights[m]! / total;
    for (let i = 0; i < length; i++) points[i]! += share * master[i]!;
  });
}

/** Strokes that do not close are lengthened or shortened a little. */
function moveEnds({ strokes }: Glyph, generator: RandomGenerator): void {
  for (const stroke of strokes) {
    const last = stroke.length - 1;
    if (stroke[0] === stroke[last]) continue;
    moveAlong(stroke[0]!, stroke[1]!, 0.5 * triangular(generator));
    moveAlong(stroke[last]!, stroke[last - 1]!, 0.5 * triangular(generator));
  }
}

function moveAlong(end: number, neighbour: number, share: number): void {
  for (let axis = 0; axis < 2; axis++) {
    const value = points[2 * end + axis]!;
    points[2 * end + axis] = value + share * (value - points[2 * neighbour + axis]!);
  }
}

function shake(length: number, generator: RandomGenerator): void {
  const amount = uniformBetween(generator, 0.02, 0.12);
  for (let i = 0; i < length; i++) points[i]! += amount * triangular(generator);
}

/** A random quadratic map, near the identity: lines become slightly bent, parallels meet. */
function bend(length: number, generator: RandomGenerator): void {
  const ax = 0.55 * triangular(generator);
  const bx = 0.55 * triangular(generator);
  const cx = 0.55 * triangular(generator);
  const ay = 0.55 * triangular(generator);
  const by = 0.55 * triangular(generator);
  const cy = 0.55 * triangular(generator);
  for (let i = 0; i < length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    points[i] = x + ax * x * x + bx * x * y + cx * y * y;
    points[i + 1] = y + ay * x * x + by * x * y + cy * y * y;
  }
}

function slantAndTurn(length: number, generator: RandomGenerator): void {
  const width = uniformBetween(generator, 0.5, 1.35);
  const slant = 0.2 + 0.7 * triangular(generator);
  // The rational form of a turn by 2 arctan(t): exact arithmetic instead of sine and cosine.
  const t = 0.2 * triangular(generator);
  const cosine = (1 - t * t) / (1 + t * t);
  const sine = (2 * t) / (1 + t * t);
  for (let i = 0; i < length; i += 2) {
    const y = points[i + 1]!;
    const x = points[i]! * width - slant * y;
    points[i] = x * cosine - y * sine;
    points[i + 1] = x * sine + y * cosine;
  }
}
