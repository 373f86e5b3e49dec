import { InvalidArgumentError } from 'commander';
import type { GradientClipping } from '@manabi/trainer';
import { positiveNumber } from './numbers.js';

/** Reads how gradients are clipped: `norm:1` or `value:0.5`. */
export function clipping(text: string): GradientClipping {
  const match = /^(norm|value):(.+)$/i.exec(text);
  if (match === null) {
    throw new InvalidArgumentError('Expected norm:LIMIT or value:LIMIT, such as norm:1.');
  }
  return {
    type: match[1]!.toLowerCase() as GradientClipping['type'],
    limit: positiveNumber(match[2]!),
  };
}
