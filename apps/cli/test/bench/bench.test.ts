import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, manabi, onFirst, startManabi } from '../manabi.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-bench-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** As on a machine without any images; what it leaves behind would be in the folder. */
function env() {
  return { MANABI_DATA_DIR: undefined, MANABI_CACHE_DIR: join(folder, 'none'), TMPDIR: folder };
}

const few = ['--rounds', '2', '--seconds', '0.02'];

describe('bench', () => {
  it('trains the networks itself, keeps the report and goes on from it', async () => {
    const out = join(folder, 'bench.json');
    const first = ['bench', '--no-peers', ...few, '--only', 'mlp:32', '--json', '--out', out];
    const { exitCode, stdout } = await manabi(first, { env: env() });
    expect(exitCode).toBe(0);
    const [report] = jsonLines(stdout);
    const row = { name: 'manabi wasm', ours: true, status: 'measured', epochSteps: 1875 };
    const time = expect.any(Number) as number;
    const measured = { ...row, seconds: time, runs: [time, time], steps: time };
    expect(report).toMatchObject({
      schema: 2,
      machine: { cpu: expect.any(String) as string, cores: time, memoryBytes: time },
      // Nothing is downloaded, so digits are drawn.
      settings: { rounds: 2, secondsPerRound: 0.02, dataset: 'synthetic-digits', peers: false },
      training: [{ case: 'mlp:32', network: 'mlp', batchSize: 32, ratios: [] }],
      kernels: null,
    });
    const [{ rows }] = report!.training as [{ rows: { threads: number }[] }];
    expect(rows[0]).toMatchObject({ ...measured, threads: 1 });
    for (const { seconds } of rows as unknown as { seconds: number }[]) {
      expect(seconds).toBeGreaterThan(0);
    }
    expect(JSON.parse(await readFile(out, 'utf8'))).toEqual(report);

    const rest = ['bench', '--no-peers', ...few, '--only', 'mlp:32,kernels', '--out', out];
    const resumed = await manabi([...rest, '--resume'], { env: env() });
    expect(resumed.exitCode).toBe(0);
    expect(resumed.stdout).toContain('Fashion-MNIST is not here');
    expect(resumed.stdout).toMatch(/^mlp:32: MLP 784-128-10, Adam/m);
    expect(resumed.stdout).toMatch(/^conv2dInputGradient +26x26x32 \* 3x3, 64 +[\d.]+ +\d+ %$/m);
    expect(resumed.stdout).toMatch(/^GFLOPS of tiles: 4x8 .*\d \(taken\)/m);
    for (const line of resumed.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const kept = JSON.parse(await readFile(out, 'utf8')) as Record<string, unknown>;
    expect(kept).toEqual({ ...report, kernels: kept.kernels });
    expect(kept.kernels).toMatchObject({ batchSize: 32, peakGflops: time, tileHeight: time });
  });

  it('ends when it is interrupted, and leaves nothing behind', async () => {
    const words = ['bench', '--no-peers', '--only', 'cpu:32'];
    const { child, lines, finished } = startManabi(words, { env: env() });
    onFirst(lines, 'synthetic-digits', () => child.kill('SIGINT'));
    const { exitCode, stderr } = await finished;
    expect(exitCode).toBe(130);
    expect(stderr).toContain('Stopping');
    expect((await readdir(folder)).filter((name) => name.startsWith('manabi-bench-'))).toEqual([]);
  });

  it.each([
    [['--only', 'mpl:32'], 'Expected mlp:32, mlp:128', '(Did you mean mlp:32?)'],
    [['--rounds', '0'], "'0' is invalid", 'from 1'],
    [['--seconds', 'soon'], "'soon' is invalid", 'greater than 0'],
    [['--resume'], '--resume: expected the report', 'add --out FILE'],
  ])('refuses %j', async (words, fault, remedy) => {
    const { exitCode, stdout, stderr } = await manabi(['bench', ...words]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(fault);
    expect(stderr).toContain(remedy);
  });

  it('says before any work that it cannot write', async () => {
    const out = join(folder, 'no/such/folder.json');
    const { exitCode, stdout, stderr } = await manabi(['bench', '--out', out], { env: env() });
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('no such file or folder');
  });
});
