import { countParameters, mlp } from '@manabi/models';
import { expect, it } from 'vitest';
import { hidden, liveRun, parameterCount } from './live-run.js';

it('the front page states as many numbers as its network has', () => {
  expect(parameterCount).toBe(countParameters(liveRun.spec));
});

it('the front page trains the network that the library calls mlp', () => {
  expect(mlp({ inputShape: [28, 28, 1], classes: 10, hidden: [hidden] })).toEqual(liveRun.spec);
});
