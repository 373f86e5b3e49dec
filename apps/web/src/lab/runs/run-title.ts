import { currentLanguage, formatNumber } from '../../i18n/language.svelte.js';
import type { StoredRun } from '../../runs/stored-run.js';
import { runName } from './run-name.js';

/** Day and time in the page's language. */
export function when(time: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), {
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(time);
}

export function shownAccuracy(accuracy: number): string {
  return formatNumber(accuracy, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
}

/** Tells runs of the same name apart. */
export function runTitle(run: StoredRun): string {
  const { savedAt, test } = run;
  return [
    runName(run),
    ...(test === null ? [] : [shownAccuracy(test.accuracy)]),
    when(savedAt),
  ].join(' · ');
}
