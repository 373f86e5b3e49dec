import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { WriteStream } from 'node:tty';
import type { TrainingEvent } from '@manabi/trainer';
import { describe, expect, it } from 'vitest';
import { livePresenter } from './live-presenter.js';

/** A terminal of a given width that keeps what is written to it. */
function terminalOf(columns: number) {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  const terminal = Object.assign(stream, { columns, rows: 24, isTTY: true });
  return { terminal: terminal as unknown as WriteStream, read: () => written };
}

const run = { backend: 'wasm', engine: 'autodiff', threads: 1, seed: 1 } as const;
const figures = { loss: 0.25, accuracy: 0.9 };

const events: TrainingEvent[] = [
  {
    ...{ type: 'runStart', ...run, epochs: 1, batchSize: 32, stepsPerEpoch: 4 },
    ...{ engineReason: null, resumed: null, trainSize: 128, validationSize: 0, parameters: 67 },
  },
  { type: 'epochStart', epoch: 1, learningRate: 0.001 },
  {
    ...{ type: 'batchEnd', epoch: 1, step: 1, stepsPerEpoch: 4, samples: 32, durationMs: 1000 },
    ...figures,
  },
  {
    ...{ type: 'epochEnd', epoch: 1, ...figures, valLoss: null, valAccuracy: null },
    ...{ learningRate: 0.001, durationMs: 4000, trainDurationMs: 4000 },
  },
];

describe('livePresenter', () => {
  it('redraws one line and leaves the last state of it', () => {
    const { terminal, read } = terminalOf(100);
    const present = livePresenter(terminal);
    events.forEach(present);
    const lines = stripVTControlCharacters(read()).split('\n').filter(Boolean);
    // A quarter took a second, so three seconds are left; 32 samples a second.
    expect(lines[0]).toMatch(/^epoch 1\/1 1\/4 ━+ 3\.0 s left · 32 samples\/s · loss 0\.2500/);
    expect(lines.at(-1)).toMatch(/^epoch 1\/1 4\/4 ━+ 4\.0 s · 32 samples\/s · loss 0\.2500/);
    expect(stripVTControlCharacters(read()).endsWith('\n')).toBe(true);
  });

  it.each([80, 40, 20])('leaves the last of %i columns free', (columns) => {
    const { terminal, read } = terminalOf(columns);
    const present = livePresenter(terminal);
    events.forEach(present);
    const lines = stripVTControlCharacters(read()).split('\n').filter(Boolean);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.length).toBeLessThan(columns);
  });

  it('does not touch the cursor', () => {
    const { terminal, read } = terminalOf(80);
    events.forEach(livePresenter(terminal));
    // DECTCEM, "hide cursor".
    expect(read()).not.toContain('\u001b[?25l');
  });
});
