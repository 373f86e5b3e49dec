/** @file Drawings by class, while they are being made: plain data, each change a new set. */
import { splitByClass } from './assemble-images.js';
import { digitSize } from '@manabi/datasets/images';
import type { Dataset, TrainTestDatasets } from '@manabi/datasets';

export interface DrawnClass {
  readonly name: string;
  /** Each [784] bytes, prepared as MNIST's digits are: 0 background, 255 ink. */
  readonly drawings: readonly Uint8Array[];
}

export type DrawingSet = readonly DrawnClass[];

/** Drawings that a class needs: one to learn from, one to be tested on. */
const fewestDrawings = 2;

export function addDrawing(set: DrawingSet, label: number, pixels: Uint8Array): DrawingSet {
  return changeClass(set, label, ({ name, drawings }) => ({
    name,
    drawings: [...drawings, pixels],
  }));
}

export function deleteDrawing(set: DrawingSet, label: number, index: number): DrawingSet {
  return changeClass(set, label, ({ name, drawings }) => ({
    name,
    drawings: drawings.toSpliced(index, 1),
  }));
}

export function renameClass(set: DrawingSet, label: number, name: string): DrawingSet {
  return changeClass(set, label, ({ drawings }) => ({ name, drawings }));
}

function changeClass(
  set: DrawingSet,
  label: number,
  change: (one: DrawnClass) => DrawnClass,
): DrawingSet {
  return set.map((one, i) => (i === label ? change(one) : one));
}

/** What a set still lacks. */
export interface DrawingLack {
  readonly kind: 'classes' | 'drawings' | 'name' | 'same-name';
  /** The class concerned; -1 for the whole set. */
  readonly label: number;
  /** How many more. */
  readonly count: number;
}

/** Everything that stands between the drawings and a data set; empty when nothing does. */
export function findLacks(set: DrawingSet): readonly DrawingLack[] {
  const lacks: DrawingLack[] = [];
  if (set.length < 2) lacks.push({ kind: 'classes', label: -1, count: 2 - set.length });
  set.forEach(({ name, drawings }, label) => {
    const trimmed = name.trim();
    if (trimmed === '') lacks.push({ kind: 'name', label, count: 1 });
    else if (set.findIndex((one) => one.name.trim() === trimmed) < label) {
      lacks.push({ kind: 'same-name', label, count: 1 });
    }
    const count = fewestDrawings - drawings.length;
    if (count > 0) lacks.push({ kind: 'drawings', label, count });
  });
  return lacks;
}

/** @param set - without lacks. */
export function drawingData(
  name: string,
  set: DrawingSet,
  split: { readonly testFraction: number; readonly seed: number },
): TrainTestDatasets {
  const drawings = set.flatMap((one, label) => one.drawings.map((pixels) => ({ pixels, label })));
  const length = digitSize * digitSize;
  const inputs = new Uint8Array(drawings.length * length);
  drawings.forEach(({ pixels }, index) => inputs.set(pixels, index * length));
  const all: Dataset = {
    name,
    inputs,
    inputShape: [digitSize, digitSize, 1],
    labels: Uint8Array.from(drawings, ({ label }) => label),
    classNames: set.map((one) => one.name.trim()),
    normalization: { kind: 'scale', factor: 1 / 255 },
  };
  return splitByClass(all, split);
}

/** The drawings of a data set that was made of them, to go on drawing. */
export function drawingsOf({ train, test }: TrainTestDatasets): DrawingSet {
  return train.classNames.map((name, label) => ({
    name,
    drawings: [train, test].flatMap(({ inputs, labels }) =>
      [...labels.keys()]
        .filter((index) => labels[index] === label)
        .map((index) => {
          const length = digitSize * digitSize;
          return Uint8Array.from(inputs.subarray(index * length, (index + 1) * length));
        }),
    ),
  }));
}
