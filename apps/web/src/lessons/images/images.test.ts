import { runInNewContext } from 'node:vm';
import { syntheticDigits } from '@manabi/datasets';
import { pixelGrid, renderAnsi } from '@manabi/viz';
import { describe, expect, it } from 'vitest';
import { codeText } from '../../lesson/code-sample.js';
import { kerasSample, typescriptSample } from './code-samples.js';
import { bitsFor, brightness, imageOf, isGradient, listIndex, rightInGradient } from './pixels.js';
import { imagesSchema } from './state.js';
import { sunset } from './sunset.js';

describe('pixels', () => {
  it('are black, two greys and white, or the other way round', () => {
    const values = [0, 1, 2, 3];
    expect(values.map((value) => brightness(value, 'black'))).toEqual([0, 85, 170, 255]);
    expect(values.map((value) => brightness(value, 'white'))).toEqual([255, 170, 85, 0]);
  });

  it('take 2 bits for 4 values and 8 for 256: 64 painted ones are 16 bytes', () => {
    expect(bitsFor(4)).toBe(2);
    expect(bitsFor(256)).toBe(8);
    expect((imagesSchema.px.initial.length * bitsFor(4)) / 8).toBe(16);
  });

  it('stand row after row: row 27, column 27 of 28 is the last of 784', () => {
    expect(listIndex(0, 0, 28)).toBe(0);
    expect(listIndex(1, 0, 28)).toBe(28);
    expect(listIndex(27, 27, 28)).toBe(783);
  });

  it('make a gradient when the first row rises and falls by one', () => {
    const { initial } = imagesSchema.px;
    expect(isGradient(initial)).toBe(false);
    expect(isGradient([0, 1, 2, 3, 3, 2, 1, 0, ...initial.slice(8)])).toBe(true);
    // The ball's first row is 0 0 1 2 2 1 0 0: both ends are right.
    expect(rightInGradient(initial)).toBe(2);
  });
});

describe('images of a class', () => {
  const { train } = syntheticDigits({ trainSize: 120, testSize: 0, seed: 3 });

  it('are there for each digit, ten different ones or fewer that repeat', () => {
    for (let label = 0; label < 10; label++) {
      const count = train.labels.filter((other) => other === label).length;
      expect(count).toBeGreaterThan(2);
      expect(imageOf(train, label, 0)).toEqual(imageOf(train, label, count));
      expect(imageOf(train, label, 0)).not.toEqual(imageOf(train, label, 1));
    }
  });

  it('have 784 numbers of the right digit', () => {
    const index = train.labels.indexOf(5);
    expect(imageOf(train, 5, 0)).toEqual(train.inputs.slice(index * 784, (index + 1) * 784));
  });
});

describe('the sunset', () => {
  it('is 24 by 24 pixels of three bytes', () => {
    const { values } = sunset();
    expect(values.length).toBe(24 * 24 * 3);
    for (const value of Array.from(values)) {
      expect(Number.isInteger(value) && value >= 0 && value <= 255).toBe(true);
    }
  });
});

describe('the program of the lesson', () => {
  it('prints the digit and its top seven rows', () => {
    const lines: string[] = [];
    const program = codeText(typescriptSample(5, 1)).replaceAll(/^import .*$/gm, '');
    const console = { log: (line: string) => lines.push(line) };
    runInNewContext(program, { syntheticDigits, pixelGrid, renderAnsi, console });
    expect(lines).toHaveLength(8);
    const { train } = syntheticDigits({ trainSize: 120, testSize: 0, seed: 3 });
    const rows = lines.slice(1).map((line) => line.split(' ').map(Number));
    expect(rows.flat()).toEqual([...imageOf(train, 5, 1).slice(0, 7 * 28)]);
  });

  it('carries the reader’s digit to Keras', () => {
    expect(codeText(kerasSample(7))).toContain('labels == 7');
  });
});
