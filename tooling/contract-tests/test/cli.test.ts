import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { createConsumer, runIn } from './consumer-project.js';

describe('@manabi/cli, packed and installed alone', () => {
  it('trains a network through its command', async () => {
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
  }, 180_000);
});
