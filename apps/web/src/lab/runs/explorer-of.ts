import type { ModelSpec } from '@manabi/models';

/** The view that shows the insides of such a network; undefined where none does. */
export function explorerOf({ layers }: ModelSpec): 'network' | 'cnn' | undefined {
  const kinds = layers.map(({ type }) => type);
  if (kinds.includes('conv2d')) return 'cnn';
  const isDense = kinds.every((type) => ['flatten', 'dense', 'dropout'].includes(type));
  const count = kinds.filter((type) => type === 'dense').length;
  return isDense && count >= 2 ? 'network' : undefined;
}
