import { availableParallelism } from 'node:os';
import type { Peer } from '@manabi/bench';
import { exitCodes, type ExitCode } from '../failures/exit-codes.js';
import { UsageError } from '../failures/usage-error.js';
import { counted } from '../terminal/figures.js';
import { interruptible } from '../terminal/interruption.js';
import { note, print, printJson } from '../terminal/output.js';
import { manabiVersion } from '../version.js';
import type { BenchOptions } from './command.js';
import { ownContender } from './contenders/own.js';
import { findPeers, peerContenders } from './contenders/peers.js';
import { chooseDataset, writeImages, type ImageFiles } from './images-for-contenders.js';
import { measureKernels } from './kernels.js';
import { machineLine, thisMachine } from './machine.js';
import { progressLine, type ProgressLine } from './progress.js';
import { race } from './race.js';
import { ratios } from './ratios.js';
import { resumeReport, writeReport } from './report-file.js';
import {
  reportSchema,
  type BenchReport,
  type BenchSettings,
  type TrainingResult,
} from './report.js';
import { kernelTable, trainingTable } from './tables.js';
import { trainingCases, type TrainingCase } from './training-case.js';

/** A step of the slowest contender that is worth waiting for. */
const patienceMs = 60_000;

/** `manabi bench`: each case in turn, printed and kept as soon as it is measured. */
export async function bench(options: BenchOptions): Promise<ExitCode> {
  if (options.resume === true && options.out === undefined) {
    throw new UsageError('--resume: expected the report that --out names; add --out FILE');
  }
  const interruption = interruptible(() => {
    note('\nStopping; the cases that are done stay.');
  });
  const progress = progressLine();
  try {
    const { training } = await run(options, progress, interruption.signal);
    const failed = training.some(({ rows }) =>
      rows.some((row) => row.ours && row.status !== 'measured'),
    );
    return failed ? exitCodes.failed : interruption.exitCode();
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    return interruption.exitCode();
  } finally {
    progress.clear();
    interruption.release();
  }
}

async function run(
  options: BenchOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<BenchReport> {
  const say = options.json === true ? () => undefined : print;
  const peers = options.peers ? await findPeers() : [];
  const settings = await settingsOf(options, peers ?? []);
  const planned: BenchReport = {
    ...{ schema: reportSchema, startedAt: new Date().toISOString(), manabi: manabiVersion() },
    ...{ machine: thisMachine(), settings, training: [], kernels: null },
  };
  let report = options.resume === true ? await resumeReport(options.out!, planned) : planned;
  // Before any work: a file that cannot be written is better known now.
  if (options.out !== undefined) await writeReport(options.out, report);
  openingLines(report, peers).forEach(say);

  /** Adds a case to the report and keeps the report. */
  async function add(part: Partial<BenchReport>, table: string): Promise<void> {
    progress.clear();
    report = { ...report, ...part };
    if (options.out !== undefined) await writeReport(options.out, report);
    say(`\n${table}`);
  }

  let images: ImageFiles | undefined;
  try {
    for (const one of trainingCases.filter(({ name }) => options.only.includes(name))) {
      const known = report.training.find((result) => result.case === one.name);
      if (known !== undefined) {
        say(`\n${trainingTable(known)}`);
        continue;
      }
      images ??= await writeImages(settings.dataset, options, signal);
      const result = await measure(one, peers ?? [], settings, images, progress, signal);
      await add({ training: [...report.training, result] }, trainingTable(result));
    }
  } finally {
    await images?.remove();
  }
  if (options.only.includes('kernels')) {
    progress.say('kernels');
    const kernels = report.kernels ?? (await measureKernels(settings.rounds, signal));
    await add({ kernels }, kernelTable(kernels));
  }
  if (options.json === true) printJson(report);
  return report;
}

async function settingsOf(
  { quick, rounds, seconds, dataDir }: BenchOptions,
  peers: readonly Peer[],
): Promise<BenchSettings> {
  return {
    rounds: rounds ?? (quick === true ? 3 : 5),
    secondsPerRound: seconds ?? (quick === true ? 1 : 5),
    dataset: await chooseDataset(dataDir === undefined ? {} : { dataDir }),
    peers: peers.length > 0,
  };
}

function openingLines({ machine, settings }: BenchReport, peers: readonly Peer[] | null): string[] {
  const { rounds, secondsPerRound, dataset } = settings;
  const lines = [
    machineLine(machine),
    `${dataset}, seconds an epoch of 60,000 images: the median of ${counted(rounds, 'round')}`,
    `in turns; what takes longer than ${secondsPerRound} s trains a part of the epoch, scaled up.`,
  ];
  if (dataset !== 'fashion-mnist') {
    lines.push('Fashion-MNIST is not here, so digits are drawn; manabi data fetch fashion-mnist.');
  }
  if (peers === null) {
    lines.push('Other libraries are measured from a checkout of the repository only.');
  }
  return lines;
}

async function measure(
  one: TrainingCase,
  peers: readonly Peer[],
  { rounds, secondsPerRound }: BenchSettings,
  { images, labels }: ImageFiles,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<TrainingResult> {
  const { name, network, batchSize, backend } = one;
  const threadCounts = availableParallelism() > 1 ? [1, 2] : [1];
  const contenders = [
    ...(backend === 'wasm' ? threadCounts : [1]).map((threads) => ownContender(backend, threads)),
    ...peerContenders(peers, one, threadCounts),
  ];
  const rows = await race(
    contenders,
    { network, batchSize, images, labels },
    { rounds, secondsPerRound, patienceMs },
    (text) => {
      progress.say(`${name}, ${text}`);
    },
    signal,
  );
  return { case: name, network, batchSize, rows, ratios: ratios(rows) };
}
