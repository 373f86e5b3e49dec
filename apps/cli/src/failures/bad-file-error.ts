/** A file that the user named is missing, or is not what it should be. */
export class BadFileError extends Error {
  override readonly name = 'BadFileError';
  readonly code = 'BAD_FILE';
}
