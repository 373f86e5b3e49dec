import { layerWatch } from '@manabi/viz';
import { figure } from './figure.js';
import { escapeHtml, section } from './html.js';
import type { ReportSource } from './report-source.js';

/** What the layers did after each epoch; empty where nobody watched them. */
export function layersSection({ record, words, language }: ReportSource): string {
  const epochs = record.history.flatMap(({ epoch, watch }) =>
    watch === undefined ? [] : [{ epoch, layers: watch }],
  );
  if (epochs.length === 0) return '';
  const draw = (width: number) => layerWatch(epochs, { width, locale: language });
  return section(
    words.layers,
    `<p>${escapeHtml(words.layersNote)}</p>\n${figure(draw, words.numbers)}`,
  );
}
