import { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { WriteStream } from 'node:tty';
import type { EpochEndEvent, TrainingEvent } from '@manabi/trainer';
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
  const terminal = Object.assign(stream, { getWindowSize: () => [columns, 24], isTTY: true });
  const resize = (width: number) => (columns = width);
  return { terminal: terminal as unknown as WriteStream, resize, read: () => written };
}

/** Every line that was drawn, the overdrawn ones too. */
function linesOf(written: string): string[] {
  return stripVTControlCharacters(written)
    .split(/[\r\n]/)
    .filter(Boolean);
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

const end: TrainingEvent = {
  ...{ type: 'runEnd', ...run, outcome: 'completed', reason: null, epochs: 1 },
  ...{ testLoss: null, testAccuracy: null, durationMs: 4000, samplesPerSecond: 32 },
  model: { spec: { inputShape: [1], layers: [] }, weights: {} },
};

describe('livePresenter', () => {
  it('redraws one line and leaves the last state of it', () => {
    const { terminal, read } = terminalOf(100);
    const present = livePresenter(terminal);
    events.forEach(present);
    const lines = linesOf(read());
    // A quarter took a second, so three seconds are left; 32 samples a second.
    expect(lines[0]).toMatch(/^epoch 1\/1 0\/4 ━+$/);
    expect(lines[1]).toMatch(/^epoch 1\/1 1\/4 ━+ 3\.0 s left · 32 samples\/s · loss 0\.2500/);
    expect(lines.at(-1)).toMatch(/^epoch 1\/1 4\/4 ━+ 4\.0 s · 32 samples\/s · loss 0\.2500/);
    expect(stripVTControlCharacters(read()).endsWith('\n')).toBe(true);
  });

  it.each([80, 40, 20])('leaves the last of %i columns free', (columns) => {
    const { terminal, read } = terminalOf(columns);
    const present = livePresenter(terminal);
    events.forEach(present);
    const lines = linesOf(read());
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.length).toBeLessThan(columns);
  });

  it('takes away what a narrower terminal has wrapped', () => {
    const { terminal, resize, read } = terminalOf(100);
    const present = livePresenter(terminal);
    events.slice(0, 3).forEach(present);
    const first = linesOf(read()).at(-1)!;
    resize(30);
    events.slice(3).forEach(present);
    // The line stands in as many rows of 30 as it needs; the cursor is in the last of them.
    const rows = Math.ceil(first.length / 30);
    expect(rows).toBeGreaterThan(2);
    expect(read()).toContain(`\u001b[${rows - 1}A\r`);
  });

  it('ends with the curves of loss and accuracy, where there are two epochs', () => {
    const { terminal, read } = terminalOf(60);
    const present = livePresenter(terminal);
    const more = [1, 2].map((epoch) => ({ ...(events[3] as EpochEndEvent), epoch }));
    [events[0]!, ...more, end].forEach(present);
    const lines = linesOf(read());
    expect(lines.join('\n')).toMatch(/Accuracy[^]*[\u2801-\u28ff]/u);
    for (const line of lines) expect(line.length).toBeLessThan(60);
    const single = terminalOf(60);
    [...events, end].forEach(livePresenter(single.terminal));
    expect(single.read()).not.toContain('Accuracy');
  });

  it('does not touch the cursor', () => {
    const { terminal, read } = terminalOf(80);
    events.forEach(livePresenter(terminal));
    // DECTCEM, "hide cursor".
    expect(read()).not.toContain('\u001b[?25l');
  });
});
