/**
 * - `invalid-setting`: a setting that cannot be meant, such as a batch size of 0.
 * - `empty-data`: a data set without examples.
 * - `data-mismatch`: data whose shape or classes do not fit the model.
 * - `state-mismatch`: an optimiser state that is not of this model and optimiser.
 * - `no-validation`: something watches the validation loss of a run that has no validation data.
 * - `bad-record`: a run record that is none.
 * - `resume-mismatch`: a run that is to go on with other settings, data or device than it began.
 * - `bad-checkpoint`: the bytes of a checkpoint are damaged, or are none.
 * - `run-over`: the control of a run was used after its end.
 */
export type TrainerErrorCode =
  | 'invalid-setting'
  | 'empty-data'
  | 'data-mismatch'
  | 'state-mismatch'
  | 'no-validation'
  | 'bad-record'
  | 'resume-mismatch'
  | 'bad-checkpoint'
  | 'run-over';

/** The parts of an error's message, in the order in which it says them. */
export interface TrainerErrorDetails {
  /** The function and setting that found the fault. */
  readonly where: string;
  readonly expected: string;
  readonly got: string;
  /** What the reader can do. */
  readonly remedy: string;
}

/** Every fault of this package; what a callback, a model or a data set throws passes unchanged. */
export class TrainerError extends Error {
  override readonly name = 'TrainerError';
  readonly code: TrainerErrorCode;
  readonly details: TrainerErrorDetails;

  constructor(code: TrainerErrorCode, details: TrainerErrorDetails) {
    const { where, expected, got, remedy } = details;
    super(`${where}: expected ${expected}, got ${got}; ${remedy}`);
    this.code = code;
    this.details = details;
  }
}
