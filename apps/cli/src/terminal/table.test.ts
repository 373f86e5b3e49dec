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
});
