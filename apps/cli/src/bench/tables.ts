/** @file A report as tables for a terminal of 80 columns. */
import { table, type Column } from '../terminal/table.js';
import { count, counted } from '../terminal/figures.js';
import type { KernelResult, MeasuredRow, Ratio, TrainingResult } from './report.js';
import { networkTitles } from './training-case.js';

/** `0.073`, `0.51`, `7.20`, `46.1`: three digits. */
function figure(value: number): string {
  if (value < 0.0995) return value.toFixed(3);
  if (value < 9.995) return value.toFixed(2);
  return value < 99.95 ? value.toFixed(1) : count(value);
}

/** How far the rounds lie from their median: `±3 %`. */
function spread({ runs, seconds }: MeasuredRow): string {
  const furthest = Math.max(...runs.map((run) => Math.abs(run - seconds)));
  return `±${((100 * furthest) / seconds).toFixed(0)} %`;
}

function part({ steps, epochSteps }: MeasuredRow): string {
  return steps === epochSteps ? 'all' : `${count(steps)} of ${count(epochSteps)}`;
}

/** Its version beside the name; ours is known to who runs it. */
function titleOf({ name, ours, version }: MeasuredRow): string {
  return ours ? name : `${name} ${version}`;
}

/** What was trained, a row for each contender, and the ratios. */
export function trainingTable(result: TrainingResult): string {
  const { network, batchSize, rows } = result;
  const columns: Column[] = [
    { heading: 'seconds an epoch' },
    { heading: 'threads', align: 'right' },
    { heading: 'seconds', align: 'right' },
    { heading: 'spread', align: 'right' },
    { heading: 'steps a round', align: 'right' },
  ];
  const cells = rows.map((row) =>
    row.status === 'measured'
      ? [titleOf(row), String(row.threads), figure(row.seconds), spread(row), part(row)]
      : [row.name, String(row.threads), row.status, '', ''],
  );
  const title = `${result.case}: ${networkTitles[network]}, Adam, batches of ${batchSize}`;
  const notes = rows.flatMap((row) =>
    row.status === 'measured' ? [] : [`${row.name} ${row.status}: ${row.reason}`],
  );
  const parts = [title, table(columns, cells), ...new Set(notes)];
  if (result.ratios.length > 0) parts.push(ratioTable(result.ratios));
  return parts.join('\n');
}

/** Our times over those of each peer at its best, a column for each number of our threads. */
function ratioTable(ratios: readonly Ratio[]): string {
  const threadCounts = [...new Set(ratios.map(({ threads }) => threads))];
  const peers = [...new Set(ratios.map(({ peer }) => peer))];
  const columns: Column[] = [
    { heading: "manabi's time over that of" },
    ...threadCounts.map((threads): Column => ({
      heading: counted(threads, 'thread'),
      align: 'right',
    })),
  ];
  const cells = peers.map((peer) => [
    peer,
    ...ratios.filter((one) => one.peer === peer).map(({ ratio }) => figure(ratio)),
  ]);
  return table(columns, cells);
}

/** `GFLOPS of tiles: 4x8 46.8, 5x8 54.6 (taken)`: of the sums that kernels keep in registers. */
function tileLine({ tiles, tileHeight }: KernelResult): string {
  const figures = tiles.map(({ height, gflops }) => {
    const taken = height === tileHeight ? ' (taken)' : '';
    return `${height}x8 ${gflops.toFixed(1)}${taken}`;
  });
  return `GFLOPS of tiles: ${figures.join(', ')}`;
}

/** A row for each matrix product, against the peak of one thread. */
export function kernelTable(result: KernelResult): string {
  const { batchSize, peakGflops, rows } = result;
  const columns: Column[] = [
    { heading: 'kernel' },
    { heading: 'sizes' },
    { heading: 'GFLOPS', align: 'right' },
    { heading: 'of peak', align: 'right' },
  ];
  const cells = rows.map(({ kernel, sizes, gflops }) => [
    kernel,
    sizes,
    gflops.toFixed(1),
    `${((100 * gflops) / peakGflops).toFixed(0)} %`,
  ]);
  const lines = [
    `kernels: one thread, batches of ${batchSize}, no zeros; peak ${peakGflops.toFixed(1)} GFLOPS`,
    table(columns, cells),
    tileLine(result),
  ];
  if (rows.some(({ kernel, gflops }) => kernel.startsWith('conv2d') && gflops > peakGflops)) {
    lines.push('Convolutions over 100 %: by Winograd, with fewer operations than the definition.');
  }
  return lines.join('\n');
}
