import {
  reproductionTolerance,
  type RunComparison,
  type RunDifference,
  type RunRecord,
} from '@manabi/trainer';
import { counted } from '../terminal/figures.js';

/** Differences that are listed; the rest is counted. */
const listed = 12;

/** What `manabi reproduce` found. */
export function comparisonLines(
  recorded: RunRecord,
  repeated: RunRecord,
  { standard, matches, differences }: RunComparison,
): string[] {
  const epochs = counted(repeated.history.length, 'epoch');
  const place = `${placeOf(repeated)}, recorded on ${placeOf(recorded)}`;
  const outside = differences.filter(({ isWithin }) => !isWithin);
  const shown = (
    matches ? differences.filter(({ figure }) => figure !== 'weights') : outside
  ).slice(0, listed);
  const rest = (matches ? differences : outside).length - shown.length;
  return [
    `${recorded.data.reference}: ${epochs} repeated on ${place}`,
    ...(standard === 'bits' ? [] : [toleranceLine([recorded, repeated].some(isRelaxed))]),
    ...(standard === 'bits' ? versionLines(recorded, repeated) : []),
    ...shown.map(differenceLine),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    verdict(standard, matches, differences.length === 0),
  ];
}

function verdict(standard: RunComparison['standard'], matches: boolean, isEqual: boolean): string {
  if (!matches) return 'Not reproduced.';
  if (standard === 'bits' || isEqual) {
    return 'Reproduced exactly: history, test figures and weights are equal to the last bit.';
  }
  return 'Reproduced within the tolerance.';
}

function toleranceLine(withRelaxed: boolean): string {
  const { lossShare, loss, accuracy, examples } = reproductionTolerance;
  const cause = withRelaxed
    ? 'With relaxed SIMD the processor decides how sums are rounded'
    : 'Another backend or engine rounds sums in another order';
  return `${cause}: losses may differ by ${lossShare * 100} % or ${loss} nats, accuracies by ${accuracy} or ${examples} examples.`;
}

/** Versions that could explain a difference, where they are others. */
function versionLines(recorded: RunRecord, repeated: RunRecord): string[] {
  const [before, now] = [recorded.environment, repeated.environment];
  const names = Object.keys({ ...before.versions, ...now.versions });
  const changed = names.filter((name) => before.versions[name] !== now.versions[name]);
  const lines = changed.map(
    (name) =>
      `  ${name} was ${before.versions[name] ?? 'absent'}, is ${now.versions[name] ?? 'absent'}`,
  );
  if (before.runtime === now.runtime) return lines;
  return [...lines, `  recorded by ${before.runtime}, repeated by ${now.runtime}`];
}

function differenceLine({ figure, expected, got }: RunDifference): string {
  return `  ${figure}: expected ${String(expected)}, got ${String(got)}`;
}

function isRelaxed({ settings }: RunRecord): boolean {
  return settings.relaxedSimd === true;
}

function placeOf(record: RunRecord): string {
  const { backend, engine } = record.environment;
  return `${backend} (${engine}${isRelaxed(record) ? ' with relaxed SIMD' : ''})`;
}
