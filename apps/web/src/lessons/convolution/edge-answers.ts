/** @file What a kernel says to three simple surfaces: the challenge of this lesson. */
import { slide } from './sliding-window.js';

const rows = [0, 0, 1, 1];
const size = rows.length;
const matrix = (values: readonly number[]) => ({ rows: size, columns: size, values });

/** Bright everywhere; dark above bright; dark left of bright. */
const surfaces = {
  even: matrix(rows.flatMap(() => [1, 1, 1, 1])),
  horizontal: matrix(rows.flatMap((value) => [value, value, value, value])),
  vertical: matrix(rows.flatMap(() => rows)),
};

export interface EdgeAnswers {
  readonly even: readonly number[];
  readonly horizontal: readonly number[];
  readonly vertical: readonly number[];
  /** Silent on even surfaces and at horizontal edges, and not at vertical ones. */
  readonly verticalOnly: boolean;
}

/** The different answers of a kernel to each surface, in the order in which they are met. */
export function edgeAnswers(weights: readonly number[]): EdgeAnswers {
  const answers = (image: (typeof surfaces)['even']) => [
    ...new Set(slide({ image, weights }).values),
  ];
  const even = answers(surfaces.even);
  const horizontal = answers(surfaces.horizontal);
  const vertical = answers(surfaces.vertical);
  const silent = (values: readonly number[]) => values.every((value) => value === 0);
  return {
    even,
    horizontal,
    vertical,
    verticalOnly: silent(even) && silent(horizontal) && !silent(vertical),
  };
}
