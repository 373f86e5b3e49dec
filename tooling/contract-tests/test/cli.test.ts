import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { createConsumer, runIn } from './consumer-project.js';

describe('@manabi/cli, packed and installed alone', () => {
  it('trains a network through its command, and measures itself without its peers', async () => {
    const folder = await createConsumer(
      { name: '@manabi/cli', beside: [] },
      inject('tarballs'),
      inject('workFolder'),
    );
    const output = await runIn(folder, join(folder, 'node_modules/.bin/manabi'), [
      ...['train', '--dataset', 'iris', '--model', 'mlp', '--hidden', '8', '--epochs', '2'],
      ...['--out', 'model', '--json'],
    ]);
    const events = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(events.at(-1)).toMatchObject({ type: 'runEnd', epochs: 2 });
    const evaluation = await runIn(folder, join(folder, 'node_modules/.bin/manabi'), [
      ...['evaluate', 'model', '--dataset', 'iris', '--json'],
    ]);
    expect(JSON.parse(evaluation)).toHaveProperty('testAccuracy');
    const benchmark = await runIn(folder, join(folder, 'node_modules/.bin/manabi'), [
      ...['bench', '--only', 'kernels', '--rounds', '1'],
    ]);
    expect(benchmark).toContain('from a checkout of the repository only');
    expect(benchmark).toMatch(/^dense +784 x 128 +[\d.]+ +\d+ %$/m);
  }, 180_000);
});
