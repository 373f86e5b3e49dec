import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { prepareDigitInto } from '../images/prepare-digit.js';
import { type Glyph, glyphs } from './glyph.js';
import { writeGlyph } from './handwriting.js';
import { canvasSize, drawPiece, inkSize } from './pen.js';
import { uniform, uniformBetween } from './random-source.js';
import { createTrace, traceStrokes } from './trace.js';

const canvas = new Uint8Array(canvasSize * canvasSize);
const trace = createTrace();

/**
 * Draws one random writing of a digit and prepares it as MNIST is.
 *
 * @param label - 0 to 9.
 * @param digit - [28 * 28] bytes, all zero before.
 */
export function drawDigit(label: number, generator: RandomGenerator, digit: Uint8Array): void {
  const glyph = chooseGlyph(glyphs[label]!, generator);
  traceStrokes(glyph, writeGlyph(glyph, generator), trace);

  const radius = uniformBetween(generator, 1, 3.3);
  const softness = uniformBetween(generator, 0.8, 2);
  const pressure = uniformBetween(generator, -0.25, 0.25);
  const width = trace.right - trace.left;
  const height = trace.bottom - trace.top;
  const scale = (inkSize - 2 * radius) / Math.max(width, height);
  const placeX = 2 + radius + uniform(generator) - trace.left * scale;
  const placeY = 2 + radius + uniform(generator) - trace.top * scale;

  canvas.fill(0);
  const { pieces, progress } = trace;
  for (let k = 0; k < trace.count; k++) {
    drawPiece(
      canvas,
      pieces[4 * k]! * scale + placeX,
      pieces[4 * k + 1]! * scale + placeY,
      pieces[4 * k + 2]! * scale + placeX,
      pieces[4 * k + 3]! * scale + placeY,
      radius * (1 + pressure * progress[k]!),
      softness,
    );
  }
  prepareDigitInto({ data: canvas, width: canvasSize, height: canvasSize }, digit);
}

function chooseGlyph(ways: readonly Glyph[], generator: RandomGenerator): Glyph {
  let left = uniform(generator) * ways.reduce((sum, { weight }) => sum + weight, 0);
  return ways.find(({ weight }) => (left -= weight) < 0) ?? ways[0]!;
}
