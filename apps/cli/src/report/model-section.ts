import { countParameters, layerTable } from '@manabi/models';
import { renderTableHtml } from '@manabi/viz';
import { count } from '../terminal/figures.js';
import { escapeHtml, section } from './html.js';
import type { ReportSource } from './report-source.js';

/** The layers with their shapes and sizes. */
export function modelSection({ record, words }: ReportSource): string {
  const layers = layerTable(record.spec);
  const table = renderTableHtml({
    caption: record.spec.name ?? words.model,
    columns: [words.layer, words.type, words.output, words.parametersOf],
    rows: [
      ...layers.map(({ name, type, outputShape, parameters }) => [
        ...[name, type, outputShape.join(' × '), count(parameters)],
      ]),
      [words.total, '', '', count(countParameters(record.spec))],
    ],
  });
  return section(
    words.model,
    `<div class="scroll layers" tabindex="0" role="group" aria-label="${escapeHtml(words.model)}">${table}</div>`,
  );
}
