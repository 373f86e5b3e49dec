import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = join(import.meta.dirname, '../dist/train.js');

function run(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env };
  delete env.MANABI_DATA_DIR;
  return promisify(execFile)(process.execPath, [script, ...args], { env });
}

it('trains on wasm: the loss falls and every epoch says its seconds', async () => {
  const { stdout, stderr } = await run('--epochs', '3', '--examples', '320', '--batch-size', '16');
  expect(stderr).toBe('');
  const [title, ...lines] = stdout.trim().split('\n');
  expect(title).toBe('synthetic-digits: 320 images, batches of 16');
  expect(lines).toHaveLength(4);
  for (const line of lines.slice(0, 3)) {
    expect(line).toMatch(/^epoch \d: loss \d+\.\d{3}, accuracy \d+\.\d %, \d+\.\d\d s$/);
  }
  expect(lines[3]).toMatch(/^test: {4}loss \d+\.\d{3}, accuracy \d+\.\d %$/);
  const losses = lines.map((line) => Number(/loss ([\d.]+)/.exec(line)![1]));
  expect(losses[2]).toBeLessThan(losses[0]!);
});

it.each(['0', '1.5', 'many'])('refuses --epochs %s in one line', async (epochs) => {
  await expect(run('--epochs', epochs)).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: `--epochs: expected a whole number of at least 1, got "${epochs}"\n`,
  });
});
