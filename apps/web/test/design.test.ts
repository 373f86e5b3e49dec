import { readFileSync } from 'node:fs';
import { darkTheme, lightTheme } from '@manabi/viz';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../src/design/tokens.css', import.meta.url), 'utf8');

/** Colours of the page and the charts' tokens of the same meaning. */
const shared = {
  paper: 'background',
  surface: 'surface',
  ink: 'text',
  quiet: 'muted',
  axis: 'axis',
  line: 'grid',
  positive: 'positive',
  negative: 'negative',
  increase: 'increase',
  decrease: 'decrease',
  truth: 'truth',
  predicted: 'predicted',
  highlight: 'highlight',
} as const;

describe('colours of the page', () => {
  it.each(Object.entries(shared))('--%s is the charts’ %s in both schemes', (property, token) => {
    const pair = `light-dark(${lightTheme.tokens[token]}, ${darkTheme.tokens[token]})`;
    expect(css).toContain(`--${property}: ${pair};`);
  });
});
