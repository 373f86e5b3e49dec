import { explainDigit, prepareDigit, type DecodedImage } from '@manabi/datasets/images';
import { describe, expect, it } from 'vitest';
import { probabilitiesOf, selectAnswers, type Answers } from './answers.js';
import { lookSchema } from './look-state.js';
import { prepareImage } from './own-image.js';
import { preparationStepsScene } from './preparation-steps-scene.js';
import { lookWords } from './words.js';

/** Truth 0 0 1 1, said 0 1 1 0. */
const answers: Answers = {
  classes: 2,
  probabilities: [0.9, 0.1, 0.4, 0.6, 0.2, 0.8, 0.99, 0.01],
  predicted: [0, 1, 1, 0],
  labels: [0, 0, 1, 1],
};

describe('answers of the test', () => {
  it.each([
    ['mistakes, the worst first', 'mistakes', 'worst', [3, 1]],
    ['mistakes as in the data', 'mistakes', 'index', [1, 3]],
    ['right answers, the least sure first', 'right', 'worst', [2, 0]],
    ['all', 'all', 'worst', [3, 1, 2, 0]],
    ['those of a cell', { truth: 1, predicted: 0 }, 'worst', [3]],
    ['none of an empty cell', { truth: 1, predicted: 5 }, 'worst', []],
  ] as const)('are listed: %s', (_, filter, order, expected) => {
    expect([...selectAnswers(answers, filter, order)]).toEqual(expected);
  });

  it('have a probability for each class', () => {
    expect(probabilitiesOf(answers, 1)).toEqual([0.4, 0.6]);
  });

  it('stand in the address by their cell', () => {
    const { cell } = lookSchema;
    expect(cell.read(cell.write({ truth: 3, predicted: 5 }))).toEqual({ truth: 3, predicted: 5 });
    expect([cell.read(''), cell.read('3'), cell.read('a,b')]).toEqual(Array(3).fill(undefined));
  });
});

function picture(
  width: number,
  height: number,
  value: (x: number, y: number) => number,
): DecodedImage {
  const data = Uint8Array.from({ length: width * height }, (_, i) =>
    value(i % width, Math.floor(i / width)),
  );
  return { width, height, channels: 1, data };
}

const shape = [28, 28, 1];
/** A stroke of ink, off the middle. */
const stroke = (x: number, y: number) => x >= 10 && x < 16 && y >= 20 && y < 80;

describe('an image of the reader’s', () => {
  it('is prepared as MNIST was, whichever side is dark', () => {
    const light = picture(100, 100, (x, y) => (stroke(x, y) ? 255 : 0));
    const dark = picture(100, 100, (x, y) => (stroke(x, y) ? 0 : 255));
    const expected = prepareDigit(light);
    expect(prepareImage(light, 'digit', shape)?.pixels).toEqual(expected);
    const swapped = prepareImage(dark, 'digit', shape);
    expect(swapped?.inverted).toBe(true);
    expect(swapped?.pixels).toEqual(expected);
    expect(swapped?.crop).toEqual(explainDigit(light)?.crop);
  });

  it('may be a photo whose paper is not white: the paper does not count as ink', () => {
    // Paper of 180 to 200, ink of 40.
    const photo = picture(100, 100, (x, y) => (stroke(x, y) ? 40 : 180 + ((x * 7 + y * 3) % 21)));
    const prepared = prepareImage(photo, 'digit', shape);
    expect(prepared?.crop).toEqual({ left: 10, top: 20, width: 6, height: 60 });
  });

  it('fits into the whole square where the data does', () => {
    const light = picture(100, 100, (x, y) => (stroke(x, y) ? 255 : 0));
    const fitted = prepareImage(light, 'fit', shape);
    expect(fitted?.place).toEqual({ left: 12, top: 0, width: 3, height: 28 });
    expect(fitted?.pixels.filter((value) => value > 0)).toHaveLength(3 * 28);
  });

  it('is stretched where the data is, in its colours', () => {
    const wide = picture(64, 32, () => 7);
    const stretched = prepareImage(wide, 'stretch', [16, 16, 3]);
    expect(stretched?.pixels).toEqual(new Uint8Array(16 * 16 * 3).fill(7));
    expect(stretched?.crop).toBeUndefined();
  });

  it('is nothing when nothing is in it', () => {
    expect(
      prepareImage(
        picture(50, 50, () => 0),
        'digit',
        shape,
      ),
    ).toBeUndefined();
    expect(
      prepareImage(
        picture(50, 50, () => 255),
        'fit',
        shape,
      ),
    ).toBeUndefined();
  });

  it('is drawn with its crop, its place and its centre of mass', () => {
    const light = picture(100, 100, (x, y) => (stroke(x, y) ? 255 : 0));
    const prepared = prepareImage(light, 'digit', shape)!;
    const words = lookWords.en.own.scene;
    const scene = preparationStepsScene(prepared, shape, 'finding', words, 600);
    const ids = scene.marks.map(({ id }) => id).filter((id) => id !== undefined);
    expect(ids).toEqual(['crop', 'place', 'mass']);
    expect(scene.table.rows).toHaveLength(28);
    expect(scene.width).toBeLessThanOrEqual(600);
    const stretched = prepareImage(light, 'stretch', shape)!;
    const plain = preparationStepsScene(stretched, shape, 'finding', words, 600);
    expect(plain.marks.some(({ id }) => id === 'crop')).toBe(false);
  });
});
