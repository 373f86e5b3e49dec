/** Of a run that is about to be kept: short, for the address. */
export function newRunId(): string {
  return crypto.randomUUID().slice(0, 8);
}
