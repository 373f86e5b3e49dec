/** What does not fit; stable, for programs. */
export type ModelArgumentErrorCode =
  /** A seed or step that is no integer in [0, 2^32). */
  | 'seed'
  /** Inputs whose shape is not the model's. */
  | 'inputShape'
  /** A weight that the specification asks for and that is not there. */
  | 'missingWeight'
  /** A weight that the specification does not know. */
  | 'unknownWeight'
  /** A weight of another shape or length. */
  | 'weightShape'
  /** A layer, or a unit of one, that the model has not got. */
  | 'unknownLayer'
  /** Metadata that does not describe the model. */
  | 'metadata';

/** An argument that does not fit the model it is used with. */
export class ModelArgumentError extends Error {
  override readonly name = 'ModelArgumentError';
  readonly code: ModelArgumentErrorCode;

  constructor(code: ModelArgumentErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
