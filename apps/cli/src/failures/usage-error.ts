/** The command was written wrongly: nothing ran, and another spelling would work. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE';
}
