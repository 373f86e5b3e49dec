import {
  ModelSpecError,
  type ModelSpecIssue,
  type ModelSpecIssueCode,
} from '../spec/model-spec-error.js';

/** Where a layer stands, for messages. */
export interface LayerPlace {
  /** Position in the specification, from 0. */
  readonly index: number;
  readonly type: string;
  readonly name: string;
}

/** An issue of one layer; `text` says expected, got and remedy. */
export function layerIssue(
  place: LayerPlace,
  code: ModelSpecIssueCode,
  text: string,
  key?: string,
): ModelSpecIssue {
  return {
    code,
    path: `layers[${place.index}]${key === undefined ? '' : `.${key}`}`,
    layer: place.name,
    message: `${place.type} "${place.name}": ${text}`,
  };
}

/** {@link layerIssue} as an error, to stop the inference of shapes at this layer. */
export function layerError(...issue: Parameters<typeof layerIssue>): ModelSpecError {
  return new ModelSpecError([layerIssue(...issue)]);
}
