import { describe, expect, it } from 'vitest';
import { table } from './table.js';

describe('table', () => {
  it('aligns words to the left and figures to the right', () => {
    const columns = [{ heading: 'class' }, { heading: 'recall', align: 'right' }] as const;
    expect(
      table(columns, [
        ['Bag', '0.97'],
        ['T-shirt/top', '0.8512'],
      ]),
    ).toBe(['class        recall', 'Bag            0.97', 'T-shirt/top  0.8512'].join('\n'));
  });

  it('counts a Japanese letter as two columns', () => {
    expect(
      table(
        [{ heading: 'a' }, { heading: 'b' }],
        [
          ['ズボン', '1'],
          ['xx', '2'],
        ],
      ),
    ).toBe(['a       b', 'ズボン  1', 'xx      2'].join('\n'));
  });

  it('gives each row lines of its own where the columns do not fit', () => {
    const columns = [
      { heading: 'class' },
      { heading: 'precision', align: 'right' },
      { heading: 'recall', align: 'right' },
    ] as const;
    const rows = [
      ['Bag', '0.97', '0.8512'],
      ['ズボン', '', '1'],
    ];
    // 'ズボン  precision  recall' is 6 + 2 + 9 + 2 + 6 = 25 letters wide.
    expect(table(columns, rows, 25)).toContain('class   precision');
    expect(table(columns, rows, 24)).toBe(
      ['Bag', '  precision 0.97', '  recall 0.8512', 'ズボン', '  recall 1'].join('\n'),
    );
  });
});
