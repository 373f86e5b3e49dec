import type { ModelSpec } from '../model-spec.js';
import type { ModelSpecIssue } from '../spec/model-spec-error.js';
import { layerIssue } from './layer-place.js';

/** Names that stand twice, and softmax where another layer follows. */
export function modelWideIssues(spec: ModelSpec, names: readonly string[]): ModelSpecIssue[] {
  return spec.layers.flatMap((layer, index) => {
    const name = names[index]!;
    const place = { index, type: layer.type, name };
    const issues: ModelSpecIssue[] = [];
    if (names.indexOf(name) !== index) {
      const text = `name expects to be the only one in the model, got "${name}" again; give one of the layers another name`;
      issues.push(layerIssue(place, 'duplicateName', text, 'name'));
    }
    const isLast = index === spec.layers.length - 1;
    if (!isLast && 'activation' in layer && layer.activation === 'softmax') {
      const text =
        'activation expects softmax in the last layer only, got it before another layer; use relu here';
      issues.push(layerIssue(place, 'softmaxNotLast', text, 'activation'));
    }
    return issues;
  });
}
