import { scaleLinear } from 'd3-scale';

/** Epochs to write on an axis from 1 to the last: the first, then about five round ones. */
export function epochTicks(last: number): readonly number[] {
  const round = scaleLinear([0, last], [0, 1]).ticks(5);
  return [1, ...round.filter((epoch) => Number.isInteger(epoch) && epoch > 1)];
}
