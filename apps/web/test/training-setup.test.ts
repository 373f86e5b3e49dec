import { countParameters, mlp } from '@manabi/models';
import { expect, it } from 'vitest';
import { hidden, parameterCount } from '../src/training/setup.js';

it('the front page states as many numbers as its network has', () => {
  const spec = mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [hidden] });
  expect(parameterCount).toBe(countParameters(spec));
});
