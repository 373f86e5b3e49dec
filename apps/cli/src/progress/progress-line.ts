/**
 * @file One line for one epoch, as Keras draws it, that never exceeds the terminal: every part knows
 * shorter ways to say itself, and parts shorten in the order in which they are missed least.
 */
import type { Colors } from '../terminal/colors.js';
import { count, duration, loss } from '../terminal/figures.js';
import type { EpochProgress } from './epoch-progress.js';

type PartName = 'epoch' | 'steps' | 'bar' | 'time' | 'rate' | 'loss' | 'accuracy' | 'validation';

/** Each part from its fullest wording to its shortest; an empty wording leaves it out. */
type Wordings = Readonly<Record<PartName, readonly string[]>>;

const shortestBar = 6;
const longestBar = 24;

/** Which part gives way next; a part named twice shortens twice. */
const givesWay: readonly PartName[] = [
  'validation',
  'rate',
  'accuracy',
  'epoch',
  'rate',
  'steps',
  'bar',
  'time',
  'validation',
  'loss',
  'epoch',
];

function timeOf({ done, elapsedMs }: EpochProgress): string {
  if (done >= 1) return duration(elapsedMs);
  return done > 0 && elapsedMs > 0 ? `${duration((elapsedMs / done) * (1 - done))} left` : '';
}

function validationOf({ valLoss, valAccuracy }: EpochProgress): string[] {
  if (valLoss === null || valAccuracy === null) return [''];
  return [
    `val loss ${loss(valLoss)} · val accuracy ${valAccuracy.toFixed(4)}`,
    `val ${loss(valLoss)} / ${valAccuracy.toFixed(4)}`,
    '',
  ];
}

function wordingsOf(progress: EpochProgress): Wordings {
  const { epoch, epochs, step, stepsPerEpoch, samplesPerSecond, accuracy } = progress;
  return {
    epoch: [`epoch ${epoch}/${epochs}`, `${epoch}/${epochs}`, ''],
    steps: [`${step}/${stepsPerEpoch}`, ''],
    bar: ['━'.repeat(shortestBar), ''],
    time: [timeOf(progress), ''],
    rate: Number.isFinite(samplesPerSecond)
      ? [`${count(samplesPerSecond)} samples/s`, `${count(samplesPerSecond)}/s`, '']
      : [''],
    loss: progress.loss === null ? [''] : [`loss ${loss(progress.loss)}`, loss(progress.loss)],
    accuracy:
      accuracy === null ? [''] : [`accuracy ${accuracy.toFixed(4)}`, `acc ${accuracy.toFixed(4)}`],
    validation: validationOf(progress),
  };
}

/** Separators: spaces around the bar, dots between figures. */
function join(parts: Readonly<Record<PartName, string>>): string {
  const lead = [parts.epoch, parts.steps, parts.bar, parts.time].filter(Boolean).join(' ');
  const figures = [parts.rate, parts.loss, parts.accuracy, parts.validation];
  return [lead, ...figures].filter(Boolean).join(' · ');
}

/** How far each part has given way: an index into its wordings. */
type Levels = Readonly<Record<PartName, number>>;

const fullest: Levels = {
  epoch: 0,
  steps: 0,
  bar: 0,
  time: 0,
  rate: 0,
  loss: 0,
  accuracy: 0,
  validation: 0,
};

function choose(wordings: Wordings, levels: Levels): Record<PartName, string> {
  const entries = Object.entries(wordings) as [PartName, readonly string[]][];
  return Object.fromEntries(
    entries.map(([name, list]) => [name, list[Math.min(levels[name], list.length - 1)]!]),
  ) as Record<PartName, string>;
}

/** Shortens part after part until the line fits, then lengthens again what still has room. */
function fit(wordings: Wordings, columns: number): Record<PartName, string> {
  const fits = (levels: Levels) => join(choose(wordings, levels)).length <= columns;
  let levels = fullest;
  const shortened: PartName[] = [];
  for (const name of givesWay) {
    if (fits(levels)) break;
    levels = { ...levels, [name]: levels[name] + 1 };
    shortened.push(name);
  }
  for (const name of shortened.reverse()) {
    const longer = { ...levels, [name]: levels[name] - 1 };
    if (fits(longer)) levels = longer;
  }
  return choose(wordings, levels);
}

/**
 * The line of one epoch.
 *
 * @param progress - what to show.
 * @param columns - width of the terminal; the line is never longer.
 * @param colors - picocolors, or its colourless twin.
 */
export function progressLine(progress: EpochProgress, columns: number, colors: Colors): string {
  const parts = fit(wordingsOf(progress), columns);
  const room = columns - join(parts).length;
  if (room < 0) return join(parts).slice(0, columns);
  if (parts.bar === '') return join(parts);
  const length = Math.min(longestBar, shortestBar + room);
  const filled = Math.floor(progress.done * length);
  const bar = colors.green('━'.repeat(filled)) + colors.dim('━'.repeat(length - filled));
  return join({ ...parts, bar });
}

/** The same figures without a bar, for a log file: one line when the epoch is over. */
export function logLine(progress: EpochProgress): string {
  const { epoch, time, rate, loss, accuracy, validation } = wordingsOf(progress);
  return [epoch, loss, accuracy, validation, time, rate]
    .map(([fullest]) => fullest)
    .filter(Boolean)
    .join(' · ');
}
