/** @file What a network of two switches can be asked to say, and when it counts as said. */

/** The four inputs, in the order of the lecture's table. */
export const rows = ['00', '01', '10', '11'] as const;
export type Row = (typeof rows)[number];

/** Both inputs of a row. */
export function inputsOf(row: Row): readonly [number, number] {
  return [Number(row[0]), Number(row[1])];
}

/** The wanted answer for each row. */
export const gates = {
  xnor: [1, 0, 0, 1],
  xor: [0, 1, 1, 0],
  and: [0, 0, 0, 1],
  or: [0, 1, 1, 1],
} as const satisfies Record<string, readonly number[]>;
export type Gate = keyof typeof gates;

/** How far an answer may be from the wanted one. */
export const tolerance = 0.1;

/** For each row whether the answer is at most {@link tolerance} off; the answers have two decimals. */
export function rightRows(outputs: readonly number[], gate: Gate): readonly boolean[] {
  return outputs.map(
    (output, i) => Math.round(100 * Math.abs(output - gates[gate][i]!)) <= 100 * tolerance,
  );
}

/** From here on an answer is read as yes: it is nearer to 1 than to 0. */
export const yesFrom = 0.5;

/** For each row whether yes or no is the wanted answer. */
export function rightSides(outputs: readonly number[], gate: Gate): readonly boolean[] {
  return outputs.map((output, i) => isYes(output) === (gates[gate][i] === 1));
}

/** Rounded first, so that sums of tenths reach 0.5 exactly. */
export function isYes(output: number): boolean {
  return Math.round(100 * output) >= 100 * yesFrom;
}
