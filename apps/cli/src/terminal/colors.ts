import pc from 'picocolors';

/** Functions that colour a text, or leave it alone where colours are not wanted. */
export type Colors = ReturnType<typeof pc.createColors>;

/** Colours for stdout: on a terminal, or by `FORCE_COLOR`; never with `NO_COLOR`. */
export const colors: Colors = pc;
