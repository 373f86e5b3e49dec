/**
 * @file All that was done to a network since its first weights, in order. With the first weights it
 * determines the network to the last bit, so it is what the address keeps.
 */

/** Optimiser steps with one learning rate. */
export interface Training {
  readonly kind: 'train';
  readonly steps: number;
  readonly learningRate: number;
}

/** A weight, or without `from` a bias, that the reader set. */
export interface Edit {
  readonly kind: 'edit';
  /** Of the unit that the connection leads to; the inputs are layer 0. */
  readonly layer: number;
  readonly unit: number;
  readonly from?: number;
  readonly value: number;
}

export type Journal = readonly (Training | Edit)[];

/** So many steps are carried out again when an address is opened; longer journals are refused. */
const maxReplayedSteps = 20_000;

/** One more step, joined to those before it where the learning rate is the same. */
export function withStep(journal: Journal, learningRate: number): Journal {
  const last = journal.at(-1);
  return last?.kind === 'train' && last.learningRate === learningRate
    ? journal.with(-1, { ...last, steps: last.steps + 1 })
    : [...journal, { kind: 'train', steps: 1, learningRate }];
}

/** One more edit; setting the same weight again replaces the value. */
export function withEdit(journal: Journal, edit: Edit): Journal {
  const last = journal.at(-1);
  return last?.kind === 'edit' && isSamePlace(last, edit)
    ? journal.with(-1, edit)
    : [...journal, edit];
}

function isSamePlace(a: Edit, b: Edit): boolean {
  return a.layer === b.layer && a.unit === b.unit && a.from === b.from;
}

/** What led to the state after so many steps, before anything else was done to it. */
export function journalUntil(journal: Journal, steps: number): Journal {
  const until: (Training | Edit)[] = [];
  let left = steps;
  for (const entry of journal) {
    if (left === 0) break;
    if (entry.kind === 'edit') {
      until.push(entry);
      continue;
    }
    const taken = Math.min(left, entry.steps);
    until.push({ ...entry, steps: taken });
    left -= taken;
  }
  return until;
}

export function stepsOf(journal: Journal): number {
  return journal.reduce((sum, entry) => sum + (entry.kind === 'train' ? entry.steps : 0), 0);
}

/**
 * `288x0.1,w1.4.2:0.5,b2.1:-0.3`: 288 steps with a learning rate of 0.1, then the weight to layer 1,
 * neuron 4 from its input 2, then a bias. Counted from 1, as on the screen.
 */
export function writeJournal(journal: Journal): string {
  return journal
    .map((entry) => {
      if (entry.kind === 'train') return `${entry.steps}x${entry.learningRate}`;
      const place = `${entry.layer}.${entry.unit + 1}`;
      return entry.from === undefined
        ? `b${place}:${entry.value}`
        : `w${place}.${entry.from + 1}:${entry.value}`;
    })
    .join(',');
}

/** The inverse of {@link writeJournal}; undefined for what it never writes. */
export function readJournal(text: string): Journal | undefined {
  if (text === '') return [];
  const entries = text.split(',').map(readEntry);
  const journal = entries.filter((entry) => entry !== undefined);
  return journal.length === entries.length && stepsOf(journal) <= maxReplayedSteps
    ? journal
    : undefined;
}

function readEntry(text: string): Training | Edit | undefined {
  const training = /^(\d{1,6})x([\d.]+)$/.exec(text);
  if (training !== null) {
    const [steps, learningRate] = [Number(training[1]), Number(training[2])];
    const valid = steps > 0 && learningRate > 0 && learningRate <= 10;
    return valid ? { kind: 'train', steps, learningRate } : undefined;
  }
  const edit = /^([wb])(\d)\.(\d+)(?:\.(\d+))?:(-?[\d.]+(?:e-?\d+)?)$/.exec(text);
  if (edit === null) return undefined;
  const [, kind, layer, unit, from, value] = edit;
  if ((kind === 'w') !== (from !== undefined)) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || Number(unit) < 1 || from === '0') return undefined;
  return {
    kind: 'edit',
    layer: Number(layer),
    unit: Number(unit) - 1,
    ...(from === undefined ? {} : { from: Number(from) - 1 }),
    value: number,
  };
}
