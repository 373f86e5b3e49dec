/** What is wrong with a model's files; stable, for programs. */
export type ModelFileErrorCode =
  /** There is no such file. */
  | 'notFound'
  /** The file system refuses to read or write it, or it is no regular file. */
  | 'inaccessible'
  /** Larger than the limits allow. */
  | 'tooLarge'
  /** Not JSON in UTF-8. */
  | 'notJson'
  /** JSON of something else. */
  | 'wrongFormat'
  /** Written by another version of this format. */
  | 'wrongVersion'
  /** A key or value that the format does not have. */
  | 'wrongValue'
  /** A specification that cannot be built; `cause` is the ModelSpecError. */
  | 'invalidSpec'
  /** A list of weights that is not the specification's. */
  | 'wrongTensors'
  /** Metadata that does not describe the model. */
  | 'invalidMetadata'
  /** `weights.bin` is cut off or too long. */
  | 'wrongLength'
  /** The bytes of `weights.bin` are not those that were saved. */
  | 'wrongChecksum'
  /** Saving would overwrite something that is not a manabi model. */
  | 'notAModel';

/** A file of a model that cannot be read, or a place where none can be saved. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
  readonly code: ModelFileErrorCode;
  /** The file: `model.json`, `weights.bin`, or its whole path on a disk. */
  readonly file: string;
  /** Where in the JSON, such as `weights.tensors[0].shape`; empty for the whole file. */
  readonly path: string;

  constructor(code: ModelFileErrorCode, place: ModelFilePlace, text: string, cause?: unknown) {
    const { file, path = '' } = place;
    super(`${file}: ${path === '' ? '' : `${path} `}${text}`, { cause });
    this.code = code;
    this.file = file;
    this.path = path;
  }
}

/** What a {@link ModelFileError} is about. */
export interface ModelFilePlace {
  readonly file: string;
  readonly path?: string;
}
