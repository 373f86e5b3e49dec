import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Contender } from './contenders/contender.js';
import { race } from './race.js';

const program = fileURLToPath(new URL('../../test/bench/contender.mjs', import.meta.url));
const job = { network: 'mlp', batchSize: 60, images: '', labels: '' } as const;
const limits = { rounds: 3, secondsPerRound: 2, patienceMs: 20_000 };

function contender(mode: string): Contender {
  const who = { name: mode, ours: false, threads: 1 };
  return { ...who, command: process.execPath, args: [program, mode] };
}

async function raceOf(
  contenders: readonly Contender[],
  { patienceMs = limits.patienceMs, signal = new AbortController().signal } = {},
) {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const rows = await race(contenders, job, { ...limits, patienceMs }, say, signal);
  return { rows, said };
}

describe('a race', () => {
  it('scales what fits into a round up to an epoch', async () => {
    const { rows } = await raceOf([contender('steady')]);
    // 1000 steps of 60 make an epoch; 200 of 10 ms fit into 2 s; all of them would take 10 s.
    expect(rows).toMatchObject([
      { status: 'measured', version: '1.2', steps: 200, epochSteps: 1000, name: 'steady' },
    ]);
    expect(rows[0]).toHaveProperty('seconds', expect.closeTo(10, 9));
    expect(rows[0]).toHaveProperty('runs.length', 3);
  });

  it('lets contenders train in turns', async () => {
    const [first, second] = [contender('steady'), { ...contender('steady'), name: 'other' }];
    const { said } = await raceOf([first, second]);
    const rounds = said
      .filter((text) => text.startsWith('round'))
      .map((text) => text.split(': ')[1]);
    expect(rounds).toEqual(['steady', 'other', 'steady', 'other', 'steady', 'other']);
  });

  it('gives whoever needs longer than a round for a step as many as fit', async () => {
    const { rows } = await raceOf([contender('slow')]);
    // 5 s a step: over the 1.5 x 3 x 2 s of its share after two.
    expect(rows).toMatchObject([{ steps: 1, seconds: 5000, runs: [5000, 5000] }]);
  });

  it.each([
    ['crashes', 'Cannot find package "peer"'],
    ['crashes later', 'TypeError: no kernel for conv2d'],
    ['killed later', 'it ended with SIGKILL'],
    ['nonsense', 'expected a time, got soon'],
  ])('says of one that %s what went wrong, and goes on', async (mode, reason) => {
    const { rows } = await raceOf([contender(mode), contender('steady')]);
    expect(rows).toMatchObject([{ name: mode, status: 'failed', reason }, { status: 'measured' }]);
  });

  it('says of one that is not there how to get it', async () => {
    const { rows } = await raceOf([{ ...contender('away'), missing: 'install it' }]);
    expect(rows).toMatchObject([{ status: 'skipped', reason: 'install it' }]);
    const command = '/no/such/program';
    const absent = await raceOf([{ ...contender('absent'), command }, contender('steady')]);
    expect(absent.rows).toMatchObject([
      { status: 'failed', reason: expect.stringContaining('ENOENT') as string },
      { status: 'measured' },
    ]);
  });

  it('does not wait for ever', async () => {
    const { rows } = await raceOf([contender('silent')], { patienceMs: 500 });
    expect(rows).toMatchObject([{ status: 'failed', reason: 'no answer within 0.5 s' }]);
  });

  it('ends when it is interrupted', async () => {
    const controller = new AbortController();
    const running = raceOf([contender('silent')], { signal: controller.signal });
    setTimeout(() => {
      controller.abort(new Error('enough'));
    }, 300);
    await expect(running).rejects.toThrow('enough');
  });
});
