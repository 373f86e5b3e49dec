/** @file What follows from a stack of layers: shapes and counts as far as they are known, and every mistake at its layer. */
import {
  layerNames,
  layerTable,
  ModelSpecError,
  resolveModel,
  type LayerSpec,
  type ModelSpec,
  type ModelSpecIssueCode,
} from '@manabi/models';
import type { NetworkData } from './presets.js';

/** `classes`: the last layer gives another number of outputs than the data has classes. */
export type LayerIssueCode = ModelSpecIssueCode | 'classes';

export interface AnalyzedLayer {
  readonly layer: LayerSpec;
  /** Such as `dense1`; as the trained weights and charts call it. */
  readonly name: string;
  /** [height, width, channels] or [features]; undefined after a layer with a mistake. */
  readonly inputShape: readonly number[] | undefined;
  readonly outputShape: readonly number[] | undefined;
  /** How many numbers it learns. */
  readonly parameters: number | undefined;
  readonly issue: LayerIssueCode | undefined;
}

export interface AnalyzedNetwork {
  readonly layers: readonly AnalyzedLayer[];
  /** The specification, where there is no mistake. */
  readonly spec: ModelSpec | undefined;
  /** How many numbers training changes; undefined with a mistake. */
  readonly parameters: number | undefined;
}

/** Resolves the layers for the data, as far as they fit. */
export function analyzeNetwork(
  layers: readonly LayerSpec[],
  { inputShape, classes }: NetworkData,
): AnalyzedNetwork {
  const spec: ModelSpec = { inputShape, layers };
  const issues = findIssues(spec);
  const last = layers.length - 1;
  const known = resolvedPrefix(spec, issues);
  if (issues.size === 0 && known[last]?.outputShape[0] !== classes) issues.set(last, 'classes');
  const names = layerNames(layers);
  const analyzed = layers.map((layer, i): AnalyzedLayer => {
    const row = known[i];
    const before = i === 0 ? inputShape : known[i - 1]?.outputShape;
    return {
      layer,
      name: row?.name ?? names[i]!,
      inputShape: before,
      outputShape: row?.outputShape,
      parameters: row?.parameters,
      issue: issues.get(i),
    };
  });
  const right = issues.size === 0 && layers.length > 0;
  return {
    layers: analyzed,
    spec: right ? spec : undefined,
    parameters: right ? known.reduce((sum, row) => sum + row.parameters, 0) : undefined,
  };
}

/** The first mistake of each layer. */
function findIssues(spec: ModelSpec): Map<number, LayerIssueCode> {
  const found = new Map<number, LayerIssueCode>();
  if (spec.layers.length === 0) return found;
  try {
    resolveModel(spec);
  } catch (error) {
    if (!(error instanceof ModelSpecError)) throw error;
    for (const { code, path } of error.issues) {
      const [, index] = /^layers\[(\d+)\]/.exec(path) ?? [];
      if (index !== undefined && !found.has(Number(index))) found.set(Number(index), code);
    }
  }
  return found;
}

/** The layers up to the first one whose output is not known. */
function resolvedPrefix(spec: ModelSpec, issues: ReadonlyMap<number, LayerIssueCode>) {
  const unknown = [...issues]
    .filter(([, code]) => code !== 'softmaxNotLast' && code !== 'outputShape')
    .map(([index]) => index);
  const prefix = spec.layers.slice(0, Math.min(spec.layers.length, ...unknown));
  // Softmax in the middle and images at the end are mistakes with shapes that are known.
  const layers = prefix.map((layer) =>
    'activation' in layer && layer.activation === 'softmax'
      ? { ...layer, activation: 'relu' as const }
      : layer,
  );
  try {
    return layerTable({ ...spec, layers: [...layers, { type: 'flatten' }] }).slice(0, -1);
  } catch (error) {
    if (!(error instanceof ModelSpecError)) throw error;
    // Behind a wrong name in the middle there may be a layer that does not fit.
    const [, index = '0'] = /^layers\[(\d+)\]/.exec(error.issues[0].path) ?? [];
    const fitting = layers.slice(0, Number(index));
    return layerTable({ ...spec, layers: [...fitting, { type: 'flatten' }] }).slice(0, -1);
  }
}
