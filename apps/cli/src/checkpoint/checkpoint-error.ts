/** A checkpoint could not be written: the run ends, the checkpoints before it stay. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError';
  readonly code = 'CHECKPOINT';
}
