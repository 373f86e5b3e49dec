/** @file Numbers that name the optimisers in an encoded plan; `assembly/update.ts` imports them too. */

export const sgd = 0;
export const momentum = 1;
export const rmsprop = 2;
export const adam = 3;
