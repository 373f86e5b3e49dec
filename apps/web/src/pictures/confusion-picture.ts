/** @file A confusion matrix as the pages of the site show it. */
import {
  confusionMatrix,
  type ConfusionMatrixOptions,
  type ConfusionRecord,
  type Scene,
} from '@manabi/viz';
import { currentLanguage } from '../i18n/language.svelte.js';

/** The matrix in the page's language; few classes do not fill a wide page. */
export function confusionPicture(
  record: ConfusionRecord,
  width: number,
  options: Omit<ConfusionMatrixOptions, 'width' | 'locale' | 'medium'> = {},
): Scene {
  return confusionMatrix(record, {
    ...options,
    width: Math.min(width, 240 + 72 * record.classNames.length),
    locale: currentLanguage(),
    medium: 'page',
  });
}

/** The least width at which the numbers can be read: ten classes fit into a phone of 360. */
export function leastConfusionWidth(classes: number): number {
  return Math.min(560, 66 + 26 * classes);
}
