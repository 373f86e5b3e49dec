import { checkSetting, positive } from '../settings/check-setting.js';
import { TrainerError } from '../trainer-error.js';

/**
 * How large gradients may grow, as JSON. `norm`: where the norm of all gradients together is above
 * `limit`, all are shortened to it and keep their direction (Pascanu et al. 2013). `value`: each
 * number is moved into [-limit, limit].
 */
export interface GradientClipping {
  readonly type: 'norm' | 'value';
  /** Above 0. For `norm`, 1 is a good start. */
  readonly limit: number;
}

/** @throws TrainerError `invalid-setting`. */
export function checkClipping(clipping: GradientClipping | null): GradientClipping | null {
  if (clipping === null) return null;
  const { type, limit } = clipping;
  if ((type as string) !== 'norm' && (type as string) !== 'value') {
    throw new TrainerError('invalid-setting', {
      where: 'fit gradientClipping type',
      expected: 'norm or value',
      got: JSON.stringify(type),
      remedy: 'use {"type":"norm","limit":1}',
    });
  }
  return { type, limit: checkSetting('fit gradientClipping limit', limit, positive) };
}
