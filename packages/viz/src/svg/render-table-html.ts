import type { DataTable } from '../scene/scene.js';
import { escapeXml } from './render-svg.js';

/** A chart's numbers as an HTML table, for readers who prefer it to the picture. */
export function renderTableHtml(table: DataTable): string {
  const head = table.columns.map((name) => `<th scope="col">${escapeXml(name)}</th>`).join('');
  const rows = table.rows.map((row) => {
    const [first, ...rest] = row.map((value) => escapeXml(String(value)));
    const cells = rest.map((value) => `<td>${value}</td>`).join('');
    return `<tr><th scope="row">${first ?? ''}</th>${cells}</tr>`;
  });
  return [
    '<table>',
    `<caption>${escapeXml(table.caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    '</table>',
  ].join('\n');
}
