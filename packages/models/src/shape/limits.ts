/** @file What a specification may ask for at most, so that a hostile one cannot exhaust memory. */

/** Layers of one model. */
export const maxLayers = 1000;

/** Numbers in one activation of one example, and weights of a whole model: 512 MiB in float32. */
export const maxElements = 2 ** 27;

/** A dimension of the input, and a count of units or filters. */
export const maxDimension = 2 ** 24;

/** The side of a kernel or pooling window, and a stride. */
export const maxWindow = 2 ** 10;

/** Characters in a name. */
export const maxNameLength = 64;
