/**
 * @file Which block element shows a cell's 64 samples best. Every candidate splits the cell into
 * two parts of one colour each; the one with the least squared error wins.
 */
import { samplesPerCell } from './cell-grid.js';

export interface Glyph {
  readonly character: string;
  readonly foreground: number;
  readonly background: number;
}

interface Candidate {
  readonly character: string;
  /** [64], 1 where the character has ink. */
  readonly ink: Uint8Array;
}

function candidate(character: string, inked: (x: number, y: number) => boolean): Candidate {
  const ink = new Uint8Array(samplesPerCell ** 2);
  for (let i = 0; i < ink.length; i++) {
    ink[i] = inked(i % samplesPerCell, Math.floor(i / samplesPerCell)) ? 1 : 0;
  }
  return { character, ink };
}

const half = samplesPerCell / 2;
const lower = Array.from('▁▂▃▄▅▆▇').map((glyph, i) => candidate(glyph, (_, y) => y >= 7 - i));
const left = Array.from('▏▎▍▌▋▊▉').map((glyph, i) => candidate(glyph, (x) => x <= i));
/** Character and its quarters: top left 1, top right 2, bottom left 4, bottom right 8. */
const quarters = (
  [
    ['▘', 1],
    ['▝', 2],
    ['▖', 4],
    ['▗', 8],
    ['▀', 3],
    ['▐', 10],
    ['▚', 9],
    ['▞', 6],
    ['▛', 7],
    ['▜', 11],
    ['▙', 13],
    ['▟', 14],
  ] as const
).map(([glyph, bits]) =>
  candidate(glyph, (x, y) => ((bits >> ((x >= half ? 1 : 0) + (y >= half ? 2 : 0))) & 1) === 1),
);
const edges = [candidate('▔', (_, y) => y === 0), candidate('▕', (x) => x === 7)];
const candidates = [...lower, ...left, ...quarters, ...edges];

/** Squared error of a sample that is drawn where nothing should be, or the other way round. */
const missing = 3 * 128 ** 2;

/** The best character and two colours for [64] samples `0xrrggbb`, -1 where nothing is. */
export function fitColors(samples: Int32Array): Glyph {
  const first = samples[0]!;
  if (samples.every((color) => color === first)) {
    // Fonts may leave gaps around a full block; a coloured blank has none.
    return { character: ' ', foreground: -1, background: first };
  }
  const seeThrough = samples.includes(-1);
  let best: Glyph = { character: ' ', foreground: -1, background: -1 };
  let least = seeThrough ? missing * samples.filter((color) => color >= 0).length : Infinity;
  for (const { character, ink } of candidates) {
    const front = mean(samples, ink, 1);
    const back = seeThrough ? undefined : mean(samples, ink, 0);
    let error = 0;
    for (let i = 0; i < samples.length && error < least; i++) {
      error += difference(samples[i]!, ink[i] === 1 ? front : back);
    }
    if (error < least) {
      least = error;
      best = { character, foreground: pack(front), background: pack(back) };
    }
  }
  return best;
}

type Rgb = readonly [red: number, green: number, blue: number];

function mean(samples: Int32Array, ink: Uint8Array, part: 0 | 1): Rgb | undefined {
  let [red, green, blue, count] = [0, 0, 0, 0];
  for (let i = 0; i < samples.length; i++) {
    const color = samples[i]!;
    if (ink[i] !== part || color < 0) continue;
    red += (color >> 16) & 255;
    green += (color >> 8) & 255;
    blue += color & 255;
    count++;
  }
  return count === 0 ? undefined : [red / count, green / count, blue / count];
}

function difference(color: number, shown: Rgb | undefined): number {
  if (shown === undefined) return color < 0 ? 0 : missing;
  if (color < 0) return missing;
  return (
    (((color >> 16) & 255) - shown[0]) ** 2 +
    (((color >> 8) & 255) - shown[1]) ** 2 +
    ((color & 255) - shown[2]) ** 2
  );
}

function pack(rgb: Rgb | undefined): number {
  if (rgb === undefined) return -1;
  return (Math.round(rgb[0]) << 16) | (Math.round(rgb[1]) << 8) | Math.round(rgb[2]);
}

const shades = Array.from(' ░▒▓█');

/** The best character without colours, for [64] densities in [0, 255], -1 where nothing is. */
export function fitDensities(samples: Int32Array): string {
  let sum = 0;
  let squares = 0;
  for (const sample of samples) {
    const density = Math.max(0, sample) / 255;
    sum += density;
    squares += density ** 2;
  }
  let best = ' ';
  let least = Infinity;
  shades.forEach((character, i) => {
    const level = i / (shades.length - 1);
    const error = squares - 2 * level * sum + samples.length * level ** 2;
    if (error < least) [best, least] = [character, error];
  });
  for (const { character, ink } of candidates) {
    let error = 0;
    for (let i = 0; i < samples.length; i++)
      error += (Math.max(0, samples[i]!) / 255 - ink[i]!) ** 2;
    if (error < least) [best, least] = [character, error];
  }
  return best;
}
