/** Numbers of a gradient whose squares are added up in one go; the norm's sum is cut here, always. */
export const normBlock = 4096;

/** How many partial sums a gradient of `length` numbers has. */
export function normBlocks(length: number): number {
  return Math.ceil(length / normBlock);
}
