import type { RecordedEpoch, RunRecord } from './run-record.js';

/** One figure of two runs that should be the same. */
export interface RunDifference {
  /** Such as `epoch 2 loss` or `weights`. */
  readonly figure: string;
  readonly expected: number | string | null;
  readonly got: number | string | null;
  /** Whether it is within what these two runs may differ by. */
  readonly isWithin: boolean;
}

/** Whether a repetition came out as the run that it repeats. */
export interface RunComparison {
  /**
   * `bits`: on the same backend and engine every number must be equal. `tolerance`: elsewhere, and with
   * relaxed SIMD, sums are rounded differently, and training makes the difference grow.
   */
  readonly standard: 'bits' | 'tolerance';
  readonly matches: boolean;
  /** Every figure that is not equal to the last bit, whether within the tolerance or not. */
  readonly differences: readonly RunDifference[];
}

/**
 * How far figures may lie apart on another backend or engine: losses by 5 % of the larger, or by
 * 0.02 nats where they are small; accuracies by .015, or by three examples where those are few.
 * After two epochs of MNIST with the MLP, plan and autodiff on wasm lay .0007 nats and .0006 apart;
 * the rest is room for longer runs, in which differences grow. Another seed differs by no more than
 * that either: outside the same backend and engine a match says "as good", not "the same".
 */
export const reproductionTolerance = {
  lossShare: 0.05,
  loss: 0.02,
  accuracy: 0.015,
  examples: 3,
} as const;

const metrics = ['loss', 'accuracy', 'valLoss', 'valAccuracy', 'learningRate'] as const;

/**
 * Compares all but durations: the history, the test figures, how the run ended, the weights.
 *
 * @param expected - the run as it was recorded.
 * @param got - its repetition.
 */
export function compareRuns(expected: RunRecord, got: RunRecord): RunComparison {
  const [there, here] = [expected.environment, got.environment];
  const isRelaxed = [expected, got].some(({ settings }) => settings.relaxedSimd === true);
  const isSame = !isRelaxed && there.backend === here.backend && there.engine === here.engine;
  const differences: RunDifference[] = [];
  const compare = (
    figure: string,
    [a, b]: readonly [RunDifference['expected'], RunDifference['got']],
    isClose: (a: number, b: number) => boolean = () => false,
  ) => {
    if (a === b) return;
    const isNumber = typeof a === 'number' && typeof b === 'number';
    differences.push({
      figure,
      expected: a,
      got: b,
      isWithin: !isSame && isNumber && isClose(a, b),
    });
  };
  const closeTo = { loss: isCloseLoss, accuracy: closeAccuracy(expected.data.train.examples) };
  const testClose = closeAccuracy(expected.data.test.examples);

  compare('outcome', [expected.result.outcome, got.result.outcome]);
  compare('epochs', [expected.history.length, got.history.length]);
  for (const [index, before] of expected.history.entries()) {
    const after = got.history[index];
    if (after === undefined) break;
    for (const metric of metrics) compareMetric(before, after, metric);
  }
  compare('test loss', [expected.result.testLoss, got.result.testLoss], isCloseLoss);
  compare('test accuracy', [expected.result.testAccuracy, got.result.testAccuracy], testClose);
  const hashes = [expected.weightsSha256, got.weightsSha256] as const;
  // Elsewhere weights are others in their last bits, which a hash cannot weigh.
  if (isSame) compare('weights', hashes);
  else if (hashes[0] !== hashes[1]) {
    differences.push({ figure: 'weights', expected: hashes[0], got: hashes[1], isWithin: true });
  }
  return {
    standard: isSame ? 'bits' : 'tolerance',
    matches: differences.every(({ isWithin }) => isWithin),
    differences,
  };

  function compareMetric(
    before: RecordedEpoch,
    after: RecordedEpoch,
    metric: (typeof metrics)[number],
  ): void {
    const isClose = metric.toLowerCase().endsWith('loss') ? closeTo.loss : closeTo.accuracy;
    const close = metric === 'learningRate' ? undefined : isClose;
    compare(`epoch ${before.epoch} ${metric}`, [before[metric], after[metric]], close);
  }
}

function isCloseLoss(a: number, b: number): boolean {
  const { loss, lossShare } = reproductionTolerance;
  return Math.abs(a - b) <= Math.max(loss, lossShare * Math.max(a, b));
}

/** @param examples - that the accuracy is a share of. */
function closeAccuracy(examples: number): (a: number, b: number) => boolean {
  const { accuracy, examples: few } = reproductionTolerance;
  return (a, b) => Math.abs(a - b) <= Math.max(accuracy, few / examples) + 1e-12;
}
