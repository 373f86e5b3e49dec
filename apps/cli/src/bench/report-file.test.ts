import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resumeReport, writeReport } from './report-file.js';
import { reportSchema, type BenchReport } from './report.js';

const planned: BenchReport = {
  ...{ schema: reportSchema, startedAt: '2030-01-02T03:04:05.000Z', manabi: '1.0.0' },
  machine: { cpu: 'A', cores: 2, memoryBytes: 4e9, platform: 'linux x64', node: 'v20.20.2' },
  settings: { rounds: 5, secondsPerRound: 6, dataset: 'fashion-mnist', peers: true },
  ...{ training: [], kernels: null },
};
const kernels = { batchSize: 32, peakGflops: 40, tiles: [], tileHeight: 4 as const, rows: [] };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manabi-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('resumes what was written', async () => {
  const file = join(folder, 'half.json');
  await writeReport(file, { ...planned, kernels });
  expect(await resumeReport(file, { ...planned, startedAt: 'later' })).toEqual({
    ...planned,
    kernels,
  });
  expect((await readFile(file, 'utf8')).endsWith('}\n')).toBe(true);
});

it('begins where there is nothing yet', async () => {
  expect(await resumeReport(join(folder, 'none.json'), planned)).toBe(planned);
});

it('refuses a run that was another', async () => {
  const file = join(folder, 'other.json');
  await writeReport(file, { ...planned, settings: { ...planned.settings, rounds: 3 } });
  await expect(resumeReport(file, planned)).rejects.toThrow(
    /--resume: expected .* another settings/,
  );
});

it.each(['', '{', 'null', '[]', '{"schema": 2}'])(
  'refuses "%s", which is no report',
  async (text) => {
    const file = join(folder, 'nonsense.json');
    await writeFile(file, text);
    await expect(resumeReport(file, planned)).rejects.toThrow('expected a report of manabi bench');
  },
);

it('refuses a report of before the tiles of its kernels were reported', async () => {
  const file = join(folder, 'older.json');
  const { batchSize, peakGflops, rows } = kernels;
  await writeFile(
    file,
    JSON.stringify({ ...planned, schema: 1, kernels: { batchSize, peakGflops, rows } }),
  );
  await expect(resumeReport(file, planned)).rejects.toThrow(
    `${file}: expected a report of manabi bench (schema 2), got one of schema 1; leave --resume out to begin anew`,
  );
});
