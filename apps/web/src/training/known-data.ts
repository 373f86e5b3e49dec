/** @file Data sets that are known by name, as choices. */
import type { DatasetName } from '@manabi/datasets';
import type { DataChoice } from './data-choice.js';

/** Digits that the page draws itself: enough to learn from, and drawn within a second. */
const drawnDigits = { trainSize: 10_000, testSize: 2_000, seed: 1 };

/** The choice of a known set. */
export function choiceOf(name: DatasetName): DataChoice {
  if (name === 'synthetic-digits') return { kind: name, ...drawnDigits };
  return name === 'iris' ? { kind: name } : { kind: 'published', name };
}

/** The name of a known set; undefined for the reader's own. */
export function knownName(choice: DataChoice): DatasetName | undefined {
  if (choice.kind === 'own') return undefined;
  return choice.kind === 'published' ? choice.name : choice.kind;
}
