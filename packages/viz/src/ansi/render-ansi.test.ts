import { describe, expect, it } from 'vitest';
import { cellWidth } from '../text/cell-width.js';
import { path, rect, text } from '../scene/make-marks.js';
import type { Mark } from '../scene/mark.js';
import type { Scene } from '../scene/scene.js';
import { renderAnsi } from './render-ansi.js';

function scene(width: number, height: number, ...marks: readonly Mark[]): Scene {
  const table = { caption: '', columns: [], rows: [] };
  return { width, height, title: 'title', description: 'description', table, marks };
}

function plain(...args: Parameters<typeof scene>): readonly string[] {
  return renderAnsi(scene(...args), { color: 'none' }).split('\n');
}

describe('renderAnsi', () => {
  it('draws bars in steps of an eighth of a cell, upwards and sideways', () => {
    for (let eighths = 1; eighths <= 7; eighths++) {
      const up = rect(0, 16 - 2 * eighths, 8, 2 * eighths, { fill: 'truth' });
      expect(plain(8, 16, up)).toEqual(['▁▂▃▄▅▆▇'[eighths - 1]]);
      const across = rect(0, 0, eighths, 16, { fill: 'truth' });
      expect(plain(8, 16, across)).toEqual(['▏▎▍▌▋▊▉'[eighths - 1]]);
    }
  });

  it('shows two pixels of an image in one cell', () => {
    const levels = Uint8Array.of(255, 0);
    const pixels = { scale: 'ink', columns: 1, rows: 2, levels } as const;
    const image = { type: 'image', x: 0, y: 0, width: 8, height: 16, pixels } as const;
    const ansi = renderAnsi(scene(8, 16, image));
    // White above, black below: a lower half in black on white, or an upper one the other way.
    expect(ansi).toBe('\u001b[38;2;0;0;0;48;2;255;255;255m▄\u001b[0m');
  });

  it('joins axes with box characters and leaves grid lines out', () => {
    const axis = path('M4 0V40H24', { role: 'axis', stroke: 'axis' });
    const grid = path('M4 8H24', { role: 'grid', stroke: 'grid' });
    expect(plain(24, 48, grid, axis)).toEqual(['│', '│', '└──']);
    const onBorders = path('M0 0V32H24', { role: 'axis', stroke: 'axis' });
    expect(plain(24, 48, onBorders)).toEqual(['│', '│', '└──']);
  });

  it('draws other lines in braille dots', () => {
    const line = path('M0 0L8 16', { stroke: 'series1' });
    expect(plain(8, 16, line)).toEqual(['⢣']);
  });

  it('gives a Japanese character two cells', () => {
    const row = plain(64, 16, text(8, 8, '損失'), text(48, 8, 'a'));
    expect(row).toEqual([' 損失 a']);
    expect(cellWidth(row[0]!)).toBe(7);
  });

  it('leaves out text that would touch other text, and moves text at the edge inside', () => {
    expect(plain(64, 16, text(0, 8, 'loss'), text(16, 8, 'accuracy'))).toEqual(['loss']);
    expect(plain(64, 16, text(64, 8, 'end'))).toEqual(['     end']);
  });

  it('leaves out letters too small for a cell', () => {
    expect(plain(64, 16, text(0, 8, '255', { size: 9 }))).toEqual(['']);
  });

  it('reduces a scene that is wider than the terminal and never enlarges one', () => {
    const bar = rect(0, 0, 160, 32, { fill: 'truth' });
    expect(renderAnsi(scene(160, 32, bar), { columns: 10, color: 'none' })).toBe('██████████');
    expect(renderAnsi(scene(160, 32, bar), { columns: 80, color: 'none' })).toBe(
      `${'█'.repeat(20)}\n${'█'.repeat(20)}`,
    );
  });

  it('ends every coloured line in the terminal’s own colours', () => {
    const bar = rect(0, 0, 8, 32, { fill: '#ff0000' });
    const lines = renderAnsi(scene(16, 32, bar), { color: '256' }).split('\n');
    expect(lines).toEqual(['\u001b[48;5;196m \u001b[0m', '\u001b[48;5;196m \u001b[0m']);
  });

  it('writes no escape sequence without colours', () => {
    const marks = [rect(0, 0, 8, 16, { fill: 'truth' }), text(16, 8, 'a', { bold: true })];
    expect(renderAnsi(scene(32, 16, ...marks), { color: 'none' })).toBe('█ a');
  });

  it('gives a cell that two lines share the colour with most dots', () => {
    const strong = path('M0 2H8', { stroke: '#ff0000' });
    const weak = path('M0 14H1', { stroke: '#00ff00' });
    for (const marks of [
      [strong, weak],
      [weak, strong],
    ]) {
      expect(renderAnsi(scene(8, 16, ...marks))).toContain('38;2;255;0;0m');
    }
  });
});
