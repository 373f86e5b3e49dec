import { ModelArgumentError } from '../model-argument-error.js';
import { describeValue } from '../json/describe-value.js';

/** Makes sure that a value is an integer in [0, 2^32); `where` names it. */
export function checkSeed(where: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return;
  const text = `expects an integer from 0 to 4294967295, got ${describeValue(value)}`;
  throw new ModelArgumentError('seed', `${where} ${text}`);
}
