import { describe, expect, it } from 'vitest';
import { sideBySide } from './side-by-side.js';

describe('sideBySide', () => {
  it('puts blocks in a row while they fit', () => {
    expect(sideBySide(['ab\nc', '1\n2\n3', 'xy'], 9)).toBe(
      ['ab  1  xy', 'c   2', '    3'].join('\n'),
    );
    expect(sideBySide(['ab\nc', '1\n2\n3', 'xy'], 8)).toBe(
      ['ab  1', 'c   2', '    3', '', 'xy'].join('\n'),
    );
  });

  it('gives a block that is too wide a row of its own', () => {
    expect(sideBySide(['abcdef', 'x'], 4)).toBe('abcdef\n\nx');
  });

  it('counts neither colours nor letters of double width wrongly', () => {
    expect(sideBySide(['\u001b[31mab\u001b[39m\nc', '靴\nz'], 20)).toBe(
      '\u001b[31mab\u001b[39m  靴\nc   z',
    );
  });
});
